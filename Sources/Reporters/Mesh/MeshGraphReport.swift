package import Diagnostics

/// Pictures of a mesh, and what it holds.
package enum MeshGraphReport {
    /// Form of a graph.
    package enum Format: String, CaseIterable, Sendable { case mermaid, dot, json }

    package static func write(_ graph: MeshGraph, as format: Format) -> String {
        switch format {
        case .mermaid: mermaid(graph)
        case .dot: dot(graph)
        case .json: json(graph)
        }
    }

    /// Domains with the nodes of each, those without one last.
    private static func domains(_ graph: MeshGraph) -> [(name: String?, nodes: [(number: Int, node: MeshGraph.Node)])] {
        let numbered = graph.nodes.enumerated().map { (number: $0, node: $1) }
        let named = Dictionary(grouping: numbered) { $0.node.domain ?? "" }
        return named.sorted { ($0.key.isEmpty ? 1 : 0, $0.key) < ($1.key.isEmpty ? 1 : 0, $1.key) }.map {
            ($0.key.isEmpty ? nil : $0.key, $0.value)
        }
    }

    private static func numbers(_ graph: MeshGraph) -> [String: Int] {
        Dictionary(graph.nodes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private static func label(_ node: MeshGraph.Node) -> String {
        (node.name ?? String(node.id.drop { $0 != ":" }.dropFirst())) + (node.version.map { " \($0)" } ?? "")
    }

    // MARK: Mermaid

    /// A flowchart (https://mermaid.js.org/syntax/flowchart.html). Names stand in quotes, in which only entities count.
    private static func mermaid(_ graph: MeshGraph) -> String {
        func quoted(_ text: String) -> String {
            var shown = ""
            for scalar in UnsafeText.escaped(text).unicodeScalars.prefix(120) {
                switch scalar {
                case "a"..."z", "A"..."Z", "0"..."9", " ", "-", "_", ".", ",": shown.unicodeScalars.append(scalar)
                default: shown += scalar.value < 0x80 ? "#\(scalar.value);" : String(scalar)
                }
            }
            return "\"\(shown)\""
        }
        let numbers = numbers(graph)
        var text = "flowchart LR\n"
        for (index, (name, nodes)) in domains(graph).enumerated() {
            let margin = name == nil ? "  " : "    "
            if let name { text += "  subgraph d\(index)[\(quoted(name))]\n" }
            for (number, node) in nodes {
                let (open, close) =
                    node.kind == "product" ? ("[[", "]]") : node.kind == "domain" ? ("([", "])") : ("[", "]")
                text += "\(margin)n\(number)\(open)\(quoted(label(node)))\(close)\n"
            }
            if name != nil { text += "  end\n" }
        }
        for edge in graph.edges {
            guard let from = numbers[edge.from], let to = numbers[edge.to] else { continue }
            text += "  n\(from) \(edge.isAssumed || edge.kind == "reference" ? "-.->" : "-->") n\(to)\n"
        }
        return text
    }

    // MARK: Graphviz

    /// The DOT language (https://graphviz.org/doc/info/lang.html): colours that are legible on light and on dark ground.
    private static func dot(_ graph: MeshGraph) -> String {
        func quoted(_ text: String) -> String {
            var shown = ""
            for scalar in UnsafeText.escaped(text).unicodeScalars.prefix(120) {
                if scalar == "\"" || scalar == "\\" { shown += "\\" }
                shown.unicodeScalars.append(scalar)
            }
            return "\"\(shown)\""
        }
        let numbers = numbers(graph)
        var text = """
            digraph mesh {
              rankdir=LR; bgcolor=transparent; compound=true; nodesep=0.3; ranksep=0.9;
              graph [fontname="Helvetica", fontcolor="#6b7280", color="#9ca3af", style=rounded];
              node [fontname="Helvetica", fontsize=11, shape=box, style="rounded,filled", fillcolor="#e0e7ff", color="#4f46e5", fontcolor="#111827"];
              edge [color="#6b7280", arrowsize=0.7];

            """
        for (index, (name, nodes)) in domains(graph).enumerated() {
            let margin = name == nil ? "  " : "    "
            if let name { text += "  subgraph cluster_\(index) {\n    label=\(quoted(name));\n" }
            for (number, node) in nodes {
                let look =
                    node.kind == "product" ? ", shape=component, fillcolor=\"#dcfce7\", color=\"#15803d\"" : ""
                text += "\(margin)n\(number) [label=\(quoted(label(node)))\(look)];\n"
            }
            if name != nil { text += "  }\n" }
        }
        for edge in graph.edges {
            guard let from = numbers[edge.from], let to = numbers[edge.to] else { continue }
            let look = edge.isAssumed || edge.kind == "reference" ? " [style=dashed]" : ""
            text += "  n\(from) -> n\(to)\(look);\n"
        }
        return text + "}\n"
    }

    // MARK: JSON

    /// Version 1: an interface.
    private static func json(_ graph: MeshGraph) -> String {
        var json = JSONWriter()
        json.object {
            $0.member("version", 1)
            $0.key("nodes")
            $0.array { json in
                for node in graph.nodes {
                    json.object(.inline) {
                        $0.member("id", node.id)
                        $0.member("kind", node.kind)
                        $0.member("name", node.name)
                        $0.member("domain", node.domain)
                        $0.member("version", node.version)
                        $0.member("status", node.status)
                        $0.member("file", node.file)
                    }
                }
            }
            $0.key("edges")
            $0.array { json in
                for edge in graph.edges {
                    json.object(.inline) {
                        $0.member("from", edge.from)
                        $0.member("to", edge.to)
                        $0.member("kind", edge.kind)
                        $0.member("exactness", edge.exactness)
                        $0.key("assumed")
                        $0.value(edge.isAssumed)
                        if let place = edge.place {
                            $0.key("place")
                            write(place, to: &$0)
                        }
                    }
                }
            }
        }
        json.end()
        return json.text
    }

    static func write(_ place: Place, to json: inout JSONWriter) {
        json.object(.inline) {
            $0.member("file", place.file)
            $0.member("line", place.start.line)
            $0.member("column", place.start.column)
        }
    }

    // MARK: Overview

    package static func text(_ overview: MeshOverview) -> String {
        func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
        var text = ""
        for domain in overview.domains {
            text +=
                "\(domain.name ?? "(no domain)"): \(count(domain.products, "product")), \(count(domain.contracts, "contract"))\n"
        }
        text += "\(count(overview.agreements, "agreement"))\n"
        let kinds = overview.dependencies.filter { $0.count > 0 }.map { "\($0.count) \($0.kind)" }
        let total = overview.dependencies.reduce(0) { $0 + $1.count }
        text += total == 1 ? "1 dependency" : "\(total) dependencies"
        text += (kinds.isEmpty ? "" : ": " + kinds.joined(separator: ", ")) + "\n"
        if overview.unknown > 0 {
            text += "\(count(overview.unknown, "name")) lead\(overview.unknown == 1 ? "s" : "") nowhere"
            text += overview.isComplete ? "\n" : " under the roots\n"
        }
        return UnsafeText.escaped(lines: text)
    }
}
