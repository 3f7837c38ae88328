internal import Basics
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Schedules of quality rules and service levels that their scheduler cannot read. Of other schedulers than cron nothing is known.
enum ScheduleSensible {
    static let rule = RuleDescriptor(
        "quality/schedule-sensible", .warning, "A schedule for cron is one that cron can read.",
        why: "A check that never runs finds nothing, and nobody is told that it does not run.",
        reference: "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/data-quality/")

    static func check(_ element: ElementRef, _ found: inout IssueList) {
        let isCron = element.text(.scheduler).map { $0.lowercased().contains("cron") }
        // The keys of ODCS 2.2 and DCS say themselves that they hold such an expression.
        let isNamed =
            element.document.standard == .dcs
            || (element.document.standard == .odcs && element.document.version < "3.0.0")
        guard let node = element.node(isNamed && element.has(.cron) ? .cron : .schedule), isCron ?? isNamed else {
            return
        }
        let tree = found.tree
        guard !tree[node].type.isDisjoint(with: .scalar), found.hasRoom(for: rule) else { return }
        let text = tree.trimmedText(of: node)
        // `${VAR}` and `{{ }}` stand for a value that is put in later.
        if text.isEmpty || text.contains("{") || CronExpression.isValid(text) { return }
        found.add(
            Issue(
                rule, "\(found.quoted(node)) is no schedule that cron can read", at: tree.rangeOfUse(of: node),
                help:
                    "write minute, hour, day of the month, month and day of the week, as in `0 6 * * *` for every day at six",
                subject: text),
            at: node, of: element.id)
    }
}
