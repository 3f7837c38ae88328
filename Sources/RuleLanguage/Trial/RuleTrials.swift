internal import CEL
internal import ContractModel
internal import Diagnostics

/// The expressions of a rule as trials: what of them held for an example, and what did not.
struct RuleTrials {
    /// Nil: the rule is about everything that it selects.
    let condition: ExpressionTrial?
    let clauses: [(name: String?, trial: ExpressionTrial)]

    /// - Parameter overrides: values that an example gives to parameters.
    /// - Returns: nil for a rule about changes or strings, which are no elements.
    init?(_ source: RuleSource, in pack: RulePack, overriding overrides: [String: ParameterValue]) {
        guard source.selection.element != nil else { return nil }
        var compiler = RuleCompiler(source, in: pack.tree, overrides: overrides, words: pack.content.words)
        compiler.readAbbreviations()
        func trial(_ text: RuleText) -> ExpressionTrial? {
            compiler.check(text, as: .bool).map { ExpressionTrial($0, source.selection, compiler.parameters) }
        }
        condition = source.condition.flatMap(trial)
        clauses = source.clauses.compactMap { clause in trial(clause.text).map { (clause.name, $0) } }
    }

    /// Values of the expressions for each element of a document, in lines.
    func lines(_ document: ContractDocument, today: Int) -> [String] {
        var lines: [String] = []
        let selected = condition?.answers(document, today: today)
        let answers = clauses.map { ($0.name, $0.trial.answers(document, today: today)) }
        let elements = selected ?? answers.first?.1 ?? []
        if elements.isEmpty { return ["nothing in it is selected"] }
        for index in elements.indices {
            let element = elements[index].element
            if let selected, selected[index].value != "true" {
                lines.append("`\(element)`: `where` is \(selected[index].value)" + Self.parts(selected[index]))
                continue
            }
            for (name, rows) in answers where index < rows.count {
                let clause = name.map { "the clause `\($0)`" } ?? "`require`"
                lines.append("`\(element)`: \(clause) is \(rows[index].value)" + Self.parts(rows[index]))
            }
        }
        return Array(lines.prefix(Self.mostLines))
    }

    private static let mostLines = 12

    private static func parts(_ row: EvaluationReport.Row) -> String {
        if row.parts.isEmpty { return "" }
        return ": " + row.parts.map { "`\($0.text)` is \($0.value)" }.joined(separator: ", ")
    }
}
