package import Basics
package import Diagnostics
internal import RuleLanguage

/// An exception from a rule that somebody asked for and another person approved, for a while.
package struct Waiver: Sendable {
    /// The rule's id; `*` and `?` as in globs, as for the contract and the element.
    package let rule: String
    /// The id of the contract or product.
    package let contract: String
    /// Nil: the whole contract.
    package let element: String?
    /// For changes: the version of the contract that brings it along, the value that it was and that it becomes. Nil: whichever.
    package let version: String?
    package let from: String?
    package let to: String?
    package let reason: String
    package let ticket: String?
    package let requestedBy: String
    package let approvedBy: String
    /// The last day that it counts.
    package let expires: Day
    /// The same as it is written.
    package let expiresText: String
    /// Tells it from all others: configurations of folders within each other share waivers.
    package var id: ID { ID(place) }

    /// Identity as a value: where the waiver is written.
    package struct ID: Hashable, Sendable {
        private let file: String
        private let start: Position

        init(_ place: Place) {
            file = place.file
            start = place.start
        }
    }

    /// Place of its rule, which is that of the waiver.
    package let place: Place
    let approvedByPlace: Place
    let expiresPlace: Place
    /// The folder of the configuration that names its file; nil: not known.
    let folder: String?

    /// True: one person asked and approved.
    var isSelfApproved: Bool { Self.person(requestedBy) == Self.person(approvedBy) }

    /// White space and upper and lower case make no other person.
    private static func person(_ name: String) -> String {
        name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Reason, ticket, approver and end, in a line: `legacy feed (OPS-12), approved by Ada until 2026-12-31`.
    package var note: String {
        let reason = reason.trimmed.shortened(to: 300)
        let ticket = ticket.map { " (\($0.shortened))" } ?? ""
        return "\(reason)\(ticket), approved by \(approvedBy.shortened) until \(expiresText)"
    }
}

extension Waiver {
    static func isGlob(_ text: String) -> Bool { text.utf8.contains(where: isSign) }

    /// True for what stands for other text in a glob.
    static func isSign(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") }
}

extension Waiver {
    /// True when a waiver that says which change it is for means this one.
    ///
    /// - Parameter change: nil: what is waived is no change.
    func means(_ change: ExceptedChange?) -> Bool {
        if version == nil, from == nil, to == nil { return true }
        guard let change else { return false }
        return [(version, change.version), (from, change.old), (to, change.new)].allSatisfy { wanted, found in
            wanted.map { ExactText($0) == ExactText(found ?? "") } ?? true
        }
    }
}
