package import Diagnostics

/// Report of whom a change of a contract may hurt.
package enum MeshImpactText {
    package static func text(_ report: MeshImpactReport) -> String {
        var text = "\(name(report)): \(count(report.hits.count, "unit")) downstream\(unknown(report))\n"
        for hit in report.hits {
            text += "  \(hit.distance)  \(hit.unit)\(hit.element.map { "#\($0)" } ?? "")  (\(hit.exactness))"
            if let owner = hit.owner { text += "  owner: \(owner)" }
            if let support = hit.support { text += "  support: \(support)" }
            text += "\n"
            for hop in hit.path {
                text += "       \(hop.place.file):\(hop.place.start.line):\(hop.place.start.column): \(hop.unit)"
                text += hop.element.map { " (\($0))" } ?? ""
                text += "\n"
            }
        }
        return UnsafeText.escaped(lines: text)
    }

    private static func name(_ report: MeshImpactReport) -> String {
        report.contract + (report.version.map { " \($0)" } ?? "") + (report.element.map { "#\($0)" } ?? "")
    }

    private static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    private static func unknown(_ report: MeshImpactReport) -> String {
        report.unknown == 0
            ? ""
            : "; \(count(report.unknown, "name")) in the mesh \(report.unknown == 1 ? "leads" : "lead") out of the roots"
    }

    package static func markdown(_ report: MeshImpactReport) -> String {
        var text = "## \(MarkdownText.escaped(name(report)))\n\n"
        text += "\(count(report.hits.count, "unit")) downstream\(unknown(report)).\n"
        if report.hits.isEmpty { return text }
        text += "\n| distance | unit | element | how exactly | owner | support |\n|---|---|---|---|---|---|\n"
        for hit in report.hits {
            let cells = [hit.unit, hit.element ?? "", hit.exactness, hit.owner ?? "", hit.support ?? ""]
            text += "| \(hit.distance) | " + cells.map { MarkdownText.escaped($0) }.joined(separator: " | ") + " |\n"
        }
        return text
    }

    /// Version 1: an interface.
    package static func json(_ report: MeshImpactReport) -> String {
        var json = JSONWriter()
        json.object {
            $0.member("version", 1)
            $0.key("of")
            $0.object(.inline) {
                $0.member("contract", report.contract)
                $0.member("version", report.version)
                $0.member("element", report.element)
            }
            $0.key("hit")
            $0.array { json in
                for hit in report.hits { write(hit, to: &json) }
            }
            $0.member("unknown", report.unknown)
        }
        json.end()
        return json.text
    }

    private static func write(_ hit: MeshImpactReport.Hit, to json: inout JSONWriter) {
        json.object {
            $0.member("unit", hit.unit)
            $0.member("kind", hit.kind)
            $0.member("element", hit.element)
            $0.member("distance", hit.distance)
            $0.member("exactness", hit.exactness)
            $0.member("owner", hit.owner)
            $0.member("support", hit.support)
            $0.key("path")
            $0.array { json in
                for hop in hit.path {
                    json.object(.inline) {
                        $0.member("unit", hop.unit)
                        $0.member("element", hop.element)
                        $0.key("place")
                        MeshGraphReport.write(hop.place, to: &$0)
                    }
                }
            }
        }
    }
}
