internal import Compatibility
internal import ContractModel
internal import NativeRules
internal import RuleLanguage

/// Memory of a thread from one file to the next: verdicts on types, and the engines of the policies that it has met.
package final class CheckCache {
    var types = TypeCache()
    var neighbours = NeighbourCache()
    private var engines: [EngineID: RuleEngine] = [:]
    /// Contracts of one domain come one after another, so few policies are met.
    private static let mostEngines = 256

    package init() {}

    /// Configurations of one run may share rules and rank classifications each its own way.
    private struct EngineID: Hashable {
        let policy: EffectivePolicy.ID
        let classifications: ClassificationOrder
        let folder: FolderOfPaths
    }

    /// The engine that asks the rules of a policy, as a configuration ranks classifications.
    func engine(for policy: EffectivePolicy, _ configuration: Configuration) -> RuleEngine {
        let classifications = configuration.comparison.classifications
        let id = EngineID(policy: policy.id, classifications: classifications, folder: configuration.outermost)
        if let known = engines[id] { return known }
        if engines.count >= Self.mostEngines { engines.removeAll() }
        let engine = RuleEngine(
            policy.rules, today: policy.id.today, classifications: classifications, folder: configuration.outermost)
        engines[id] = engine
        return engine
    }
}
