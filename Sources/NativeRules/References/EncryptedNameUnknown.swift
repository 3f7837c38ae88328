internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Encrypted columns that the contract does not describe.
///
/// ODCS: "the element name within the dataset that contains the encrypted element value". So a property of any object
/// will do, by its name or physical name, though most stand beside the one they encrypt. Many contracts, the standard's own
/// examples among them, leave the encrypted column out on purpose, hence no more than an information.
enum EncryptedNameUnknown {
    static let rule = RuleDescriptor(
        "reference/encrypted-name-unknown", .info,
        "The encrypted column that a property names is described as well.",
        why: "Who must not read the clear text looks for the encrypted one and finds nothing about it.",
        reference: "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/schema/")

    static func check(_ names: NameSearch, _ found: inout IssueList) {
        let facts = names.resolver.facts
        if facts.isPartial { return }
        for place in facts.encryptedNames where facts.tree[place.node].isText {
            guard found.hasRoom(for: rule) else { return }
            let reference = ReferenceText(facts.tree, place.node)
            if case .unknown = names.find(reference) { report(reference, place, facts, &found) }
        }
    }

    private static func report(
        _ reference: ReferenceText, _ place: SchemaFacts.Place, _ facts: SchemaFacts, _ found: inout IssueList
    ) {
        let tree = facts.tree
        let object =
            facts.document.element(place.element).enclosing(.object)?.path.map { " of \(Wording.quoted($0))" } ?? ""
        var near: (text: String, node: NodeID)?
        if found.affords(comparisons: facts.properties.count) {
            near = found.nearest(to: reference.text, among: facts.properties.lazy.map(\.name).filter { $0 >= 0 })
        }
        found.add(
            Issue(
                rule, "\(Wording.quoted(reference.text)), named as the encrypted column, is no property\(object)",
                at: tree.rangeOfUse(of: place.node),
                help: near.map { "did you mean \(Wording.quoted($0.text))?" }
                    ?? "describe the encrypted column as a property, so that its readers find it",
                related: near.map { [(tree.rangeOfUse(of: $0.node), "\(Wording.quoted($0.text)) is here")] } ?? [],
                subject: reference.text),
            at: place.node, of: place.element)
    }
}
