package import ContractModel
internal import Diagnostics
package import RuleLanguage
internal import Synchronization

/// Rules that govern each contract: the union of all layers that match it.
package final class Policy: Sendable {
    package let layers: [Layer]
    /// The files of rule packs that the layers name, for what only they say.
    package var packFiles: [PackSource.File] { library.files }
    /// The packs behind the layers, whose expressions are read again where layers change parameters or add clauses.
    // Never changes, and its trees are read by one thread at a time.
    nonisolated(unsafe) let library: PackLibrary
    /// By the layers that match, a bit for each: contracts of one domain share what holds for them.
    private let policies = Mutex<[EffectivePolicy.ID: EffectivePolicy]>([:])
    private let isUniform: Bool
    /// The domains that its layers are about.
    let domains: KnownDomains
    /// As many kinds of contracts are remembered; a layer for each contract would make one for each.
    private static let mostPolicies = 256

    /// Identity as a value: two policies of one id say the same.
    package struct ID: Hashable, Sendable {
        /// The lowest configuration; empty: it is part of the program.
        let file: String
        /// SHA-256 of all that was read; of a part of the program its name.
        let digest: String
    }

    package let id: ID

    /// Every contract has the recommended rules.
    package static let recommended = Policy(ID(file: "", digest: "recommended"), layers: [.recommended], PackLibrary())

    init(_ id: ID, layers: [Layer], _ library: PackLibrary) {
        self.id = id
        self.layers = layers
        self.library = library
        isUniform = layers.allSatisfy(\.match.isEverything)
        domains = KnownDomains(layers)
    }

    /// Every rule of every layer, off or not.
    package var rules: [Rule] {
        var seen: Set<String> = []
        return layers.flatMap(\.rules).filter { seen.insert($0.id).inserted }
    }

    /// Policy for a document.
    ///
    /// - Parameters:
    ///   - today: the day that decides what is in force already, in days since 1970-01-01.
    ///   - file: where it stands, if not where its text was read.
    package func effective(
        for document: ContractDocument, file: String? = nil, today: Int
    ) -> EffectivePolicy {
        effective(for: document, file: file, earlier: [], today: today)
    }

    /// - Parameter earlier: what the document said of itself before: layers that matched it then match it still.
    func effective(
        for document: ContractDocument, file: String? = nil, earlier: [DocumentFacts], today: Int
    ) -> EffectivePolicy {
        if isUniform { return effective([], today) }
        let all = [DocumentFacts(document, file: file)] + earlier
        return effective(layers.map { all.contains(where: $0.match.contains) }, today)
    }

    /// True: some layer or rule is about some contracts and not about others.
    package var isSelective: Bool { !isUniform || rules.contains { !$0.scope.isEverything } }

    /// Policy where nothing is known but the file: in text that is no document.
    package func effective(forFile name: String, today: Int) -> EffectivePolicy {
        if isUniform { return effective([], today) }
        let facts = DocumentFacts(file: name)
        return effective(layers.map { $0.match.contains(facts) }, today)
    }

    /// Policy for every contract, whatever else holds for some.
    package var everywhere: EffectivePolicy { effective(layers.map(\.match.isEverything), 0) }

    private func effective(_ matching: [Bool], _ today: Int) -> EffectivePolicy {
        let key = EffectivePolicy.ID(policy: id, layers: matching, today: today)
        return policies.withLock { policies in
            if let known = policies[key] { return known }
            let made = make(key)
            if policies.count >= Self.mostPolicies { policies.removeAll() }
            policies[key] = made
            return made
        }
    }

    /// Rules that tell what could not be read: as soon as anything is locked above, they are as well, since nobody can be
    /// asked to obey a rule in a text that is never seen.
    static let alwaysHeld: Set<String> = ["yaml/syntax", "yaml/encoding", "yaml/limit"]

    private func make(_ id: EffectivePolicy.ID) -> EffectivePolicy {
        let (matching, today) = (id.layers, id.today)
        let composition = PolicyComposition(
            zip(layers, matching.isEmpty ? layers.map { _ in true } : matching).lazy.filter(\.1).map(\.0))
        var rules: [Rule] = []
        var failures: [String] = []
        for rule in composition.rules {
            guard let state = composition.states[rule.id] else {
                rules.append(rule)
                continue
            }
            guard state.severity != nil else { continue }
            if let made = variant(of: rule, state) {
                rules.append(made.taking(state, today: today))
            } else {
                failures.append(rule.id)
            }
        }
        var natives: [String: EffectivePolicy.Native] = [:]
        for own in RuleCatalogue.onDemand {
            natives[own.id] = EffectivePolicy.Native(own, RuleState(native: own), today: today)
        }
        for (id, state) in composition.natives {
            guard let own = RuleCatalogue.native(id) else { continue }
            natives[id] = EffectivePolicy.Native(own, state, today: today)
        }
        return EffectivePolicy(id, rules: RuleSet(rules.filter { !$0.isOff }), natives: natives, failures: failures)
    }

    private struct Variant: Hashable {
        var rule: String
        var parameters: [String: ParameterValue]
        var clauses: [String]
    }

    private let variants = Mutex<[Variant: Rule]>([:])
    /// The trees of the standard packs are everybody's.
    private static let compiling = Mutex<Void>(())

    /// A rule with the parameters and the clauses that it has come to; nil: it cannot be asked so.
    private func variant(of rule: Rule, _ state: RuleState) -> Rule? {
        guard state.isVariant else { return rule }
        let key = Variant(
            rule: rule.id, parameters: state.parameters, clauses: state.clauses.map { "\($0.layer)\u{0}\($0.name)" })
        return variants.withLock { variants in
            if let known = variants[key] { return known }
            let made = Self.compiling.withLock { _ in
                library.content(of: rule.pack)?.rule(rule.id, overriding: state.parameters, adding: state.clauses).rule
            }
            guard var made else { return nil }
            made.descriptor = rule.descriptor
            if variants.count >= Self.mostPolicies { variants.removeAll() }
            variants[key] = made
            return made
        }
    }
}

extension Rule {
    /// Notes which layer brings it.
    mutating func note(layer: String) {
        let own = descriptor.provenance
        descriptor = descriptor.with(
            descriptor.severity,
            provenance: Provenance(
                version: own.version, digest: own.digest, layer: layer, enforcement: enforcement, lock: lock))
    }

    /// As the layers have it on a day.
    func taking(_ state: RuleState, today: Int) -> Rule {
        var rule = self
        rule.isOff = state.severity == nil
        rule.enforcement = state.enforcement
        rule.lock = state.lock
        rule.effectiveFrom = state.effectiveFrom
        rule.scope = state.scope
        var severity = state.severity ?? descriptor.severity
        if let (most, note) = state.restraint(today: today), severity > most {
            severity = most
            rule.prose.remedy = (prose.remedy ?? Advice()).noting(note)
        }
        rule.descriptor = descriptor.with(severity, provenance: state.provenance(over: descriptor.provenance))
        return rule
    }
}
