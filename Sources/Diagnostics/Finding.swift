/// A place in a file with the line it stands in, so that reports need no file again.
package struct Place: Hashable, Sendable {
    /// The file as the user named it or as it was found below what the user named; `/` separates folders.
    package var file: String
    package var start: Position
    package var end: Position
    /// The source line of `start`, cut around the range when it is long; nil where there is no text to show.
    package var excerpt: Excerpt?

    package init(file: String, start: Position, end: Position, excerpt: Excerpt? = nil) {
        self.file = file
        self.start = start
        self.end = end
        self.excerpt = excerpt
    }
}

/// One source line, cut around the range it shows.
///
/// A class, so that the places of a report that shows no lines, as most do, keep little room for one.
package final class Excerpt: Hashable, Sendable {
    /// The text as it stands in the file: control characters are the reporter's to escape.
    package let text: String
    /// Start of the marked part, in Unicode scalars of `text`.
    package let markStart: Int
    /// Number of Unicode scalars that are marked; at least 1, at most to the end of `text` and one more.
    package let markLength: Int
    /// True when text was cut off before or behind.
    package let isCutBefore: Bool
    package let isCutBehind: Bool

    package init(text: String, markStart: Int, markLength: Int, isCutBefore: Bool = false, isCutBehind: Bool = false) {
        self.text = text
        self.markStart = markStart
        self.markLength = markLength
        self.isCutBefore = isCutBefore
        self.isCutBehind = isCutBehind
    }

    package static func == (a: Excerpt, b: Excerpt) -> Bool {
        a.text == b.text && a.markStart == b.markStart && a.markLength == b.markLength
            && a.isCutBefore == b.isCutBefore && a.isCutBehind == b.isCutBehind
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(text)
        hasher.combine(markStart)
    }
}

/// Another place that explains a finding: the earlier duplicate, the anchor of an alias.
package struct RelatedPlace: Hashable, Sendable {
    package var place: Place
    package var message: String

    package init(_ place: Place, _ message: String) {
        self.place = place
        self.message = message
    }
}

/// One thing that is wrong, as every reporter shows it.
///
/// A run keeps all of them until the last file is read: what the findings of a rule have in common stands in its
/// descriptor, and a fingerprint is text only where it is written.
package struct Finding: Hashable, Sendable {
    package var descriptor: RuleDescriptor
    package var severity: Severity
    package var message: String
    package var place: Place
    /// JSON Pointer (RFC 6901) of the value, from the root of its document.
    package var route: String?
    /// The `id` of the contract or product.
    package var contract: String?
    /// The path of names, such as `orders.customer_email`.
    package var element: String?
    /// The clause that failed, for rules with several.
    package var clause: String?
    /// Advice on what to do about it.
    package var help: String?
    package var related: [RelatedPlace]
    /// Set by `Report`.
    var identity = Fingerprint()
    /// Subject, that which was found (the key, the value): part of the fingerprint, not shown.
    package var subject: String
    /// The byte offset of the place, the order within a file.
    package var offset: Int
    /// The change that it is about, of a comparison of two versions.
    package var change: ChangeFact?
    /// Exception that hides it or would have: a waiver, a suppression, a baseline.
    package var exception: Exception?
    /// Secrets of the files that it quotes; nil: none are known beside those that a text itself tells.
    package var secrets: SourceSecrets?

    package init(
        _ rule: RuleDescriptor, severity: Severity, message: String, place: Place, route: String? = nil,
        contract: String? = nil, element: String? = nil, clause: String? = nil, help: String? = nil,
        related: [RelatedPlace] = [], subject: String = "", offset: Int = 0
    ) {
        descriptor = rule
        self.severity = severity
        self.message = message
        self.place = place
        self.route = route
        self.contract = contract
        self.element = element
        self.clause = clause
        self.help = help
        self.related = related
        self.subject = subject
        self.offset = offset
    }

    /// A finding of a rule that has no descriptor at hand.
    package init(
        rule: String, severity: Severity, message: String, place: Place, route: String? = nil, contract: String? = nil,
        element: String? = nil, clause: String? = nil, help: String? = nil, reason: String? = nil,
        related: [RelatedPlace] = [], layer: String? = nil, url: String? = nil, subject: String = "", offset: Int = 0
    ) {
        self.init(
            RuleDescriptor(
                rule, severity, "", why: reason ?? "", reference: url,
                provenance: layer.map { Provenance(layer: $0) } ?? .program), severity: severity, message: message,
            place: place, route: route, contract: contract, element: element, clause: clause, help: help,
            related: related, subject: subject, offset: offset)
    }

    package var rule: String { descriptor.id }
    /// Reason why it matters: the rule's rationale.
    package var reason: String? { descriptor.rationale.isEmpty ? nil : descriptor.rationale }
    /// Noun for that which is absent; nil: it is about something that is there.
    package var topic: String? {
        descriptor.topic.flatMap { $0.clause == nil || $0.clause == clause ? $0.noun : nil }
    }
    /// Provenance of the rule.
    package var provenance: Provenance { descriptor.provenance }
    /// The governance layer the rule came from.
    package var layer: String? { descriptor.provenance.layer }
    /// Address of a page to read more.
    package var url: String? { descriptor.reference }
    /// 32 hexadecimal digits, stable when lines move; unique within a report. Meaningless outside of one.
    package var fingerprint: String { identity.text }
}

extension Finding {
    /// Exception by which a finding does not count, or what failed to hide it. A class, as few findings have one.
    package final class Exception: Hashable, Sendable {
        package enum Kind: String, Sendable { case waiver, suppression, baseline }

        package let kind: Kind
        /// True when the finding counts all the same: the waiver has expired, the rule allows none.
        package let isVoid: Bool
        /// Words of the person who made it: the reason, the ticket, who approved it and until when.
        package let note: String
        /// Place where it is written; nil: nowhere in particular.
        package let place: Place?

        package init(_ kind: Kind, isVoid: Bool = false, note: String, place: Place? = nil) {
            self.kind = kind
            self.isVoid = isVoid
            self.note = note
            self.place = place
        }

        package static func == (a: Exception, b: Exception) -> Bool {
            a === b || (a.kind == b.kind && a.isVoid == b.isVoid && a.note == b.note && a.place == b.place)
        }

        package func hash(into hasher: inout Hasher) { hasher.combine(note) }
    }

    /// True when it does not count: something hides it.
    package var isExcepted: Bool { exception.map { !$0.isVoid } ?? false }

    /// True when it stands for others that are not listed, so that nobody can tell what hides with it.
    package var standsForMore: Bool { subject == IssueCap.more }

    /// A class, so that the findings that are about no change, as most are, keep little room for one.
    package final class ChangeFact: Hashable, Sendable {
        package let change: ChangeReport.Change

        package init(_ change: ChangeReport.Change) { self.change = change }

        package static func == (a: ChangeFact, b: ChangeFact) -> Bool { a === b || a.change == b.change }
        package func hash(into hasher: inout Hasher) { hasher.combine(change.id) }
    }
}
