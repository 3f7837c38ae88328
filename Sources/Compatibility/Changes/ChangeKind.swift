package import Diagnostics

/// A kind of change: what it compares and what it means, whatever the contract.
///
/// A class, because each of many changes refers to one.
///
/// Each is one entry of `all`, and from it come the verdicts, the rule `compatibility/<id>` and its documentation. A
/// kind says which kinds the way back is of, and a test demands that both say so.
package final class ChangeKind: Hashable, Sendable {
    /// Such as `property-removed`.
    package let id: String
    /// Subject of its comparison, in one line.
    package let subject: String
    package let consumer: Verdict
    package let producer: Verdict
    /// Nil where no values are compared.
    package let relation: Relation?
    package let bump: Bump
    /// The kinds that the way back may be of.
    package let opposites: [String]
    /// Form that it has under circumstances that make it graver.
    package let escalation: Escalation?
    /// Why it matters.
    package let reason: String
    /// A way out.
    package let remedy: String?

    package struct Escalation: Hashable, Sendable {
        package let consumer: Verdict
        package let producer: Verdict
        package let bump: Bump
        /// Completes "when …".
        package let circumstance: String
    }

    /// - Parameters:
    ///   - producer: nil: the same as for consumers.
    ///   - opposites: empty: it is its own.
    init(
        _ id: String, _ subject: String, _ consumer: Verdict, producer: Verdict? = nil, _ relation: Relation?,
        _ bump: Bump, opposites: [String] = [], escalation: Escalation? = nil, why reason: String,
        remedy: String? = nil
    ) {
        self.id = id
        self.subject = subject
        self.consumer = consumer
        self.producer = producer ?? consumer
        self.relation = relation
        self.bump = bump
        self.opposites = opposites.isEmpty ? [id] : opposites
        self.escalation = escalation
        self.reason = reason
        self.remedy = remedy
    }

    /// A kind that compares no values.
    convenience init(
        _ id: String, _ subject: String, _ consumer: Verdict, producer: Verdict? = nil, _ bump: Bump,
        opposites: [String] = [], escalation: Escalation? = nil, why reason: String, remedy: String? = nil
    ) {
        self.init(
            id, subject, consumer, producer: producer, nil, bump, opposites: opposites, escalation: escalation,
            why: reason, remedy: remedy)
    }

    package var full: Verdict { max(consumer, producer) }

    package static func == (a: ChangeKind, b: ChangeKind) -> Bool { a === b || a.id == b.id }
    package func hash(into hasher: inout Hasher) { hasher.combine(id) }

    /// Every kind, in the order of COMPATIBILITY's table.
    package static let all: [ChangeKind] =
        objects + properties + types + values + keys + governance + quality + service + people + documents
        + contracts

    private static let byID = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

    package static func named(_ id: String) -> ChangeKind? { byID[id] }
}
