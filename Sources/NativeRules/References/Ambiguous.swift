internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// References that can be read as two elements.
enum Ambiguous {
    static let rule = RuleDescriptor(
        "reference/ambiguous", .warning, "Every reference leads to one element only.",
        why: "Tools take one or the other, so the same contract means different things to its readers.",
        reference: "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/references/")

    /// - Parameter isByName: the second is what a reader finds who takes a path of ids for one of names.
    static func report(
        _ reference: ReferenceText, _ first: ElementID, _ second: ElementID, _ isByName: Bool, at node: NodeID,
        of element: ElementID, _ document: ContractDocument, _ found: inout IssueList
    ) {
        guard found.hasRoom(for: rule) else { return }
        let tree = found.tree
        let text = Wording.quoted(reference.text)
        let labels = [first, second].map { document.path(of: $0).map(Wording.quoted) ?? "an element" }
        let problem: String
        let help: String
        if isByName {
            problem = "\(text) is \(labels[0]) by its ids, but \(labels[1]) to who reads names"
            help = "choose an id that is no other element's name"
        } else if labels[0] == labels[1] {
            problem = "\(text) fits two elements that are both \(labels[0])"
            help = "give each a name of its own"
        } else {
            problem = "\(text) can be read as \(labels[0]) and as \(labels[1])"
            help = "refer to it by ids that are unique: `schema/<id of the object>/properties/<id of the property>`"
        }
        found.add(
            Issue(
                rule, problem, at: tree.rangeOfUse(of: node), help: help,
                related: zip([first, second], labels).map { element, label in
                    (tree.rangeOfUse(of: document.element(element).nameNode), "\(label) is here")
                },
                subject: reference.text),
            at: node, of: element)
    }
}
