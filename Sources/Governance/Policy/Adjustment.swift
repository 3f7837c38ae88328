internal import ContractModel
internal import Diagnostics
internal import RuleLanguage
internal import YAMLTree

/// What a layer makes of a rule.
struct Adjustment: Sendable {
    /// `off` is nil inside.
    var severity: Severity??
    var enforcement: Enforcement?
    var lock: Lock?
    /// In days since 1970-01-01.
    var effectiveFrom: Int?
    var parameters: [String: ParameterValue] = [:]
    var scope: RuleScope?
    var clauses: [AddedClause] = []
    /// Where the lock is written, as `file:line:column`.
    var lockPlace: String?

    /// What it can speak of.
    enum Part: Hashable, Sendable {
        case severity, enforcement, lock, effectiveFrom, scope
        case parameter(String)
        case clause(String)
    }

    var isEmpty: Bool {
        severity == nil && enforcement == nil && lock == nil && effectiveFrom == nil && parameters.isEmpty
            && scope == nil && clauses.isEmpty
    }

    /// What is said of a rule goes before what is said of its whole pack.
    func over(_ general: Adjustment) -> Adjustment {
        var own = self
        own.severity = severity ?? general.severity
        own.enforcement = enforcement ?? general.enforcement
        own.effectiveFrom = effectiveFrom ?? general.effectiveFrom
        if lock == nil {
            own.lock = general.lock
            own.lockPlace = general.lockPlace
        }
        return own
    }
}
