internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Two objects of one schema with the same name, compared exactly: `Orders` and `orders` are two objects.
enum DuplicateObject {
    static let rule = RuleDescriptor(
        "schema/duplicate-object", .error, "No two objects of a schema have the same name.",
        why:
            "Whoever refers to the name, such as a foreign key, a service level or a data product, cannot say which one is meant.",
        reference: "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/schema/")

    static func report(_ name: NodeID, of object: ElementID, after earlier: NodeID, _ found: inout IssueList) {
        guard found.hasRoom(for: rule) else { return }
        let text = found.quoted(name)
        found.add(
            Issue(
                rule, "there is an object \(text) already", at: found.tree.rangeOfUse(of: name),
                help: "rename one of the two, or merge their properties into one object",
                related: [(found.tree.rangeOfUse(of: earlier), "the first \(text)")], subject: found.tree.text(of: name)
            ),
            at: name, of: object)
    }
}
