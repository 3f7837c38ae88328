/// True when findings of a rule fail a run, and whether they can be waived: the later, the stricter.
package enum Enforcement: String, CaseIterable, Comparable, Sendable {
    /// Shown, and never a reason for a run to fail.
    case advisory
    case waivable
    /// No waiver hides it.
    case mandatory

    package static func < (a: Enforcement, b: Enforcement) -> Bool { a.rank < b.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Freedom of a lower layer to change a rule: the later, the less.
package enum Lock: String, CaseIterable, Comparable, Sendable {
    case open, tighten, sealed

    package static func < (a: Lock, b: Lock) -> Bool { a.rank < b.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Provenance of a rule that holds for a contract: where it was taken from, and what each layer made of it.
package final class Provenance: Hashable, Sendable {
    /// Change by a layer, in words: `severity: warning → error`.
    package struct Change: Hashable, Sendable {
        package let layer: String
        package let what: String

        package init(layer: String, _ what: String) {
            self.layer = layer
            self.what = what
        }
    }

    /// The pack's version; nil for rules written in Swift, whose version is the program's.
    package let version: String?
    /// SHA-256 of the pack's file in hexadecimal; nil for rules written in Swift.
    package let digest: String?
    /// The layer that brought the rule; nil: it comes with the program and no layer names it.
    package let layer: String?
    package let enforcement: Enforcement
    package let lock: Lock
    /// The highest layer first.
    package let changes: [Change]

    package init(
        version: String? = nil, digest: String? = nil, layer: String? = nil, enforcement: Enforcement = .waivable,
        lock: Lock = .open, changes: [Change] = []
    ) {
        self.version = version
        self.digest = digest
        self.layer = layer
        self.enforcement = enforcement
        self.lock = lock
        self.changes = changes
    }

    /// Of a rule that comes with the program and that no layer has touched.
    package static let program = Provenance()

    package static func == (a: Provenance, b: Provenance) -> Bool {
        a === b
            || (a.version == b.version && a.digest == b.digest && a.layer == b.layer && a.enforcement == b.enforcement
                && a.lock == b.lock && a.changes == b.changes)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(layer)
        hasher.combine(version)
    }
}
