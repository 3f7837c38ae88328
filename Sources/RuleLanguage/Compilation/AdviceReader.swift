internal import Basics
internal import CEL
internal import ContractModel
internal import Diagnostics

/// Reads the keys and parameters that texts for people name: `{key(property.classification)}`, `{params.allowed}`.
struct AdviceReader {
    private let parameters: ParameterValues
    private(set) var faults: [(fault: Fault, text: RuleText)] = []
    private(set) var readParameters: Set<String> = []

    init(_ parameters: ParameterValues) { self.parameters = parameters }

    /// Parts of a remedy. Braces that open neither a call nor a parameter stand for themselves: `{metric: rowCount}`.
    mutating func parts(of text: RuleText) -> [AdvicePart] {
        let template = Template(text, opens: Self.opensWord)
        for fault in template.faults { faults.append((fault, text)) }
        return template.parts.compactMap { part in
            switch part {
            case .text(let text): .text(text)
            case .expression(let expression): self.part(expression)
            }
        }
    }

    private static func opensWord(_ rest: Substring) -> Bool {
        if rest.hasPrefix(RuleTypes.params + ".") { return true }
        let word = rest.prefix { $0.isLetter }
        return !word.isEmpty && rest.dropFirst(word.count).first == "("
    }

    private mutating func part(_ text: RuleText) -> AdvicePart? {
        let parsed = Parser.parse(text.text)
        for fault in parsed.faults { faults.append((fault, text)) }
        guard let expression = parsed.expression else { return nil }
        if let mention = mention(expression, in: text) { return .key(mention) }
        if case .select(let operand, let name, false) = expression[expression.root].kind,
            case .identifier(RuleTypes.params) = expression[operand].kind
        {
            readParameters.insert(name)
            if let value = parameters.given.first(where: { $0.name == name })?.value { return .text(value.words) }
            let near = Spelling.nearest(to: name, among: parameters.given.map(\.name))
            note("the rule has no parameter `\(name.shortened)`", expression[expression.root], text, near)
            return nil
        }
        if !Self.isMention(expression) {
            note(
                "a remedy names keys and parameters alone", expression[expression.root], text,
                help: "write `{key(property.classification)}` or `{params.allowed}`")
        }
        return nil
    }

    static func isMention(_ expression: Expression) -> Bool {
        if case .call("key", nil, _) = expression[expression.root].kind { true } else { false }
    }

    /// A call of `key`; nil: it is none, or one that is wrong.
    mutating func mention(_ expression: Expression, in text: RuleText) -> KeyMention? {
        guard case .call("key", nil, let arguments) = expression[expression.root].kind else { return nil }
        guard (1...2).contains(arguments.count) else {
            note(
                "`key` takes a field, and a value to write there if you like", expression[expression.root], text,
                help: "write `{key(property.required)}` or `{key(property.required, true)}`")
            return nil
        }
        guard let path = path(arguments[0], expression, text) else { return nil }
        guard arguments.count == 2 else { return KeyMention(path: path) }
        guard case .literal(let literal) = expression[arguments[1]].kind, let value = Self.yaml(literal) else {
            note(
                "the value is to be written out", expression[arguments[1]], text, help: "write true, a number or a text"
            )
            return nil
        }
        return KeyMention(path: path, value: value)
    }

    private static func yaml(_ literal: Literal) -> String? {
        switch literal {
        case .bool(let truth): truth ? "true" : "false"
        case .int(let whole): String(whole)
        case .string(let text): isPlain(text) ? text : ParameterValue.string(text).text
        default: nil
        }
    }

    /// Answer to whether YAML reads a text as text without quotes: `3y`, `99.5%`, but not `3` or `no`.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "%") }
            && text.utf8.first?.isDigit == true && text.utf8.contains { $0.isLetter || $0 == UInt8(ascii: "%") }
            && Double(text) == nil
    }

    private mutating func path(_ id: ExprID, _ expression: Expression, _ text: RuleText) -> FieldPath? {
        var fields: [(name: String, id: ExprID)] = []
        var here = id
        var names: [ExprID: String] = [:]
        while true {
            switch expression[here].kind {
            case .select(let operand, let field, _):
                fields.append((field, here))
                here = operand
                continue
            // `sla(contract, "latency")` stands for the entry of that name.
            case .call("sla", nil, let arguments):
                guard arguments.count == 2, case .literal(.string(let name)) = expression[arguments[1]].kind else {
                    break
                }
                fields.append((Key.slaProperties.rawValue, here))
                names[here] = name
                here = arguments[0]
                continue
            default: break
            }
            break
        }
        guard case .identifier(var type) = expression[here].kind, ModelTypes.shared.fieldNames(of: type) != nil else {
            note(
                "`key` takes a field of an element", expression[here], text,
                help: "write `key(property.classification)`")
            return nil
        }
        var steps: [FieldPath.Step] = []
        for (field, id) in fields.reversed() {
            guard let kind = ElementKind(rawValue: type),
                let declaration = ModelTypes.shared.field(field, of: type),
                let key = Key(rawValue: field)
            else {
                let near = Spelling.nearest(to: field, among: ModelTypes.shared.fieldNames(of: type) ?? [])
                note("`\(type)` has no field `\(field.shortened)`", expression[id], text, near)
                return nil
            }
            steps.append(FieldPath.Step(kind, key, names: names[id].map { [$0] } ?? []))
            switch declaration.type {
            case .object(let next), .list(.object(let next)): type = next
            default: type = ""
            }
        }
        guard !steps.isEmpty else {
            note("`key` takes a field of an element", expression[here], text, help: "write `\(type).name`")
            return nil
        }
        return FieldPath(steps)
    }

    private mutating func note(
        _ message: String, _ node: ExprNode, _ text: RuleText, _ near: String? = nil, help: String? = nil
    ) {
        faults.append((Fault(message, at: node.nameRange, help: near.map { "did you mean `\($0)`?" } ?? help), text))
    }
}

extension ParameterValue {
    /// As people write it in a sentence.
    fileprivate var words: String {
        switch self {
        case .list(let items): items.map(\.words).joined(separator: ", ")
        case .string(let text): text
        default: text
        }
    }
}
