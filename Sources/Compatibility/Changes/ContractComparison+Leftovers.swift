internal import Basics
internal import ColumnTypes
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Elements that only one version has: moved, removed or added.
extension ContractComparison {
    /// Finds what moved among the leftovers, compares it, and reports the rest.
    mutating func settleLeftovers() {
        // What moved may hold what moved; each round settles at least one.
        while matchMoves() { compareProperties() }
        var scopes: [Int: (removed: [Leftover], added: [Leftover])] = [:]
        for leftover in removed { scopes[leftover.scope, default: ([], [])].removed.append(leftover) }
        for leftover in added { scopes[leftover.scope, default: ([], [])].added.append(leftover) }
        for scope in scopes.keys.sorted() {
            guard let (removed, added) = scopes[scope] else { continue }
            let hints = renamings(removed.map(\.view.element), added.map(\.view.element)) { [old, new] in
                let (a, b) = (old.view($0).typeFamily(old.dialects), new.view($1).typeFamily(new.dialects))
                return a == nil || b == nil || a == b
            }
            for leftover in removed { addRemoval(leftover, hint: hints.old[leftover.view.element.id]) }
            for leftover in added { addAddition(leftover, hint: hints.new[leftover.view.element.id]) }
        }
        removed = []
        added = []
    }

    private mutating func addRemoval(_ leftover: Leftover, hint: String?) {
        let element = leftover.view.element
        let message = "the property `\(Self.name(element))` is gone" + (hint.map { "; \($0)" } ?? "")
        addRemoval(
            of: element, holder: leftover.holder, message, .propertyRemoved, .deprecatedPropertyRemoved)
    }

    mutating func addRemoval(ofObject object: ElementRef, hint: String?) {
        let message = "the object `\(Self.name(object))` is gone" + (hint.map { "; \($0)" } ?? "")
        addRemoval(of: object, holder: new.root, message, .objectRemoved, .deprecatedObjectRemoved)
    }

    /// A removal breaks nobody who had notice of it for long enough.
    private mutating func addRemoval(
        of element: ElementRef, holder: ElementRef, _ message: String, _ kind: ChangeKind, _ withNotice: ChangeKind
    ) {
        guard isDeprecated(element) else {
            list.add(kind, element.side(), holder.holder, message)
            return
        }
        guard let today = options.today, let path = element.path, let since = options.deprecatedSince[path] else {
            list.add(
                kind, element.side(), holder.holder, message,
                reason: kind.reason + "; it was deprecated, but for how long cannot be proved")
            return
        }
        let days = today.subtractingReportingOverflow(since).partialValue
        if days >= options.noticeWindow {
            list.add(
                withNotice, element.side(), holder.holder, message,
                reason: "readers had notice for \(days) days, and are promised \(options.noticeWindow)")
        } else {
            list.add(
                kind, element.side(), holder.holder, message,
                reason: kind.reason
                    + (options.isHistoryCut
                        ? "; it was deprecated \(days) days ago or before, which a shallow clone cannot tell; "
                        : "; it was deprecated \(days) days ago, and ")
                    + "readers are promised \(options.noticeWindow)")
        }
    }

    private mutating func addAddition(_ leftover: Leftover, hint: String?) {
        let element = leftover.view.element
        let word = leftover.isRequired ? "required property" : "property"
        list.add(
            leftover.isRequired ? .requiredPropertyAdded : .propertyAdded, leftover.holder.holder, element.side(),
            "the \(word) `\(Self.name(element))` is new" + (hint.map { "; \($0)" } ?? ""))
        guard !earlier.isEmpty, let path = element.path?.shortened(to: ChangeList.longestPath),
            let family = leftover.view.typeFamily(new.dialects)
        else {
            return
        }
        let former = formerFamilies ?? Self.families(earlier)
        formerFamilies = former
        guard let before = former[path], !before.contains(family) else { return }
        list.add(
            .nameRecycled, leftover.holder.holder, element.side(),
            "an earlier version had a property of this name and another type: "
                + before.sorted().joined(separator: ", "))
    }

    /// The types of all properties of some versions, by path.
    private static func families(_ versions: [ContractVersion]) -> [String: Set<String>] {
        var families: [String: Set<String>] = [:]
        for version in versions {
            for element in version.document.allElements where element.kind == .property {
                guard let path = element.path?.shortened(to: ChangeList.longestPath),
                    let family = version.view(element).typeFamily(version.dialects)
                else {
                    continue
                }
                families[path, default: []].insert(family)
            }
        }
        return families
    }

    // MARK: Moves

    /// A property that may have moved: a leftover itself, or one inside a leftover.
    private struct Candidate {
        var view: PropertyView
        /// The leftover, if it is one itself.
        var leftover: Int?
    }

    /// Pairs leftovers that stand elsewhere in the other version: by id, else by name and type where nothing else of
    /// that name is left.
    ///
    /// - Returns: whether any were found; they wait to be compared.
    private mutating func matchMoves() -> Bool {
        guard !removed.isEmpty, !added.isEmpty else { return false }
        let (own, other) = (candidates(removed, old), candidates(added, new))
        var settledOld = Set<Int>()
        var settledNew = Set<Int>()
        var isAnyFound = false
        for isByID in [true, false] {
            func key(_ candidate: Candidate, _ version: ContractVersion) -> ExactText? {
                if isByID { return candidate.view.id.map(ExactText.init) }
                guard let name = candidate.view.name, let family = candidate.view.typeFamily(version.dialects) else {
                    return nil
                }
                let object = candidate.view.element.enclosing(.object).map(Self.name) ?? ""
                return ExactText("\(object)\u{0}\(family)\u{0}\(name)")
            }
            var places: [ExactText: Int] = [:]
            for (index, candidate) in other.enumerated() {
                guard let key = key(candidate, new) else { continue }
                places[key] = places[key] == nil ? index : -1
            }
            var counts: [ExactText: Int] = [:]
            let keys = own.map { key($0, old) }
            for case let key? in keys { counts[key, default: 0] += 1 }
            for (index, key) in keys.enumerated() {
                guard let key, counts[key] == 1, let place = places[key], place >= 0 else { continue }
                let (first, second) = (own[index], other[place])
                // Of two that lie inside what went and what came, nothing is known to have moved.
                guard first.leftover != nil || second.leftover != nil else { continue }
                if let leftover = first.leftover, settledOld.contains(leftover) { continue }
                if let leftover = second.leftover, settledNew.contains(leftover) { continue }
                if !isByID, let id = first.view.id, let newID = second.view.id, id != newID { continue }
                if isSibling(first, second) { continue }
                first.leftover.map { _ = settledOld.insert($0) }
                second.leftover.map { _ = settledNew.insert($0) }
                isAnyFound = true
                addMove(first.view, second.view)
            }
        }
        removed = removed.enumerated().filter { !settledOld.contains($0.offset) }.map(\.element)
        added = added.enumerated().filter { !settledNew.contains($0.offset) }.map(\.element)
        return isAnyFound
    }

    /// True when both are missing from one place: then their ids and types say that they are not the same.
    private func isSibling(_ first: Candidate, _ second: Candidate) -> Bool {
        guard let own = first.leftover, let other = second.leftover else { return false }
        return removed[own].scope == added[other].scope
    }

    private mutating func addMove(_ first: PropertyView, _ second: PropertyView) {
        list.add(
            .propertyMoved, first.element.side(), second.element.side(),
            "the property went from `\(first.element.path?.shortened ?? "?")` to "
                + "`\(second.element.path?.shortened ?? "?")`")
        noteRenaming(first.element, second.element)
        pending.append(PropertyPair(old: first, new: second))
    }

    private func candidates(_ leftovers: [Leftover], _ version: ContractVersion) -> [Candidate] {
        var found: [Candidate] = []
        for (index, leftover) in leftovers.enumerated() {
            found.append(Candidate(view: leftover.view, leftover: index))
            var inner = leftover.view.element.elements(.properties)
            while let next = inner.popLast() {
                found.append(Candidate(view: version.view(next), leftover: nil))
                inner += next.elements(.properties)
            }
        }
        return found
    }

    // MARK: Notes

    /// Words for both sides about what was perhaps renamed. They lower no verdict.
    mutating func renamings(
        _ removed: [ElementRef], _ added: [ElementRef], _ isOfLikeType: (ElementRef, ElementRef) -> Bool
    ) -> (old: [ElementID: String], new: [ElementID: String]) {
        var (own, other): ([ElementID: String], [ElementID: String]) = ([:], [:])
        if removed.isEmpty || added.isEmpty { return (own, other) }
        let letters = { (element: ElementRef) in Similarity.letters(of: element.text(.name) ?? "") }
        let pairs = Similarity.pairs(removed.map(letters), added.map(letters), budget: &comparisons) {
            isOfLikeType(removed[$0], added[$1])
        }
        for pair in pairs {
            own[removed[pair.old].id] = "perhaps it is `\(Self.name(added[pair.new]))` now"
            other[added[pair.new].id] = "perhaps it was `\(Self.name(removed[pair.old]))`"
        }
        return (own, other)
    }

    // MARK: Deprecation

    func isDeprecated(_ element: ElementRef) -> Bool {
        Deprecation.isMarked(element, property: options.deprecationProperty)
    }

    mutating func compareDeprecation(_ old: ElementRef, _ new: ElementRef) {
        let (own, other) = (isDeprecated(old), isDeprecated(new))
        if own == other { return }
        list.add(
            other ? .deprecationAnnounced : .deprecationWithdrawn, old.side(old.node(.deprecated)),
            new.side(new.node(.deprecated)), other ? "it is deprecated now" : "it is deprecated no longer")
    }
}
