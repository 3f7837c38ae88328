internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Service levels about objects or properties that the schema does not have.
///
/// ODCS: "use `object.element` …, separate multiple by a comma …; if there is only one object in the contract, the
/// object name is not required". Names of the storage count too ("as in `SELECT txn_ref_dt FROM tab1`"), and paths of
/// ids. A contract without any object leaves nothing to compare with.
struct SLAElementUnknown {
    static let rule = RuleDescriptor(
        "reference/sla-element-unknown", .warning,
        "Service levels are about objects and properties that the schema has.",
        why: "A promise about data that nobody can find cannot be measured.",
        reference: "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/service-level-agreement/")

    private let names: NameSearch
    private var facts: SchemaFacts { names.resolver.facts }
    private(set) var external: [ExternalReference] = []

    init(_ names: NameSearch) { self.names = names }

    mutating func check(_ found: inout IssueList) {
        if facts.objects.isEmpty { return }
        for place in facts.serviceLevels { check(place, &found) }
    }

    private mutating func check(_ place: SchemaFacts.Place, _ found: inout IssueList) {
        let tree = facts.tree
        guard tree[place.node].isText else { return }
        let bytes = tree.withText(of: place.node) { Array($0) }
        for part in Self.parts(of: bytes) {
            let reference = ReferenceText(Array(bytes[part]))
            let range = tree.range(of: place.node, part: part)
            if !found.hasRoom(for: Self.rule), !reference.isExternal { continue }
            switch names.find(reference) {
            case .known, .unjudged: break
            case .external(let file, let path):
                external.append(
                    ExternalReference(
                        use: .serviceLevel, file: reference.text(file), path: reference.text(path), range: range,
                        node: place.node, element: place.element))
            case .unknown(let missing):
                // What is missing may have been meant to come.
                if facts.isPartial { break }
                let advice =
                    missing.map { ReferenceAdvice(reference, $0, names.resolver, &found) }
                    ?? ReferenceAdvice(bare: reference, facts, &found)
                found.add(
                    Issue(
                        Self.rule,
                        "the service level is about \(Wording.quoted(reference.text)), but \(advice.problem)",
                        at: range, help: advice.help, related: advice.related, subject: reference.text),
                    at: place.node, of: place.element)
            }
        }
    }

    /// The names between the commas, without the white space around them.
    private static func parts(of bytes: [UInt8]) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = 0
        for end in 0...bytes.count where end == bytes.count || bytes[end] == UInt8(ascii: ",") {
            var part = start..<end
            while let first = part.first, bytes[first] <= 0x20 { part = first + 1..<part.upperBound }
            while let last = part.last, bytes[last] <= 0x20 { part = part.lowerBound..<last }
            if !part.isEmpty { parts.append(part) }
            start = end + 1
        }
        return parts
    }
}
