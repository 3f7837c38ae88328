internal import Diagnostics

/// The report for a language model at work: as few tokens as tell it what to mend where.
///
///     contractlint: 2 errors in 1 file (1 contract)
///     == orders.odcs.yaml
///     error privacy/pii-classified: `…` holds personal data and is not classified | Set classification: …
///     12:5 orders.email
///     19:5 orders.phone
///
/// The words that findings of one rule share are said once; `…` stands for the element of the line. A line of a finding that
/// says something of its own holds it.
enum AgentReport {
    /// Bytes, about 8,000 tokens: what an agent reads at one go without losing its thread.
    private static let mostBytes = 32_000

    static func render(_ report: Report, _ style: ReportStyle, _ out: Output) -> Output {
        var out = out
        let least = style.least(.warning)
        if style.quiet, Tally(report).isSilent(from: least) { return out }
        out.write("contractlint: ")
        out.write(Tally(report).closingLine(from: .info))
        out.write("\n")
        for failure in report.failures {
            out.write("failure ")
            if let place = failure.place {
                out.write(safe: place)
                out.write(" ")
            }
            out.write(safe: failure.message)
            out.write("\n")
        }
        var (bytes, left, file) = (0, 0, "")
        for group in groups(report) where report.findings[group[0]].severity >= least {
            var text = Output()
            let own = report.findings[group[0]]
            if own.place.file != file {
                text.write("== ")
                text.write(safe: own.place.file)
                text.write("\n")
            }
            head(own, to: &text)
            var hasLine = false
            for (number, index) in group.enumerated() {
                var line = Output()
                write(report.findings[index], sharesElement: group.count > 1 || shape(own).isShared, to: &line)
                guard left == 0, bytes + text.bytes.count + line.bytes.count <= mostBytes else {
                    left += group.count - number
                    break
                }
                text.write(line)
                hasLine = true
            }
            // A heading without a line under it tells nothing.
            if !hasLine { continue }
            bytes += text.bytes.count
            out.write(text)
            file = own.place.file
        }
        if left > 0 {
            out.write("\(left) more left out, none graver than these: mend these and run again, or use --format json\n")
        }
        return out
    }

    /// A finding's words without the element's name.
    private struct Shape: Hashable {
        var severity: Severity
        var rule: String
        var message: String
        var help: String
        var file: String
        /// True when the name was taken out, so that each line has to say it.
        var isShared: Bool
    }

    private static func shape(_ finding: Finding) -> Shape {
        let names = [finding.element, finding.element?.split(separator: ".").last.map(String.init)].compactMap { $0 }
        func template(_ text: String) -> String {
            names.reduce(text) { text, name in
                text.split(separator: "`\(name)`", omittingEmptySubsequences: false).joined(separator: "`…`")
            }
        }
        let message = template(finding.message)
        return Shape(
            severity: finding.severity, rule: finding.rule, message: message, help: finding.help.map(template) ?? "",
            file: finding.place.file, isShared: message != finding.message)
    }

    /// Numbers of findings that share their words, file by file, the files with the gravest first.
    private static func groups(_ report: Report) -> [[Int]] {
        var numbers: [Shape: Int] = [:]
        var groups: [(shape: Shape, members: [Int])] = []
        for index in report.findings.indices {
            let shape = shape(report.findings[index])
            if let number = numbers[shape] {
                groups[number].members.append(index)
            } else {
                numbers[shape] = groups.count
                groups.append((shape, [index]))
            }
        }
        var worst: [String: Severity] = [:]
        for group in groups { worst[group.shape.file] = max(worst[group.shape.file] ?? .info, group.shape.severity) }
        return groups.sorted { a, b in
            let (first, second) = (worst[a.shape.file] ?? .info, worst[b.shape.file] ?? .info)
            if first != second { return first > second }
            if a.shape.file != b.shape.file { return a.members[0] < b.members[0] }
            return a.shape.severity == b.shape.severity
                ? a.members[0] < b.members[0] : a.shape.severity > b.shape.severity
        }.map(\.members)
    }

    private static func head(_ finding: Finding, to out: inout Output) {
        let shape = shape(finding)
        out.write(shape.severity.rawValue)
        out.write(" ")
        out.write(safe: shape.rule)
        out.write(": ")
        out.write(safe: shape.message)
        if !shape.help.isEmpty {
            out.write(" | ")
            out.write(safe: shape.help)
        }
        out.write("\n")
    }

    private static func write(_ finding: Finding, sharesElement: Bool, to out: inout Output) {
        out.write(finding.place.start.line)
        out.write(":")
        out.write(finding.place.start.column)
        if let element = finding.element, sharesElement {
            out.write(" ")
            out.write(safe: element)
        }
        for related in finding.related {
            out.write(" (")
            if related.place.file != finding.place.file {
                out.write(safe: related.place.file)
                out.write(":")
            }
            out.write("\(related.place.start.line):\(related.place.start.column) ")
            out.write(safe: related.message)
            out.write(")")
        }
        out.write("\n")
    }
}
