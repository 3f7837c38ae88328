internal import Basics
internal import CEL
internal import ContractModel
internal import Patterns

/// Asks a quick test about what is bound to the variables.
///
/// A class, so that no reference is counted while it asks.
final class QuickAsking {
    typealias Nodes = UnsafeMutablePointer<QuickTest.Node>

    /// Those of the selection, then room for those of loops.
    let variables: UnsafeMutablePointer<CELValue>
    let host: ModelHost
    let evaluation: Evaluation

    init(variables: UnsafeMutablePointer<CELValue>, host: ModelHost, evaluation: Evaluation) {
        self.variables = variables
        self.host = host
        self.evaluation = evaluation
    }

    /// As deep as the expression, which the parser bounds.
    func ask(_ nodes: Nodes, _ index: Int32) -> QuickTest.Answer {
        let node = nodes + Int(index)
        switch node.pointee.kind {
        case .and:
            let left = ask(nodes, node.pointee.left)
            if left == .no { return .no }
            let right = ask(nodes, node.pointee.right)
            return right == .no ? .no : left == .yes && right == .yes ? .yes : .unsure
        case .or:
            let left = ask(nodes, node.pointee.left)
            if left == .yes { return .yes }
            let right = ask(nodes, node.pointee.right)
            return right == .yes ? .yes : left == .no && right == .no ? .no : .unsure
        case .not:
            switch ask(nodes, node.pointee.left) {
            case .yes: return .no
            case .no: return .yes
            case .unsure: return .unsure
            }
        case .other: return .unsure
        case .always: return .yes
        case .never: return .no
        case .filled:
            let value = value(node.pointee.value)
            if value.tag == .string, value.extra > 0, value.utf8[0] > 0x20 { return .yes }
            return answer(ElementFunctions.isFilled(value, evaluation))
        case .equals: return answer(Self.isEqual(value(node.pointee.value), node.pointee.constant))
        case .contains: return answer(contains(value(node.pointee.value), node.pointee.constant))
        case .among:
            let value = value(node.pointee.value)
            return answer(node.pointee.constant.elements.contains { Self.isEqual(value, $0) })
        case .amongLowered:
            let value = value(node.pointee.value)
            guard value.tag == .string else { return .unsure }
            return answer(node.pointee.constant.elements.contains { Self.isLowered(value, $0) })
        case .startsWith, .endsWith, .matches, .sizeMore, .sizeAtLeast, .sizeLess, .sizeAtMost: return text(node)
        case .intrinsic: return intrinsic(node)
        case .call:
            guard let result = call(node), result.tag == .bool else { return .unsure }
            return answer(result.asBool)
        case .filledCall:
            guard let result = call(node), !result.isError else { return .unsure }
            return answer(ElementFunctions.isFilled(result, evaluation))
        case .exists: return loop(nodes, node, decisive: .yes)
        case .all: return loop(nodes, node, decisive: .no)
        }
    }

    @inline(__always)
    private func answer(_ isYes: Bool) -> QuickTest.Answer { isYes ? .yes : .no }

    /// Questions about a text. What is none has no answer here.
    private func text(_ node: UnsafePointer<QuickTest.Node>) -> QuickTest.Answer {
        let value = value(node.pointee.value)
        guard value.tag == .string else { return .unsure }
        let text = value.utf8
        let word = node.pointee.constant
        switch node.pointee.kind {
        case .startsWith, .endsWith:
            let count = Int(word.extra)
            guard text.count >= count else { return .no }
            let offset = node.pointee.kind == .startsWith ? 0 : text.count - count
            for index in 0..<count where text[offset + index] != word.utf8[index] { return .no }
            return .yes
        case .matches:
            guard let pattern = node.pointee.pattern, evaluation.charge(steps: text.count / 16) else { return .unsure }
            return answer(pattern._withUnsafeGuaranteedRef { $0.isFound(in: text) })
        default:
            // In code points: bytes that do not continue one.
            var size: Int64 = 0
            for byte in text where byte & 0xC0 != 0x80 { size += 1 }
            switch node.pointee.kind {
            case .sizeMore: return answer(size > word.asInt)
            case .sizeAtLeast: return answer(size >= word.asInt)
            case .sizeLess: return answer(size < word.asInt)
            default: return answer(size <= word.asInt)
            }
        }
    }

    private func intrinsic(_ node: UnsafePointer<QuickTest.Node>) -> QuickTest.Answer {
        let value = value(node.pointee.value)
        switch node.pointee.intrinsic {
        case .ranked:
            guard value.tag == .string else { return .unsure }
            return answer(host.rank(of: value.utf8) != nil)
        case .personal: return answer(PersonalDataFunctions.isPersonal(value, host))
        case .personalData:
            return answer(PersonalDataFunctions.personalData(value, host) != nil)
        case .special:
            let name = host.node(Key.name.fieldNumber, of: value)
            return answer(name >= 0 && host.facts(ofName: name).special != nil)
        case .style:
            let name = host.node(Key.name.fieldNumber, of: value)
            return answer(name < 0 || UInt64(host.facts(ofName: name).styles) & node.pointee.constant.bits != 0)
        case .reserved:
            var name = host.node(Key.physicalName.fieldNumber, of: value)
            if name < 0 { name = host.node(Key.name.fieldNumber, of: value) }
            return answer(name >= 0 && host.facts(ofName: name).isReserved)
        }
    }

    private func call(_ node: UnsafePointer<QuickTest.Node>) -> CELValue? {
        node.pointee.call?._withUnsafeGuaranteedRef { $0.run(self) }
    }

    /// One element can decide, whatever the others give.
    private func loop(
        _ nodes: Nodes, _ node: UnsafePointer<QuickTest.Node>, decisive: QuickTest.Answer
    ) -> QuickTest.Answer {
        let list = node.pointee.call == nil ? value(node.pointee.value) : call(node) ?? .null
        var answer: QuickTest.Answer = decisive == .yes ? .no : .yes
        switch list.tag {
        case .list:
            for element in list.elements where step(nodes, node, element, decisive, &answer) { return answer }
        case .hostList:
            var cursor: UInt64 = 0
            while let element = host.next(in: list, &cursor) {
                if step(nodes, node, element, decisive, &answer) { return answer }
            }
        default: return .unsure
        }
        return answer
    }

    /// - Returns: whether the loop is over.
    @inline(__always)
    private func step(
        _ nodes: Nodes, _ node: UnsafePointer<QuickTest.Node>, _ element: CELValue, _ decisive: QuickTest.Answer,
        _ answer: inout QuickTest.Answer
    ) -> Bool {
        guard evaluation.charge(steps: 1) else {
            answer = .unsure
            return true
        }
        variables[Int(node.pointee.variable)] = element
        let own = ask(nodes, node.pointee.left)
        if own == decisive {
            answer = own
            return true
        }
        if own == .unsure { answer = .unsure }
        return false
    }

    // MARK: Values

    @inline(__always)
    func value(_ source: QuickTest.Source) -> CELValue {
        switch source {
        case .field(let number, let variable): host.field(number, of: variables[variable])
        case .nested(let number, let holder, let variable):
            host.field(number, of: host.field(holder, of: variables[variable]))
        case .variable(let index): variables[index]
        case .constant(let value): value
        }
    }

    @inline(__always)
    private static func isEqual(_ a: CELValue, _ b: CELValue) -> Bool {
        guard a.tag == b.tag else { return false }
        guard a.tag == .string else { return a.bits == b.bits }
        guard a.extra == b.extra else { return false }
        let (a, b) = (a.utf8, b.utf8)
        for index in 0..<a.count where a[index] != b[index] { return false }
        return true
    }

    /// Whether a text is another once its ASCII letters are in lower case.
    @inline(__always)
    private static func isLowered(_ a: CELValue, _ b: CELValue) -> Bool {
        guard b.tag == .string, a.extra == b.extra else { return false }
        let (a, b) = (a.utf8, b.utf8)
        for index in 0..<a.count where a[index].lowered != b[index] { return false }
        return true
    }

    private func contains(_ list: CELValue, _ element: CELValue) -> Bool {
        var cursor: UInt64 = 0
        while let item = host.next(in: list, &cursor) {
            if Self.isEqual(item, element) { return true }
        }
        return false
    }
}
