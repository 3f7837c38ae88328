internal import Basics
internal import ColumnTypes
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Bounds of numbers against each other, against `multipleOf`, `format` and the column.
extension OptionsDisagreement {
    static func numbers(_ property: TypedProperty, into issues: inout [ElementIssue]) {
        if property.context.isDCS { digits(property, into: &issues) }
        let format = property.node(.format)
        let bounds = NumberBounds(property)
        guard bounds.lower != nil || bounds.upper != nil || format != nil else { return }
        if let contradiction = contradiction(property, bounds) {
            issues.append(contradiction)
            return
        }
        if let impossible = multiple(property, bounds) { issues.append(impossible) }
        var least = end(bounds.lower, up: false, property)
        var greatest = end(bounds.upper, up: true, property)
        if property.logical == .integer, let format, let range = IntegerFormat.range(property.tree.text(of: format)) {
            for bound in [least, greatest] {
                guard let bound, !range.contains(bound.value) else { continue }
                issues.append(
                    property.conflict(
                        descriptor,
                        "`\(property.name(of: bound.node))` is \(property.text(bound.node)), but `format` `\(property.text(format))` holds \(words(range))",
                        bound.node, format, help: "choose a format that holds it, or correct the bound"))
                return
            }
            if least == nil { least = Bound(value: range.lowerBound, isExclusive: false, node: format) }
            if greatest == nil { greatest = Bound(value: range.upperBound, isExclusive: false, node: format) }
        }
        if let beyond = column(property, least, greatest, format) { issues.append(beyond) }
    }

    /// Bounds between which nothing lies.
    private static func contradiction(_ property: TypedProperty, _ bounds: NumberBounds) -> ElementIssue? {
        guard let lower = bounds.lower, let upper = bounds.upper else { return nil }
        if lower.value > upper.value { return empty(property, lower.node, upper.node, "is greater than") }
        if lower.value == upper.value, lower.isExclusive || upper.isExclusive {
            return empty(property, lower.node, upper.node, "leaves no value up to")
        }
        if property.logical == .integer, let least = bounds.leastWhole, let greatest = bounds.greatestWhole,
            least > greatest
        {
            return empty(property, lower.node, upper.node, "leaves no whole number up to")
        }
        return nil
    }

    /// `multipleOf` of which no multiple lies between the bounds. Asked of whole numbers alone: those are exact.
    private static func multiple(_ property: TypedProperty, _ bounds: NumberBounds) -> ElementIssue? {
        guard let node = property.node(.multipleOf), let step = property.tree.number(of: node), step >= 1,
            step == step.rounded(),
            let lower = bounds.lower, let upper = bounds.upper, let least = bounds.leastWhole,
            let greatest = bounds.greatestWhole, (greatest / step).rounded(.down) * step < least
        else { return nil }
        let nodes = [node, lower.node, upper.node].sorted { property.tree[$0].start < property.tree[$1].start }
        return property.issue(
            descriptor,
            "no multiple of \(property.text(node)) lies between `\(property.name(of: lower.node))` \(property.text(lower.node)) and `\(property.name(of: upper.node))` \(property.text(upper.node))",
            at: nodes[2], help: "correct `multipleOf` or one of the bounds",
            related: nodes.prefix(2).map { ($0, "`\(property.name(of: $0))` is here") },
            subject: "multipleOf \(property.text(node))")
    }

    /// The last value that a bound allows, as far as it is counted exactly.
    private static func end(_ bound: Bound<Double>?, up: Bool, _ property: TypedProperty) -> Bound<Double>? {
        guard var bound else { return nil }
        if property.logical == .integer, abs(bound.value) < 0x1p53 {
            bound.value = bound.value.rounded(up ? .down : .up)
            if bound.isExclusive, bound.value == property.tree.number(of: bound.node) { bound.value += up ? -1 : 1 }
        }
        return bound
    }

    /// Values that are allowed and that the column cannot hold, in whichever dialect it is read.
    ///
    /// - Parameter format: where a bound may come from that says how wide the numbers of programs are. A DECIMAL(10,0) needs
    ///   64 bits there, so it is compared with whole numbers alone.
    private static func column(
        _ property: TypedProperty, _ least: Bound<Double>?, _ greatest: Bound<Double>?, _ format: NodeID?
    ) -> ElementIssue? {
        guard let physical = property.physicalNode, var range = room(property, at: 0) else { return nil }
        for index in property.types.physical.indices.dropFirst() {
            guard let other = room(property, at: index) else { return nil }
            range = min(range.lowerBound, other.lowerBound)...max(range.upperBound, other.upperBound)
        }
        let isBelow = least.map { $0.value < range.lowerBound } ?? false
        let isAbove = greatest.map { $0.value > range.upperBound } ?? false
        guard let bound = isAbove ? greatest : isBelow ? least : nil else { return nil }
        if bound.node == format,
            property.types.physical.contains(where: { if case .decimal = $0 { true } else { false } })
        {
            return nil
        }
        let name = property.name(of: bound.node)
        let shown = property.text(physical)
        return property.conflict(
            descriptor, "`\(name)` is \(property.text(bound.node)), but `\(shown)` holds \(words(range))", bound.node,
            physical,
            help: "choose a wider column, or a narrower `\(name)`")
    }

    /// The numbers that a column holds; nil when its type does not say.
    private static func room(_ property: TypedProperty, at index: Int) -> ClosedRange<Double>? {
        guard property.types.physical.indices.contains(index), let physical = property.physicalNode else { return nil }
        let type = property.types.physical[index]
        switch type {
        case .int:
            // How wide INT is, the SQL standard leaves to the system; TINYINT has a sign in some and none in others.
            let word = property.tree.text(of: physical).lowercased().prefix { $0.isLetter || $0.isNumber }
            let isUnknown =
                property.context.dialects[index] == .generic && ["int", "integer", "tinyint"].contains(word)
            return isUnknown ? nil : type.wholeNumbers
        case .decimal(let precision?, let scale?) where property.types.hasArguments:
            guard property.logical != .integer else { return type.wholeNumbers }
            // 1000 as the end of a DECIMAL(5,2) is an end nobody meant to reach.
            let end = PhysicalType.decimal(precision: precision, scale: min(scale, precision)).wholeNumbers.map {
                $0.upperBound + 1
            }
            return end.map { -$0...$0 }
        default: return nil
        }
    }

    /// DCS's `precision` and `scale`.
    private static func digits(_ property: TypedProperty, into issues: inout [ElementIssue]) {
        guard let scale = property.node(.scale), let precision = property.node(.precision),
            let behind = property.tree.number(of: scale), let all = property.tree.number(of: precision), behind > all
        else { return }
        issues.append(
            property.conflict(
                descriptor,
                "`scale` \(property.text(scale)) is greater than `precision` \(property.text(precision)), which counts all digits",
                scale, precision, help: "correct one of the two"))
    }

    private static func words(_ range: ClosedRange<Double>) -> String {
        "\(Wording.number(range.lowerBound)) to \(Wording.number(range.upperBound))"
    }
}
