import ArgumentParser
import Basics
import Diagnostics
import Governance
import Reporters
import RuleLanguage
import Workspace

/// `contractlint rules eval`
struct RulesEvalCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval",
        abstract: "Try an expression on a contract: its value for each element, and that of its parts.",
        discussion: """
            EXPRESSION is one that a rule could have under 'where' or 'require', such as \
            'filled(property.description)'. Exit codes: 0; 2 where the expression is wrong; 3 where nothing is selected.
            """)

    @Argument(help: "The expression.")
    var expression: String

    @Argument(help: "The file of a contract or data product.")
    var contract: String

    @Option(help: ArgumentHelp("What it looks at, one by one, as in a rule.", valueName: "kind"))
    var select: String?

    @OptionGroup var output: TextOptions
    @OptionGroup var day: DayOptions
    @OptionGroup var configuration: ConfigurationOptions

    func answer() throws -> ExitStatus {
        let workspace = try configuration.workspace()
        let report: EvaluationReport
        do {
            let trial = try ExpressionTrial(expression, try selection())
            report = try workspace.evaluation(of: trial, expression, on: Arguments.path(contract), today: day.number)
        } catch let invalid as ExpressionTrial.Invalid {
            throw WorkspaceFault(
                invalid.faults.map { fault in
                    Report.Failure(
                        file: nil,
                        message: "in the expression, at byte \(fault.range.lowerBound + 1): \(fault.message)"
                            + (fault.help.map { "; \($0)" } ?? ""))
                })
        }
        try output.print(text: EvaluationText.text(report, color: output.isColored), json: EvaluationText.json(report))
        return report.rows.isEmpty ? .nothingToCheck : .clean
    }

    /// The kind that is named or, without one, the first that the expression speaks of.
    private func selection() throws -> Selection {
        let known = Selection.allCases.filter { $0.element != nil }
        guard let select else {
            let words = Set(expression.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
            let order: [Selection] = [.quality, .relationship, .property, .object]
            return (order + known).first { words.contains($0.rawValue) } ?? .contract
        }
        if let selection = known.first(where: { $0.rawValue == select }) { return selection }
        let near = Spelling.nearest(to: select, among: known.map(\.rawValue))
        throw ValidationError(
            "nothing can be selected by '\(Message.escaped(select.shortened))'"
                + (near.map { "; did you mean '\($0)'?" }
                    ?? "; it is one of \(known.map(\.rawValue).joined(separator: ", "))"))
    }
}
