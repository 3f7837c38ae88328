internal import ContractModel

/// Memory of a thread from one file to the next: verdicts on types, and the engines of the policies that it has met.
package final class CheckCache {
    var types = TypeCache()
    private var engines: [EffectivePolicy.ID: RuleEngine] = [:]
    /// Contracts of one domain come one after another, so few policies are met.
    private static let mostEngines = 256

    package init() {}

    /// The engine that asks the rules of a policy.
    func engine(for policy: EffectivePolicy) -> RuleEngine {
        if let known = engines[policy.id] { return known }
        if engines.count >= Self.mostEngines { engines.removeAll() }
        let engine = RuleEngine(policy.rules, today: policy.id.today)
        engines[policy.id] = engine
        return engine
    }
}
