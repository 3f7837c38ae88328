/// Facts about a rule apart from how it is checked.
///
/// A class, so that the thousands of findings of a rule share one.
package final class RuleDescriptor: Hashable, Sendable {
    /// `pack/name`, for example `standard/unknown-key`.
    package let id: String
    package let severity: Severity
    /// One sentence: what the rule demands.
    package let summary: String
    /// One sentence or two: why it matters, said to the person whose contract broke it.
    package let rationale: String
    /// Source of the demand: a section of a standard, as an address. Nil for rules of our own.
    package let reference: String?
    /// The smallest set of rules that has it, of those that come with the program; nil: it is of nobody's set.
    package let tier: Tier?
    /// Provenance of the rule for the contracts it is asked of.
    package let provenance: Provenance
    /// Noun for that which is absent where the rule fails, such as `owner`: reports for people name several in one breath.
    package let topic: Topic?

    package struct Topic: Hashable, Sendable {
        package let noun: String
        /// The clause that fails where it is absent; nil: the rule has no others.
        package let clause: String?

        package init(_ noun: String, clause: String? = nil) {
            self.noun = noun
            self.clause = clause
        }
    }

    package init(
        _ id: String, _ severity: Severity, _ summary: String, why rationale: String, reference: String? = nil,
        tier: Tier? = .core, provenance: Provenance = .program, topic: Topic? = nil
    ) {
        self.id = id
        self.severity = severity
        self.summary = summary
        self.rationale = rationale
        self.reference = reference
        self.tier = tier
        self.provenance = provenance
        self.topic = topic
    }

    /// The same rule with another severity, or another history.
    package func with(_ severity: Severity, provenance: Provenance? = nil) -> RuleDescriptor {
        RuleDescriptor(
            id, severity, summary, why: rationale, reference: reference, tier: tier,
            provenance: provenance ?? self.provenance, topic: topic)
    }

    /// The pack: `standard` of `standard/unknown-key`.
    package var pack: Substring { id[..<(id.utf8.firstIndex(of: UInt8(ascii: "/")) ?? id.endIndex)] }

    package static func == (a: RuleDescriptor, b: RuleDescriptor) -> Bool {
        a === b
            || (a.id == b.id && a.severity == b.severity && a.summary == b.summary && a.rationale == b.rationale
                && a.reference == b.reference && a.tier == b.tier && a.provenance == b.provenance && a.topic == b.topic)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        hasher.combine(severity)
    }
}
