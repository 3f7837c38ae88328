internal import Basics
internal import ColumnTypes
internal import ContractModel
internal import Diagnostics
internal import Patterns
internal import YAMLTree

/// Demands that the options of a property make on each value.
struct ValueBounds {
    private let property: TypedProperty
    private let tree: YAMLTree
    private let numbers: NumberBounds
    private let times: TemporalBounds
    private let pattern: (node: NodeID, text: String, compiled: Pattern)?

    init(_ property: TypedProperty, _ cache: inout TypeCache) {
        self.property = property
        tree = property.tree
        numbers = NumberBounds(property)
        times = TemporalBounds(property)
        pattern = Self.pattern(property, &cache)
    }

    private static func pattern(_ property: TypedProperty, _ cache: inout TypeCache) -> (NodeID, String, Pattern)? {
        guard let node = property.node(.pattern), property.tree[node].isText else { return nil }
        let text = property.tree.text(of: node)
        guard case .usable(let pattern) = cache.patterns.pattern(text, in: property.context.document) else {
            return nil
        }
        return (node, text, pattern)
    }

    /// Fault of a scalar of the right type; nil when it has none.
    func fault(of node: NodeID, _ logical: LogicalType, _ cache: inout TypeCache) -> ValueFault? {
        switch logical {
        case .string: lengthFault(of: node) ?? patternFault(of: node, &cache)
        case .integer, .number: tree.spelledNumber(of: node).flatMap { numberFault(of: node, $0, logical) }
        case .date, .timestamp, .time: tree.withText(of: node, DateTime.init).flatMap { timeFault(of: node, $0) }
        default: nil
        }
    }

    // MARK: Texts

    private func lengthFault(of node: NodeID) -> ValueFault? {
        let length = tree.withText(of: node) { $0.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }
        func fault(_ limit: NodeID, _ relation: String) -> ValueFault {
            ValueFault(
                node: node,
                message:
                    "has \(Wording.count(length, "character")), \(relation) than `\(property.name(of: limit))` \(property.text(limit))",
                related: here(limit))
        }
        if let limit = property.node(.minLength), let least = tree.number(of: limit), Double(length) < least {
            return fault(limit, "fewer")
        }
        if let limit = property.node(.maxLength), let most = tree.number(of: limit), Double(length) > most {
            return fault(limit, "more")
        }
        if let physical = property.physicalNode, let capacity = property.capacity, length > capacity {
            return ValueFault(
                node: node,
                message: "has \(Wording.count(length, "character")), more than `\(property.text(physical))` holds",
                related: here(physical))
        }
        return nil
    }

    private func patternFault(of node: NodeID, _ cache: inout TypeCache) -> ValueFault? {
        guard let pattern else { return nil }
        let outcome = tree.withText(of: node) {
            cache.patterns.search($0, for: pattern.compiled, pattern.text, in: property.context.document)
        }
        switch outcome {
        case .differs:
            return ValueFault(
                node: node, message: "does not match `pattern` `\(property.text(pattern.node))`",
                related: here(pattern.node))
        case .exhausted:
            var fault = ValueFault(
                node: node,
                message: "is not compared with its pattern, nor is what follows: the patterns and texts are too large",
                related: here(pattern.node))
            fault.severity = .info
            fault.help = "shorten the examples or the counted repeats of the patterns"
            return fault
        case .matches, nil: return nil
        }
    }

    // MARK: Numbers

    private func numberFault(of node: NodeID, _ number: Double, _ logical: LogicalType) -> ValueFault? {
        if let lower = numbers.lower, number < lower.value || (lower.isExclusive && number == lower.value) {
            return beyond(node, lower.node, number < lower.value ? "is less than" : "is not more than")
        }
        if let upper = numbers.upper, number > upper.value || (upper.isExclusive && number == upper.value) {
            return beyond(node, upper.node, number > upper.value ? "is greater than" : "is not less than")
        }
        if logical == .integer, let format = property.node(.format),
            let range = IntegerFormat.range(tree.text(of: format)),
            !range.contains(number)
        {
            return beyond(node, format, "does not fit")
        }
        if let node = step(missing: number, node) { return node }
        return nil
    }

    private func step(missing number: Double, _ node: NodeID) -> ValueFault? {
        guard let limit = property.node(.multipleOf), let step = tree.number(of: limit), step > 0 else { return nil }
        let count = number / step
        // Decimal fractions are inexact in binary: 0.3 is a multiple of 0.1. Beyond 2^53 everything is whole.
        guard abs(count) < 0x1p53, abs(count - count.rounded()) > 1e-9 * max(1, abs(count)) else { return nil }
        return beyond(node, limit, "is not a multiple of")
    }

    private func beyond(_ node: NodeID, _ limit: NodeID, _ relation: String) -> ValueFault {
        ValueFault(
            node: node, message: "\(relation) `\(property.name(of: limit))` \(property.text(limit))",
            related: here(limit))
    }

    // MARK: Dates and times

    private func timeFault(of node: NodeID, _ time: DateTime) -> ValueFault? {
        if let lower = times.lower, let order = time.order(lower.value), order < 0 || (order == 0 && lower.isExclusive)
        {
            return beyond(node, lower.node, order < 0 ? "is before" : "is not after")
        }
        if let upper = times.upper, let order = time.order(upper.value), order > 0 || (order == 0 && upper.isExclusive)
        {
            return beyond(node, upper.node, order > 0 ? "is after" : "is not before")
        }
        return nil
    }

    private func here(_ node: NodeID) -> (NodeID, String) { (node, "`\(property.name(of: node))` is here") }
}
