internal import Diagnostics
internal import RuleLanguage

/// Composition of some layers, one layer after the other, the highest first.
struct PolicyComposition {
    /// As the layer that brings it has it from its pack, in the order in which they are brought.
    private(set) var rules: [Rule] = []
    /// Of those that some layer changes, or that are not in force by themselves.
    private(set) var states: [String: RuleState] = [:]
    /// Of rules that are written in Swift.
    private(set) var natives: [String: RuleState] = [:]

    init(_ layers: some Sequence<Layer>) {
        var indices: [String: Int] = [:]
        var isLocked = false
        for layer in layers {
            var brought: Set<String> = []
            for rule in layer.rules {
                if let index = indices[rule.id] {
                    var state = states[rule.id] ?? RuleState(rules[index])
                    if state.bring(again: rule, by: layer.name) { states[rule.id] = state }
                    continue
                }
                indices[rule.id] = rules.count
                rules.append(rule)
                brought.insert(rule.id)
                if rule.effectiveFrom != nil { states[rule.id] = RuleState(rule) }
                if rule.lock > .open, layer.adjustments[rule.id]?.lock != .open { isLocked = true }
            }
            for native in layer.natives {
                var state = natives[native.id] ?? RuleState(native: native)
                state.bring(native: native)
                natives[native.id] = state
            }
            // What one layer says of different rules does not depend on their order.
            let wasLocked = isLocked
            for (id, adjustment) in layer.adjustments {
                if let index = indices[id] {
                    var state = states[id] ?? RuleState(rules[index])
                    state.take(adjustment, of: layer.name, isFree: state.lock == .open || brought.contains(id))
                    states[id] = state
                } else if let own = RuleCatalogue.native(id) {
                    var state = natives[id] ?? RuleState(native: own)
                    let isHeld = wasLocked && Policy.alwaysHeld.contains(id)
                    state.take(adjustment, of: layer.name, isFree: state.lock == .open && !isHeld)
                    natives[id] = state
                } else {
                    continue
                }
                if (adjustment.lock ?? .open) > .open { isLocked = true }
            }
        }
    }
}
