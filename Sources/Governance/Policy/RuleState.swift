internal import Basics
internal import ContractModel
internal import Diagnostics
internal import RuleLanguage

/// State of one rule as the layers down to some point have made it.
struct RuleState {
    /// Nil: the rule is off.
    private(set) var severity: Severity?
    /// Of a rule written in Swift: the severity of all its findings, whatever the single case weighs by itself.
    private(set) var given: Severity?
    /// Of a rule written in Swift: the least that a case weighs.
    private(set) var least: Severity?
    /// True: some layer has said how much it weighs.
    private var isDecided = false
    private(set) var enforcement: Enforcement
    private(set) var lock: Lock
    private(set) var effectiveFrom: Int?
    /// Values that layers have given to parameters.
    private(set) var parameters: [String: ParameterValue] = [:]
    private(set) var scope: RuleScope
    private(set) var clauses: [AddedClause] = []
    private(set) var changes: [Provenance.Change] = []
    private let own: [String: ParameterValue]
    private let directions: [String: Tightening]

    /// A rule of a pack, as a layer brings it.
    init(_ rule: Rule) {
        severity = rule.isOff ? nil : rule.descriptor.severity
        enforcement = rule.enforcement
        lock = rule.lock
        effectiveFrom = rule.effectiveFrom
        scope = rule.scope
        own = Dictionary(rule.parameters.given.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        directions = rule.tightenings
    }

    /// A rule that is written in Swift: off until a layer brings it, if it is of the strict tier.
    init(native descriptor: RuleDescriptor) {
        severity = descriptor.tier == .strict ? nil : descriptor.severity
        enforcement = .waivable
        lock = .open
        scope = RuleScope()
        own = [:]
        directions = [:]
    }

    /// A layer brings the rule a second time: it weighs at least as much as that layer's set says, unless somebody has
    /// decided on its severity, or may decide alone.
    ///
    /// - Returns: whether that changes anything.
    mutating func bring(again rule: Rule, by layer: String) -> Bool {
        guard !isDecided, lock != .sealed, let severity, rule.descriptor.severity > severity else { return false }
        let before = self
        self.severity = rule.descriptor.severity
        note(before, Adjustment(), layer)
        return true
    }

    /// A layer brings a rule that is written in Swift.
    mutating func bring(native descriptor: RuleDescriptor) {
        if !isDecided, severity == nil { severity = descriptor.severity }
    }

    /// - Parameter isFree: whether the layer may do what it likes: the rule is open, or the layer itself has brought it.
    ///   Of what is locked the tightest holds, whichever layers come together.
    mutating func take(_ adjustment: Adjustment, of layer: String, isFree: Bool) {
        let before = self
        if let wanted = adjustment.severity {
            isDecided = true
            if isFree {
                severity = wanted
                (given, least) = (wanted, nil)
            } else if let wanted {
                severity = severity.map { max($0, wanted) } ?? wanted
                if given != nil { given = given.map { max($0, wanted) } } else { least = max(least ?? wanted, wanted) }
            }
        }
        if let wanted = adjustment.enforcement { enforcement = isFree ? wanted : max(enforcement, wanted) }
        if let wanted = adjustment.effectiveFrom {
            effectiveFrom = isFree ? wanted : effectiveFrom.map { min($0, wanted) }
        }
        for (name, wanted) in adjustment.parameters {
            guard let old = parameters[name] ?? own[name] else { continue }
            parameters[name] = isFree ? wanted : old.joined(with: wanted, directions[name])
        }
        if let wanted = adjustment.scope { scope = isFree ? wanted : scope.union(wanted) }
        clauses += adjustment.clauses
        if let wanted = adjustment.lock { lock = isFree ? wanted : max(lock, wanted) }
        note(before, adjustment, layer)
    }

    private mutating func note(_ before: RuleState, _ adjustment: Adjustment, _ layer: String) {
        func note(_ what: String, _ old: String, _ new: String) {
            if old != new { changes.append(Provenance.Change(layer: layer, "\(what): \(old) → \(new)")) }
        }
        note("severity", before.severity?.rawValue ?? "off", severity?.rawValue ?? "off")
        note("enforcement", before.enforcement.rawValue, enforcement.rawValue)
        note("lock", before.lock.rawValue, lock.rawValue)
        note(
            "effectiveFrom", before.effectiveFrom.map { Day(number: $0).text } ?? "now",
            effectiveFrom.map { Day(number: $0).text } ?? "now")
        for name in adjustment.parameters.keys.sorted() {
            guard let old = before.parameters[name] ?? own[name], let new = parameters[name] else { continue }
            note("params.\(name)", old.text.shortened(to: 200), new.text.shortened(to: 200))
        }
        note("scope", before.scope.text.shortened(to: 200), scope.text.shortened(to: 200))
        for clause in adjustment.clauses {
            changes.append(Provenance.Change(layer: layer, "require: + \(clause.name.shortened)"))
        }
    }

    /// True: the expressions of the rule have to be read again.
    var isVariant: Bool { !clauses.isEmpty || parameters.contains { own[$0.key] != $0.value } }

    /// The most that a finding weighs on a day, and what is to be said of it; nil: what the rule says.
    func restraint(today: Int) -> (most: Severity, note: String)? {
        guard let effectiveFrom, today < effectiveFrom else { return nil }
        return (.warning, "from \(Day(number: effectiveFrom).text) on this is an error")
    }

    /// The provenance of a rule that has come to this.
    func provenance(over own: Provenance) -> Provenance {
        Provenance(
            version: own.version, digest: own.digest, layer: own.layer, enforcement: enforcement, lock: lock,
            changes: changes)
    }
}
