internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// The results that a quality rule lets pass: what its operators say together.
struct QualityRange {
    static let keys: [Key] = [
        .mustBe, .mustNotBe, .mustBeGreaterThan, .mustBeGreaterOrEqualTo, .mustBeLessThan, .mustBeLessOrEqualTo,
        .mustBeBetween, .mustNotBeBetween,
    ]

    /// Nil: an operator that is not understood, or compares with what is no number.
    let set: NumberSet?
    let hasOperator: Bool

    init(_ rule: ElementRef) {
        var set: NumberSet? = Self.domain(rule)
        // A check of 3.0 counts what breaks it, and lets nothing pass unless it says how much.
        let isCheck = rule.text(.metric).map { Self.checks[$0] != nil } ?? false
        if isCheck, !Self.keys.contains(where: rule.has) {
            self.set = NumberSet(from: 0, to: 0)
            hasOperator = true
            return
        }
        var hasOperator = false
        for key in Self.keys {
            guard let node = rule.node(key) else { continue }
            hasOperator = true
            guard let known = set, let part = Self.part(key, rule.document.tree, node) else {
                set = nil
                continue
            }
            set = known.intersection(part)
        }
        // Counts are whole: more than 0 is at least 1.
        self.set = Self.isCount(rule) ? set?.whole : set
        self.hasOperator = hasOperator
    }

    /// The metric of a library rule, in the words of ODCS 3.1.
    static func metric(_ rule: ElementRef) -> String? {
        rule.text(.metric).map { checks[$0] ?? ($0 == "duplicateCount" ? "duplicateValues" : $0) }
    }

    /// The library rules of ODCS 3.0, "Data Quality", and the metrics that 3.1 has in their place.
    private static let checks = [
        "validValues": "invalidValues", "nullCheck": "nullValues", "uniqueCheck": "duplicateValues",
        "duplicateCheck": "duplicateValues",
    ]

    /// The results that are possible at all.
    private static func domain(_ rule: ElementRef) -> NumberSet {
        guard rule.has(.metric) else { return .all }
        return isCount(rule) ? NumberSet(from: 0) : NumberSet(from: 0, to: 100)
    }

    /// Unit that the thresholds count: rows unless the rule says otherwise.
    static func unit(_ rule: ElementRef) -> String {
        let unit = rule.text(.unit)?.lowercased() ?? "rows"
        return unit == "%" ? "percent" : unit
    }

    private static func isCount(_ rule: ElementRef) -> Bool { rule.has(.metric) && unit(rule) == "rows" }

    private static func part(_ key: Key, _ tree: YAMLTree, _ node: NodeID) -> NumberSet? {
        func number(_ node: NodeID) -> Double? { tree.number(of: node).flatMap { $0.isNaN ? nil : $0 } }
        if key == .mustBeBetween || key == .mustNotBeBetween {
            let ends = Array(tree.items(of: node).prefix(3)).map(number)
            guard ends.count == 2, let first = ends[0], let second = ends[1] else { return nil }
            let (lower, upper) = (min(first, second), max(first, second))
            return key == .mustBeBetween ? NumberSet(from: lower, to: upper) : .outside(lower, upper)
        }
        guard let number = number(node) else { return nil }
        switch key {
        case .mustBe: return NumberSet(from: number, to: number)
        case .mustNotBe: return .outside(number, number)
        case .mustBeGreaterThan: return NumberSet(from: number, openBelow: true)
        case .mustBeGreaterOrEqualTo: return NumberSet(from: number)
        case .mustBeLessThan: return NumberSet(to: number, openAbove: true)
        default: return NumberSet(to: number)
        }
    }
}
