internal import Basics
internal import ColumnTypes
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Fault of a value that a property is said to have.
struct ValueFault {
    /// The value.
    var node: NodeID
    /// Part of the value: completes "the example …". Empty: the value itself.
    var part = ""
    /// Completes "the example `x` …".
    var message: String
    /// Node that it contradicts, and what that is.
    var related: (node: NodeID, message: String)?
    var help: String?
    /// That of the rule, unless the case is less grave.
    var severity: Severity?

    func issue(_ rule: RuleDescriptor, _ noun: String, _ property: TypedProperty, help: String) -> ElementIssue {
        let shown = TypeWording.value(property.tree, node)
        let subject = part.isEmpty ? "\(noun)" : "\(part) of \(noun)"
        return property.issue(
            rule, "\(subject), \(shown), \(message)", at: node, severity: severity,
            help: self.help ?? help,
            related: related.map { [($0.node, $0.message)] } ?? [], subject: shown)
    }
}

/// Checks values against the type and the options of a property.
///
/// A text in quotes passes for whatever type its content spells: contracts quote examples of any type. A scalar of any type
/// passes for a text, as it is written.
final class ValueCheck {
    /// Number of values of one property, and of one collection, that are looked at.
    static let mostValues = 1000

    let property: TypedProperty
    let tree: YAMLTree
    private let logical: LogicalType?
    private let bounds: ValueBounds
    private let allowed: AllowedValues?
    /// Items and properties of collections are looked into one level deep.
    private let isInside: Bool
    private var items: ValueCheck?
    private var properties: [String: ElementRef] = [:]
    private var checks: [String: ValueCheck] = [:]
    private var hasLookedInside = false

    /// - Parameter allowed: the values of the enumeration, where others are a fault.
    init(_ property: TypedProperty, _ cache: inout TypeCache, allowed: AllowedValues?, isInside: Bool = false) {
        self.property = property
        self.allowed = allowed
        self.isInside = isInside
        tree = property.tree
        logical = property.logical
        bounds = ValueBounds(property, &cache)
    }

    /// Fault of a value; nil when it has none.
    func fault(of node: NodeID, _ cache: inout TypeCache) -> ValueFault? {
        let value = tree[node]
        guard value.type != .null, !value.flags.contains(.unread), !value.isIncomplete else { return nil }
        let isScalar = !value.type.isDisjoint(with: .scalar)
        if isScalar, isPlaceholder(node) { return nil }
        if let logical {
            if !fits(node, logical, isScalar) {
                return isScalar && isOneItem(node, &cache) ? nil : mismatch(node, logical, isScalar)
            }
            if !isScalar { return isInside ? nil : insideFault(of: node, &cache) }
            if let fault = bounds.fault(of: node, logical, &cache) { return fault }
        }
        return isScalar ? allowed?.fault(of: node) : nil
    }

    /// `${VAR}` and `{{ }}` stand for a value that is put in later.
    private func isPlaceholder(_ node: NodeID) -> Bool {
        tree.withText(of: node) { text in
            zip(text, text.dropFirst()).contains { pair in
                pair.1 == UInt8(ascii: "{") && (pair.0 == UInt8(ascii: "$") || pair.0 == UInt8(ascii: "{"))
            }
        }
    }

    // MARK: Types

    private func fits(_ node: NodeID, _ logical: LogicalType, _ isScalar: Bool) -> Bool {
        switch logical {
        case .any, .bytes: true
        // A document in a JSON column may be shown as what it is.
        case .string: isScalar || property.types.physical.contains(.json)
        case .integer, .number: isScalar && isNumber(node, whole: logical == .integer)
        case .boolean: isScalar && isBoolean(node)
        case .date, .timestamp, .time: isScalar && isTemporal(node, logical)
        case .object, .map: tree[node].isMapping || (isScalar && isDocument(node, "{<"))
        case .array, .vector: tree[node].isList || (isScalar && isDocument(node, "[{<("))
        }
    }

    private func mismatch(_ node: NodeID, _ logical: LogicalType, _ isScalar: Bool) -> ValueFault {
        var fault = ValueFault(
            node: node, message: "is not \(TypeWording.noun(logical))",
            related: property.logicalNode.map { ($0, "`\(property.name(of: $0))` is `\(property.text($0))`") })
        if isScalar, logical == .date || logical == .timestamp || logical == .time {
            let isOther = tree.withText(of: node) { DateTime($0) != nil }
            fault.message += isOther ? "" : " in ISO 8601"
            fault.help =
                "write it as \(TypeWording.form(logical)), or "
                + (isOther ? "change the type" : "say under `format` how values are written")
        } else if tree[node].isList, !isInside {
            fault.help = "remove the inner brackets: each item of the list is one value"
        }
        return fault
    }

    private func isNumber(_ node: NodeID, whole: Bool) -> Bool {
        guard let number = tree.spelledNumber(of: node) else { return false }
        return !whole || number == number.rounded()
    }

    private func isBoolean(_ node: NodeID) -> Bool { Truth.of(tree, node) != nil }

    private func isTemporal(_ node: NodeID, _ logical: LogicalType) -> Bool {
        if property.node(.format) != nil { return true }
        if let read = tree.withText(of: node, DateTime.init) {
            switch logical {
            // Before ODCS 3.1 `date` stands for dates with a time, and times, as well.
            case .date: if read.kind == .date || !property.context.hasTimestamps { return true }
            case .time: if read.kind == .time { return true }
            default: if read.kind != .time { return true }
            }
        }
        // Numbers count days or seconds where the column does, or where they are long.
        guard !tree[node].type.isDisjoint(with: .number) else { return false }
        let isCounted = property.types.physical.contains { if case .int = $0 { true } else { false } }
        return isCounted || (logical == .timestamp && (tree.number(of: node) ?? 0) >= 1e8)
    }

    /// True when a text may be a document in a notation of its own, by its first character. In a column of an unknown type
    /// any text may.
    private func isDocument(_ node: NodeID, _ openings: String) -> Bool {
        if property.types.physical.contains(where: { if case .raw = $0 { true } else { false } }) { return true }
        guard tree[node].isText, let first = tree.trimmedText(of: node).first else { return false }
        return openings.contains(first)
    }

    // MARK: Collections

    /// True when a scalar that stands for a list is a fine item of it. Importers show items where lists are asked for.
    private func isOneItem(_ node: NodeID, _ cache: inout TypeCache) -> Bool {
        guard logical == .array, !isInside else { return false }
        lookInside(&cache)
        return items.map { $0.logical != nil && $0.fault(of: node, &cache) == nil } ?? false
    }

    private func insideFault(of node: NodeID, _ cache: inout TypeCache) -> ValueFault? {
        lookInside(&cache)
        if let items {
            for item in tree.items(of: node).prefix(Self.mostValues) {
                guard var fault = items.fault(of: item, &cache) else { continue }
                fault.part = "an item"
                return fault
            }
        }
        guard !properties.isEmpty else { return nil }
        for entry in tree.entries(of: node).prefix(Self.mostValues) {
            let name = tree.text(of: entry.key)
            guard let element = properties[name] else { continue }
            let check = checks[name] ?? inner(element, &cache)
            checks[name] = check
            guard var fault = check.fault(of: entry.value, &cache) else { continue }
            fault.part = "`\(name.shortened)`"
            return fault
        }
        return nil
    }

    private func lookInside(_ cache: inout TypeCache) {
        if hasLookedInside { return }
        hasLookedInside = true
        if logical == .array { items = property.element.elements(.items).first.map { inner($0, &cache) } }
        guard logical == .object else { return }
        for element in property.element.elements(.properties) {
            if let name = element.text(.name) { properties[name] = element }
        }
    }

    private func inner(_ element: ElementRef, _ cache: inout TypeCache) -> ValueCheck {
        let typed = TypedProperty(element, TypeFields(element), property.context, &cache)
        return ValueCheck(typed, &cache, allowed: AllowedValues(typed), isInside: true)
    }
}

extension YAMLTree {
    /// The number that a scalar is, or that its text spells.
    func spelledNumber(of node: NodeID) -> Double? {
        number(of: node) ?? (self[node].isText ? Double(trimmedText(of: node)) : nil)
    }
}
