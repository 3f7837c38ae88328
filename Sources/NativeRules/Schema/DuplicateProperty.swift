internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Two properties of one list with the same name, compared exactly: `Id` and `id` are two properties to a document store,
/// and whether they are to a database is its own affair.
enum DuplicateProperty {
    static let rule = RuleDescriptor(
        "schema/duplicate-property", .error, "No two properties side by side have the same name.",
        why: "A record cannot hold two values under one name: consumers do not know which definition counts.",
        reference: "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/schema/")

    static func report(
        _ name: NodeID, of property: ElementID, after earlier: NodeID, _ document: ContractDocument,
        _ found: inout IssueList
    ) {
        guard found.hasRoom(for: rule) else { return }
        let text = found.quoted(name)
        let holder = document.element(property).parent?.path.map { " of `\($0)`" } ?? ""
        found.add(
            Issue(
                rule, "there is a property \(text)\(holder) already", at: found.tree.rangeOfUse(of: name),
                help: "rename one of the two, or remove it",
                related: [(found.tree.rangeOfUse(of: earlier), "the first \(text)")], subject: found.tree.text(of: name)
            ),
            at: name, of: property)
    }
}
