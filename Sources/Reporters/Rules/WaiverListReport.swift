package import Diagnostics

/// The waivers of a configuration, and what each hides.
package enum WaiverListReport {
    /// More findings of a waiver are counted only.
    private static let mostListed = 3

    // MARK: For people

    package static func text(_ waivers: [WaiverFacts], color: Bool) -> String {
        var text = TextWriter(Output(), color: color)
        for waiver in waivers {
            text.begin(.strong)
            text.out.write(place: waiver.place)
            text.end()
            text.out.write(": ")
            text.out.write(safe: subject(waiver))
            text.out.write("\n")
            note(term(waiver), waiver.defect == nil ? nil : .error, &text)
            note(
                "asked for by \(waiver.requestedBy), approved by \(waiver.approvedBy): \(waiver.reason)"
                    + (waiver.ticket.map { " (\($0))" } ?? ""), nil, &text)
            note(effect(waiver), nil, &text)
            for finding in waiver.findings.prefix(mostListed) {
                text.out.write("    ")
                text.out.write(place: finding.place)
                text.out.write(": ")
                text.out.write(safe: "\(finding.rule): \(finding.message)")
                text.out.write("\n")
            }
            text.out.write("\n")
        }
        let void = waivers.count { $0.defect != nil }
        let count = waivers.isEmpty ? "No waivers" : waivers.count == 1 ? "1 waiver" : "\(waivers.count) waivers"
        text.write(count + (void > 0 ? ", \(void) without effect" : ""), in: .strong)
        text.out.write("\n")
        return text.out.text
    }

    private static func note(_ words: String, _ colour: TextWriter.Colour?, _ text: inout TextWriter) {
        text.out.write("  ")
        if let colour { text.begin(colour) }
        text.out.write(safe: words)
        if colour != nil { text.end() }
        text.out.write("\n")
    }

    private static func subject(_ waiver: WaiverFacts) -> String {
        "\(waiver.rule) for \(waiver.contract)" + (waiver.element.map { ", \($0)" } ?? "")
    }

    private static func term(_ waiver: WaiverFacts) -> String {
        let days = waiver.daysLeft
        let unit = abs(days) == 1 ? "day" : "days"
        let term =
            days < 0
            ? "expired on \(waiver.expires), \(-days) \(unit) ago"
            : days == 0 ? "until today" : "until \(waiver.expires), \(days) \(unit) left"
        return waiver.defect.map { days < 0 ? term : "\(term); without effect: \($0)" } ?? term
    }

    private static func effect(_ waiver: WaiverFacts) -> String {
        let count = waiver.findings.count
        let findings = count == 1 ? "1 finding" : "\(count) findings"
        if count == 0 { return "hides nothing" }
        let effect = waiver.findings.allSatisfy { $0.isExcepted } ? "hides" : "does not hide"
        return "\(effect) \(findings)\(count > mostListed ? ", the first \(mostListed) of them:" : ":")"
    }

    // MARK: For programs

    package static func json(_ waivers: [WaiverFacts], toolVersion: String) -> String {
        var json = JSONWriter()
        json.object { json in
            json.member("version", 1)
            json.key("tool")
            json.object(.inline) { json in
                json.member("name", "contractlint")
                json.member("version", toolVersion)
            }
            json.key("waivers")
            json.array { json in
                for waiver in waivers { json.object { write(waiver, to: &$0) } }
            }
        }
        json.end()
        return json.text
    }

    private static func write(_ waiver: WaiverFacts, to json: inout JSONWriter) {
        json.member("file", waiver.place.file)
        json.member("line", waiver.place.start.line)
        json.member("rule", waiver.rule)
        json.member("contract", waiver.contract)
        json.member("element", waiver.element)
        json.member("reason", waiver.reason)
        json.member("ticket", waiver.ticket)
        json.member("requestedBy", waiver.requestedBy)
        json.member("approvedBy", waiver.approvedBy)
        json.member("expires", waiver.expires)
        json.member("daysLeft", waiver.daysLeft)
        json.member("defect", waiver.defect)
        json.member("count", waiver.findings.count)
        json.key("findings")
        json.array { json in
            for finding in waiver.findings.prefix(mostListed) {
                json.object { json in
                    json.member("rule", finding.rule)
                    json.member("severity", finding.severity.rawValue)
                    json.member("message", finding.message)
                    json.member("file", finding.place.file)
                    json.member("line", finding.place.start.line)
                    json.member("contract", finding.contract)
                    json.member("element", finding.element)
                    json.member("fingerprint", finding.fingerprint)
                }
            }
        }
    }
}
