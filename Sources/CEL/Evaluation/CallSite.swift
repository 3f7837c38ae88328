/// Evaluation of a call. The arguments have the overload's types (of an opaque or `dyn` parameter any), none is an error or
/// absent.
package typealias Implementation =
    @Sendable (_ arguments: UnsafeBufferPointer<Value>, _ evaluation: Evaluation) -> Value

/// A call of a function: the overloads that fit the types known before evaluation.
struct CallSite {
    let name: String
    /// The only candidate, if it can be told by the tags of its arguments alone.
    let single: Implementation?
    let candidates: [Candidate]
    let count: Int
    /// Distances from the instruction.
    let arguments: UnsafeMutablePointer<Int32>
    /// By argument of `single`: the tags it takes.
    let masks: UnsafeMutablePointer<UInt32>

    struct Candidate {
        /// The overload's id.
        let overload: String
        /// A bit for each argument that the checker knows to have the parameter's type: what it holds needs no look.
        let proven: UInt64
        let parameters: [TypeTest]
        let promises: Promises
        /// The tags of its results.
        let results: UInt32
        let implementation: Implementation
    }

    /// Makes one in memory of its own: see `free`.
    static func make(_ name: String, _ candidates: [Candidate], _ distances: [Int32]) -> UnsafeMutablePointer<CallSite>
    {
        let isSingle = candidates.count == 1 && candidates[0].parameters.allSatisfy(\.isByTag)
        let arguments = UnsafeMutablePointer<Int32>.allocate(capacity: max(distances.count, 1))
        let masks = UnsafeMutablePointer<UInt32>.allocate(capacity: max(distances.count, 1))
        for (index, distance) in distances.enumerated() {
            (arguments + index).initialize(to: distance)
            (masks + index).initialize(to: candidates[0].parameters[index].tags)
        }
        let site = UnsafeMutablePointer<CallSite>.allocate(capacity: 1)
        site.initialize(
            to: CallSite(
                name: name, single: isSingle ? candidates[0].implementation : nil, candidates: candidates,
                count: distances.count, arguments: arguments, masks: masks))
        return site
    }

    static func free(_ site: UnsafeMutablePointer<CallSite>) {
        site.pointee.arguments.deallocate()
        site.pointee.masks.deallocate()
        site.deinitialize(count: 1)
        site.deallocate()
    }
}

/// True when a value has a type, as far as that is to be asked.
struct TypeTest {
    /// A bit for each tag.
    var tags: UInt32
    /// Of elements, keys and values, the content of an optional. Empty: not to be asked.
    var parts: [TypeTest] = []
    /// The name of an object's type.
    var object: String?

    /// - Parameters:
    ///   - isProven: the checker knows the value to have the type: what it holds needs no look.
    init(_ type: CELType, isProven: Bool = false, acceptsAbsent: Bool = false) {
        let tags: [Value.Tag]
        switch type {
        case .null: tags = [.null]
        case .bool: tags = [.bool]
        case .int: tags = [.int]
        case .uint: tags = [.uint]
        case .double: tags = [.double]
        case .string: tags = [.string]
        case .bytes: tags = [.bytes]
        case .timestamp: tags = [.timestamp]
        case .duration: tags = [.duration]
        case .list(let element):
            tags = [.list, .hostList]
            if !isProven { parts = Self.parts([element]) }
        case .map(let key, let value):
            tags = [.map, .hostMap]
            if !isProven { parts = Self.parts([key, value]) }
        case .optional(let content):
            tags = [.optionalNone, .optionalSome]
            if !isProven { parts = Self.parts([content]) }
        case .type: tags = [.type]
        case .object(let name):
            tags = [.object]
            if !isProven { object = name }
        case .opaque: tags = [.opaque]
        case .dyn, .parameter, .error: tags = []
        }
        self.tags = 0
        for tag in tags { self.tags |= Self.bit(tag) }
        if tags.isEmpty { self.tags = Self.any }
        if acceptsAbsent { self.tags |= Self.bit(.absent) }
    }

    static func bit(_ tag: Value.Tag) -> UInt32 { 1 << UInt32(tag.rawValue) }

    /// Every tag but those of values that are none.
    private static let any = ~(bit(.absent) | bit(.unknown) | bit(.error))

    /// True when the tag alone tells.
    var isByTag: Bool { parts.isEmpty && object == nil }

    private static func parts(_ types: [CELType]) -> [TypeTest] {
        let tests = types.map { TypeTest($0) }
        return tests.allSatisfy { $0.tags == any } ? [] : tests
    }

    func accepts(_ value: Value, _ evaluation: Evaluation) -> Bool {
        guard tags & Self.bit(value.tag) != 0 else { return false }
        if isByTag { return true }
        switch value.tag {
        case .list, .hostList, .map, .hostMap:
            var cursor = ElementCursor()
            while let element = evaluation.next(in: value, &cursor) {
                guard evaluation.charge(steps: 1), parts[0].accepts(element, evaluation) else { return false }
                if parts.count == 2, let content = evaluation.value(of: element, in: value),
                    !parts[1].accepts(content, evaluation)
                {
                    return false
                }
            }
            return true
        case .optionalSome: return parts[0].accepts(value.held, evaluation)
        case .object:
            return object == evaluation.host.typeName(of: value).description
        default: return true
        }
    }
}
