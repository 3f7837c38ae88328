import Diagnostics
import Governance
import Reporters
import SystemPackage
import Workspace

/// Where the report of a run goes, and what the run ends with.
struct ReportOutput {
    let format: ReportFormat
    let reports: [ReportTarget]
    let color: ColorChoice
    let quiet: Bool
    /// Nil: what the configuration nearest to each file says.
    let failOn: Configuration.FailOn?
    var verbose = false
    /// Whether a run that found nothing to look at is a success.
    var isEmptyFine = false

    var showsExcerpts: Bool { ([format] + reports.map(\.format)).contains(where: \.showsExcerpts) }

    func status(of report: Report, _ files: [InputFile]) -> ExitStatus {
        if !report.failures.isEmpty { return .wrongRun }
        // Each file has the configuration that is nearest to it.
        let bars = Dictionary(
            files.map { ($0.name, $0.bar) }, uniquingKeysWith: { a, _ in a })
        // By number, so that no finding is copied; they come file by file, so that few names are looked up.
        let findings = report.findings
        let everywhere = failOn
        var file = ""
        var bar = Configuration.FailOn.error
        for index in findings.indices {
            if index == 0 || findings[index].place.file != file {
                file = findings[index].place.file
                bar = everywhere ?? bars[file] ?? .error
            }
            // What is advisory is shown, and never a reason to fail.
            if bar.fails(findings[index].severity), findings[index].provenance.enforcement > .advisory {
                return .findings
            }
        }
        return report.documents.isEmpty && report.findings.isEmpty && !isEmptyFine ? .nothingToCheck : .clean
    }

    /// Writes all reports. Returns whether each could be written.
    func write(_ report: Report, _ elapsed: Duration) -> Bool {
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        let isColored = color.isColored(onTerminal: StandardStream.output.isTerminal)
        let style = ReportStyle(
            color: isColored, quiet: quiet, elapsed: format == .text ? seconds : nil, verbose: verbose)
        var fault: FileFault?
        format.write(report, style: style) { bytes in fault = fault ?? StandardStream.output.write(bytes) }
        if let fault { StandardStream.error.write(Message.line(.standardOutput(fault))) }
        if format != .text {
            // The report on standard output is for a machine; who looks at the log must see what went wrong as well.
            for failure in report.failures {
                StandardStream.error.write(Message.line(failure))
            }
        }
        if report.documents.isEmpty, report.findings.isEmpty, report.failures.isEmpty, !isEmptyFine, !quiet {
            StandardStream.error.write("contractlint: nothing to check: no contract was found\n")
        }
        var isComplete = fault == nil
        for target in reports {
            do throws(FileFault) {
                try FileWriting.write(to: FilePath(target.file)) { sink in target.format.write(report, to: sink) }
            } catch {
                isComplete = false
                StandardStream.error.write(Message.line(Report.Failure(file: target.file, message: error.message)))
            }
        }
        return isComplete
    }
}

extension InputFile {
    /// The least severity that fails a run, as either version has it.
    fileprivate var bar: Configuration.FailOn {
        let own = configuration.failOn ?? .error
        return base.map { own.stricter($0.failOn ?? .error) } ?? own
    }
}
