internal import Basics
internal import CEL
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Messages, advice and places of a rule.
extension RuleCompiler {
    mutating func message(for clause: RuleSource.Clause, _ facts: Guards.Facts) -> [Making<MessagePart>] {
        guard let text = source.messages.first(where: { $0.clause == nil || $0.clause == clause.name })?.text else {
            return []
        }
        return message(text, facts)
    }

    /// Message of an added clause; without one of its own what the rule says of all clauses, or the plain fact.
    mutating func message(for addition: AddedClause, _ facts: Guards.Facts) -> [Making<MessagePart>] {
        if let text = addition.message { return message(text, facts) }
        if let text = source.messages.first(where: { $0.clause == nil })?.text { return message(text, facts) }
        return [{ .text("`\(addition.name)` does not hold, which the layer \(addition.layer.shortened) demands") }]
    }

    private mutating func message(_ text: RuleText, _ facts: Guards.Facts) -> [Making<MessagePart>] {
        let template = Template(text)
        for fault in template.faults { note(fault, in: text) }
        return template.parts.compactMap { part in
            switch part {
            case .text(let text): return { .text(text) }
            case .expression(let text):
                if text.text.trimmed == "clause" { return { .clause } }
                if let expression = Parser.parse(text.text).expression, AdviceReader.isMention(expression) {
                    guard let key = advice({ $0.mention(expression, in: text) }) else { return nil }
                    return { .key(key) }
                }
                guard let checked = check(text, as: nil) else { return nil }
                for fault in Guards.faults(in: checked, given: facts, isValue: false, optional: optional) {
                    note(fault, in: text)
                }
                return { [text = text.text] in .value(CompiledExpression(checked, text)) }
            }
        }
    }

    mutating func prose() -> RuleProse {
        var prose = source.prose
        let texts = source.remedies.compactMap { remedy -> Advice.Text? in
            let parts = advice { $0.parts(of: remedy.text) }
            guard let word = remedy.standard else { return Advice.Text(scope: .everything, parts: parts) }
            guard let scope = StandardScope(word.text) else {
                let words = Standard.allCases.filter(\.isOfContracts).map(\.title)
                note(
                    Fault(
                        "`\(word.text.shortened)` is no standard", at: 0..<word.text.utf8.count,
                        help: "write one of \(words.joined(separator: ", ")), with the numbers of a version if you like"
                    ),
                    in: word)
                return nil
            }
            return Advice.Text(scope: scope, parts: parts)
        }
        if !texts.isEmpty { prose.remedy = Advice(texts) }
        return prose
    }

    /// Result of reading a text as advice.
    private mutating func advice<Result>(_ read: (inout AdviceReader) -> Result) -> Result {
        var reader = AdviceReader(parameters)
        let result = read(&reader)
        readParameters.formUnion(reader.readParameters)
        for (fault, text) in reader.faults { note(fault, in: text) }
        return result
    }

    mutating func pointer(_ text: RuleText) -> Making<CompiledPointer>? {
        guard let checked = check(text, as: nil) else { return nil }
        let root = checked.expression.root
        if case .select(let operand, let name, false) = checked.expression[root].kind,
            case .field = checked.references[Int(root)], let key = Self.key(name, of: checked.types[Int(operand)])
        {
            return { [text = text.text] in
                var holder = checked
                holder.expression.root = operand
                return .field(CompiledExpression(holder, text), key)
            }
        }
        guard Self.isPlace(checked.type) else {
            note(
                Fault(
                    "a finding cannot point at this", at: checked.expression[root].range,
                    help: "name a field, such as `\(Self.someField(source.selection))`"),
                in: text)
            return nil
        }
        return { [text = text.text] in .value(CompiledExpression(checked, text)) }
    }

    private static func isPlace(_ type: CELType) -> Bool {
        switch type {
        case .object, .list, .dyn: true
        default: false
        }
    }

    private static func someField(_ selection: Selection) -> String {
        if selection == .change { return "change.new.property" }
        let fields = ModelTypes.shared.fieldNames(of: selection.rawValue)
        return selection.rawValue + "." + (fields?.first { $0 == "name" || $0 == "description" } ?? "path")
    }

    private static func key(_ field: String, of type: CELType) -> Key? {
        guard case .object(let name) = type else { return nil }
        return ModelTypes.shared.key(field, of: name)
    }
}
