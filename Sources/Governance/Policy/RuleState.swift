internal import Diagnostics

/// What the layers down to some point have made of one rule.
struct RuleState {
    /// Nil: the rule is off.
    var severity: Severity?
    /// Whether a layer gave the severity, and not the rule itself.
    var isSeverityGiven = false
    var enforcement: Enforcement
    var lock: Lock
    private(set) var changes: [Provenance.Change]

    init(_ descriptor: RuleDescriptor, isOff: Bool = false) {
        severity = isOff ? nil : descriptor.severity
        enforcement = descriptor.provenance.enforcement
        lock = descriptor.provenance.lock
        changes = descriptor.provenance.changes
    }

    mutating func take(_ adjustment: Layer.Adjustment, of layer: String) {
        if let severity = adjustment.severity, severity != self.severity || !isSeverityGiven {
            note("severity", self.severity?.rawValue ?? "off", severity?.rawValue ?? "off", layer)
            self.severity = severity
            isSeverityGiven = true
        }
    }

    /// Notes what a layer has changed, if it is a change.
    mutating func note(_ what: String, _ old: String, _ new: String, _ layer: String) {
        if old != new { changes.append(Provenance.Change(layer: layer, "\(what): \(old) → \(new)")) }
    }

    /// The provenance of a rule that has come to this.
    func provenance(over own: Provenance) -> Provenance {
        Provenance(
            version: own.version, digest: own.digest, layer: own.layer, enforcement: enforcement, lock: lock,
            changes: changes)
    }
}
