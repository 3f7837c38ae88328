internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Judges what examples write by the shape tables, as contracts are: a key that no standard has would make an example of
/// nothing.
enum ExampleFaults {
    /// Issues about an example, at their places in the pack.
    static func issues(_ example: RuleExample, in tree: YAMLTree, of selection: Selection) -> [Issue] {
        let document = ExampleDocument(example.node, in: tree, for: selection)
        if document.isBroken { return [] }
        return [document.new, document.old].compactMap { $0 }.flatMap { issues($0, tree, example.node) }
    }

    private static func issues(_ version: ExampleDocument.Version, _ pack: YAMLTree, _ example: NodeID) -> [Issue] {
        let tree = YAMLTree(name: "example.yaml", raw: Array(version.text.utf8), vocabulary: .contracts)
        let contract = tree.documents.first.flatMap { ContractDocument(tree, $0) }
        var found = tree.issues.filter { $0.severity == .error }
        guard let contract else {
            let why = found.first.map { ": \($0.message)" } ?? ""
            let range = found.first.flatMap { version.origin($0.range.bytes) } ?? pack.range(of: example)
            return [
                Issue(
                    PackRules.invalid, "the example is no contract\(why)", at: range,
                    help: "write a whole contract under `yaml`, or fragments by what they are")
            ]
        }
        found += contract.issues.lazy.map(\.issue).filter { judged.contains($0.rule.id) }
        var places: Set<SourceRange> = []
        return found.compactMap { issue in
            guard let place = version.origin(issue.range.bytes), places.insert(place).inserted else { return nil }
            return Issue(
                PackRules.invalid, "in an example: \(issue.message)", at: place,
                help: issue.help.map { "\($0); \(escape)" } ?? escape)
        }
    }

    private static let escape = "an example that is to break the standard says `broken: true`"

    /// Rules that a fragment can break; what it leaves out is filled in, or is what the example is about.
    private static let judged: Set<String> = Set(
        [
            StandardRules.unknownKey, StandardRules.wrongType, StandardRules.invalidValue, StandardRules.exclusiveKeys,
            StandardRules.misplacedKey,
        ].map(\.id))
}

extension SourceRange {
    fileprivate var bytes: Range<Int> { start..<max(start, end) }
}
