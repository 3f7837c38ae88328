internal import Basics
internal import Diagnostics
internal import RuleLanguage

/// Demands of the layers above one on a rule, whichever of them come together for a contract.
///
/// Each list holds every value that may hold there; what is to be no looser must be as strict as all of them.
struct LockBound {
    private(set) var lock = Lock.open
    /// Owner of the lock, and its place.
    private(set) var owner = ""
    private var severities: [Severity?] = []
    private var enforcements: [Enforcement] = []
    private var days: [Int?] = []
    private var parameters: [String: [ParameterValue]] = [:]
    private var scopes: [RuleScope] = []
    private(set) var clauses: Set<String> = []
    /// True: a layer that matches all the contracts in question has brought the rule: who names its pack again changes
    /// nothing.
    private(set) var isCertain = false

    /// Of a rule that is written in Swift.
    init(native descriptor: RuleDescriptor) {
        isCertain = true
        severities = [descriptor.severity]
        enforcements = [.waivable]
        days = [nil]
    }

    init() {}

    /// A layer brings the rule, and may change it as it likes.
    mutating func bring(_ rule: Rule, _ adjustment: Adjustment?, by layer: Layer, isCertain: Bool) {
        if isCertain { self.isCertain = true }
        let severity: Severity?? = adjustment?.severity ?? .some(rule.isOff ? nil : rule.descriptor.severity)
        add(severity ?? nil, to: &severities)
        add(adjustment?.enforcement ?? rule.enforcement, to: &enforcements)
        add(adjustment?.effectiveFrom ?? rule.effectiveFrom, to: &days)
        for (name, value) in rule.parameters.given {
            add(adjustment?.parameters[name] ?? value, to: &parameters[name, default: []])
        }
        scopes.append(adjustment?.scope ?? rule.scope)
        clauses.formUnion(rule.clauseNames)
        clauses.formUnion(adjustment?.clauses.map(\.name) ?? [])
        let own = adjustment?.lock ?? rule.lock
        let place =
            adjustment?.lock == nil ? "\(rule.place.file):\(rule.place.start.line):\(rule.place.start.column)" : nil
        close(own, layer, place ?? adjustment?.lockPlace)
    }

    /// A layer changes the rule.
    ///
    /// - Parameter isCertain: whether it does so for each contract that the question is about.
    mutating func change(_ adjustment: Adjustment, by layer: Layer, isCertain: Bool) {
        let replaces = isCertain && lock == .open
        func take<Value: Equatable>(_ value: Value, _ values: inout [Value]) {
            if replaces { values = [value] } else if !values.contains(value) { values.append(value) }
        }
        if let severity = adjustment.severity { take(severity, &severities) }
        if let enforcement = adjustment.enforcement { take(enforcement, &enforcements) }
        if let day = adjustment.effectiveFrom { take(day, &days) }
        for (name, value) in adjustment.parameters { take(value, &parameters[name, default: []]) }
        if let scope = adjustment.scope {
            if replaces { scopes = [scope] } else { scopes.append(scope) }
        }
        clauses.formUnion(adjustment.clauses.map(\.name))
        if let lock = adjustment.lock { close(lock, layer, adjustment.lockPlace) }
    }

    /// Something above that is locked holds this rule as well.
    mutating func tighten(_ owner: String) {
        guard lock == .open else { return }
        lock = .tighten
        self.owner = owner
    }

    private mutating func close(_ lock: Lock, _ layer: Layer, _ place: String?) {
        guard lock > self.lock else { return }
        self.lock = lock
        owner = "the layer `\(layer.name.shortened)`" + (place.map { " (\($0))" } ?? "")
    }

    private func add<Value: Equatable>(_ value: Value, to values: inout [Value]) {
        if !values.contains(value) { values.append(value) }
    }

    // MARK: Judging

    /// Violations by a layer: the part that it loosens, and what it may write.
    func violations(of adjustment: Adjustment, _ rule: Rule?) -> [(part: Adjustment.Part, allowed: String)] {
        if lock == .open { return [] }
        if lock == .sealed { return adjustment.parts.map { ($0, "nothing may be changed below: remove this") } }
        var found: [(Adjustment.Part, String)] = []
        if let severity = adjustment.severity, let least = severities.max(by: { Self.rank($0) < Self.rank($1) }),
            Self.rank(severity) < Self.rank(least)
        {
            found.append((.severity, "allowed is \(least?.rawValue ?? "off") or more"))
        }
        if let enforcement = adjustment.enforcement, let least = enforcements.max(), enforcement < least {
            found.append((.enforcement, "allowed is \(least.rawValue) or more"))
        }
        if let own = adjustment.lock, own < lock { found.append((.lock, "allowed is \(lock.rawValue) or more")) }
        if let day = adjustment.effectiveFrom, days.contains(where: { $0.map { day > $0 } ?? true }) {
            let first = days.contains(nil) ? nil : days.compactMap { $0 }.min()
            found.append(
                (
                    .effectiveFrom,
                    first.map { "allowed is \(Day(number: $0).text) or earlier" } ?? "it is in force already"
                ))
        }
        for (name, value) in adjustment.parameters.sorted(by: { $0.key < $1.key }) {
            let direction = rule?.tightenings[name]
            guard let bound = parameters[name]?.first(where: { !value.isAsStrict(as: $0, direction) }) else { continue }
            let text = bound.text.shortened(to: 200)
            let allowed =
                switch direction {
                case .min: "allowed is \(text) or more"
                case .max: "allowed is \(text) or less"
                case .subset: "allowed is \(text), or some of it"
                case .superset: "allowed is \(text), and more"
                case nil: "allowed is \(text) alone: the parameter has no direction in which it is stricter"
                }
            found.append((.parameter(name), allowed))
        }
        if let scope = adjustment.scope, let narrowed = scopes.first(where: { !scope.covers($0) }) {
            found.append(
                (.scope, "allowed is a scope that holds all of: \(narrowed.text.shortened(to: 200))"))
        }
        return found
    }

    private static func rank(_ severity: Severity?) -> Int {
        switch severity {
        case nil: 0
        case .info: 1
        case .warning: 2
        case .error: 3
        }
    }
}

extension Adjustment {
    /// Parts that it speaks of.
    var parts: [Part] {
        var parts: [Part] = []
        if severity != nil { parts.append(.severity) }
        if enforcement != nil { parts.append(.enforcement) }
        if lock != nil { parts.append(.lock) }
        if effectiveFrom != nil { parts.append(.effectiveFrom) }
        parts += parameters.keys.sorted().map { .parameter($0) }
        if scope != nil { parts.append(.scope) }
        parts += clauses.map { .clause($0.name) }
        return parts
    }
}
