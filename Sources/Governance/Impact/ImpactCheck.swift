internal import Basics
internal import Compatibility
internal import ContractModel
package import Diagnostics
package import RuleLanguage
internal import Synchronization
internal import YAMLTree

/// Check of what the rules of a pack would find in files, beside what the configuration in force finds already.
///
/// Made once; asked by all threads, each with a memory of its own.
package final class ImpactCheck: Sendable {
    package let pack: PackIdentity
    package let file: String
    /// The rules, all of them asked, also those that the pack leaves off.
    let rules: RuleSet
    /// Those that the pack leaves off.
    private let off: Set<String>
    /// By the place of a rule in the set that in the pack.
    private let order: [Int]
    private let ids: Set<String>
    /// Rest of each policy that has been met when only the rules of these ids are asked.
    private let policies = Mutex<[Policy.ID: Policy]>([:])

    package init(_ pack: RulePack) {
        self.pack = pack.identity
        file = pack.file
        off = Set(pack.rules.lazy.filter(\.isOff).map(\.id))
        let rules = RuleSet(
            pack.rules.map { rule in
                var rule = rule
                rule.isOff = false
                return rule
            })
        self.rules = rules
        ids = Set(pack.rules.map(\.id))
        order = rules.rules.map { rule in pack.rules.firstIndex { $0.id == rule.id } ?? 0 }
    }

    /// Engines and whatever else a thread keeps from one file to the next.
    package final class Memory {
        fileprivate let cache = CheckCache()
        fileprivate let today: Int
        private var engines: [ClassificationOrder: RuleEngine] = [:]

        package init(today: Int) { self.today = today }

        /// The engine that asks the rules of the pack.
        fileprivate func engine(for rules: RuleSet, _ configuration: Configuration) -> RuleEngine {
            let classifications = configuration.comparison.classifications
            let own =
                engines[classifications]
                ?? RuleEngine(
                    rules, today: today, classifications: classifications, folder: configuration.outermost)
            engines[classifications] = own
            return own
        }
    }

    /// The rules without counts, in the order of the pack: what results are added to.
    package var emptyRules: [ImpactReport.Rule] {
        zip(order, rules.rules).sorted { $0.0 < $1.0 }.map { _, rule in
            var own = ImpactReport.Rule(
                id: rule.id, severity: rule.descriptor.severity, isOff: off.contains(rule.id),
                noun: rule.selection.noun, plural: rule.selection.plural)
            own.isAboutChanges = rule.selection == .change
            return own
        }
    }

    package func check(
        name: String, raw: [UInt8], _ configuration: Configuration, _ memory: Memory
    ) -> FileImpact {
        let tree = YAMLTree(name: name, raw: raw, vocabulary: .contracts, limits: configuration.limits)
        var result = FileImpact(rules: emptyRules)
        let policy = reduced(configuration.policy)
        for part in tree.documents {
            guard let document = ContractDocument(tree, part) else { continue }
            let contract = DocumentImpact(document)
            if document.kind == .product { result.productCount += 1 } else { result.contractCount += 1 }
            if let domain = contract.domain { result.domains.insert(domain) }
            let effective = policy.effective(for: document, today: memory.today)
            let known = memory.cache.engine(for: effective, configuration).check(document)
            let counter = SelectionCounter(rules)
            let found = memory.engine(for: rules, configuration).check(document, counter: counter)
            let elements = document.elementCounts
            for index in rules.rules.indices {
                result.rules[order[index]].elements += elements[rules.rules[index].selection.number]
                result.rules[order[index]].selected += counter.counts[index]
            }
            contract.add(found.issues, known: known.issues, to: &result.rules)
            result.failures += found.failures
            result.unknown.formUnion(found.unknown)
        }
        return result
    }

    private func reduced(_ policy: Policy) -> Policy {
        policies.withLock { policies in
            if let known = policies[policy.id] { return known }
            let made = policy.keeping(ids, of: pack)
            policies[policy.id] = made
            return made
        }
    }
}

/// Findings that the rules would have in one file.
package struct FileImpact: Sendable {
    package var rules: [ImpactReport.Rule]
    package var contractCount = 0
    package var productCount = 0
    package var domains: Set<String> = []
    package var failures: [RuleFailure] = []
    /// Rules that met a fact which is not at hand.
    package var unknown: Set<String> = []
}

/// One document, and what newly fails in it.
private struct DocumentImpact {
    private let document: ContractDocument
    let domain: String?
    /// Name that people know it by: its id, else its file.
    private let name: String

    init(_ document: ContractDocument) {
        self.document = document
        domain = document.rootElement?.text(.domain)?.shortened
        name = document.id?.shortened(to: 200) ?? document.tree.source.name
    }

    private struct Key: Hashable {
        var rule: String
        var element: ElementID
        var clause: String?
        var subject: String
    }

    private static func key(of issue: ElementIssue) -> Key {
        Key(rule: issue.issue.rule.id, element: issue.element, clause: issue.clause, subject: issue.issue.subject)
    }

    /// The first few of a rule are shown.
    private static let mostPlaces = 5

    func add(_ found: [ElementIssue], known: [ElementIssue], to rules: inout [ImpactReport.Rule]) {
        let remaining = Set(found.map(Self.key))
        let gone = known.filter { !remaining.contains(Self.key(of: $0)) }
        let known = Set(known.map(Self.key))
        let indices = Dictionary(rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        for issue in gone { indices[issue.issue.rule.id].map { rules[$0].goneFindings += 1 } }
        var failing: Set<Failing> = []
        for issue in found.sorted(by: { $0.issue.range.start < $1.issue.range.start }) {
            guard let index = indices[issue.issue.rule.id] else { continue }
            if known.contains(Self.key(of: issue)) {
                rules[index].knownFindings += 1
                continue
            }
            rules[index].newFindings += 1
            // A string is no element: its place tells one from the other.
            let node = issue.element < 0 ? issue.node : -1
            if failing.insert(Failing(rule: index, element: issue.element, node: node)).inserted {
                rules[index].elementsFailing += 1
            }
            if rules[index].contracts.last != name { rules[index].contracts.append(name) }
            if let domain, rules[index].domains.last != domain { rules[index].domains.append(domain) }
            if rules[index].places.count < Self.mostPlaces { rules[index].places.append(finding(issue)) }
        }
    }

    private struct Failing: Hashable {
        var rule: Int
        var element: ElementID
        var node: NodeID
    }

    private func finding(_ issue: ElementIssue) -> Finding {
        var finding = Finding(
            rule: issue.issue.rule.id, severity: issue.issue.severity, message: issue.issue.message,
            place: document.tree.place(of: issue.issue.range, withExcerpt: false), contract: name,
            element: document.path(of: issue.element), clause: issue.clause)
        finding.secrets = document.tree.secrets
        finding.hideSecrets()
        return finding
    }
}

extension ContractDocument {
    /// Numbers of what each kind of selection goes over.
    fileprivate var elementCounts: [Int] {
        var counts = [Int](repeating: 0, count: Selection.allCases.count)
        let selections = Dictionary(
            Selection.allCases.compactMap { selection in selection.element.map { ($0.number, selection.number) } },
            uniquingKeysWith: { first, _ in first })
        for element in elements {
            if let selection = selections[element.kind.number] { counts[selection] += 1 }
        }
        counts[Selection.text.number] =
            nodes.lazy.filter { node in
                let value = self.tree[node]
                return value.type == .text && value.flags.isDisjoint(with: [.key, .aliased])
            }.count
        return counts
    }
}

extension Policy {
    /// The same policy with no other rules than these.
    fileprivate func keeping(_ ids: Set<String>, of pack: PackIdentity) -> Policy {
        Policy(
            ID(file: id.file, digest: "\(id.digest) \(pack.digest)"),
            layers: layers.map { layer in
                var layer = layer
                layer.rules.removeAll { !ids.contains($0.id) }
                return layer
            }, library)
    }
}

extension Selection {
    /// Word that people have for several.
    var plural: String {
        switch self {
        case .property: "properties"
        default: noun + "s"
        }
    }
}
