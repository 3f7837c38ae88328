internal import Basics
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// The changes found so far.
struct ChangeList {
    let options: ComparisonOptions
    private(set) var changes: [Change] = []
    /// The path of the last element: changes of one come together.
    private var last: (element: ElementID, isNew: Bool, path: String?)?

    /// Elements can be nested deep, and a hundred thousand changes can speak of them.
    static let longestPath = 1000

    init(_ options: ComparisonOptions) { self.options = options }

    /// - Parameters:
    ///   - path: the element, where it is not that of the sides.
    ///   - relation: nil: that of the kind.
    ///   - isEscalated: whether the circumstance of the kind's escalation holds.
    ///   - special: the form it has under a circumstance that is none of its kind's.
    mutating func add(
        _ kind: ChangeKind, _ old: Change.Side, _ new: Change.Side, _ message: String, path: String? = nil,
        relation: Relation? = nil, reason: String? = nil, remedy: String? = nil, isEscalated: Bool = false,
        special: ChangeKind.Escalation? = nil
    ) {
        let escalation = special ?? (isEscalated ? kind.escalation : nil)
        let consumer = escalation?.consumer ?? kind.consumer
        let producer = escalation?.producer ?? kind.producer
        var verdict: Verdict =
            switch options.profile {
            case .consumer: consumer
            case .producer: producer
            case .full: max(consumer, producer)
            }
        if options.isStrict, verdict == .risky { verdict = .breaking }
        changes.append(
            Change(
                kind: kind, element: path?.shortened(to: Self.longestPath) ?? self.path(of: old, new),
                consumer: consumer, producer: producer, verdict: verdict, relation: relation ?? kind.relation,
                bump: escalation?.bump ?? kind.bump, old: old, new: new, message: message,
                reason: reason ?? kind.reason, remedy: remedy ?? kind.remedy))
    }

    private mutating func path(of old: Change.Side, _ new: Change.Side) -> String? {
        let isNew = new.isThere || !old.isThere
        let owner = isNew ? new.owner : old.owner
        if let last, last.element == owner.id, last.isNew == isNew { return last.path }
        let path = owner.path?.shortened(to: Self.longestPath)
        last = (owner.id, isNew, path)
        return path
    }

    /// In the order of the new file; what it does not have stands at what would hold it, in the order of the old.
    consuming func sorted() -> [Change] {
        let all = changes
        let places = all.map { ($0.new.range.start, $0.old.range.start) }
        let order = all.indices.sorted { a, b in
            if places[a] != places[b] { return places[a] < places[b] }
            if all[a].kind != all[b].kind { return all[a].kind.id < all[b].kind.id }
            return all[a].message == all[b].message ? a < b : all[a].message < all[b].message
        }
        return order.map { all[$0] }
    }
}
