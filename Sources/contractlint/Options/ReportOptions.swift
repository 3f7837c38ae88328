import ArgumentParser
import Diagnostics
import Governance
import Reporters
import Workspace

/// Destination of the report of `check` and `breaking`, and what the run ends with.
struct ReportOptions: ParsableArguments {
    @Option(help: "The form of the report on standard output: \(list(ReportFormat.allCases)).")
    var format: ReportFormat = .text

    @Option(
        name: .customLong("report"),
        help: ArgumentHelp("Write a report to a file as well; may be repeated.", valueName: "format=file"))
    var reports: [ReportTarget<ReportFormat>] = []

    @Option(
        help: "The least severity that fails the run: \(list(Configuration.FailOn.allCases)). (default: error)")
    var failOn: Configuration.FailOn?

    @Flag(help: "Print only errors and warnings, and nothing when there are none.")
    var quiet = false

    @Flag(
        help:
            "Say of each finding how its rule came to hold: pack, layer, what layers changed; its fingerprint; and what is hidden."
    )
    var verbose = false

    @OptionGroup var color: ColorOptions

    var showsExcerpts: Bool { ([format] + reports.map(\.format)).contains(where: \.showsExcerpts) }

    /// Writes all reports and notes of a run.
    ///
    /// - Parameter isEmptyFine: whether a run that found nothing to look at is a success.
    /// - Returns: what the run ends with.
    func finish(_ outcome: Outcome, _ elapsed: Duration, isEmptyFine: Bool) -> ExitStatus {
        let report = outcome.report
        var status = ExitStatus.clean
        if outcome.isEmpty, !isEmptyFine { status = .nothingToCheck }
        if outcome.isFailed(at: failOn) { status = .findings }
        if !report.failures.isEmpty { status = .wrongRun }
        if !write(report, elapsed) { status = .wrongRun }
        // The report on standard output is for a machine; who looks at the log must see what went wrong as well.
        if format != .text { Message.write(report.failures) }
        if quiet { return reports.write(report) ? status : .wrongRun }
        if outcome.isEmpty, !isEmptyFine, report.failures.isEmpty {
            StandardStream.error.write("contractlint: nothing to check: no contract was found\n")
        }
        if !reports.write(report) { status = .wrongRun }
        if let caveat = outcome.caveat, status != .clean { Message.write(notes: [caveat]) }
        Message.write(notes: outcome.notes)
        return status
    }

    /// Writes the report to standard output.
    private func write(_ report: Report, _ elapsed: Duration) -> Bool {
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        let style = ReportStyle(
            color: color.isColored, quiet: quiet, elapsed: format == .text ? seconds : nil, verbose: verbose)
        var fault: FileFault?
        format.write(report, style: style) { bytes in fault = fault ?? StandardStream.output.write(bytes) }
        if let fault { Message.write([.standardOutput(fault)]) }
        return fault == nil
    }
}

extension Configuration.FailOn: ExpressibleByArgument {}

/// Words as a sentence lists them.
func list(_ words: some Collection<some RawRepresentable<String>>) -> String {
    words.map(\.rawValue).joined(separator: ", ")
}
