internal import YAMLTree

extension ElementRef {
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
