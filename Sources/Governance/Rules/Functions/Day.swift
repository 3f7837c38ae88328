internal import ContractModel

/// A day of the calendar.
package struct Day: Hashable, Sendable {
    /// Since 1970-01-01.
    package let number: Int

    package init(number: Int) { self.number = number }

    /// Reads `2026-01-31`.
    package init?(_ text: String) {
        var text = text
        guard let day = text.withUTF8({ Day($0) }) else { return nil }
        self = day
    }

    init?(_ text: UnsafeBufferPointer<UInt8>) {
        guard text.count == 10, let time = Temporal(text), time.kind == .date else { return nil }
        number = time.seconds / 86400
    }
}
