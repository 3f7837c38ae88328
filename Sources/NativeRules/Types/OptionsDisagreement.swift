internal import Basics
internal import ColumnTypes
internal import ContractModel
package import Diagnostics
internal import YAMLTree

/// `schema/options-disagreement`: the options of a property agree with each other and with its types.
package enum OptionsDisagreement {
    package static let descriptor = RuleDescriptor(
        "schema/options-disagreement", .error, "The options of a property agree with each other and with its types.",
        why: "No value can meet demands that contradict each other, so every record breaks the contract.")

    static func check(_ property: TypedProperty, _ cache: inout TypeCache, into issues: inout [ElementIssue]) {
        if property.hasOptions {
            switch property.logical {
            case .string, .bytes: lengths(property, into: &issues)
            case .integer, .number: numbers(property, into: &issues)
            case .date, .timestamp, .time: times(property, into: &issues)
            case .array: ordered(property, .minItems, .maxItems, into: &issues)
            case .object: object(property, into: &issues)
            case .vector: break
            // Whatever the type, demands must not contradict each other.
            case .boolean, .map, .any, nil: any(property, into: &issues)
            }
        }
        enumeration(property, &cache, into: &issues)
    }

    private static func any(_ property: TypedProperty, into issues: inout [ElementIssue]) {
        lengths(property, into: &issues)
        let count = issues.count
        numbers(property, into: &issues)
        if issues.count == count { times(property, into: &issues) }
        ordered(property, .minItems, .maxItems, into: &issues)
        object(property, into: &issues)
    }

    // MARK: Texts and collections

    /// Two counts, of which the first must not exceed the second.
    ///
    /// - Returns: whether it does.
    @discardableResult
    private static func ordered(
        _ property: TypedProperty, _ least: Key, _ most: Key, into issues: inout [ElementIssue]
    ) -> Bool {
        guard let low = property.node(least), let high = property.node(most),
            let from = property.tree.number(of: low), let to = property.tree.number(of: high), from > to
        else { return false }
        issues.append(
            property.conflict(
                descriptor,
                "`\(least.rawValue)` \(property.text(low)) is greater than `\(most.rawValue)` \(property.text(high)): no value is allowed",
                low, high, help: "swap the two, or correct one of them"))
        return true
    }

    private static func lengths(_ property: TypedProperty, into issues: inout [ElementIssue]) {
        // The schema of ODCS refuses negative lengths, that of DCS does not.
        if property.context.isDCS {
            for key in [Key.minLength, .maxLength] {
                guard let node = property.node(key), let length = property.tree.number(of: node), length < 0 else {
                    continue
                }
                issues.append(
                    property.issue(
                        descriptor, "`\(key.rawValue)` is \(property.text(node)), and no text has a negative length",
                        at: node,
                        help: "write 0 or more, or remove `\(key.rawValue)`",
                        subject: "\(key.rawValue) \(property.text(node))"))
            }
        }
        if ordered(property, .minLength, .maxLength, into: &issues) { return }
        guard let physical = property.physicalNode, let capacity = property.capacity else { return }
        // Of the two the one that more is wrong with: a text that must be too long.
        for key in [Key.minLength, .maxLength] {
            guard let node = property.node(key), let length = property.tree.number(of: node), length > Double(capacity)
            else { continue }
            issues.append(
                property.conflict(
                    descriptor,
                    "`\(key.rawValue)` is \(property.text(node)), but `\(property.text(physical))` holds \(Wording.count(capacity, "character"))",
                    node, physical, help: "lower `\(key.rawValue)` to \(capacity) at most, or widen the column"))
            return
        }
    }

    private static func object(_ property: TypedProperty, into issues: inout [ElementIssue]) {
        ordered(property, .minProperties, .maxProperties, into: &issues)
        // In DCS `required` is the field's own.
        guard !property.context.isDCS, let list = property.node(.required), property.tree[list].isList else { return }
        let tree = property.tree
        if let most = property.node(.maxProperties), let count = tree.number(of: most),
            count < Double(tree.childCount(of: list))
        {
            issues.append(
                property.conflict(
                    descriptor,
                    "`required` has \(Wording.count(tree.childCount(of: list), "name")), more than `maxProperties` \(property.text(most)) allows",
                    list, most, help: "raise `maxProperties`, or require fewer"))
        }
        guard let node = property.element.node(.properties), !tree[node].isIncomplete else { return }
        let properties = property.element.elements(.properties)
        guard !properties.isEmpty else { return }
        let names = properties.compactMap { $0.text(.name) }
        let known = Set(names + properties.compactMap { $0.text(.physicalName) })
        let unknown = tree.items(of: list).lazy.filter { tree[$0].isText && !known.contains(tree.text(of: $0)) }
        for (index, item) in unknown.prefix(ValueCheck.mostValues).enumerated() {
            // Comparing every unknown name with every property would take the square of their number.
            let near = index < 10 ? Spelling.nearest(to: tree.text(of: item), among: names.prefix(500)) : nil
            issues.append(
                property.issue(
                    descriptor, "`required` names `\(property.text(item))`, which the object does not have", at: item,
                    help: near.map { "did you mean `\($0)`?" }
                        ?? "add the property, or remove the name from `required`",
                    related: [(node, "the properties of the object")], subject: "required \(tree.text(of: item))"))
        }
    }

    // MARK: Dates and times

    private static func times(_ property: TypedProperty, into issues: inout [ElementIssue]) {
        let bounds = TemporalBounds(property)
        guard let lower = bounds.lower, let upper = bounds.upper, let order = lower.value.order(upper.value) else {
            return
        }
        if order > 0 || (order == 0 && (lower.isExclusive || upper.isExclusive)) {
            issues.append(
                empty(property, lower.node, upper.node, order > 0 ? "is later than" : "leaves no value up to"))
        }
    }

    static func empty(_ property: TypedProperty, _ lower: NodeID, _ upper: NodeID, _ relation: String) -> ElementIssue {
        property.conflict(
            descriptor,
            "`\(property.name(of: lower))` \(property.text(lower)) \(relation) `\(property.name(of: upper))` \(property.text(upper)): no value is allowed",
            lower, upper, help: "correct one of the two")
    }

    // MARK: Enumerations

    /// Null among the values that a required property may have.
    private static func nullAllowed(_ property: TypedProperty, into issues: inout [ElementIssue]) {
        let tree = property.tree
        guard property.element.truth(.required) == true, let list = property.element.node(.enum), tree[list].isList
        else { return }
        for item in tree.items(of: list) {
            guard let node = tree[item].isMapping ? tree.value(of: "value", in: item) : item, tree[node].type == .null
            else {
                continue
            }
            issues.append(
                property.issue(
                    descriptor, "null is among the values allowed, although the property is required", at: node,
                    severity: .warning, help: "remove it, or write `required: false`", subject: "null"))
            return
        }
    }

    /// Values that an enumeration allows and that the type or the options do not.
    private static func enumeration(
        _ property: TypedProperty, _ cache: inout TypeCache, into issues: inout [ElementIssue]
    ) {
        nullAllowed(property, into: &issues)
        switch property.logical {
        // What the values of collections are, an enumeration of scalars does not say.
        case .object, .array, .map, .vector, .bytes, .any, nil: return
        default: break
        }
        guard let values = AllowedValues(property) else { return }
        let check = ValueCheck(property, &cache, allowed: nil)
        for node in values.entries.lazy.map(\.node).prefix(ValueCheck.mostValues) {
            guard let fault = check.fault(of: node, &cache) else { continue }
            issues.append(
                fault.issue(descriptor, "the allowed value", property, help: "remove it, or change what it contradicts")
            )
        }
    }
}
