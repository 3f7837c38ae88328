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

    /// As `2026-01-31`. (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days)
    package var text: String {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let ofEra = shifted - era * 146_097
        let year = (ofEra - ofEra / 1460 + ofEra / 36524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * year + year / 4 - year / 100)
        let month = (5 * ofYear + 2) / 153
        let day = ofYear - (153 * month + 2) / 5 + 1
        func padded(_ number: Int, _ width: Int) -> String {
            String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
        }
        return padded(year + era * 400 + (month < 10 ? 0 : 1), 4) + "-" + padded(month < 10 ? month + 3 : month - 9, 2)
            + "-" + padded(day, 2)
    }

    package init?(_ text: UnsafeBufferPointer<UInt8>) {
        guard text.count == 10, let time = DateTime(text), time.kind == .date else { return nil }
        number = time.seconds / 86400
    }
}
