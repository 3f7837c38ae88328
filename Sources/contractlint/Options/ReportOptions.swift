import ArgumentParser
import Diagnostics
import Governance
import Reporters
import Workspace

/// Destination of the report of `check` and `breaking`, and what the run ends with.
struct ReportOptions: ParsableArguments {
    @Option(
        name: .customLong("format"),
        help: ArgumentHelp(
            "The form of the report on standard output: \(list(ReportFormat.allCases)). (default: text; agent where a known agent runs the program)",
            valueName: "format"))
    var namedFormat: ReportFormat?

    /// Form that was asked for, else the one that its reader can use: a language model pays for each word, a person wants the excerpt.
    var format: ReportFormat {
        namedFormat ?? (!listing.statistics && KnownAgent.isAtWork ? .agent : .text)
    }

    @Option(
        name: .customLong("report"),
        help: ArgumentHelp(
            "Write a report to a file as well, in a folder that is made where it is missing; may be repeated.",
            valueName: "format=file"))
    var reports: [ReportTarget<ReportFormat>] = []

    @Option(
        help: "The least severity that fails the run: \(list(Configuration.FailOn.allCases)). (default: error)")
    var failOn: Configuration.FailOn?

    @Flag(help: "End with 0 instead of 3 when there is no contract to look at.")
    var allowEmpty = false

    @OptionGroup var listing: ListingOptions
    @OptionGroup var color: ColorOptions

    var quiet: Bool { listing.quiet }

    var showsExcerpts: Bool {
        !listing.statistics && ([format] + reports.map(\.format)).contains(where: \.showsExcerpts)
    }

    func validate() throws {
        if listing.statistics, format != .text, format != .concise {
            throw ValidationError("--statistics is a form of the text report; take --format text")
        }
    }

    /// Writes all reports and notes of a run.
    ///
    /// - Parameter isEmptyFine: whether a run that found nothing to look at is a success.
    /// - Returns: what the run ends with.
    func finish(_ outcome: Outcome, _ elapsed: Duration, isEmptyFine: Bool) -> ExitStatus {
        var outcome = outcome
        outcome.failOn = failOn
        let report = outcome.report
        let isMissing = outcome.isEmpty && !isEmptyFine && !allowEmpty
        var status = ExitStatus.clean
        if isMissing { status = .nothingToCheck }
        if outcome.isFailed { status = .findings }
        if !report.failures.isEmpty { status = .wrongRun }
        if !write(report, elapsed, isConfigured: outcome.isConfigured) { status = .wrongRun }
        // The report on standard output is for a machine; who looks at the log must see what went wrong as well.
        if format != .text, format != .concise { Message.write(report.failures) }
        let isWritten = reports.write(report, listing.style)
        if !isWritten { status = .wrongRun }
        if quiet { return status }
        if isMissing, report.failures.isEmpty {
            StandardStream.error.write(
                "contractlint: nothing to check: no contract was found (hidden folders and what git ignores are looked "
                    + "at where they are named)\n")
        }
        if let caveat = outcome.caveat, status != .clean { Message.write(notes: [caveat]) }
        Message.write(notes: outcome.notes)
        return status
    }

    /// Writes the report to standard output.
    private func write(_ report: Report, _ elapsed: Duration, isConfigured: Bool) -> Bool {
        var style = listing.style
        style.color = color.isColored
        style.columns = StandardStream.output.columns ?? style.columns
        style.isConfigured = isConfigured
        if format == .text || format == .concise {
            style.elapsed = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        }
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
