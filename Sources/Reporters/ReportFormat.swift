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

    /// True when the source lines of findings are shown.
    package var showsExcerpts: Bool { self == .text }

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
        }
    }
}
