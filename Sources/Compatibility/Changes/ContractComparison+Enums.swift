internal import Basics
internal import ColumnTypes
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Values that a property lists as allowed, in an `enum` or, before there was one, in a quality rule that lets no other value
/// pass.
struct AllowedList {
    let values: AllowedValues
    /// The quality rule it comes from.
    var rule: ElementRef?

    /// - Returns: nil where none is listed.
    init?(_ view: PropertyView, isText: Bool) {
        if let listing = Self.rule(of: view) {
            values = AllowedValues(listing.values, of: listing.rule, isText: isText)
            rule = listing.rule
        } else if let values = AllowedValues(view, isText: isText) {
            self.values = values
        } else {
            return nil
        }
    }

    /// Quality rule that lists the values of a property without an `enum`.
    static func rule(of view: PropertyView) -> (rule: ElementRef, values: NodeID)? {
        if let list = view.node(.enum), view.tree[list].isList { return nil }
        return view.elements(.quality).lazy.compactMap { rule in values(of: rule).map { (rule, $0) } }.first
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
}

extension ContractComparison {
    mutating func compareAllowedValues(_ old: PropertyView, _ new: PropertyView) {
        if !old.element.has(.enum), !new.element.has(.enum), !old.element.has(.quality), !new.element.has(.quality),
            old.shared == nil, new.shared == nil
        {
            return
        }
        let isText = old.logicalType == .string || new.logicalType == .string
        switch (AllowedList(old, isText: isText), AllowedList(new, isText: isText)) {
        case (nil, nil): break
        case (nil, let other?):
            list.add(
                .enumIntroduced, old.element.holder, other.values.owner.side(other.values.list),
                Self.message("enum", nil, new.tree.shortText(of: other.values.list)), path: new.element.path)
        case (let own?, nil):
            list.add(
                .enumDropped, own.values.owner.side(own.values.list), new.element.holder,
                Self.message("enum", old.tree.shortText(of: own.values.list), nil), path: new.element.path)
        case (let own?, let other?):
            if own.rule == nil, other.rule == nil { compareLabels(own.values.owner, other.values.owner) }
            compareValues(own.values, other.values)
        }
    }

    private mutating func compareValues(_ own: AllowedValues, _ other: AllowedValues) {
        let (before, after) = (Set(own.entries.map(\.key)), Set(other.entries.map(\.key)))
        if before == after { return }
        var seen = Set<String>()
        for entry in other.entries where !before.contains(entry.key) && seen.insert(entry.key).inserted {
            let side = other.owner.side(entry.node)
            list.add(
                .enumValueAdded, Change.Side(owner: own.owner, node: own.list, value: nil), side,
                "the value \(side.value?.shortened ?? "") is allowed now",
                isEscalated: options.readerProfile == .earlyBound)
        }
        for entry in own.entries where !after.contains(entry.key) && seen.insert(entry.key).inserted {
            let side = own.owner.side(entry.node)
            list.add(
                .enumValueRemoved, side, Change.Side(owner: other.owner, node: other.list, value: nil),
                "the value \(side.value?.shortened ?? "") is allowed no longer", path: other.owner.path,
                isEscalated: options.readerProfile == .earlyBound)
        }
    }

    private mutating func compareLabels(_ own: ElementRef, _ other: ElementRef) {
        let matching = ElementMatching(own.elements(.enum), other.elements(.enum), by: [{ $0.text(.value) }])
        for (own, other) in matching.pairs where !isSame(own, other) {
            compareDetails(own, other, except: KeySet(.id, .value), Self.notes)
        }
    }
}
