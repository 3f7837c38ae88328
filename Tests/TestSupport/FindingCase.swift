package import Diagnostics
package import Governance
package import YAMLTree

/// A finding as a test expects it: its rule, its exact place, and what it has to say.
package struct ExpectedFinding: Sendable {
    package var rule: String
    /// The number of the mark it points at.
    package var mark: Int
    /// Fragments of the message.
    package var message: [String]
    /// A fragment of the help; nil: not looked at.
    package var help: String?
    /// The marks that related places point at, in order.
    package var related: [Int]
    package var severity: Severity?
    package var element: String?

    package init(
        _ rule: String, at mark: Int = 1, _ message: String..., help: String? = nil, related: [Int] = [],
        severity: Severity? = nil, element: String? = nil
    ) {
        self.rule = rule
        self.mark = mark
        self.message = message
        self.help = help
        self.related = related
        self.severity = severity
        self.element = element
    }
}

/// A contract with marks, and all that is wrong with it in the order of the file.
package struct FindingCase: Sendable, CustomStringConvertible {
    package var description: String
    package var file: String
    package var text: MarkedText
    package var expected: [ExpectedFinding]
    package var configuration: Configuration

    package init(
        _ description: String, file: String = "orders.odcs.yaml", _ text: MarkedText, _ expected: ExpectedFinding...,
        configuration: Configuration = .builtIn
    ) {
        self.description = description
        self.file = file
        self.text = text
        self.expected = expected
        self.configuration = configuration
    }

    /// What differs between what the check finds and what is expected, a line for each; empty when all is as expected.
    package var differences: [String] { differences(from: check(text, file: file, configuration)) }

    package func differences(from findings: [Finding]) -> [String] {
        var lines: [String] = []
        for (finding, expected) in zip(findings, expected) { lines += differences(finding, expected) }
        for finding in findings.dropFirst(expected.count) { lines.append("not expected: \(summary(finding))") }
        for expected in expected.dropFirst(findings.count) {
            lines.append("missing: \(expected.rule) at \(text.place(expected.mark)) \(expected.message)")
        }
        return lines
    }

    private func differences(_ finding: Finding, _ expected: ExpectedFinding) -> [String] {
        var lines: [String] = []
        func compare(_ what: String, _ found: String, _ wanted: String) {
            if found != wanted { lines.append("\(what) is \(found), expected \(wanted)") }
        }
        compare("rule", finding.rule, expected.rule)
        compare("place", summary(finding.place), text.place(expected.mark))
        compare("offset", "\(finding.offset)", "\(text.range(expected.mark).start)")
        for fragment in expected.message where !finding.message.contains(fragment) {
            lines.append("the message has no “\(fragment)”")
        }
        if let help = expected.help, finding.help?.contains(help) != true { lines.append("the help has no “\(help)”") }
        compare(
            "related", finding.related.map { summary($0.place) }.joined(separator: ", "),
            expected.related.map { text.place($0) }.joined(separator: ", "))
        if let severity = expected.severity { compare("severity", finding.severity.rawValue, severity.rawValue) }
        if let element = expected.element { compare("element", finding.element ?? "none", element) }
        return lines.isEmpty ? [] : ["in \(summary(finding)):"] + lines.map { "    " + $0 }
    }

    private func summary(_ place: Place) -> String {
        "\(place.start.line):\(place.start.column)-\(place.end.line):\(place.end.column)"
    }

    private func summary(_ finding: Finding) -> String {
        "\(finding.rule) at \(summary(finding.place)) “\(finding.message)” help “\(finding.help ?? "")”"
    }
}

/// The findings of a file, in the order of its report.
package func check(
    _ text: MarkedText, file: String = "orders.odcs.yaml", _ configuration: Configuration = .builtIn
) -> [Finding] {
    check(bytes: text.bytes, file: file, configuration).findings
}

/// The report on one file of any bytes.
package func check(
    bytes: [UInt8], file: String = "orders.odcs.yaml", _ configuration: Configuration = .builtIn
) -> Report {
    let result = checked(name: file, raw: bytes, configuration)
    return Report(toolVersion: "test", documents: result.documents, findings: result.findings)
}

extension Configuration {
    /// Packs of what is written in Swift alone: tests of it are about nothing else.
    package static let builtIn: Configuration = {
        let text = "version: 1\nlayers: [{name: all, packs: [yaml, standard]}]\n"
        guard let configuration = try? Configuration(name: "built-in", raw: Array(text.utf8)) else {
            preconditionFailure("these packs come with the program")
        }
        return configuration
    }()
}

/// The built-in rules alone, with other limits.
package func configuration(limits change: (inout YAMLLimits) -> Void) -> Configuration {
    var configuration = Configuration.builtIn
    change(&configuration.limits)
    return configuration
}
