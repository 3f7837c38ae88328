internal import Basics
internal import ContractModel
package import Diagnostics
package import RuleLanguage
internal import YAMLTree

/// Every rule under a configuration: those of the program, off where no layer brings them, and those of the packs its layers
/// name.
package struct RuleListing {
    /// In the order of the catalogue, each with its rules; what only `explain` shows is left out.
    package private(set) var packs: [PackFacts] = []
    private let files: [PackSource.File]

    package init(_ configuration: Configuration) {
        let policy = configuration.policy
        files = policy.packFiles
        let everywhere = policy.everywhere
        let native = RuleCatalogue.native.map { descriptor in
            RuleFacts(descriptor, severity: everywhere.effective(descriptor)?.severity)
        }
        let rules = native + Self.facts(of: policy)
        let readers = files.map { PackReader(name: $0.name, raw: $0.raw, needsExamples: false) }
        for id in RuleCatalogue.families(of: RuleCatalogue.all + policy.rules.map(\.descriptor)) {
            let description =
                StandardPacks.pack(id)?.description ?? readers.first { $0.id == id }?.description?.trimmed
                ?? NativePacks.descriptions[id]
            packs.append(PackFacts(id: id, description: description, rules: rules.filter { $0.packID == id }))
        }
    }

    package var rules: [RuleFacts] { packs.flatMap(\.rules) }

    /// A rule with its examples and everything else that stands in its pack alone.
    package func detailed(_ facts: RuleFacts) -> RuleFacts {
        let texts = files + StandardPacks.completeFiles(named: facts.packID)
        var facts = facts
        for file in texts {
            let reader = PackReader(name: file.name, raw: file.raw, needsExamples: false)
            guard reader.id == facts.packID, let source = reader.rules.first(where: { $0.id == facts.id }) else {
                continue
            }
            facts.pack?.owner = reader.owner
            facts.pack?.add(source, in: reader.tree)
            if let pack = try? RulePack(name: file.name, raw: file.raw, needsExamples: false) {
                facts.message = Self.message(of: facts.id, in: pack)
            }
            return facts
        }
        return facts
    }

    /// Message of the rule about its first failing example.
    private static func message(of id: String, in pack: RulePack) -> String? {
        guard let rule = pack.rules.first(where: { $0.id == id }),
            let example = pack.examples[id]?.first(where: \.isFailing)
        else { return nil }
        return ExampleRun.run(example, of: rule, in: pack, today: 0, changes: ChangeFact.between).outcome.messages.first
    }

    // MARK: What layers make of rules

    /// Of each rule of a policy what holds for a contract of its layer that no narrower layer is about.
    private static func facts(of policy: Policy) -> [RuleFacts] {
        var own: [Rule] = []
        var layers: [String] = []
        var states: [RuleState] = []
        var adjustments: [[RuleFacts.Adjustment]] = []
        var indices: [String: Int] = [:]
        for layer in policy.layers {
            var added: Set<String> = []
            for rule in layer.rules {
                if let index = indices[rule.id] {
                    if layer.match.isEverything { _ = states[index].bring(again: rule, by: layer.name) }
                    continue
                }
                indices[rule.id] = states.count
                added.insert(rule.id)
                own.append(rule)
                layers.append(layer.name)
                states.append(RuleState(rule))
                adjustments.append([])
            }
            for (id, adjustment) in layer.adjustments.sorted(by: { $0.key < $1.key }) {
                guard let index = indices[id] else { continue }
                let isPartial = !layer.match.isEverything && !added.contains(id)
                if !layer.isRulesSection {
                    adjustments[index].append(RuleFacts.Adjustment(adjustment, in: layer.name, isPartial: isPartial))
                }
                if isPartial { continue }
                states[index].take(
                    adjustment, of: layer.name, isFree: states[index].lock == .open || added.contains(id))
            }
        }
        let inForce = own.indices.map { index in
            facts(of: own[index], states[index], layer: layers[index], adjustments[index])
        }
        let others = StandardPacks.rules.filter { indices[$0.id] == nil }.map { rule in
            var facts = facts(of: rule, RuleState(rule), layer: nil, [])
            facts.severity = nil
            return facts
        }
        return inForce + others
    }

    private static func facts(
        of rule: Rule, _ state: RuleState, layer: String?, _ adjustments: [RuleFacts.Adjustment]
    ) -> RuleFacts {
        var facts = RuleFacts(rule.descriptor, severity: state.severity)
        if rule.isOff { facts.ownSeverity = nil }
        facts.remedy = rule.prose.remedy?.text(in: .odcs, Standard.odcs.newest)
        facts.remedies = rule.prose.remedy?.byStandard(of: rule.selection) ?? []
        facts.references = rule.prose.references
        var pack = RuleFacts.Pack(
            version: rule.pack.version, enforcement: state.enforcement.rawValue, lock: state.lock.rawValue,
            selection: rule.selection.rawValue, noun: rule.selection.noun)
        pack.layer = layer
        pack.adjustments = adjustments
        pack.scope = state.scope.lists
        pack.parameters = rule.parameterTexts.map { text in
            var parameter = RuleFacts.Parameter(text.name, value: state.parameters[text.name]?.text ?? text.text)
            parameter.tighten = rule.tightenings[text.name]?.rawValue
            if parameter.value != text.text { parameter.packValue = text.text }
            return parameter
        }
        pack.condition = rule.condition?.text.trimmed
        pack.clauses =
            rule.clauses.map { RuleFacts.Clause($0.name, $0.condition.text.trimmed) }
            + state.clauses.map { RuleFacts.Clause($0.name, $0.text.text.trimmed) }
        facts.pack = pack
        return facts
    }

    /// A pack by itself, with everything there is to say about its rules.
    package static func facts(of pack: RulePack) -> PackFacts {
        PackFacts(
            id: pack.identity.id, description: pack.description,
            rules: pack.rules.map { rule in
                var facts = facts(of: rule, RuleState(rule), layer: nil, [])
                facts.pack?.owner = pack.owner
                if let source = pack.sources[rule.id] { facts.pack?.add(source, in: pack.tree) }
                facts.message = message(of: rule.id, in: pack)
                return facts
            })
    }

    /// The rules that are written in Swift, pack by pack, at their own severities.
    package static let native: [PackFacts] = RuleCatalogue.families(of: RuleCatalogue.native).map { id in
        PackFacts(
            id: id, description: NativePacks.descriptions[id],
            rules: RuleCatalogue.native.filter { $0.pack == id }.map { RuleFacts($0, severity: $0.severity) })
    }
}

extension RuleFacts.Adjustment {
    fileprivate init(_ adjustment: Adjustment, in layer: String, isPartial: Bool) {
        self.init(in: layer, isPartial: isPartial)
        if let own = adjustment.severity { severity = own?.rawValue ?? "off" }
        if let own = adjustment.enforcement { others.append(("enforcement", own.rawValue)) }
        if let own = adjustment.lock { others.append(("lock", own.rawValue)) }
        if let own = adjustment.effectiveFrom { others.append(("effectiveFrom", Day(number: own).text)) }
        if let own = adjustment.scope { others.append(("scope", own.text.shortened(to: 200))) }
        if !adjustment.clauses.isEmpty {
            others.append(("require", adjustment.clauses.map(\.name).joined(separator: ", ").shortened(to: 200)))
        }
        parameters = adjustment.parameters.sorted { $0.key < $1.key }.map { ($0.key, $0.value.text) }
    }
}

extension RuleFacts {
    fileprivate init(_ descriptor: RuleDescriptor, severity: Severity?) {
        self.init(
            id: descriptor.id, summary: descriptor.summary, severity: severity, ownSeverity: descriptor.severity)
        tier = descriptor.tier?.rawValue
        rationale = descriptor.rationale.isEmpty ? nil : descriptor.rationale
        references = descriptor.reference.map { [$0] } ?? []
    }
}

extension RuleFacts.Pack {
    /// Adds what stands in the pack's file alone.
    fileprivate mutating func add(_ source: RuleSource, in tree: YAMLTree) {
        for example in source.examples {
            let facts = ExampleText.facts(of: example, in: tree)
            if example.isFailing { failing.append(facts) } else { passing.append(facts) }
        }
        for parameter in source.parameters {
            guard let index = parameters.firstIndex(where: { $0.name == parameter.name }) else { continue }
            parameters[index].meaning = parameter.meaning
        }
    }
}
