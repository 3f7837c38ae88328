package import YAMLTree

extension ElementRef {
    /// True when a quality rule of the element itself may check anything: one in words, in SQL, in the language of a tool, or
    /// by a measure that no version of a standard defines. DCS had such rules at the top of the contract.
    package var hasUnjudgedQuality: Bool {
        if kind == .contract { return document.standard == .dcs && has(.quality) }
        return elements(.quality).contains { rule in
            guard let metric = rule.text(.metric) else { return true }
            return !Self.metrics.contains(metric)
        }
    }

    /// Measures whose meaning is known: those of ODCS 3.1 and DCS 1.2.1, and the words that ODCS 3.0 and DCS 1.1 show.
    private static let metrics: Set<String> = [
        "nullValues", "missingValues", "invalidValues", "duplicateValues", "rowCount", "nullCheck", "duplicateCount",
        "validValues", "countCheck", "uniqueCheck",
    ]

    /// True when the contract names a way to reach those who look after the data: ODCS's support channels, what 2.2 had in
    /// their place, DCS's contact and its promise of support.
    package var namesSupport: Bool {
        if !elements(.support).isEmpty { return true }
        if Self.channels.contains(where: { key in value(key).map { !$0.text.isEmpty } ?? false }) { return true }
        guard document.standard == .dcs else { return false }
        return has(.contact) || elements(.slaProperties).contains { $0.text(.property) == "support" }
    }

    private static let channels: [Key] = [.productSlackChannel, .productDl, .productFeedbackUrl]
}

/// Fields that together are the primary key of a model, as DCS may name them at the model.
package struct ModelKey {
    /// Value of the model's `primaryKey`.
    package let node: NodeID
    private let names: Set<String>

    /// - Returns: nil where the model names none.
    package init?(of object: ElementRef) {
        guard object.kind == .object, let node = object.node(.primaryKey) else { return nil }
        self.node = node
        names = Set(object.values(.primaryKey).map(\.text))
    }

    package var count: Int { names.count }

    package func contains(_ property: ElementRef) -> Bool { property.text(.name).map(names.contains) ?? false }
}
