package import Diagnostics
package import Governance

/// The answer to a check or a comparison: plain values.
package struct Outcome: Sendable {
    /// Documents, findings, failures and comparisons.
    package let report: Report
    /// Lines for people about what the report does not say in every form.
    package var notes: [String] = []
    /// A line that matters where something is wrong.
    package var caveat: String?
    /// Numbers of what was looked at.
    package var files = 0
    package var bytes = 0
    package var nodes = 0
    /// The least severity that fails a run, by name of the file.
    private let bars: [String: Configuration.FailOn]

    init(_ report: Report, bars: [String: Configuration.FailOn]) {
        self.report = report
        self.bars = bars
    }

    /// Outcome of this and of another look at the same files: each finding once.
    func joined(with other: Outcome) -> Outcome {
        var joined = Outcome(
            report.joined(with: other.report), bars: bars.merging(other.bars) { $0.stricter($1) })
        joined.notes = notes + other.notes.filter { !notes.contains($0) }
        joined.caveat = caveat ?? other.caveat
        (joined.files, joined.bytes, joined.nodes) = (files, bytes, nodes)
        return joined
    }

    /// True when some finding fails the run.
    ///
    /// - Parameter everywhere: the least severity that does; nil: as the configuration nearest to each file has it.
    package func isFailed(at everywhere: Configuration.FailOn?) -> Bool {
        // By number, so that no finding is copied; they come file by file, so that few names are looked up.
        let findings = report.findings
        var bar = Configuration.FailOn.error
        for index in findings.indices {
            if index == 0 || findings[index].place.file != findings[index - 1].place.file {
                bar = everywhere ?? bars[findings[index].place.file] ?? .error
            }
            // What is advisory is shown, and never a reason to fail.
            if bar.fails(findings[index].severity), findings[index].provenance.enforcement > .advisory { return true }
        }
        return false
    }

    /// True when there was nothing to look at.
    package var isEmpty: Bool { report.documents.isEmpty && report.findings.isEmpty }
}
