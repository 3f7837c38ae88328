internal import Compatibility
internal import ContractModel

/// What a thread keeps from one file to the next: verdicts on types, the engines of the rule sets it has met.
package final class CheckMemory {
    var types = TypeCache()
    /// Contracts of one domain come one after another, so few sets are met.
    private static let mostEngines = 256
    private var engines: [EngineKey: RuleEngine] = [:]

    /// Configurations of one run may share rules and rank classifications each its own way.
    private struct EngineKey: Hashable {
        let rules: ObjectIdentifier
        let classifications: ClassificationOrder
    }

    /// Days since 1970-01-01.
    let today: Int
    /// What can hide findings in this run.
    let exceptions: RunExceptions
    /// What contracts said of themselves in the earlier version that a check must agree with.
    let earlier: EarlierFacts?

    /// - Parameter today: the day that rules about dates go by, in days since 1970-01-01.
    package init(today: Int, exceptions: RunExceptions? = nil, earlier: EarlierFacts? = nil) {
        self.today = today
        self.earlier = earlier
        self.exceptions = exceptions ?? RunExceptions([], today: today)
    }

    func engine(for rules: RuleSet, of configuration: Configuration) -> RuleEngine {
        let classifications = configuration.comparison.classifications
        let key = EngineKey(rules: ObjectIdentifier(rules), classifications: classifications)
        if let known = engines[key] { return known }
        if engines.count >= Self.mostEngines { engines.removeAll() }
        let engine = RuleEngine(rules, today: today, classifications: classifications)
        engines[key] = engine
        return engine
    }
}
