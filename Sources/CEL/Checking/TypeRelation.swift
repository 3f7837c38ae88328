/// Relation of types, which fit which, and what the type parameters met so far stand for (language definition, "Gradual Type
/// Checking").
///
/// A parameter is bound to the first type that it meets and widened to a more general one later. What a failed attempt
/// bound is taken back.
struct TypeRelation {
    private var bindings: [String: CELType] = [:]
    /// Earlier bindings, to be restored.
    private var journal: [(name: String, before: CELType?)] = []
    private var freshCount = 0
    private var steps = 0

    /// Comparisons of types in one check. An honest expression needs a few for each node.
    private static let mostSteps = 5_000_000
    /// Depth of nested comparisons at most; types are at most `mostParts` deep themselves, their parameters can lead further.
    private static let mostDepth = 400
    private var depth = 0

    /// True when comparing was given up: everything fits from then on.
    private(set) var isExhausted = false

    /// A parameter that nothing is known of yet. Its name cannot be declared by anyone.
    mutating func fresh() -> CELType {
        freshCount += 1
        return .parameter("$\(freshCount)")
    }

    /// A signature for so many arguments, with parameters of its own.
    mutating func instantiate(_ overload: Overload, count: Int) -> (parameters: [CELType], result: CELType) {
        var parameters = overload.parameters
        if let last = parameters.last, overload.isVariadic {
            parameters += [CELType](repeating: last, count: max(0, count - parameters.count))
        }
        guard overload.result.hasParameters || overload.parameters.contains(where: \.hasParameters) else {
            return (parameters, overload.result)
        }
        var names: [String: CELType] = [:]
        return (parameters.map { rename($0, &names) }, rename(overload.result, &names))
    }

    private mutating func rename(_ type: CELType, _ names: inout [String: CELType]) -> CELType {
        switch type {
        case .parameter(let name):
            if let known = names[name] { return known }
            let new = fresh()
            names[name] = new
            return new
        default: return type.mapParts { rename($0, &names) }
        }
    }

    // MARK: Assignability

    /// True when a value of the type found may stand where the other is expected; binds parameters of both if so.
    mutating func assign(_ found: CELType, to expected: CELType) -> Bool {
        assign([found], to: [expected])
    }

    mutating func assign(_ found: [CELType], to expected: [CELType]) -> Bool {
        guard found.count == expected.count else { return false }
        let mark = journal.count
        for (found, expected) in zip(found, expected) where !isAssignable(found, expected) {
            while journal.count > mark, let (name, before) = journal.popLast() { bindings[name] = before }
            return false
        }
        journal.removeAll(keepingCapacity: true)
        return true
    }

    private mutating func isAssignable(_ found: CELType, _ expected: CELType) -> Bool {
        steps += 1
        guard steps < Self.mostSteps, depth < Self.mostDepth else {
            isExhausted = true
            return true
        }
        depth += 1
        defer { depth -= 1 }
        let a = resolved(found)
        let b = resolved(expected)
        if case .parameter(let first) = a, case .parameter(let second) = b, bindings[first] == nil,
            bindings[second] == nil
        {
            unite(first, second)
            return true
        }
        if case .parameter(let name) = b {
            let (fits, isBound) = substitute(a, for: name)
            if fits || isBound { return fits }
        }
        if case .parameter(let name) = a { return substitute(b, for: name).fits }
        switch (a, b) {
        case (.dyn, _), (.error, _), (_, .dyn), (_, .error): return true
        case (.null, _): return b.isNullable
        case (_, .null): return a.isNullable
        case (.type, .type): return true
        case (.list(let a), .list(let b)), (.optional(let a), .optional(let b)): return isAssignable(a, b)
        case (.map(let aKey, let aValue), .map(let bKey, let bValue)):
            return isAssignable(aKey, bKey) && isAssignable(aValue, bValue)
        case (.opaque(let aName, let aParts), .opaque(let bName, let bParts)):
            guard aName == bName, aParts.count == bParts.count else { return false }
            for (a, b) in zip(aParts, bParts) where !isAssignable(a, b) { return false }
            return true
        default: return a == b
        }
    }

    /// - Returns: whether the parameter can stand for the type, and whether it was bound before.
    private mutating func substitute(_ type: CELType, for name: String) -> (fits: Bool, isBound: Bool) {
        if case .parameter(name) = type { return (true, true) }
        guard let bound = bindings[name] else {
            guard !occurs(name, in: type) else { return (false, false) }
            bind(name, type)
            return (true, false)
        }
        guard isAssignable(type, bound) else { return (false, true) }
        let general = mostGeneral(type, bound)
        if general != bound, !occurs(name, in: general) { bind(name, general) }
        return (true, true)
    }

    /// Two parameters that nothing is known of are one from now on. The younger stands for the older, so that no chains
    /// grow.
    private mutating func unite(_ a: String, _ b: String) {
        guard a != b else { return }
        let isOlder = (a.utf8.count, a) < (b.utf8.count, b)
        bind(isOlder ? b : a, .parameter(isOlder ? a : b))
    }

    private mutating func bind(_ name: String, _ type: CELType) {
        journal.append((name, bindings[name]))
        bindings[name] = type
    }

    /// The type itself, or the last of the parameters that it stands for, if that one is not bound to a type; a bound
    /// one stays a parameter, so that it can be widened.
    private func resolved(_ type: CELType) -> CELType {
        var type = type
        while case .parameter(let name) = type, let next = bindings[name], case .parameter = next { type = next }
        return type
    }

    /// True when a type contains the parameter: it cannot stand for itself within something.
    private mutating func occurs(_ name: String, in type: CELType) -> Bool {
        steps += 1
        guard steps < Self.mostSteps, depth < Self.mostDepth else {
            isExhausted = true
            return true
        }
        depth += 1
        defer { depth -= 1 }
        switch resolved(type) {
        case .parameter(let other):
            guard other != name else { return true }
            guard let bound = bindings[other] else { return false }
            return occurs(name, in: bound)
        case .list(let part), .optional(let part), .type(let part): return occurs(name, in: part)
        case .map(let key, let value): return occurs(name, in: key) || occurs(name, in: value)
        case .opaque(_, let parts):
            for part in parts where occurs(name, in: part) { return true }
            return false
        default: return false
        }
    }

    // MARK: Results

    /// The type of a collection's elements when one more comes: `dyn` if they do not agree.
    mutating func join(_ previous: CELType?, _ next: CELType) -> CELType {
        guard let previous else { return next }
        return assign(next, to: previous) || assign(previous, to: next) ? mostGeneral(previous, next) : .dyn
    }

    private func mostGeneral(_ a: CELType, _ b: CELType) -> CELType {
        isAsGeneral(a, as: b) ? a : b
    }

    private func isAsGeneral(_ a: CELType, as b: CELType) -> Bool {
        switch (a, b) {
        case (.dyn, _), (.error, _), (.parameter, _): true
        case (_, .dyn), (_, .error), (_, .parameter): false
        case (_, .null): true
        case (.list(let a), .list(let b)), (.optional(let a), .optional(let b)): isAsGeneral(a, as: b)
        case (.map(let aKey, let aValue), .map(let bKey, let bValue)):
            isAsGeneral(aKey, as: bKey) && isAsGeneral(aValue, as: bValue)
        case (.opaque(let aName, let aParts), .opaque(let bName, let bParts)):
            aName == bName && aParts.count == bParts.count
                && zip(aParts, bParts).allSatisfy { isAsGeneral($0, as: $1) }
        case (.type, .type): true
        default: a == b
        }
    }

    /// The type with what its parameters stand for.
    ///
    /// - Parameter isFinal: parameters that stand for nothing become `dyn`.
    func substituted(_ type: CELType, isFinal: Bool = false) -> CELType {
        var budget = 1_000
        return substituted(type, isFinal, &budget)
    }

    /// - Parameter budget: parts that the result may still have. Parameters bound to pairs of parameters could double it
    ///   with each step.
    private func substituted(_ type: CELType, _ isFinal: Bool, _ budget: inout Int) -> CELType {
        budget -= 1
        guard budget > 0 else { return .dyn }
        switch resolved(type) {
        case .parameter(let name):
            guard let bound = bindings[name] else { return isFinal ? .dyn : .parameter(name) }
            return substituted(bound, isFinal, &budget)
        case let other: return other.mapParts { substituted($0, isFinal, &budget) }
        }
    }
}

extension CELType {
    /// True when null may stand for it (messages, timestamps, durations and abstract types).
    fileprivate var isNullable: Bool {
        switch self {
        case .null, .optional, .timestamp, .duration, .object, .opaque: true
        default: false
        }
    }

    var hasParameters: Bool {
        switch self {
        case .parameter: true
        case .list(let part), .optional(let part), .type(let part): part.hasParameters
        case .map(let key, let value): key.hasParameters || value.hasParameters
        case .opaque(_, let parts): parts.contains(where: \.hasParameters)
        default: false
        }
    }

    func mapParts(_ transform: (CELType) -> CELType) -> CELType {
        switch self {
        case .list(let part): .list(transform(part))
        case .optional(let part): .optional(transform(part))
        case .type(let part): .type(transform(part))
        case .map(let key, let value): .map(transform(key), transform(value))
        case .opaque(let name, let parts): .opaque(name, parts.map(transform))
        default: self
        }
    }

    /// More parts than a type may have. A deeper one is `dyn`: it is checked when it is evaluated.
    private static let mostParts = 200

    /// The type, unless it is larger than any that a person would write.
    var bounded: CELType {
        var parts = 0
        count(&parts)
        return parts > Self.mostParts ? .dyn : self
    }

    private func count(_ parts: inout Int) {
        parts += 1
        guard parts <= Self.mostParts else { return }
        switch self {
        case .list(let part), .optional(let part), .type(let part): part.count(&parts)
        case .map(let key, let value):
            key.count(&parts)
            value.count(&parts)
        case .opaque(_, let all): for part in all { part.count(&parts) }
        default: break
        }
    }
}
