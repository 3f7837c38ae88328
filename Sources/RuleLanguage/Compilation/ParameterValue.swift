package import YAMLTree

/// The value of a rule's parameter, apart from the file it is written in.
package enum ParameterValue: Hashable, Sendable {
    case bool(Bool)
    case int(Int64)
    case double(Double)
    case string(String)
    case list([ParameterValue])
    /// Nothing that a parameter can be.
    case null

    package init(_ node: NodeID, in tree: YAMLTree) {
        switch tree[node].type {
        case .boolean: self = .bool(tree.boolean(of: node) ?? false)
        case .integer:
            if let whole = tree.withText(of: node, NumberText.integer) {
                self = .int(whole)
            } else {
                self = .double(tree.number(of: node) ?? 0)
            }
        case .fraction: self = .double(tree.number(of: node) ?? 0)
        case .text: self = .string(tree.text(of: node))
        case .list: self = .list(tree.items(of: node).map { ParameterValue($0, in: tree) })
        default: self = .null
        }
    }

    package var number: Double? {
        switch self {
        case .int(let whole): Double(whole)
        case .double(let fraction): fraction
        default: nil
        }
    }

    package var items: [ParameterValue]? {
        if case .list(let items) = self { items } else { nil }
    }

    /// True when it can stand in for another value: one of another kind is another parameter.
    package func isLike(_ other: ParameterValue) -> Bool {
        switch (self, other) {
        case (.bool, .bool), (.string, .string), (.int, .int), (.list, .list): true
        case (.double, .int), (.int, .double), (.double, .double): true
        default: false
        }
    }

    // MARK: Directions

    /// True when it is as strict as another value, or stricter.
    package func isAsStrict(as other: ParameterValue, _ direction: Tightening?) -> Bool {
        if self == other { return true }
        switch direction {
        case .min: return number.map { own in other.number.map { own >= $0 } ?? false } ?? false
        case .max: return number.map { own in other.number.map { own <= $0 } ?? false } ?? false
        case .subset: return Set(other.items ?? []).isSuperset(of: items ?? [self])
        case .superset: return Set(items ?? []).isSuperset(of: other.items ?? [other])
        case nil: return false
        }
    }

    /// The loosest value that is as strict as both; of values without a direction the first stays.
    package func joined(with other: ParameterValue, _ direction: Tightening?) -> ParameterValue {
        switch direction {
        case .min, .max: return other.isAsStrict(as: self, direction) ? other : self
        case .subset:
            let kept = Set(other.items ?? [])
            return .list((items ?? []).filter(kept.contains))
        case .superset:
            let own = Set(items ?? [])
            return .list((items ?? []) + (other.items ?? []).filter { !own.contains($0) })
        case nil: return self
        }
    }
}
