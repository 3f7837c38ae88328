internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// The positions of the parts of one key, primary or partition, among the properties of an object.
///
/// ODCS numbers them from 1 and takes -1 for "no position". The parts are judged within the list of properties that
/// holds them, since a nested object may have a key of its own. Only a gap is excused by a position in another list of
/// the same object: some number a key through nested objects.
struct KeyPositions {
    /// A property that is part of the key.
    struct Part {
        var property: ElementID
        var list: NodeID
        /// The node of its name; -1: none.
        var name: NodeID
        var position = -1
        /// The node of its position; -1: none.
        var node: NodeID = -1
    }

    /// The keys whose parts have positions.
    enum Kind { case primary, partition }

    private let kind: Kind
    private let document: ContractDocument
    private let tree: YAMLTree
    private var parts: [Part] = []
    /// True when a position cannot be read: it may be the one that is missing.
    private var isUnclear = false

    init(_ kind: Kind, _ document: ContractDocument) {
        self.kind = kind
        self.document = document
        tree = document.tree
    }

    // MARK: On the walk

    /// - Parameters:
    ///   - membership: what the property says about being part of the key.
    ///   - position: the node of its position; -1: none.
    mutating func note(_ property: PropertyOutline, _ membership: Claim, _ position: NodeID, _ found: inout IssueList) {
        var part = Part(property: property.element, list: property.scope, name: property.name)
        if position >= 0 {
            guard tree[position].type == .integer, let number = tree.number(of: position).flatMap(Int.init(exactly:))
            else {
                isUnclear = true
                return
            }
            if number != -1 {
                part.position = number
                part.node = position
            }
        }
        switch membership {
        case .yes, .unclear:
            if part.node >= 0, part.position < 1 {
                reportStart(part, &found)
                isUnclear = true
            } else if part.node >= 0 || membership == .yes {
                parts.append(part)
            }
        case .no, .absent:
            // 0 and the like beside `primaryKey: false` are what generators write for "none".
            guard part.position >= 1 else { return }
            if membership == .absent, document.element(property.element).isIncomplete { return }
            reportOutsider(part, membership, &found)
        }
    }

    // MARK: At the end of an object

    mutating func judge(isPartial: Bool, _ found: inout IssueList) {
        if parts.isEmpty { return }
        if !isInOrder { judgeParts(isPartial, &found) }
        parts.removeAll(keepingCapacity: true)
        isUnclear = false
    }

    /// Nearly all keys: one list, no positions or 1, 2, 3 in the order of the file.
    private var isInOrder: Bool {
        parts.indices.allSatisfy { parts[$0].list == parts[0].list && parts[$0].position == $0 + 1 }
            || parts.allSatisfy { $0.node < 0 }
    }

    /// No key has more parts; beyond them a gap is a gap without a search.
    private static let mostParts = 64

    private func judgeParts(_ isPartial: Bool, _ found: inout IssueList) {
        let positions = Set(parts.lazy.map(\.position))
        let lists = Dictionary(grouping: parts, by: \.list).values.sorted { $0[0].property < $1[0].property }
        for list in lists {
            let placed = list.filter { $0.node >= 0 }.sorted { ($0.position, $0.node) < ($1.position, $1.node) }
            let unplaced = list.filter { $0.node < 0 }
            guard let first = placed.first else { continue }
            for part in unplaced where !(isPartial && document.element(part.property).isIncomplete) {
                reportUnplaced(part, beside: first, &found)
            }
            var isRepeated = false
            for (earlier, later) in zip(placed, placed.dropFirst()) where earlier.position == later.position {
                isRepeated = true
                reportRepeated(later, after: earlier, &found)
            }
            // A part without position, or one whose position is another's, is what the gap misses.
            if isRepeated || !unplaced.isEmpty || isUnclear || isPartial { continue }
            var before: Part?
            for part in placed {
                let missing = (before?.position ?? 0) + 1..<part.position
                if !missing.isEmpty, missing.count > Self.mostParts || !missing.allSatisfy(positions.contains) {
                    reportGap(part, expected: missing.lowerBound, after: before, &found)
                }
                before = part
            }
        }
    }

    // MARK: Findings

    private var key: PositionedKey {
        kind == .primary ? PrimaryKeyPositions.key(in: document) : PartitionPositions.key(in: document)
    }

    private func label(_ part: Part) -> String {
        part.name >= 0 ? Wording.quoted(tree.text(of: part.name)) : "a property without a name"
    }

    private func reportStart(_ part: Part, _ found: inout IssueList) {
        guard found.hasRoom(for: key.rule) else { return }
        found.add(
            Issue(
                key.rule, "`\(key.position)` is \(part.position), but positions start at 1",
                at: tree.rangeOfUse(of: part.node),
                help: "number the parts of the \(key.noun) 1, 2, 3, …", subject: String(part.position)),
            at: part.node, of: part.property)
    }

    private func reportOutsider(_ part: Part, _ membership: Claim, _ found: inout IssueList) {
        guard found.hasRoom(for: key.rule) else { return }
        let verb = membership == .no ? "write" : "add"
        found.add(
            Issue(
                key.rule, "\(label(part)) has a position in the \(key.noun) but is no part of it",
                at: tree.rangeOfUse(of: part.node),
                help: "\(verb) `\(key.member): true` if it is one, else remove `\(key.position)`", subject: "outside"),
            at: part.node, of: part.property)
    }

    private func reportUnplaced(_ part: Part, beside other: Part, _ found: inout IssueList) {
        guard found.hasRoom(for: key.rule) else { return }
        let node = part.name >= 0 ? part.name : document.element(part.property).node
        found.add(
            Issue(
                key.rule, "\(label(part)) is part of the \(key.noun) without a position, \(label(other)) has one",
                at: tree.rangeOfUse(of: node), help: "add `\(key.position)` to every part, counting from 1, or to none",
                related: [(tree.rangeOfUse(of: other.node), "\(label(other)) has position \(other.position)")],
                subject: "missing"),
            at: node, of: part.property)
    }

    private func reportRepeated(_ part: Part, after earlier: Part, _ found: inout IssueList) {
        guard found.hasRoom(for: key.rule) else { return }
        found.add(
            Issue(
                key.rule, "\(label(part)) has the position of \(label(earlier)) in the \(key.noun): \(part.position)",
                at: tree.rangeOfUse(of: part.node), help: "give each part a position of its own: 1, 2, 3, …",
                related: [(tree.rangeOfUse(of: earlier.node), "position \(part.position) of \(label(earlier))")],
                subject: String(part.position)),
            at: part.node, of: part.property)
    }

    private func reportGap(_ part: Part, expected: Int, after before: Part?, _ found: inout IssueList) {
        guard found.hasRoom(for: key.rule) else { return }
        let problem =
            before.map { "the positions of the \(key.noun) jump from \($0.position) to \(part.position)" }
            ?? "the positions of the \(key.noun) start at \(part.position) instead of 1"
        found.add(
            Issue(
                key.rule, problem, at: tree.rangeOfUse(of: part.node),
                help: "write \(expected) here, or give position \(expected) to the property that is to have it",
                related: before.map { [(tree.rangeOfUse(of: $0.node), "position \($0.position) of \(label($0))")] }
                    ?? [],
                subject: String(part.position)),
            at: part.node, of: part.property)
    }
}

/// The words for a key whose parts have positions.
struct PositionedKey {
    let rule: RuleDescriptor
    let noun: String
    /// The field that makes a property part of it.
    let member: String
    let position: String
}
