internal import CEL

/// Changes an expression in one place at a time, in the ways in which people get one wrong: the other operator, a condition
/// too few, a limit next to the right one, a word left out of a list.
///
/// The changes are edits of the text, so that each has a place and can be shown. Some give what no longer compiles: whoever
/// tries them finds out.
struct ExpressionMutator {
    private let expression: Expression
    private let text: String
    private let bytes: [UInt8]
    private(set) var edits: [TextEdit] = []

    static func edits(of expression: Expression, written text: String) -> [TextEdit] {
        var mutator = ExpressionMutator(expression: expression, text: text, bytes: Array(text.utf8))
        mutator.visit(expression.root, isCondition: true)
        var seen: Set<TextEdit> = []
        return mutator.edits.filter { seen.insert($0).inserted }
    }

    private init(expression: Expression, text: String, bytes: [UInt8]) {
        self.expression = expression
        self.text = text
        self.bytes = bytes
    }

    private mutating func edit(_ range: Range<Int>, _ replacement: String) {
        edits.append(TextEdit(range, replacement))
    }

    private func written(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    private func written(_ id: ExprID) -> String { written(expression[id].range) }

    /// - Parameters:
    ///   - isCondition: whether it is true or false where it stands.
    ///   - isChained: whether it is a part of a chain of `&&` or `||` that was taken apart already.
    private mutating func visit(_ id: ExprID, isCondition: Bool, isChained: Bool = false) {
        let node = expression[id]
        switch node.kind {
        case .literal(let literal): for other in Self.others(than: literal) { edit(node.range, other.text) }
        case .identifier, .structure: if isCondition { negate(id) }
        case .select(let operand, _, _):
            if isCondition { negate(id) }
            visit(operand, isCondition: false)
        case .has(let operand, _):
            decide(id)
            visit(operand, isCondition: false)
        case .call(let function, let receiver, let arguments):
            call(id, function, (receiver.map { [$0] } ?? []) + arguments, isCondition, isChained)
        case .list(let elements, _): list(id, elements)
        case .map(let entries):
            for entry in entries {
                visit(entry.key, isCondition: false)
                visit(entry.value, isCondition: false)
            }
        case .comprehension(let loop): comprehension(id, loop, isCondition)
        case .bind(_, let value, let body):
            visit(value, isCondition: false)
            visit(body, isCondition: isCondition)
        case .optionalMap(let operand, _, let body, _):
            visit(operand, isCondition: false)
            visit(body, isCondition: false)
        }
    }

    private mutating func call(
        _ id: ExprID, _ function: String, _ operands: [ExprID], _ isCondition: Bool, _ isChained: Bool
    ) {
        let node = expression[id]
        switch function {
        case "_&&_", "_||_":
            edit(node.nameRange, function == "_&&_" ? "||" : "&&")
            if !isChained { dropTerms(id, function) }
            for operand in operands {
                visit(operand, isCondition: true, isChained: isLink(operand, of: id, function))
            }
            return
        case "!_":
            edit(node.nameRange, "")
            visit(operands[0], isCondition: false, isChained: false)
            return
        case "_?_:_":
            edit(
                node.range,
                "(\(written(operands[0]))) ? (\(written(operands[2]))) : (\(written(operands[1])))")
            visit(operands[0], isCondition: true)
            for branch in operands.dropFirst() { visit(branch, isCondition: isCondition) }
            return
        case "filled": decide(id)
        default:
            if let others = Self.otherOperators[function] {
                for other in others { edit(node.nameRange, other) }
            } else if isCondition {
                negate(id)
            }
        }
        for operand in operands { visit(operand, isCondition: false) }
    }

    private static let otherOperators = [
        "_==_": ["!="], "_!=_": ["=="], "_<_": ["<=", ">"], "_<=_": ["<", ">="], "_>_": [">=", "<"],
        "_>=_": [">", "<="], "_+_": ["-"], "_-_": ["+"], "_*_": ["/"], "_/_": ["*"], "_%_": ["*"],
    ]

    private mutating func negate(_ id: ExprID) { edit(expression[id].range, "!(\(written(id)))") }

    /// A test for presence, decided.
    private mutating func decide(_ id: ExprID) {
        edit(expression[id].range, "true")
        edit(expression[id].range, "false")
    }

    // MARK: Chains

    /// True when an operand belongs to the same chain: the same operator without parentheses around it, which lie outside a
    /// node's range.
    private func isLink(_ operand: ExprID, of id: ExprID, _ function: String) -> Bool {
        guard case .call(function, nil, _) = expression[operand].kind else { return false }
        let (inner, outer) = (expression[operand].range, expression[id].range)
        return inner.lowerBound == outer.lowerBound || inner.upperBound == outer.upperBound
    }

    private func marks(_ id: ExprID, _ function: String) -> [Range<Int>] {
        guard case .call(_, _, let operands) = expression[id].kind, operands.count == 2 else { return [] }
        func inner(_ operand: ExprID) -> [Range<Int>] {
            isLink(operand, of: id, function) ? marks(operand, function) : []
        }
        return inner(operands[0]) + [expression[id].nameRange] + inner(operands[1])
    }

    /// Each term of a chain left out.
    private mutating func dropTerms(_ id: ExprID, _ function: String) {
        let range = expression[id].range
        let marks = marks(id, function)
        for index in 0...marks.count {
            let end = index < marks.count ? marks[index].lowerBound : range.upperBound
            if index > 0 {
                edit(marks[index - 1].lowerBound..<end, "")
            } else if let first = marks.first {
                edit(range.lowerBound..<first.upperBound, "")
            }
        }
    }

    // MARK: Lists and loops

    private mutating func list(_ id: ExprID, _ elements: [ExprID]) {
        for index in elements.indices {
            let rest = elements.indices.filter { $0 != index }.map { written(elements[$0]) }
            edit(expression[id].range, "[\(rest.joined(separator: ", "))]")
        }
        if elements.count > 1 { edit(expression[id].range, "[]") }
        for element in elements { visit(element, isCondition: false) }
    }

    private mutating func comprehension(_ id: ExprID, _ loop: Comprehension, _ isCondition: Bool) {
        let node = expression[id]
        var isTest = false
        switch loop.macro {
        case .all: edit(node.nameRange, Comprehension.Macro.exists.rawValue)
        case .exists: edit(node.nameRange, Comprehension.Macro.all.rawValue)
        case .existsOne: edit(node.nameRange, Comprehension.Macro.exists.rawValue)
        default: break
        }
        switch loop.macro {
        case .all, .exists, .existsOne:
            if isCondition { negate(id) }
            isTest = true
        case .filter:
            // Everything, and nothing.
            edit(node.range, written(loop.range))
            isTest = true
        default: break
        }
        visit(loop.range, isCondition: false)
        if let filter = loop.filter { visit(filter, isCondition: true) }
        visit(loop.body, isCondition: isTest)
    }

    // MARK: Constants

    static func others(than literal: Literal) -> [Literal] {
        switch literal {
        case .null: []
        case .bool(let value): [.bool(!value)]
        case .int(let value): [.int(value &+ 1), .int(value &- 1)]
        case .uint(let value): [.uint(value &+ 1), .uint(value &- 1)]
        case .double(let value): [.double(value + 1), .double(value - 1)]
        case .string(let value): [.string(other(than: value))]
        case .bytes(let value): [.bytes(value + [UInt8(ascii: "x")])]
        }
    }

    /// Another text: one that no list of words holds by chance.
    static func other(than text: String) -> String { text + "x" }
}
