internal import CEL
internal import ContractModel
internal import Diagnostics

/// Parts of a rule's conditions that no example makes true, or none makes false: nothing tests them.
struct ExampleCoverage {
    private var order: [String] = []
    private var seen: [String: Set<String>] = [:]

    mutating func add(_ trials: RuleTrials, _ document: ContractDocument, today: Int) {
        let selected = trials.condition?.answers(document, today: today)
        if let condition = trials.condition, let selected { note(condition, selected) }
        for clause in trials.clauses {
            let rows = clause.trial.answers(document, today: today)
            let asked = rows.indices.filter { index in selected.map { $0[index].value == "true" } ?? true }
            note(clause.trial, asked.map { rows[$0] })
        }
    }

    private mutating func note(_ trial: ExpressionTrial, _ rows: [EvaluationReport.Row]) {
        let conditions = Set(trial.conditions)
        for text in trial.conditions where seen[text] == nil {
            order.append(text)
            seen[text] = []
        }
        for part in rows.flatMap(\.parts) where conditions.contains(part.text) { seen[part.text]?.insert(part.value) }
    }

    /// In sentences.
    var gaps: [String] {
        order.flatMap { text in
            ["true", "false"].filter { !(seen[text]?.contains($0) ?? false) }.map { "no example makes `\(text)` \($0)" }
        }
    }
}
