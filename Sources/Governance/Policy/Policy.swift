package import ContractModel
package import Diagnostics
internal import Synchronization

/// Which rules govern which contract: the union of all layers that match it.
package final class Policy: Sendable {
    package let layers: [Layer]
    /// The files of rule packs that the layers name, for what only they say.
    package let packFiles: [PackSource.File]
    /// By the layers that match, a bit for each: contracts of one domain share what holds for them.
    private let policies = Mutex<[Matching: EffectivePolicy]>([:])
    private let isUniform: Bool
    /// As many kinds of contracts are remembered; a layer for each contract would make one for each.
    private static let mostPolicies = 256

    private struct Matching: Hashable {
        /// Empty: all of them.
        var layers: [Bool]
        var today: Int
    }

    /// No rules from packs at all.
    package static let none = Policy(layers: [])

    /// Every contract has the recommended rules.
    package static let recommended = Policy(layers: [.recommended])

    package init(layers: [Layer], packFiles: [PackSource.File] = []) {
        self.layers = layers
        self.packFiles = packFiles
        isUniform = layers.allSatisfy(\.match.isEverything)
    }

    /// Every rule of every layer, off or not.
    package var rules: [Rule] {
        var seen: Set<String> = []
        return layers.flatMap(\.rules).filter { seen.insert($0.id).inserted }
    }

    /// What holds for a document.
    ///
    /// - Parameters:
    ///   - file: where it stands; nil: where it was read from.
    ///   - today: the day that decides what is in force already, in days since 1970-01-01.
    package func effective(
        for document: ContractDocument, at file: String? = nil, today: Int
    ) -> EffectivePolicy {
        if isUniform { return effective([], today) }
        let facts = DocumentFacts(document, file: file)
        return effective(layers.map { $0.match.contains(facts) }, today)
    }

    /// What holds where nothing is known but the file: in text that is no document.
    package func effective(forFile name: String, today: Int) -> EffectivePolicy {
        if isUniform { return effective([], today) }
        let facts = DocumentFacts(file: name)
        return effective(layers.map { $0.match.contains(facts) }, today)
    }

    /// What holds for every contract, whatever else holds for some.
    package var everywhere: EffectivePolicy { effective(layers.map(\.match.isEverything), 0) }

    private func effective(_ matching: [Bool], _ today: Int) -> EffectivePolicy {
        let key = Matching(layers: matching, today: today)
        return policies.withLock { policies in
            if let known = policies[key] { return known }
            let made = make(matching)
            if policies.count >= Self.mostPolicies { policies.removeAll() }
            policies[key] = made
            return made
        }
    }

    private func make(_ matching: [Bool]) -> EffectivePolicy {
        var rules: [Rule] = []
        var indices: [String: Int] = [:]
        var states: [String: RuleState] = [:]
        for (number, layer) in layers.enumerated() where matching.isEmpty || matching[number] {
            for rule in layer.rules where indices[rule.id] == nil {
                indices[rule.id] = rules.count
                rules.append(rule)
            }
            for (id, adjustment) in layer.adjustments {
                let index = indices[id]
                guard let own = index.map({ rules[$0].descriptor }) ?? RuleCatalogue.native(id) else { continue }
                var state = states[id] ?? RuleState(own, isOff: index.map { rules[$0].isOff } ?? false)
                if let index, var replacement = adjustment.replacement {
                    replacement.descriptor = rules[index].descriptor
                    rules[index] = replacement
                }
                state.take(adjustment, of: layer.name)
                states[id] = state
            }
        }
        var natives: [String: EffectivePolicy.Native] = [:]
        for (id, state) in states {
            if let index = indices[id] {
                rules[index].take(state)
            } else if let own = RuleCatalogue.native(id) {
                natives[id] = EffectivePolicy.Native(own, state)
            }
        }
        return EffectivePolicy(rules: RuleSet(rules.filter { !$0.isOff }), natives: natives)
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

    /// Notes which layer brings it.
    mutating func note(layer: String) {
        let own = descriptor.provenance
        descriptor = descriptor.with(
            descriptor.severity,
            provenance: Provenance(
                version: own.version, digest: own.digest, layer: layer, enforcement: enforcement, lock: lock))
    }

    mutating func take(_ state: RuleState) {
        isOff = state.severity == nil
        enforcement = state.enforcement
        descriptor = descriptor.with(
            state.severity ?? descriptor.severity, provenance: state.provenance(over: descriptor.provenance))
    }
}

extension EffectivePolicy.Native {
    init(_ own: RuleDescriptor, _ state: RuleState) {
        descriptor = state.severity.map { own.with($0, provenance: state.provenance(over: own.provenance)) }
        severity = state.isSeverityGiven ? state.severity : nil
    }
}
