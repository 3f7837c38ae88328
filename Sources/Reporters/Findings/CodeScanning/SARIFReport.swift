internal import Diagnostics

/// The report for code scanning: SARIF 2.1.0 (OASIS Standard, 27 March 2020), as GitHub, GitLab, Azure DevOps and editors
/// read it.
enum SARIFReport {
    /// GitHub takes no more results of a run ("SARIF support for code scanning", limits of files).
    private static let mostResults = 25_000
    /// Bytes of all results together; GitHub takes 10 MB, compressed.
    private static let mostBytes = 9_500_000

    static func render(_ report: Report, _ style: ReportStyle, _ out: Output) -> Output {
        let selection = Selection(report, from: style.least ?? .info)
        var json = JSONWriter(out)
        json.object { json in
            json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
            json.member("version", "2.1.0")
            json.key("runs")
            json.array { json in
                json.object { json in
                    writeTool(report, selection.rules, to: &json)
                    // Columns count Unicode scalars, as everywhere in this program.
                    json.member("columnKind", "unicodeCodePoints")
                    writeInvocation(report, left: selection.left, to: &json)
                    json.key("results")
                    json.array { json in for result in selection.results { json.value(rendered: result) } }
                }
            }
        }
        json.end()
        return json.out
    }

    /// Results that fit, the gravest first, and the rules that they are of.
    private struct Selection {
        var results: [String] = []
        private(set) var rules: [RuleDescriptor] = []
        /// Number of findings that are left out.
        private(set) var left = 0
        /// By id: what layers have made of a rule stands in each result.
        private var numbers: [String: Int] = [:]
        private var bytes = 0

        init(_ report: Report, from least: Severity) {
            for severity in [Severity.error, .warning, .info] where severity >= least {
                for index in report.findings.indices where report.findings[index].severity == severity {
                    add(report.findings[index])
                }
            }
            for finding in report.excepted { add(finding) }
        }

        private mutating func add(_ finding: Finding) {
            guard left == 0, results.count < mostResults else { return left += 1 }
            let number = numbers[finding.rule] ?? rules.count
            let text = SARIFReport.result(finding, rule: number)
            guard bytes + text.utf8.count <= mostBytes else { return left += 1 }
            if number == rules.count {
                numbers[finding.rule] = number
                rules.append(finding.descriptor)
            }
            bytes += text.utf8.count
            results.append(text)
        }
    }

    // MARK: The run

    private static func writeTool(_ report: Report, _ rules: [RuleDescriptor], to json: inout JSONWriter) {
        json.key("tool")
        json.object { json in
            json.key("driver")
            json.object { json in
                json.member("name", "contractlint")
                json.member("semanticVersion", report.toolVersion)
                json.key("rules")
                json.array { json in for rule in rules { json.object(.inline) { write(rule, to: &$0) } } }
            }
        }
    }

    private static func write(_ rule: RuleDescriptor, to json: inout JSONWriter) {
        json.member("id", rule.id)
        let summary = rule.summary.isEmpty ? rule.id : rule.summary
        text("shortDescription", summary, to: &json)
        text("fullDescription", rule.rationale.isEmpty ? summary : rule.rationale, to: &json)
        json.key("help")
        json.object { json in
            let lines = [summary, rule.rationale].filter { !$0.isEmpty }
            json.member("text", lines.joined(separator: "\n"))
            var paragraphs = lines.map(MarkdownText.escaped)
            paragraphs.append("`contractlint rules explain` " + MarkdownText.code(rule.id))
            json.member("markdown", paragraphs.joined(separator: "\n\n"))
        }
        if let reference = rule.reference, reference.contains("://") { json.member("helpUri", reference) }
        json.key("defaultConfiguration")
        json.object { $0.member("level", level(rule.severity)) }
        json.key("properties")
        json.object { json in
            json.key("tags")
            json.array { json in
                json.value("data-contract")
                json.value(String(rule.pack))
            }
            // Rules judge what stands in the file, and say nothing where they cannot.
            json.member("precision", "very-high")
            json.member("problem.severity", problem(rule.severity))
        }
    }

    private static func writeInvocation(_ report: Report, left: Int, to json: inout JSONWriter) {
        json.key("invocations")
        json.array { json in
            json.object { json in
                json.key("executionSuccessful")
                json.value(report.failures.isEmpty)
                if report.failures.isEmpty, left == 0 { return }
                json.key("toolExecutionNotifications")
                json.array { json in
                    for failure in report.failures {
                        json.object(.inline) { json in
                            json.member("level", "error")
                            text("message", failure.message, to: &json)
                            guard let file = failure.file else { return }
                            json.key("locations")
                            json.array { json in
                                json.object { json in
                                    physical(file, failure.position, nil, to: &json)
                                }
                            }
                        }
                    }
                    if left > 0 {
                        json.object(.inline) { json in
                            json.member("level", "warning")
                            text("message", "\(left) more findings do not fit and are left out", to: &json)
                        }
                    }
                }
            }
        }
    }

    // MARK: A result

    private static func result(_ finding: Finding, rule: Int) -> String {
        var json = JSONWriter()
        json.object(.inline) { json in
            json.member("ruleId", finding.rule)
            json.member("ruleIndex", rule)
            json.member("level", level(finding.severity))
            text("message", [finding.message, finding.help].compactMap { $0 }.joined(separator: "\n"), to: &json)
            json.key("locations")
            json.array { json in
                json.object { json in
                    physical(finding.place.file, finding.place.start, finding.place.end, to: &json)
                    if let element = finding.element {
                        json.key("logicalLocations")
                        json.array { json in
                            json.object { json in
                                json.member("fullyQualifiedName", element)
                                json.member("kind", "element")
                            }
                        }
                    }
                }
            }
            if !finding.related.isEmpty {
                json.key("relatedLocations")
                json.array { json in
                    for (number, related) in finding.related.enumerated() {
                        json.object { json in
                            json.member("id", number + 1)
                            physical(related.place.file, related.place.start, related.place.end, to: &json)
                            text("message", related.message, to: &json)
                        }
                    }
                }
            }
            json.key("partialFingerprints")
            json.object { $0.member("contractlint/v1", finding.fingerprint) }
            if let exception = finding.exception, !exception.isVoid {
                json.key("suppressions")
                json.array { json in
                    json.object { json in
                        json.member("kind", exception.kind == .suppression ? "inSource" : "external")
                        json.member("status", "accepted")
                        json.member("justification", "\(exception.kind.rawValue): \(exception.note)")
                    }
                }
            }
        }
        return json.text
    }

    private static func physical(_ file: String, _ start: Position?, _ end: Position?, to json: inout JSONWriter) {
        json.key("physicalLocation")
        json.object { json in
            json.key("artifactLocation")
            json.object { $0.member("uri", FileAddress.relative(file)) }
            guard let start else { return }
            json.key("region")
            json.object { json in
                json.member("startLine", start.line)
                json.member("startColumn", start.column)
                guard let end else { return }
                json.member("endLine", end.line)
                json.member("endColumn", end.column)
            }
        }
    }

    private static func text(_ key: String, _ text: String, to json: inout JSONWriter) {
        json.key(key)
        json.object { $0.member("text", text) }
    }

    private static func level(_ severity: Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .info: "note"
        }
    }

    /// GitHub's own word beside SARIF's.
    private static func problem(_ severity: Severity) -> String {
        severity == .info ? "recommendation" : severity.rawValue
    }
}
