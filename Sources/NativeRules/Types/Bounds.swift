internal import Basics
internal import ColumnTypes
internal import ContractModel
internal import YAMLTree

/// One end of the values that a property allows.
struct Bound<Value> {
    var value: Value
    /// True when the value itself is not allowed.
    var isExclusive: Bool
    /// Node that it is written in.
    var node: NodeID
}

/// The ends of the numbers that a property allows: of `minimum` and `exclusiveMinimum` the narrower one, and so above.
struct NumberBounds {
    var lower: Bound<Double>?
    var upper: Bound<Double>?

    init(_ property: TypedProperty) {
        lower = Self.bound(property, .minimum, .exclusiveMinimum) { $0 > $1 }
        upper = Self.bound(property, .maximum, .exclusiveMaximum) { $0 < $1 }
    }

    private static func bound(
        _ property: TypedProperty, _ inclusive: Key, _ exclusive: Key, isNarrower: (Double, Double) -> Bool
    ) -> Bound<Double>? {
        let own = property.node(inclusive)
        let other = property.node(exclusive)
        var bound = own.flatMap { node in
            finite(property, node).map { Bound(value: $0, isExclusive: false, node: node) }
        }
        guard let other else { return bound }
        // ODCS 3.0 says with a boolean whether `minimum` itself is allowed; since 3.1 the key has a number of its own.
        if property.tree.boolean(of: other) == true {
            bound?.isExclusive = true
        } else if let value = finite(property, other), bound.map({ !isNarrower($0.value, value) }) ?? true {
            bound = Bound(value: value, isExclusive: true, node: other)
        }
        return bound
    }

    /// `.inf` is no bound.
    private static func finite(_ property: TypedProperty, _ node: NodeID) -> Double? {
        property.tree.number(of: node).flatMap { $0.isFinite ? $0 : nil }
    }

    /// The least whole number allowed; nil without an end, or beyond what a `Double` counts exactly.
    var leastWhole: Double? {
        lower.flatMap { Self.exact($0.isExclusive ? $0.value.rounded(.down) + 1 : $0.value.rounded(.up)) }
    }

    var greatestWhole: Double? {
        upper.flatMap { Self.exact($0.isExclusive ? $0.value.rounded(.up) - 1 : $0.value.rounded(.down)) }
    }

    private static func exact(_ number: Double) -> Double? { abs(number) < 0x1p53 ? number : nil }
}

/// The ends of the dates or times that a property allows. What is not written as ISO 8601 is no bound here.
struct TemporalBounds {
    var lower: Bound<DateTime>?
    var upper: Bound<DateTime>?

    init(_ property: TypedProperty) {
        lower = Self.bound(property, .minimum, .exclusiveMinimum, narrower: 1)
        upper = Self.bound(property, .maximum, .exclusiveMaximum, narrower: -1)
    }

    /// - Parameter narrower: the order of a narrower bound to a wider one.
    private static func bound(
        _ property: TypedProperty, _ inclusive: Key, _ exclusive: Key, narrower: Int
    ) -> Bound<DateTime>? {
        let tree = property.tree
        func read(_ node: NodeID, isExclusive: Bool) -> Bound<DateTime>? {
            guard !tree[node].type.isDisjoint(with: [.text, .number]) else { return nil }
            return tree.withText(of: node, DateTime.init).map { Bound(value: $0, isExclusive: isExclusive, node: node) }
        }
        var bound = property.node(inclusive).flatMap { read($0, isExclusive: false) }
        guard let other = property.node(exclusive) else { return bound }
        if tree.boolean(of: other) == true {
            bound?.isExclusive = true
        } else if let own = read(other, isExclusive: true) {
            guard let known = bound, let order = known.value.order(own.value) else { return bound ?? own }
            if order != narrower { bound = own }
        }
        return bound
    }
}

/// The whole numbers that the formats of ODCS's integers hold.
enum IntegerFormat {
    /// - Parameter name: `i8` to `u128`.
    static func range(_ name: String) -> ClosedRange<Double>? {
        guard let sign = name.first, sign == "i" || sign == "u", let bits = Int(name.dropFirst()),
            [8, 16, 32, 64, 128].contains(bits)
        else { return nil }
        return PhysicalType.int(signed: sign == "i", bits: bits).wholeNumbers
    }
}
