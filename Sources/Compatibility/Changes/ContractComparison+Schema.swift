internal import Basics
internal import ColumnTypes
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Objects, and the properties of one place.
extension ContractComparison {
    mutating func compareSchemas() {
        let (oldObjects, newObjects) = (old.root.elements(.schema), new.root.elements(.schema))
        let matching = SchemaMatching(oldObjects, newObjects) { own, other in
            Self.isOfLikeContent(oldObjects[own], newObjects[other])
        }
        for pair in matching.pairs { compareObjects(oldObjects[pair.old], newObjects[pair.new], pair.ground) }
        for pair in matching.recycled {
            let (own, other) = (oldObjects[pair.old], newObjects[pair.new])
            list.add(.nameRecycled, own.side(), other.side(), "the name went to an object of another id and content")
        }
        let hints = renamings(matching.removed.map { oldObjects[$0] }, matching.added.map { newObjects[$0] }) {
            Self.isOfLikeContent($0, $1)
        }
        for index in matching.removed { addRemoval(ofObject: oldObjects[index], hint: hints.old[oldObjects[index].id]) }
        for index in matching.added {
            let object = newObjects[index]
            list.add(
                .objectAdded, old.root.holder, object.side(),
                "the object `\(Self.name(object))` is new" + (hints.new[object.id].map { "; \($0)" } ?? ""))
        }
        compareProperties()
        settleLeftovers()
        compareRelationships()
    }

    private mutating func compareObjects(_ old: ElementRef, _ new: ElementRef, _ ground: SchemaMatching.Ground) {
        if isSame(old, new) { return }
        if ground == .id, old.text(.name) != new.text(.name), isReused(old, new) {
            list.add(
                .identityReused, old.side(), new.side(),
                "the id went from `\(Self.name(old))` to `\(Self.name(new))`, which has other properties")
            return
        }
        compareNames(old, new, .objectPhysicallyRenamed, .objectRenamed)
        compareObjectTypes(old, new)
        addIfDifferent(
            .granularityChanged, "dataGranularityDescription", old, old.node(.dataGranularityDescription), new,
            new.node(.dataGranularityDescription))
        compareDeprecation(old, new)
        compareTags(PropertyView(old), PropertyView(new))
        compareQuality(old, new)
        referring.append((old, new))
        compareDetails(old, new, except: Self.objectKeys, Self.notes)
        compareScopes(old, new)
    }

    private static let objectKeys = KeySet(
        .id, .name, .physicalName, .physicalType, .logicalType, .dataGranularityDescription, .deprecated, .tags,
        .quality,
        .relationships, .properties, .primaryKey)

    private mutating func compareObjectTypes(_ old: ElementRef, _ new: ElementRef) {
        // ODCS 3.2: an object has properties or, as a blob, none that are known.
        if old.text(.logicalType) ?? "object" != new.text(.logicalType) ?? "object" {
            addIfDifferent(
                .objectPhysicalTypeChanged, "logicalType", old, old.node(.logicalType), new, new.node(.logicalType))
        }
        let (oldNode, newNode) = (old.node(.physicalType), new.node(.physicalType))
        let (own, other) = (old.text(.physicalType)?.lowercased(), new.text(.physicalType)?.lowercased())
        if own == other { return }
        let kind: ChangeKind
        switch (own, other) {
        case (nil, _): kind = .objectPhysicalTypeAdded
        case (_, nil): kind = .objectPhysicalTypeRemoved
        case (let own?, let other?):
            let isTableOrView = Self.tables.contains(own) && Self.tables.contains(other)
            kind = isTableOrView ? .objectTableViewChanged : .objectPhysicalTypeChanged
        }
        list.add(
            kind, old.side(oldNode), new.side(newNode),
            Self.message("physicalType", old.side(oldNode), new.side(newNode)))
    }

    private static let tables: Set<String> = [
        "table", "view", "materialized view", "materialized_view", "materializedview", "external table",
        "external_table",
    ]

    static func name(_ element: ElementRef) -> String {
        (element.text(.name) ?? element.text(.physicalName) ?? "?").shortened
    }

    // MARK: Names

    /// Compares what a name and a physical name have become. An absent physical name means the name.
    mutating func compareNames(_ old: ElementRef, _ new: ElementRef, _ physical: ChangeKind, _ logical: ChangeKind) {
        let (oldName, newName) = (old.text(.name), new.text(.name))
        if oldName != newName { noteRenaming(old, new) }
        let own = old.text(.physicalName) ?? oldName
        let other = new.text(.physicalName) ?? newName
        if own != other {
            let (oldNode, newNode) = (
                old.node(.physicalName) ?? old.node(.name), new.node(.physicalName) ?? new.node(.name)
            )
            let key = old.has(.physicalName) || new.has(.physicalName) ? "physicalName" : "name"
            list.add(
                physical, old.side(oldNode), new.side(newNode),
                Self.message(key, old.side(oldNode), new.side(newNode)))
        } else if oldName != newName {
            list.add(
                logical, old.side(old.node(.name)), new.side(new.node(.name)),
                Self.message("name", old.side(old.node(.name)), new.side(new.node(.name))))
        }
    }

    /// References go by names, so they are compared in the names of the new version.
    mutating func noteRenaming(_ old: ElementRef, _ new: ElementRef) {
        if let path = old.path, let newPath = new.path { renames.add(path, newPath) }
    }

    /// True when two objects of one id have neither name nor properties in common.
    private func isReused(_ old: ElementRef, _ new: ElementRef) -> Bool {
        guard let own = old.text(.name), let other = new.text(.name), Similarity.between(own, other) < 0.5,
            (old.text(.physicalName) ?? own) != (new.text(.physicalName) ?? other)
        else { return false }
        return !Self.isOfLikeContent(old, new)
    }

    /// True when two objects share a quarter of their properties by name or any by id, or one of them has none.
    static func isOfLikeContent(_ old: ElementRef, _ new: ElementRef) -> Bool {
        func marks(_ object: ElementRef, _ key: Key) -> Set<String> {
            Set(object.elements(.properties).compactMap { $0.text(key) })
        }
        let (own, other) = (marks(old, .name), marks(new, .name))
        if !marks(old, .id).isDisjoint(with: marks(new, .id)) { return true }
        return own.isEmpty || other.isEmpty || 4 * own.intersection(other).count >= min(own.count, other.count)
    }

    // MARK: Properties of one place

    /// Compares the properties that two elements hold: of objects, of structs, of the items of arrays.
    mutating func compareScopes(_ old: ElementRef, _ new: ElementRef) {
        let oldView = self.old.view(old)
        let newView = self.new.view(new)
        let (own, other) = (oldView.elements(.properties), newView.elements(.properties))
        if own.isEmpty && other.isEmpty { return }
        let (oldDialects, newDialects) = (self.old.dialects, self.new.dialects)
        let (oldViews, newViews) = (own.map(self.old.view), other.map(self.new.view))
        let matching = SchemaMatching(own, other) { first, second in
            let (a, b) = (oldViews[first].typeFamily(oldDialects), newViews[second].typeFamily(newDialects))
            return a == nil || b == nil || a == b
        }
        let (demandedByOld, demandedByNew) = (Self.demanded(by: oldView), Self.demanded(by: newView))
        for pair in matching.pairs {
            let (first, second) = (oldViews[pair.old], newViews[pair.new])
            let isDemandedByOld = !demandedByOld.isEmpty && first.name.map(demandedByOld.contains) ?? false
            let isDemandedByNew = !demandedByNew.isEmpty && second.name.map(demandedByNew.contains) ?? false
            if isDemandedByOld == isDemandedByNew, isSame(first.element, second.element) { continue }
            if pair.ground == .id, isReused(first, second) {
                list.add(
                    .identityReused, first.element.side(), second.element.side(),
                    "the id went from `\(Self.name(first.element))` to `\(Self.name(second.element))`, which has another type"
                )
                continue
            }
            compareNames(first.element, second.element, .propertyPhysicallyRenamed, .propertyRenamed)
            pending.append(
                PropertyPair(
                    old: first, new: second, isDemandedByOld: isDemandedByOld, isDemandedByNew: isDemandedByNew))
        }
        for pair in matching.recycled {
            list.add(
                .nameRecycled, oldViews[pair.old].element.side(), newViews[pair.new].element.side(),
                "the name went to a property of another id and type")
        }
        scopes += 1
        let scope = scopes
        for index in matching.removed {
            let isRequired = own[index].text(.name).map(demandedByOld.contains) ?? false
            removed.append(
                Leftover(
                    view: oldViews[index], holder: new,
                    isRequired: isRequired || oldViews[index].truth(.required) == true, scope: scope))
        }
        for index in matching.added {
            let isRequired = other[index].text(.name).map(demandedByNew.contains) ?? false
            added.append(
                Leftover(
                    view: newViews[index], holder: old,
                    isRequired: isRequired || newViews[index].truth(.required) == true, scope: scope))
        }
        compareKeys(old, new, oldViews, newViews, matching)
        compareOrder(old, new, oldViews, newViews, matching)
    }

    /// The names that `required` of an object's options lists.
    private static func demanded(by holder: PropertyView) -> Set<String> {
        guard let node = holder.option(.required) else { return [] }
        let tree = holder.tree
        return Set(tree.items(of: node).map(tree.text(of:)))
    }

    /// True when two properties of one id have neither name nor type in common.
    private func isReused(_ old: PropertyView, _ new: PropertyView) -> Bool {
        guard let own = old.name, let other = new.name, own != other, old.physicalName != new.physicalName,
            let family = old.typeFamily(self.old.dialects), let newFamily = new.typeFamily(self.new.dialects)
        else { return false }
        return family != newFamily && Similarity.between(own, other) < 0.5
    }

    /// One change for all that stands elsewhere among its neighbours.
    private mutating func compareOrder(
        _ old: ElementRef, _ new: ElementRef, _ oldViews: [PropertyView], _ newViews: [PropertyView],
        _ matching: SchemaMatching
    ) {
        // Pairs come in the order of the old version.
        var last = -1
        for pair in matching.pairs {
            guard pair.new < last else {
                last = pair.new
                continue
            }
            let (first, second) = (oldViews[pair.old].element, newViews[pair.new].element)
            list.add(
                .propertiesReordered, first.side(), second.side(),
                "the properties have another order, from `\(Self.name(second))` on", path: new.path,
                isEscalated: self.old.isDelimited || self.new.isDelimited)
            return
        }
    }
}
