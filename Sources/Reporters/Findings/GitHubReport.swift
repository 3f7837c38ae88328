internal import Basics
internal import Diagnostics

/// The report as workflow commands of GitHub Actions, which the runner turns into annotations:
///
///     ::error file=orders.odcs.yaml,line=12,endLine=12,col=5,endColumn=18,title=yaml/duplicate-key::'name' …
///
/// Written for a log that the runner reads line by line, so that no text from a contract can become a command of its own.
enum GitHubReport {
    static func render(_ report: Report, _ style: ReportStyle, _ out: Output) -> Output {
        var out = out
        let least = style.least(.info)
        for finding in report.findings where finding.severity >= least { write(finding, to: &out) }
        for failure in report.failures { write(failure, to: &out) }
        let tally = Tally(report)
        if !style.quiet || !tally.isSilent(from: least) {
            out.write(tally.closingLine(style, from: least))
            out.write("\n")
        }
        return out
    }

    private static func write(_ finding: Finding, to out: inout Output) {
        out.write("::")
        out.write(command(finding.severity))
        out.write(" file=")
        out.write(property: finding.place.file)
        write(finding.place.start, finding.place.end, to: &out)
        out.write(",title=")
        out.write(property: finding.rule)
        out.write("::")
        out.write(commandData: finding.message)
        if let help = finding.help {
            out.write("%0A")
            out.write(commandData: help)
        }
        out.write("\n")
    }

    private static func write(_ start: Position, _ end: Position, to out: inout Output) {
        // Half-open: a range that ends at the start of a line does not reach into it.
        let lastLine = end.column == 1 ? max(start.line, end.line - 1) : end.line
        out.write(",line=")
        out.write(start.line)
        out.write(",endLine=")
        out.write(lastLine)
        // GitHub has columns for a range within one line only.
        guard start.line == end.line else { return }
        out.write(",col=")
        out.write(start.column)
        out.write(",endColumn=")
        out.write(end.column)
    }

    private static func write(_ failure: Report.Failure, to out: inout Output) {
        out.write("::error ")
        if let file = failure.file {
            out.write("file=")
            out.write(property: file)
            out.write(",")
            if let position = failure.position {
                out.write("line=")
                out.write(position.line)
                out.write(",col=")
                out.write(position.column)
                out.write(",")
            }
        }
        out.write("title=contractlint::")
        out.write(commandData: failure.message)
        out.write("\n")
    }

    private static func command(_ severity: Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .info: "notice"
        }
    }
}

extension Output {
    /// The value of a command's property; `:` and `,` would end it.
    fileprivate mutating func write(property text: String) {
        write(command: text, isProperty: true)
    }

    /// The data of a command: its message.
    fileprivate mutating func write(commandData text: String) {
        write(command: text, isProperty: false)
    }

    /// The runner's own escaping, and ours for what it would show as it is. Line breaks are the runner's: it shows them as
    /// such, and reads no commands from the lines.
    private mutating func write(command text: String, isProperty: Bool) {
        let text = Secrets.redacted(text)
        if UnsafeText.isPlain(text, special: { "%:,".utf8.contains($0) }) { return write(text) }
        UnsafeText.scan(text.unicodeScalars) { scalar, isUnsafe in
            switch scalar {
            case "%": write("%25")
            case "\r": write("%0D")
            case "\n": write("%0A")
            case ":" where isProperty: write("%3A")
            case "," where isProperty: write("%2C")
            default: if isUnsafe { write(escape: scalar) } else { write(scalar) }
            }
        }
    }
}
