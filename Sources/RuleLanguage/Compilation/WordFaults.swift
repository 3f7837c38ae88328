internal import Basics
internal import CEL
internal import ContractModel
internal import Diagnostics

/// Finds texts that are compared with a field of a closed vocabulary and are none of its words: such a comparison never holds.
struct WordFaults {
    private let checked: CheckedExpression
    private let words: ModelWords
    private var expression: Expression { checked.expression }
    private(set) var faults: [Fault] = []

    static func faults(in checked: CheckedExpression, _ words: ModelWords) -> [Fault] {
        var finder = WordFaults(checked: checked, words: words)
        for index in checked.expression.nodes.indices { finder.look(at: ExprID(index)) }
        return finder.faults
    }

    private init(checked: CheckedExpression, words: ModelWords) {
        self.checked = checked
        self.words = words
    }

    private mutating func look(at id: ExprID) {
        guard case .call(let function, let receiver, let arguments) = expression[id].kind else { return }
        let operands = (receiver.map { [$0] } ?? []) + arguments
        switch function {
        case "_==_", "_!=_":
            judge(operands[0], against: operands[1])
            judge(operands[1], against: operands[0])
        case "@in":
            if case .list(let elements, _) = expression[operands[1]].kind {
                for element in elements { judge(element, against: operands[0]) }
            } else {
                judge(operands[0], against: operands[1])
            }
        case "startsWith", "endsWith", "contains":
            guard operands.count == 2, let field = field(of: operands[0]), let text = literal(operands[1]) else {
                return
            }
            let holds: (String) -> Bool =
                function == "startsWith"
                ? { $0.hasPrefix(text) } : function == "endsWith" ? { $0.hasSuffix(text) } : { $0.contains(text) }
            if !field.words.contains(where: holds) { note(operands[1], text, field) }
        case "case":
            if operands.count == 2, let text = literal(operands[1]), !Self.styles.contains(text) {
                note(operands[1], text, ("the style of a name", Self.styles))
            }
        case "missing":
            guard operands.count == 2, case .list(let elements, _) = expression[operands[1]].kind else { return }
            for element in elements {
                guard let text = literal(element), Key(rawValue: text) == nil else { continue }
                let near = Spelling.nearest(to: text, among: Key.allCases.map(\.rawValue))
                faults.append(
                    Fault(
                        "no standard has a key `\(text.shortened)`", at: expression[element].range,
                        help: near.map { "did you mean `\($0)`?" }))
            }
        default: break
        }
    }

    private static let styles = NameStyle.allCases.map(\.rawValue)

    private mutating func judge(_ id: ExprID, against other: ExprID) {
        guard let text = literal(id), !text.isEmpty, let field = field(of: other), !field.words.contains(text) else {
            return
        }
        note(id, text, field)
    }

    private func literal(_ id: ExprID) -> String? {
        if case .literal(.string(let text)) = expression[id].kind { text } else { nil }
    }

    private typealias Field = (name: String, words: [String])

    /// A field that holds words of a closed vocabulary, or a list of them.
    private func field(of id: ExprID) -> Field? {
        switch expression[id].kind {
        case .select(let operand, let name, _):
            var holder = checked.types[Int(operand)]
            if case .optional(let inner) = holder { holder = inner }
            guard case .object(let type) = holder, let words = words.words(of: name, in: type) else { return nil }
            return (expression.text(of: id), words)
        case .call("orValue", let receiver?, let arguments):
            guard let field = field(of: receiver) else { return nil }
            let own = arguments.first.flatMap(literal)
            return (field.name, field.words + (own.map { [$0] } ?? []))
        case .call("case", nil, let arguments) where arguments.count == 1: return ("the style of a name", Self.styles)
        case .call("convention", nil, _): return ("the style of names", Self.styles)
        default: return nil
        }
    }

    private mutating func note(_ id: ExprID, _ text: String, _ field: Field) {
        let name = field.name.split(separator: ".").last.map(String.init) ?? ""
        let near =
            Spelling.nearest(to: text, among: field.words)
            ?? ModelWords.meant(by: text, field: name).flatMap { field.words.contains($0) ? $0 : nil }
        let subject = field.name.hasPrefix("the ") ? field.name : "`\(field.name)`"
        faults.append(
            Fault(
                "\(subject) is never `\(text.shortened)`", at: expression[id].range,
                help: near.map { "did you mean `\($0)`?" }
                    ?? "it is one of \(field.words.prefix(12).joined(separator: ", "))\(field.words.count > 12 ? ", …" : "")"
            ))
    }
}
