internal import Basics
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// The values that a property lists as allowed: ODCS 3.2 `enum`, DCS `enum`, and before them a quality rule that lets
/// no other value pass.
struct AllowedList {
    struct Entry {
        var node: NodeID
        /// What two entries share exactly when they are one value: 1 and 1.0 are one number, a text is none.
        var key: String
    }

    var list: NodeID
    var owner: ElementRef
    var entries: [Entry]
    /// The quality rule it comes from.
    var rule: ElementRef?

    /// - Returns: nil where none is listed.
    init?(_ view: PropertyView) {
        let tree = view.tree
        if let node = view.node(.enum), tree[node].isList {
            list = node
            owner = view.element
            let elements = view.elements(.enum)
            let nodes = elements.isEmpty ? Array(tree.items(of: node)) : elements.compactMap { $0.node(.value) }
            entries = Self.entries(tree, nodes)
            return
        }
        for rule in view.elements(.quality) {
            guard let node = Self.values(of: rule) else { continue }
            list = node
            owner = rule
            entries = Self.entries(tree, Array(tree.items(of: node)))
            self.rule = rule
            return
        }
        return nil
    }

    /// `validValues` of a library rule that no value may break: `mustBe: 0`, or before 3.1 no operator at all.
    private static func values(of rule: ElementRef) -> NodeID? {
        let tree = rule.document.tree
        var node = rule.node(.validValues)
        if node == nil, rule.text(.metric) == "invalidValues", let arguments = rule.node(.arguments) {
            node = tree.value(of: "validValues", in: arguments)
        }
        guard let node, tree[node].isList else { return nil }
        let hasOperator = QualityRange.keys.contains { rule.has($0) }
        return !hasOperator || rule.number(.mustBe) == 0 ? node : nil
    }

    private static func entries(_ tree: YAMLTree, _ nodes: [NodeID]) -> [Entry] {
        nodes.filter { !tree[$0].type.isDisjoint(with: .scalar) }.map { node in
            let key = ValueEquality.number(tree, node).map { "#\($0)" } ?? "'" + tree.text(of: node)
            return Entry(node: node, key: key)
        }
    }
}

extension ContractComparison {
    mutating func compareAllowedValues(_ old: PropertyView, _ new: PropertyView) {
        if !old.element.has(.enum), !new.element.has(.enum), !old.element.has(.quality), !new.element.has(.quality),
            old.shared == nil, new.shared == nil
        {
            return
        }
        switch (AllowedList(old), AllowedList(new)) {
        case (nil, nil): break
        case (nil, let other?):
            list.add(
                .enumIntroduced, old.element.holder, other.owner.side(other.list),
                Self.message("enum", nil, new.tree.shortText(of: other.list)), path: new.element.path)
        case (let own?, nil):
            list.add(
                .enumDropped, own.owner.side(own.list), new.element.holder,
                Self.message("enum", old.tree.shortText(of: own.list), nil), path: new.element.path)
        case (let own?, let other?): compareValues(own, other)
        }
    }

    private mutating func compareValues(_ own: AllowedList, _ other: AllowedList) {
        // An enumeration of DCS holds texts only, so 1 and "1" are meant alike there.
        var (own, other) = (own, other)
        if old.document.standard == .dcs || new.document.standard == .dcs {
            for index in own.entries.indices { own.entries[index].key = old.tree.text(of: own.entries[index].node) }
            for index in other.entries.indices {
                other.entries[index].key = new.tree.text(of: other.entries[index].node)
            }
        }
        let (before, after) = (Set(own.entries.map(\.key)), Set(other.entries.map(\.key)))
        compareLabels(own, other)
        if before == after { return }
        var seen = Set<String>()
        for entry in other.entries where !before.contains(entry.key) && seen.insert(entry.key).inserted {
            let side = other.owner.side(entry.node)
            list.add(
                .enumValueAdded, Change.Side(owner: own.owner, node: own.list, value: nil), side,
                "the value \(side.value?.shortened ?? "") is allowed now")
        }
        for entry in own.entries where !after.contains(entry.key) && seen.insert(entry.key).inserted {
            let side = own.owner.side(entry.node)
            list.add(
                .enumValueRemoved, side, Change.Side(owner: other.owner, node: other.list, value: nil),
                "the value \(side.value?.shortened ?? "") is allowed no longer", path: other.owner.path)
        }
    }

    private mutating func compareLabels(_ own: AllowedList, _ other: AllowedList) {
        guard own.rule == nil, other.rule == nil else { return }
        let matching = ElementMatching(
            own.owner.elements(.enum), other.owner.elements(.enum), by: [{ $0.text(.value) }])
        for (own, other) in matching.pairs where !isSame(own, other) {
            compareDetails(own, other, except: KeySet(.id, .value), Self.notes)
        }
    }
}
