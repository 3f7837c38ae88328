internal import Diagnostics

/// Steps that somebody can take next, at the end of a report for people.
enum NextStep {
    /// From this many findings on it matters where to begin.
    private static let many = 5
    /// From this many errors and warnings on a folder is one that was there before contractlint.
    private static let old = 50

    static func all(after report: Report, _ style: ReportStyle) -> [String] {
        var steps: [String] = []
        var rules: [String: Int] = [:]
        var (errors, warnings) = (0, 0)
        for finding in report.findings where finding.severity > .info {
            if finding.severity == .error { errors += 1 } else { warnings += 1 }
            if finding.severity == .error { rules[finding.rule, default: 0] += 1 }
        }
        let first = rules.max { a, b in a.value == b.value ? a.key > b.key : a.value < b.value }
        // One rule that is broken here and there is no place to begin.
        if let first, errors >= many, report.comparisons == nil, first.value * 3 >= errors {
            steps.append(
                "begin with \(first.key), \(first.value) of \(errors) errors: contractlint check --select \(first.key)")
        }
        if errors + warnings >= old, report.baseline == nil, report.comparisons == nil {
            steps.append(
                "an old repository? contractlint check --write-baseline baseline.json records what is there today; from then on "
                    + "only what is new counts")
        }
        if !style.isConfigured {
            steps.append("contractlint init writes a configuration, in which rules can be chosen and tuned")
        }
        return steps
    }
}
