package import Diagnostics

/// The forms a report can take, by the name that `--format` and `--report` know them by.
///
/// All of them are functions of the report alone: the same report gives the same bytes, in time linear in its findings.
package enum ReportFormat: String, CaseIterable, Sendable {
    /// For people at a terminal: the source line, the range underlined, the way out.
    case text
    /// For editors and long lists: one line a finding.
    case concise
    /// For programs: version 1 of our own format, described by `JSONSchemas.report`.
    case json
    /// For CI servers that show test results: Jenkins, GitLab, Azure.
    case junit
    /// For GitHub Actions: one annotation a finding.
    case github
    /// For a comment on a pull request.
    case markdown
    /// For programs that read line by line: the members of `json`, one finding a line.
    case ndjson
    /// For code scanning: SARIF 2.1.0.
    case sarif
    /// For GitLab's merge request widget: Code Quality.
    case gitlab
    /// For reviewdog: Reviewdog Diagnostic Format.
    case rdjson
    /// For the summary of a CI job, or a comment that a bot keeps up to date.
    case summary
    /// For a meeting or an auditor: one page.
    case html
    /// For a language model at work: each thing said once, in few words.
    case agent
    /// For a README: an SVG.
    case badge
    /// For Shields, which draws a badge of it.
    case shields

    /// True when the source lines of findings are shown.
    package var showsExcerpts: Bool { self == .text || self == .rdjson }

    /// The report as text that ends in a line break, or as nothing at all.
    package func render(_ report: Report, style: ReportStyle = ReportStyle()) -> String {
        render(report, style, Output()).text
    }

    /// Writes the report piece by piece, in memory that does not grow with it.
    package func write(
        _ report: Report, style: ReportStyle = ReportStyle(), to sink: @escaping (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        render(report, style, Output(sink)).bytes.withUnsafeBufferPointer(sink)
    }

    /// - Returns: the output with what has not gone to its sink.
    private func render(_ report: Report, _ style: ReportStyle, _ out: Output) -> Output {
        switch self {
        case .text where style.statistics, .concise where style.statistics:
            StatisticsReport.render(report, style, out)
        case .text: TextReport.render(report, style, out)
        case .concise: ConciseReport.render(report, style, out)
        case .json: JSONReport.render(report, style, out)
        case .junit: JUnitReport.render(report, style, out)
        case .github: GitHubReport.render(report, style, out)
        case .markdown: MarkdownReport.render(report, style, out)
        case .ndjson: NDJSONReport.render(report, style, out)
        case .sarif: SARIFReport.render(report, style, out)
        case .gitlab: GitLabReport.render(report, style, out)
        case .rdjson: ReviewdogReport.render(report, style, out)
        case .summary: SummaryReport.render(report, style, out)
        case .html: HTMLReport.render(report, style, out)
        case .agent: AgentReport.render(report, style, out)
        case .badge: BadgeReport.svg(report, out)
        case .shields: BadgeReport.endpoint(report, out)
        }
    }
}
