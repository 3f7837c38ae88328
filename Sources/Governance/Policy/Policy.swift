internal import ContractModel
package import Diagnostics
internal import Synchronization

/// Which rules govern which contract: the union of all layers that match it.
package final class Policy: Sendable {
    package let layers: [Layer]
    /// The files of rule packs that the layers name, for what only they say.
    package let packFiles: [PackSource.File]
    /// Severities that the configuration gives to rules by name, whatever their layer; `off` is nil inside.
    let severities: @Sendable (RuleDescriptor) -> Severity??
    /// By the layers that match, a bit for each: contracts of one domain share their set.
    private let sets = Mutex<[[Bool]: RuleSet]>([:])
    private let isUniform: Bool

    /// No rules from packs at all.
    package static let none = Policy(layers: [])

    /// Every contract has the recommended rules.
    package static let recommended = Policy(layers: [Layer(name: "recommended", rules: StandardPacks.rules)])

    package init(
        layers: [Layer], packFiles: [PackSource.File] = [],
        severities: @escaping @Sendable (RuleDescriptor) -> Severity?? = { _ in nil }
    ) {
        self.layers = layers
        self.packFiles = packFiles
        self.severities = severities
        isUniform = layers.allSatisfy(\.match.isEverything)
    }

    /// Every rule of every layer, off or not.
    package var rules: [Rule] {
        var seen: Set<String> = []
        return layers.flatMap(\.rules).filter { seen.insert($0.id).inserted }
    }

    /// The rules for a document.
    ///
    /// - Parameter file: where it stands; nil: where it was read from.
    func rules(for document: ContractDocument, at file: String? = nil) -> RuleSet {
        if isUniform { return set([]) }
        let facts = DocumentFacts(document, file: file)
        return set(layers.map { $0.match.contains(facts) })
    }

    private func set(_ matching: [Bool]) -> RuleSet {
        sets.withLock { sets in
            if let known = sets[matching] { return known }
            let made = RuleSet(rules(matching: matching))
            sets[matching] = made
            return made
        }
    }

    private func rules(matching: [Bool]) -> [Rule] {
        var rules: [Rule] = []
        var indices: [String: Int] = [:]
        for (number, layer) in layers.enumerated() where matching.isEmpty || matching[number] {
            for rule in layer.rules where indices[rule.id] == nil {
                indices[rule.id] = rules.count
                rules.append(rule)
            }
            for (id, adjustment) in layer.adjustments {
                guard let index = indices[id] else { continue }
                if let replacement = adjustment.replacement {
                    let old = rules[index]
                    rules[index] = replacement
                    rules[index].take(severityOf: old)
                }
                if let severity = adjustment.severity { rules[index].set(severity) }
            }
        }
        // A rule that its pack leaves off is asked when the configuration names a severity for it.
        for index in rules.indices {
            if let severity = severities(rules[index].descriptor) { rules[index].set(severity) }
        }
        return rules.filter { !$0.isOff }
    }
}

extension Rule {
    /// - Parameter severity: nil: off.
    mutating func set(_ severity: Severity?) {
        isOff = severity == nil
        if let severity { descriptor = descriptor.with(severity) }
    }

    mutating func take(severityOf other: Rule) {
        isOff = other.isOff
        descriptor = descriptor.with(other.descriptor.severity)
    }
}
