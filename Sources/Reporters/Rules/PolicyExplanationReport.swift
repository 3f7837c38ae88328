package import Diagnostics

/// Report of the rules that govern the documents of a file, and why.
package enum PolicyExplanationReport {
    package static func text(_ report: PolicyReport, color: Bool) -> String {
        var text = TextWriter(Output(), color: color)
        for document in report.documents {
            let noun = document.kind == .product ? "data product" : "contract"
            text.write(
                UnsafeText.escaped("\(report.file):\(document.line): \(noun) \(document.id ?? "without an id")"),
                in: .strong)
            text.out.write("\n\nlayers, the highest first\n")
            for layer in document.layers { write(layer, to: &text) }
            text.out.write("\nrules\n")
            write(document.rules, to: &text)
            text.out.write("\n")
        }
        return text.out.text
    }

    private static func write(_ layer: PolicyReport.Layer, to text: inout TextWriter) {
        text.out.write(layer.mismatch == nil ? "  matches   " : "  does not  ")
        text.out.write(safe: layer.name)
        if let file = layer.file, !layer.name.hasSuffix(file) { text.out.write(safe: " (\(file))") }
        if let mismatch = layer.mismatch { text.out.write(safe: ": \(mismatch)") }
        text.out.write("\n")
    }

    private static func write(_ rules: [PolicyReport.Rule], to text: inout TextWriter) {
        let width = min(60, rules.map(\.id.unicodeScalars.count).max() ?? 0)
        for rule in rules {
            let severity = rule.severity?.rawValue ?? "off"
            text.out.write("  ")
            text.out.write(safe: rule.id)
            text.out.write(UInt8(ascii: " "), times: max(1, width + 2 - rule.id.unicodeScalars.count))
            text.write(severity, in: rule.severity.map { TextWriter.Colour($0) } ?? .faint)
            for (word, before) in [
                (rule.provenance.enforcement.rawValue, severity),
                (rule.provenance.lock.rawValue, rule.provenance.enforcement.rawValue),
            ] {
                text.out.write(UInt8(ascii: " "), times: max(1, 10 - before.utf8.count))
                text.out.write(word)
            }
            text.out.write(UInt8(ascii: " "), times: max(1, 9 - rule.provenance.lock.rawValue.utf8.count))
            text.out.write(safe: rule.provenance.layer ?? "built in")
            if !rule.isInScope { text.out.write(" (not in its scope)") }
            text.out.write("\n")
            for line in details(of: rule) { text.out.write(safe: "      " + line); text.out.write("\n") }
        }
    }

    private static func details(of rule: PolicyReport.Rule) -> [String] {
        rule.provenance.changes.map { "\($0.what), by the layer \($0.layer)" }
            + rule.parameters.map { "\($0.name) is \($0.value) (pack: \($0.packValue))" }
            + (rule.effectiveFrom.map { ["warns at most until it is in force, from \($0) on"] } ?? [])
    }

    /// Version 1: an interface.
    package static func json(_ report: PolicyReport) -> String {
        var json = JSONWriter()
        json.object { json in
            json.header(report.toolVersion)
            json.member("file", report.file)
            json.key("documents")
            json.array { json in
                for document in report.documents { json.object { members(of: document, &$0) } }
            }
        }
        json.end()
        return json.text
    }

    private static func members(of document: PolicyReport.Document, _ json: inout JSONWriter) {
        json.member("kind", document.kind.rawValue)
        json.member("id", document.id)
        json.member("line", document.line)
        json.key("layers")
        json.array { json in
            for layer in document.layers {
                json.object(.inline) { json in
                    json.member("name", layer.name)
                    json.member("file", layer.file)
                    json.key("matches")
                    json.value(layer.mismatch == nil)
                    json.member("reason", layer.mismatch)
                }
            }
        }
        json.key("rules")
        json.array { json in
            for rule in document.rules { json.object { members(of: rule, &$0) } }
        }
    }

    private static func members(of rule: PolicyReport.Rule, _ json: inout JSONWriter) {
        json.member("id", rule.id)
        json.member("severity", rule.severity?.rawValue ?? "off")
        json.member("effectiveFrom", rule.effectiveFrom)
        json.key("inScope")
        json.value(rule.isInScope)
        if !rule.parameters.isEmpty {
            json.key("params")
            json.array { json in
                for parameter in rule.parameters {
                    json.object(.inline) { json in
                        json.member("name", parameter.name)
                        json.member("value", parameter.value)
                        json.member("packValue", parameter.packValue)
                    }
                }
            }
        }
        json.key("provenance")
        json.value(rendered: ProvenanceJSON.text(of: rule.provenance, pack: String(rule.id.prefix { $0 != "/" })))
    }
}
