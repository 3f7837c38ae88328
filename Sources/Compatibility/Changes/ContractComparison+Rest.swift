internal import Basics
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Whatever else there is: what no other comparison has seen to is a change all the same, at least of a detail.
extension ContractComparison {
    /// The fields that a comparison has seen to.
    struct KeySet: Sendable {
        private var contains = [Bool](repeating: false, count: Key.allCases.count + 1)

        init(_ keys: Key...) {
            for key in keys {
                if let place = Self.places[key] { contains[place] = true }
            }
        }

        subscript(_ key: Key) -> Bool { Self.places[key].map { contains[$0] } ?? false }

        static let places = Dictionary(
            uniqueKeysWithValues: Key.allCases.enumerated().map { ($1, $0 + 1) })
        /// By their number in a field, less 1.
        static let all = Key.allCases
    }

    /// Compares every field that nothing else has seen to.
    ///
    /// - Parameter kinds: what a difference is called; `detail-changed` for fields that are not among them.
    mutating func compareDetails(
        _ old: ElementRef, _ new: ElementRef, except handled: KeySet, _ kinds: [Key: ChangeKind] = [:]
    ) {
        compared.append((old, new))
        compareUnknownKeys(old, new)
        for key in Self.keys(old, new) where !handled[key] {
            if isAlike(key, old, new) { continue }
            addIfDifferent(kinds[key] ?? .detailChanged, key.rawValue, old, old.node(key), new, new.node(key))
        }
    }

    /// Keys of the fields that one of two elements has.
    private static func keys(_ old: ElementRef, _ new: ElementRef) -> [Key] {
        var seen: [UInt16] = []
        for element in [old, new] {
            let record = element.document.elements[Int(element.id)]
            for index in Int(record.firstField)..<Int(record.firstField + record.fieldCount) {
                let number = element.document.fields[index].key
                if number > 0, Int(number) <= KeySet.all.count, !seen.contains(number) { seen.append(number) }
            }
        }
        return seen.map { KeySet.all[Int($0) - 1] }
    }

    /// True when a field that one of two elements leaves out has its default in the other, which the standard takes for the same.
    private func isAlike(_ key: Key, _ old: ElementRef, _ new: ElementRef) -> Bool {
        switch (old.node(key), new.node(key)) {
        case (nil, let node?): Self.isDefault(key, new, node)
        case (let node?, nil): Self.isDefault(key, old, node)
        default: false
        }
    }

    /// The same of an option of a logical type.
    func isAlikeOption(_ key: Key, _ old: PropertyView, _ new: PropertyView) -> Bool {
        guard let view = old.option(key) == nil ? new : new.option(key) == nil ? old : nil, let node = view.option(key),
            let text = Defaults.option(key, in: view.element)
        else { return false }
        return Self.isText(text, view.tree, node)
    }

    private static func isDefault(_ key: Key, _ element: ElementRef, _ node: NodeID) -> Bool {
        // An absent physical name means the name.
        if key == .physicalName { return element.text(.physicalName) == element.text(.name) }
        guard let text = Defaults.text(of: key, in: element) else { return false }
        if let truth = element.truth(key) { return text == "\(truth)" }
        return isText(text, element.document.tree, node)
    }

    private static func isText(_ text: String, _ tree: YAMLTree, _ node: NodeID) -> Bool {
        if let number = tree.number(of: node) { return number == Double(text) }
        return tree.text(of: node).lowercased() == text.lowercased()
    }

    // MARK: Keys that the standard does not know

    /// They promise nothing, but a reader of the change wants to see them.
    private mutating func compareUnknownKeys(_ old: ElementRef, _ new: ElementRef) {
        // Words of another standard, or of one with other words for all, are no counterparts.
        guard old.document.standard == new.document.standard, old.document.version.major == new.document.version.major
        else { return }
        let (own, other) = (UnknownKeys(old), UnknownKeys(new))
        if own.entries.isEmpty, other.entries.isEmpty { return }
        // What the one version does not know, the other may.
        let (all, newAll) = (Self.entries(of: old), Self.entries(of: new))
        for (key, node) in own.entries {
            addIfDifferent(.detailChanged, key.shortened, old, node, new, other[key] ?? newAll[ExactText(key)])
        }
        for (key, node) in other.entries where own[key] == nil {
            addIfDifferent(.detailChanged, key.shortened, old, all[ExactText(key)], new, node)
        }
    }

    /// By key the values of an element's mapping.
    private static func entries(of element: ElementRef) -> [ExactText: NodeID] {
        let tree = element.document.tree
        guard tree[element.node].isMapping else { return [:] }
        return Dictionary(
            tree.entries(of: element.node).map { (ExactText(tree.text(of: $0.key)), $0.value) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Entries of an element's mapping that fill no field.
    private struct UnknownKeys {
        private(set) var entries: [(key: String, node: NodeID)] = []
        private var places: [ExactText: NodeID] = [:]

        init(_ element: ElementRef) {
            let document = element.document
            let record = document.elements[Int(element.id)]
            let known = document.fields[Int(record.firstField)..<Int(record.firstField + record.fieldCount)]
            add(document.tree, element.node, Set(known.map(\.node)), "")
            places = Dictionary(
                entries.map { (ExactText($0.key), $0.node) }, uniquingKeysWith: { first, _ in first })
        }

        /// DCS spreads a contract over several mappings, whose keys all become the contract's fields: `info` and `terms`.
        private mutating func add(_ tree: YAMLTree, _ mapping: NodeID, _ known: Set<NodeID>, _ prefix: String) {
            for entry in tree.entries(of: mapping) where !known.contains(entry.value) {
                let key = prefix + tree.text(of: entry.key)
                let isSpread =
                    prefix.isEmpty && tree[entry.value].isMapping
                    && tree.entries(of: entry.value).contains { known.contains($0.value) }
                if isSpread { add(tree, entry.value, known, key + ".") } else { entries.append((key, entry.value)) }
            }
        }

        subscript(_ key: String) -> NodeID? { places[ExactText(key)] }
    }

    // MARK: What nothing has spoken of

    /// Adds a detail for what the comparisons pass over where it differs and no change speaks of it: ids, positions of what is no key,
    /// options that do not fit the type.
    mutating func compareRest() {
        let said = Said(list.changes, settled)
        for (own, other) in compared {
            for key in Self.passedOver[own.kind, default: [.id]] {
                let (first, second) = (own.node(key), other.node(key))
                if isEqual(first, second) || isAlike(key, own, other) { continue }
                if said.speaks(old.tree, first, new.tree, second) { continue }
                addIfDifferent(.detailChanged, key.rawValue, own, first, other, second)
            }
            if own.kind == .property { compareOptions(own, other, said) }
        }
    }

    private static let passedOver: [ElementKind: [Key]] = [
        .contract: [.kind], .property: [.id, .primaryKeyPosition, .partitionKeyPosition], .relationship: [.id, .type],
        .quality: [.id, .severity],
    ]

    /// Notes that a change speaks of values beside those of its places.
    mutating func settle(_ values: [(old: NodeID?, new: NodeID?)]) {
        for value in values {
            if let node = value.old { settled.old.insert(node) }
            if let node = value.new { settled.new.insert(node) }
        }
    }

    /// Options that the type does not have: those that it has are judged by what they allow.
    private mutating func compareOptions(_ element: ElementRef, _ newElement: ElementRef, _ said: Said) {
        let (own, other) = (old.view(element), new.view(newElement))
        let (first, second) = (own.node(.logicalTypeOptions), other.node(.logicalTypeOptions))
        if isEqual(first, second) { return }
        let (before, after) = (old.tree, new.tree)
        func entries(_ tree: YAMLTree, _ node: NodeID?) -> [(key: String, node: NodeID)] {
            guard let node, tree[node].isMapping else { return [] }
            return tree.entries(of: node).compactMap { entry in
                let name = tree.text(of: entry.key)
                let isJudged = Key(rawValue: name).map { key in
                    Self.judgedOptions[key] && (own.option(key) ?? other.option(key)) != nil
                }
                return isJudged == true ? nil : (name, entry.value)
            }
        }
        let (options, newOptions) = (entries(before, first), entries(after, second))
        func add(_ name: String, _ node: NodeID?, _ newNode: NodeID?) {
            if isEqual(node, newNode) || said.speaks(before, node, after, newNode) { return }
            addIfDifferent(.detailChanged, name.shortened, element, node, newElement, newNode)
        }
        func places(_ options: [(key: String, node: NodeID)]) -> [ExactText: NodeID] {
            Dictionary(options.map { (ExactText($0.key), $0.node) }, uniquingKeysWith: { first, _ in first })
        }
        let (known, newKnown) = (places(options), places(newOptions))
        for (name, node) in options { add(name, node, newKnown[ExactText(name)]) }
        for (name, node) in newOptions where known[ExactText(name)] == nil { add(name, nil, node) }
    }

    private static let judgedOptions = KeySet(
        .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .minLength, .maxLength, .minItems, .maxItems,
        .minProperties, .maxProperties, .precision, .scale, .multipleOf, .pattern, .format, .timezone, .defaultTimezone,
        .uniqueItems, .required, .dimensions, .elementType, .distanceMetric, .embeddingModel, .embeddingModelVersion,
        .normalized)

    /// Values that changes speak of.
    private struct Said {
        private let old: [NodeID]
        private let new: [NodeID]

        init(_ changes: [Change], _ settled: (old: Set<NodeID>, new: Set<NodeID>)) {
            old = (changes.filter { $0.old.isThere }.map(\.old.node) + settled.old).sorted()
            new = (changes.filter { $0.new.isThere }.map(\.new.node) + settled.new).sorted()
        }

        /// True when a change speaks of one of the two values, or of something inside.
        func speaks(_ oldTree: YAMLTree, _ node: NodeID?, _ newTree: YAMLTree, _ newNode: NodeID?) -> Bool {
            Self.hasOne(of: old, in: oldTree, node) || Self.hasOne(of: new, in: newTree, newNode)
        }

        private static func hasOne(of nodes: [NodeID], in tree: YAMLTree, _ node: NodeID?) -> Bool {
            guard let node else { return false }
            let end = end(of: node, in: tree)
            var (low, high) = (0, nodes.count)
            while low < high {
                let middle = (low + high) / 2
                if nodes[middle] < node { low = middle + 1 } else { high = middle }
            }
            return low < nodes.count && nodes[low] < end
        }

        /// The first node behind a value: a subtree is a run of nodes.
        private static func end(of node: NodeID, in tree: YAMLTree) -> NodeID {
            var here = node
            while here >= 0 {
                if tree[here].next >= 0 { return tree[here].next }
                here = tree[here].parent
            }
            return NodeID(tree.nodeCount)
        }
    }

    /// Notes that objects, properties and other parts have in common.
    static let notes: [Key: ChangeKind] = [
        .description: .descriptionChanged, .businessName: .businessNameChanged, .synonyms: .businessNameChanged,
        .examples: .examplesChanged, .authoritativeDefinitions: .definitionsChanged, .links: .definitionsChanged,
        .customProperties: .customPropertiesChanged, .transformDescription: .transformDescriptionChanged,
        .tags: .tagsChanged,
    ]
}
