package import Diagnostics

/// Text of what a pack would change in a mesh.
package struct ImpactText {
    private var text: TextWriter
    private let report: ImpactReport

    package static func text(_ report: ImpactReport, color: Bool) -> String {
        var own = ImpactText(report, color: color)
        own.write()
        return own.text.out.text
    }

    private init(_ report: ImpactReport, color: Bool) {
        self.report = report
        text = TextWriter(Output(), color: color)
    }

    private mutating func write() {
        text.write(UnsafeText.escaped("\(report.pack) \(report.version)"), in: .strong)
        text.out.write(safe: " (\(report.file)) over \(documents)")
        if !report.domains.isEmpty { text.out.write(safe: " in " + Prose.count(report.domains.count, "domain")) }
        text.out.write("\n\n")
        for rule in report.rules { write(rule) }
        for failure in report.failures { text.write(failure) }
        if !report.failures.isEmpty { text.out.write("\n") }
        text.write(closingLine, in: .strong)
        text.out.write("\n")
    }

    private var documents: String {
        let counts = [(report.contractCount, "contract"), (report.productCount, "data product")]
        return Prose.list(counts.filter { $0.0 > 0 }.map { Prose.count($0.0, $0.1) })
    }

    private mutating func write(_ rule: ImpactReport.Rule) {
        text.write(UnsafeText.escaped(rule.id), in: .strong)
        text.out.write(" (")
        text.write(rule.severity.rawValue, in: TextWriter.Colour(rule.severity))
        text.out.write(rule.isOff ? ", off in its pack)\n" : ")\n")
        if rule.isAboutChanges {
            text.out.write("  is about changes, which one version does not show: `contractlint breaking` asks it\n\n")
            return
        }
        let all = Prose.count(rule.elements, rule.noun, rule.plural)
        if rule.neverApplies {
            text.out.write("  never applies: ")
            text.out.write(rule.elements == 0 ? "there is no \(rule.noun)\n\n" : "none of \(all) is selected\n\n")
            return
        }
        text.out.write("  applies to \(rule.selected) of \(all) (\(rule.share / 10).\(rule.share % 10) %)\n")
        if rule.goneFindings > 0 {
            text.out.write("  newly passing: " + Prose.count(rule.goneFindings, "finding") + " of now\n")
        }
        if rule.newFindings == 0 {
            text.out.write("  nothing newly fails\n")
        } else {
            text.out.write("  newly failing: " + Prose.count(rule.elementsFailing, rule.noun, rule.plural))
            text.out.write(" in " + Prose.count(rule.contracts.count, "document"))
            if !rule.domains.isEmpty { text.out.write(safe: ", domains: " + Prose.list(rule.domains, most: 8)) }
            text.out.write("\n")
            for finding in rule.places {
                text.out.write("    ")
                text.out.write(place: finding.place)
                text.out.write(safe: ": " + finding.message)
                text.out.write("\n")
            }
            let rest = rule.newFindings - rule.places.count
            if rest > 0 { text.out.write("    … and \(rest) more\n") }
        }
        if rule.knownFindings > 0 {
            text.out.write(
                "  " + Prose.count(rule.knownFindings, "finding") + " more that the configuration reports already\n")
        }
        text.out.write("\n")
    }

    private var closingLine: String {
        let findings = report.rules.reduce(0) { $0 + $1.newFindings }
        var line = Prose.count(findings, "new finding")
        if findings > 0 {
            line += " in " + Prose.count(report.contractsFailing.count, "document")
            if !report.domainsFailing.isEmpty { line += " of " + Prose.count(report.domainsFailing.count, "domain") }
        }
        let idle = report.rules.lazy.filter(\.neverApplies).count
        if idle > 0 { line += "; " + Prose.count(idle, "rule") + " never " + (idle == 1 ? "applies" : "apply") }
        if !report.failures.isEmpty {
            line += "; the run is incomplete: " + Prose.count(report.failures.count, "failure")
        }
        return line
    }

    /// Version 1: an interface.
    package static func json(_ report: ImpactReport) -> String {
        var json = JSONWriter()
        json.object { json in
            json.header(report.toolVersion)
            json.key("pack")
            json.object(.inline) { json in
                json.member("id", report.pack)
                json.member("version", report.version)
                json.member("file", report.file)
            }
            json.key("summary")
            json.object { json in
                json.member("contracts", report.contractCount)
                json.member("products", report.productCount)
                json.member("domains", report.domains.count)
                json.member("newFindings", report.rules.reduce(0) { $0 + $1.newFindings })
                json.member("documentsFailing", report.contractsFailing)
                json.member("domainsFailing", report.domainsFailing)
            }
            json.key("rules")
            json.array { json in for rule in report.rules { json.object { write(rule, to: &$0) } } }
            json.failures(report.failures)
        }
        json.end()
        return json.text
    }

    private static func write(_ rule: ImpactReport.Rule, to json: inout JSONWriter) {
        json.member("rule", rule.id)
        json.member("severity", rule.severity.rawValue)
        json.member("off", rule.isOff)
        json.member("neverApplies", rule.neverApplies)
        json.member("elements", rule.elements)
        json.member("selected", rule.selected)
        json.member("newFindings", rule.newFindings)
        json.member("knownFindings", rule.knownFindings)
        json.member("goneFindings", rule.goneFindings)
        json.member("elementsFailing", rule.elementsFailing)
        json.member("documentsFailing", rule.contracts)
        json.member("domainsFailing", rule.domains)
        guard !rule.places.isEmpty else { return }
        json.key("first")
        json.array { json in
            for finding in rule.places {
                json.object { json in
                    json.place(finding.place)
                    json.member("contract", finding.contract)
                    json.member("element", finding.element)
                    json.member("clause", finding.clause)
                    json.member("message", finding.message)
                }
            }
        }
    }
}
