internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// One property in both versions.
extension ContractComparison {
    /// Compares the pairs that wait, and those that turn up inside them.
    mutating func compareProperties() {
        while let pair = pending.popLast() { compare(pair) }
    }

    private mutating func compare(_ pair: PropertyPair) {
        let (old, new) = (pair.old, pair.new)
        compareRequired(pair)
        compareFlag(.unique, old, new, on: .madeUnique, off: .madeNonUnique)
        let isComparable = compareTypes(old, new)
        if isComparable {
            compareLimits(old, new)
            compareAllowedValues(old, new)
        }
        compareGovernance(old, new)
        compareQuality(old.element, new.element)
        referring.append((old.element, new.element))
        compareDetails(old.element, new.element, except: Self.propertyKeys, Self.notes)
        if isComparable { compareContents(old, new) }
    }

    private static let propertyKeys = KeySet(
        .id, .name, .physicalName, .physicalType, .logicalType, .logicalTypeOptions, .required, .unique, .primaryKey,
        .primaryKeyPosition, .partitioned, .partitionKeyPosition, .classification, .criticalDataElement, .deprecated,
        .encryptedName, .transformLogic, .transformSourceObjects, .lineage, .tags, .pii, .enum, .relationships,
        .references, .quality, .properties, .items, .map, .key, .value, .config, .ref,
        // DCS: what ODCS keeps among the options.
        .minLength, .maxLength, .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .format, .pattern,
        .precision, .scale)

    private mutating func compareRequired(_ pair: PropertyPair) {
        // Where a standard says what a column without a word means, both versions go by it.
        let isRequired = old.document.isODCS2 && new.document.isODCS2
        let own = (pair.old.truth(.required) ?? isRequired) || pair.isDemandedByOld
        let other = (pair.new.truth(.required) ?? isRequired) || pair.isDemandedByNew
        if own == other { return }
        addFlag(.required, pair.old, pair.new, other ? .madeRequired : .madeOptional, own, other)
    }

    private mutating func compareFlag(
        _ key: Key, _ old: PropertyView, _ new: PropertyView, on: ChangeKind, off: ChangeKind
    ) {
        let (own, other) = (old.truth(key) == true, new.truth(key) == true)
        if own != other { addFlag(key, old, new, other ? on : off, own, other) }
    }

    /// Both sides have a value: where the key is absent, what it means then.
    private mutating func addFlag(
        _ key: Key, _ old: PropertyView, _ new: PropertyView, _ kind: ChangeKind, _ own: Bool, _ other: Bool
    ) {
        func side(_ view: PropertyView, _ truth: Bool) -> Change.Side {
            Change.Side(
                owner: view.element, node: view.node(key) ?? view.element.anchor, value: truth ? "true" : "false")
        }
        let (first, second) = (side(old, own), side(new, other))
        list.add(kind, first, second, "`\(key.rawValue)` went from \(own) to \(other)")
    }

    // MARK: What it holds

    /// The properties of a struct, the items of an array, the keys and values of a map.
    private mutating func compareContents(_ old: PropertyView, _ new: PropertyView) {
        compareScopes(old.element, new.element)
        compareInner("items", old, old.elements(.items).first, new, new.elements(.items).first)
        compareInner("map key", old, Self.inner(old, .key), new, Self.inner(new, .key))
        compareInner("map value", old, Self.inner(old, .value), new, Self.inner(new, .value))
    }

    /// ODCS 3.2 has `map` with both, DCS `keys` and `values` at the field.
    private static func inner(_ view: PropertyView, _ key: Key) -> ElementRef? {
        view.elements(.map).first?.elements(key).first ?? view.elements(key).first { $0.kind == .property }
    }

    private mutating func compareInner(
        _ name: String, _ old: PropertyView, _ own: ElementRef?, _ new: PropertyView, _ other: ElementRef?
    ) {
        switch (own, other) {
        case (let own?, let other?):
            if !isSame(own, other) { pending.append(PropertyPair(old: self.old.view(own), new: self.new.view(other))) }
        case (let own?, nil):
            list.add(.itemTypeRemoved, own.side(name), new.element.holder, "the \(name) say their type no longer")
        case (nil, let other?):
            list.add(.itemTypeAdded, old.element.holder, other.side(name), "the \(name) say their type now")
        case (nil, nil): break
        }
    }

    // MARK: Governance

    private mutating func compareGovernance(_ old: PropertyView, _ new: PropertyView) {
        let (own, other) = (old.element, new.element)
        compareFlagless(.criticalDataElement, old, new)
        compareClassification(old, new)
        compareTags(old, new)
        compareDeprecation(own, other)
        let (oldName, newName) = (own.node(.encryptedName), other.node(.encryptedName))
        addIfDifferent(
            oldName == nil ? .encryptedNameAdded : newName == nil ? .encryptedNameRemoved : .encryptedNameChanged,
            "encryptedName", own, oldName, other, newName)
        addIfDifferent(
            .transformChanged, "transformLogic", own, own.node(.transformLogic), other, other.node(.transformLogic))
        addIfDifferent(
            .transformChanged, "transformSourceObjects", own, own.node(.transformSourceObjects), other,
            other.node(.transformSourceObjects))
        addIfDifferent(.transformChanged, "lineage", own, own.node(.lineage), other, other.node(.lineage))
    }

    private mutating func compareFlagless(_ key: Key, _ old: PropertyView, _ new: PropertyView) {
        compareFlag(key, old, new, on: .criticalSet, off: .criticalCleared)
    }

    private mutating func compareClassification(_ old: PropertyView, _ new: PropertyView) {
        let (own, other) = (old.node(.classification), new.node(.classification))
        if isEqual(own, other) { return }
        /// Nothing said is less than anything.
        func rank(_ view: PropertyView) -> Int? {
            guard let text = view.text(.classification) else { return -1 }
            return options.classifications.rank(of: text)
        }
        let kind: ChangeKind
        if let before = rank(old), let after = rank(new) {
            if before == after { return }
            kind = after > before ? .classificationRaised : .classificationLowered
        } else if own == nil {
            kind = .classificationRaised
        } else if other == nil {
            kind = .classificationLowered
        } else {
            kind = .classificationChanged
        }
        list.add(
            kind, old.element.side(own), new.element.side(other),
            Self.message("classification", old.element.side(own), new.element.side(other)))
    }

    /// Compares the tags of two elements, and by which marks they say that they are about persons.
    mutating func compareTags(_ old: PropertyView, _ new: PropertyView) {
        let (oldTags, newTags) = (old.element.values(.tags), new.element.values(.tags))
        let (own, other) = (old.personalMark, new.personalMark)
        let (before, after) = (own?.isPersonal ?? false, other?.isPersonal ?? false)
        let (first, second) = (old.element.side(old.element.node(.tags)), new.element.side(new.element.node(.tags)))
        if before != after {
            list.add(
                after ? .piiTagAdded : .piiTagRemoved, own.map { old.element.side($0.node) } ?? first,
                other.map { new.element.side($0.node) } ?? second,
                after ? "it is marked as personal data now" : "it is marked as personal data no longer")
        }
        let (plain, newPlain) = (Self.words(oldTags, marks: false), Self.words(newTags, marks: false))
        let (marks, newMarks) = (Self.words(oldTags, marks: true), Self.words(newTags, marks: true))
        // Where the mark came or went, or one version says it otherwise than by a tag, that is said already.
        let isSaidOtherwise = (marks.isEmpty && own != nil) || (newMarks.isEmpty && other != nil)
        let isMarkReworded = before == after && !isSaidOtherwise && marks != newMarks
        if plain != newPlain || isMarkReworded {
            list.add(.tagsChanged, first, second, Self.message("tags", first, second))
        }
    }

    /// Tags that are marks of personal data, in one case; or the others.
    private static func words(_ tags: [Value], marks: Bool) -> Set<String> {
        let found = tags.filter { tag in
            (tag.tree.withText(of: tag.node, PersonalMark.claim(ofTag:)) != nil) == marks
        }
        return Set(found.map { marks ? $0.text.lowercased() : $0.text })
    }
}
