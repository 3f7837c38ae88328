internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Stable ids (ODCS 3.1, ODPS 1.1) that stand twice in one list.
///
/// The standard's schema says of an id: "must be unique within its containing array" (RFC 26a: "its containing
/// array/object collection"), so two objects may well have properties of the same id, and a property and a server too.
enum DuplicateID {
    static let rule = RuleDescriptor(
        "reference/duplicate-id", .error, "No two entries of a list have the same id.",
        why: "References by id are meant to survive renaming; with two candidates they lead to either.",
        reference: "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/references/")

    /// - Returns: the elements of all lists by id, for references to be looked up; their scope is the list.
    static func check(_ memory: DocumentMemory, _ found: inout IssueList) -> NameTable? {
        var nodes = memory.nodes(filling: .id)
        if nodes.isEmpty { return nil }
        // Elements are numbered as they are decoded; nodes as they stand in the file.
        nodes.sort()
        var ids = NameTable(memory, minimumCapacity: nodes.count)
        for node in nodes {
            let mapping = memory[node].parent
            let list = mapping < 0 ? -1 : memory[mapping].parent
            guard list >= 0, memory[list].isList, memory[node].type.isSubset(of: .scalar) else { continue }
            let element = memory.elementID(at: mapping)
            // An input contract's id is another contract's, which may be read in several versions.
            guard element >= 0, memory.kind(of: element) != .inputContract else { continue }
            if let earlier = ids.insert(node, of: element, in: list) {
                report(node, of: element, after: earlier.name, &found)
            }
        }
        return ids
    }

    private static func report(_ id: NodeID, of element: ElementID, after earlier: NodeID, _ found: inout IssueList) {
        guard found.hasRoom(for: rule) else { return }
        let text = found.quoted(id)
        found.add(
            Issue(
                rule, "the id \(text) is taken already in this list", at: found.tree.rangeOfUse(of: id),
                help: "give one of the two another id; references to it need the same change",
                related: [(found.tree.rangeOfUse(of: earlier), "the first \(text)")], subject: found.tree.text(of: id)),
            at: id, of: element)
    }
}
