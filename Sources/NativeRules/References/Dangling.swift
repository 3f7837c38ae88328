internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// References that lead to nothing in their document.
enum Dangling {
    static let rule = RuleDescriptor(
        "reference/dangling", .error, "Every reference leads to an element that exists.",
        why: "Tools that draw, check or create foreign keys fail on it, and readers look for data that is not there.",
        reference: "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/references/")

    static func report(
        _ reference: ReferenceText, _ missing: ReferenceResolver.Missing, at node: NodeID, of element: ElementID,
        _ resolver: ReferenceResolver, _ found: inout IssueList
    ) {
        guard found.hasRoom(for: rule) else { return }
        let advice = ReferenceAdvice(reference, missing, resolver, &found)
        found.add(
            Issue(
                rule, "\(Wording.quoted(reference.text)) refers to nothing: \(advice.problem)",
                at: found.tree.rangeOfUse(of: node), help: advice.help, related: advice.related, subject: reference.text
            ),
            at: node, of: element)
    }

    // MARK: Parts without counterpart

    /// A composite foreign key whose sides have different lengths.
    static func reportLengths(
        from: NodeID, _ fromCount: Int, to: NodeID, _ toCount: Int, surplus: NodeID, of element: ElementID,
        _ found: inout IssueList
    ) {
        guard found.hasRoom(for: rule) else { return }
        let tree = found.tree
        let (longer, shorter) = fromCount > toCount ? ("from", "to") : ("to", "from")
        found.add(
            Issue(
                rule,
                "\(found.quoted(surplus)) has no counterpart: `from` has \(Wording.count(fromCount, "part")), `to` \(toCount)",
                at: tree.rangeOfUse(of: surplus),
                help: "name as many properties in `\(shorter)` as in `\(longer)`, in the same order",
                related: [(tree.rangeOfUse(of: fromCount > toCount ? to : from), "`\(shorter)` stands here")],
                subject: "length"),
            at: surplus, of: element)
    }
}
