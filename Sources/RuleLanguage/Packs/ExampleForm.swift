internal import Basics
internal import Diagnostics
internal import YAMLTree

/// The form of examples in packs: the keys that they may have, and what is wrong with one.
enum ExampleForm {
    /// Keys of an example beside the kinds of elements.
    static let directives = ["clauses", "today", "params", "note", "yaml", "file", "broken"]
    static let fragments = Selection.allCases.filter { ![.text, .change].contains($0) }.map(\.rawValue)
    /// Keys of an example of a rule about changes: what only one of the two versions says.
    static let versions = ["old", "new"]

    /// Faults of the form of an example.
    ///
    /// - Parameter selection: nil: nobody knows what the rule is about.
    static func faults(
        _ node: NodeID, in tree: YAMLTree, of selection: Selection?, clauses: [String], parameters: [String]
    ) -> [Issue] {
        let known = fragments + (selection == .change ? versions : []) + directives
        var faults: [Issue] = []
        func fault(_ message: String, _ node: NodeID, _ word: String, _ words: [String], _ help: String) {
            let near = Spelling.nearest(to: word, among: words)
            faults.append(
                Issue(
                    PackRules.invalid, message, at: tree.range(of: node),
                    help: near.map { "did you mean `\($0)`?" } ?? help))
        }
        for entry in tree.entries(of: node) {
            let key = tree.text(of: entry.key)
            guard known.contains(key) else {
                fault(
                    "an example has no key `\(key.shortened)`", entry.key, key, known,
                    "write fragments of a contract by what they are: \(fragments.prefix(6).joined(separator: ", ")), …")
                continue
            }
            switch key {
            case "clauses":
                for item in tree.items(of: entry.value) {
                    let name = tree.text(of: item)
                    if !clauses.contains(name) {
                        fault(
                            "the rule has no clause `\(name.shortened)`", item, name, clauses,
                            clauses.isEmpty ? "leave clauses out" : "its clauses are \(clauses.joined(separator: ", "))"
                        )
                    }
                }
            case "params":
                for parameter in tree.entries(of: entry.value) {
                    let name = tree.text(of: parameter.key)
                    if !parameters.contains(name) {
                        fault(
                            "the rule has no parameter `\(name.shortened)`", parameter.key, name, parameters,
                            "remove it")
                    }
                }
            case "today":
                if tree.withText(of: entry.value, { Day($0) }) == nil {
                    fault("`today` must be a day such as 2026-01-31", entry.value, "", [], "write year, month and day")
                }
            case "note": break
            case "yaml", "file":
                if tree[entry.value].type.isDisjoint(with: .scalar) {
                    let what = key == "yaml" ? "a whole contract as a text" : "the path of a file"
                    fault(
                        "`\(key)` must be \(what)", entry.value, "", [],
                        key == "yaml" ? "write `yaml: |`" : "write it as a text")
                }
            case "broken":
                if tree.boolean(of: entry.value) == nil {
                    fault("`broken` must be true or false", entry.value, "", [], "write `broken: true`")
                }
            case "old", "new":
                for part in tree.entries(of: entry.value) {
                    let name = tree.text(of: part.key)
                    if !fragments.contains(name), name != "yaml" {
                        fault(
                            "a version has no key `\(name.shortened)`", part.key, name, fragments,
                            "write fragments of a contract by what they are: contract, object, property, …")
                    }
                }
                if !tree[entry.value].isMapping {
                    fault(
                        "`\(key)` must be a mapping: fragments of a contract", entry.value, "", [],
                        "write {} for a version that says nothing of its own; leave it out where there is none")
                }
            default:
                if !tree[entry.value].isMapping {
                    fault("`\(key)` must be a mapping: a fragment of a contract", entry.value, "", [], "write its keys")
                }
            }
        }
        if selection == .change, tree[node].isMapping, versions.allSatisfy({ tree.value(of: $0, in: node) == nil }) {
            fault(
                "an example of a change has an `old` version, a `new` one, or both", node, "", [],
                "write old: {property: {name: iban}} and new: {}")
        }
        return faults
    }
}
