internal import ContractModel
internal import Diagnostics
internal import RuleLanguage
internal import YAMLTree

/// Adjustment of a rule by a layer.
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
    /// Place of the lock, as `file:line:column`.
    var lockPlace: String?

    /// Part of a rule that it can speak of.
    enum Part: Hashable, Sendable {
        case severity, enforcement, lock, effectiveFrom, scope
        case parameter(String)
        case clause(String)
    }

    var isEmpty: Bool {
        severity == nil && enforcement == nil && lock == nil && effectiveFrom == nil && parameters.isEmpty
            && scope == nil && clauses.isEmpty
    }

    /// Adjustment of a rule over that of its whole pack, which comes after it.
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
