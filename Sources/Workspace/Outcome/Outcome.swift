package import Diagnostics
package import Governance

/// The answer to a check or a comparison: plain values.
package struct Outcome: Sendable {
    /// Documents, findings, failures and comparisons.
    private let unjudged: Report
    /// Lines for people about what the report does not say in every form.
    package var notes: [String] = []
    /// A line that matters where something is wrong.
    package var caveat: String?
    /// True when a configuration says which rules hold for some file.
    package var isConfigured = true
    /// Numbers of what was looked at.
    package var files = 0
    package var bytes = 0
    package var nodes = 0
    /// The least severity that fails a run, by name of the file.
    private let bars: [String: Configuration.FailOn]

    /// The least severity that does wherever a file lies; nil: as the configuration nearest to it has it.
    package var failOn: Configuration.FailOn?

    init(_ report: Report, bars: [String: Configuration.FailOn]) {
        unjudged = report
        self.bars = bars
    }

    /// Outcome of this and of another look at the same files: each finding once.
    func joined(with other: Outcome) -> Outcome {
        var joined = Outcome(
            unjudged.joined(with: other.unjudged), bars: bars.merging(other.bars) { $0.stricter($1) })
        joined.notes = notes + other.notes.filter { !notes.contains($0) }
        joined.caveat = caveat ?? other.caveat
        joined.isConfigured = isConfigured
        (joined.files, joined.bytes, joined.nodes) = (files, bytes, nodes)
        return joined
    }

    package var report: Report {
        var report = unjudged
        let (bars, everywhere) = (bars, failOn)
        report.fails = { finding in
            // What is advisory is shown, and never a reason to fail.
            finding.provenance.enforcement > .advisory
                && (everywhere ?? bars[finding.place.file] ?? .error).fails(finding.severity)
        }
        return report
    }

    /// True when some finding fails the run.
    package var isFailed: Bool { report.findings.contains(where: report.fails) }

    /// True when there was nothing to look at.
    package var isEmpty: Bool {
        // The last contract may have been removed, and its removal waived.
        unjudged.documents.isEmpty && unjudged.findings.isEmpty && unjudged.excepted.isEmpty
    }
}
