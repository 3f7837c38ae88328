internal import Basics
internal import Diagnostics
internal import RuleLanguage

/// The layers down to the one that is being read, and which of them speak of which rule.
struct KnownRules {
    private(set) var layers: [Layer] = []
    /// By rule id the layers that bring it, with its number among their rules, or change it.
    private var mentions: [String: [(layer: Int, rule: Int?)]] = [:]
    /// As the first layer brings it.
    private var firsts: [String: Rule] = [:]
    private var packs: [String: [String]] = [:]
    /// The first lock of the layers above the last one.
    private var lockAbove: Locked?

    /// Something that is locked: what it is, and whose lock it is.
    struct Locked {
        let rule: String
        let owner: String
    }

    init(_ layers: [Layer]) {
        for rule in RuleCatalogue.native where rule.tier != .strict {
            packs[String(rule.pack), default: []].append(rule.id)
        }
        for layer in layers {
            append(layer)
            for id in layer.adjustments.keys { mention(id) }
        }
    }

    mutating func append(_ layer: Layer) {
        lockAbove = lock
        layers.append(layer)
        for (index, rule) in layer.rules.enumerated() {
            if firsts[rule.id] == nil {
                firsts[rule.id] = rule
                packs[String(rule.descriptor.pack), default: []].append(rule.id)
            }
            mention(rule.id, index)
        }
        for native in layer.natives where !packs[String(native.pack), default: []].contains(native.id) {
            packs[String(native.pack), default: []].append(native.id)
        }
    }

    /// Gives the last layer what it makes of rules.
    mutating func adjustLast(_ adjustments: [String: Adjustment]) {
        guard !layers.isEmpty else { return }
        layers[layers.count - 1].adjustments = adjustments
        for id in adjustments.keys { mention(id) }
    }

    private mutating func mention(_ id: String, _ rule: Int? = nil) {
        let last = layers.count - 1
        if mentions[id]?.last?.layer != last { mentions[id, default: []].append((last, rule)) }
    }

    /// The first lock of all layers: whoever holds one holds the contracts that it is about.
    var lock: Locked? {
        if let lockAbove { return lockAbove }
        guard let layer = layers.last else { return nil }
        func locked(_ rule: String, _ place: String?) -> Locked {
            Locked(rule: rule, owner: "the layer `\(layer.name.shortened)`" + (place.map { " (\($0))" } ?? ""))
        }
        if let own = layer.rules.first(where: { (layer.adjustments[$0.id]?.lock ?? $0.lock) > .open }) {
            return locked(own.id, layer.adjustments[own.id]?.lockPlace)
        }
        return layer.adjustments.filter { ($0.value.lock ?? .open) > .open }.min { $0.key < $1.key }
            .map { locked($0.key, $0.value.lockPlace) }
    }

    // MARK: Names

    /// The rules that a name means: a rule, or with `pack/*` those of a pack that some layer has brought; nil: there is
    /// none.
    func targets(of name: String) -> [String]? {
        if name.hasSuffix("/*") { return packs[String(name.dropLast(2))] }
        return firsts[name] != nil || Self.isStandard(name) ? [name] : nil
    }

    /// True: it comes with the program, under its own name or `pack/*`.
    static func isStandard(_ name: String) -> Bool {
        if name.hasSuffix("/*") { return RuleCatalogue.families.contains(String(name.dropLast(2))) }
        return RuleCatalogue.native(name) != nil || StandardPacks.rule(name) != nil
    }

    /// Of a pack; nil: it is written in Swift, or there is none.
    func rule(_ id: String) -> Rule? { firsts[id] ?? StandardPacks.rule(id) }

    /// All that a configuration can name.
    var names: [String] {
        Set(packs.values.joined() + RuleCatalogue.all.map(\.id) + packs.keys.map { $0 + "/*" }).sorted()
    }

    // MARK: Locks

    /// Demands of the layers above the last one on a rule, of contracts that the last one matches.
    func bound(of id: String) -> LockBound {
        guard let own = layers.last else { return LockBound() }
        var bound = RuleCatalogue.native(id).map { LockBound(native: $0) } ?? LockBound()
        if let lockAbove, Policy.alwaysHeld.contains(id) { bound.tighten(lockAbove.owner) }
        for mention in mentions[id] ?? [] where mention.layer < layers.count - 1 {
            let layer = layers[mention.layer]
            if layer.match.isDisjoint(with: own.match) { continue }
            let isCertain = layer.match.covers(own.match)
            if let rule = mention.rule, !bound.isCertain {
                bound.bring(layer.rules[rule], layer.adjustments[id], by: layer, isCertain: isCertain)
            } else if let adjustment = layer.adjustments[id] {
                bound.change(adjustment, by: layer, isCertain: isCertain)
            }
        }
        return bound
    }
}
