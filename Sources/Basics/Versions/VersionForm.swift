/// Form in which a team writes its versions, so that the next one can be written like the last: a `v` in front, two numbers
/// instead of three, or a calendar's (https://calver.org).
package struct VersionForm: Hashable, Sendable {
    package enum Scheme: Hashable, Sendable {
        /// Semantic Versioning, with this many numbers.
        case semantic(numbers: Int)
        /// Year and month, perhaps a day, perhaps a number that counts on.
        case calendar
    }

    package let scheme: Scheme
    /// `v` or `V`, or nothing.
    private let prefix: String
    private let separator: Character
    /// Of a calendar: the numbers as they are written.
    private let parts: [String]

    /// - Returns: nil for what is neither.
    package init?(_ text: String) {
        guard text.utf8.count <= 200 else { return nil }
        let prefix = text.first.map { $0 == "v" || $0 == "V" ? String($0) : "" } ?? ""
        let body = text.dropFirst(prefix.count)
        let separator: Character = body.contains("-") && !body.contains(".") ? "-" : "."
        let parts = body.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
        self.prefix = prefix
        self.separator = separator
        self.parts = parts
        if Self.isCalendar(parts) {
            scheme = .calendar
        } else if SemanticVersion(text) != nil {
            let release = body.prefix { $0 != "-" && $0 != "+" }
            scheme = .semantic(numbers: release.split(separator: ".").count)
        } else {
            return nil
        }
    }

    package var isCalendar: Bool { scheme == .calendar }

    /// A year of four digits, a month, and up to two numbers more.
    private static func isCalendar(_ parts: [String]) -> Bool {
        guard (2...4).contains(parts.count), parts[0].utf8.count == 4, let year = Int(parts[0]),
            (1990...2199).contains(year)
        else { return false }
        guard parts.allSatisfy({ (1...9).contains($0.utf8.count) && $0.utf8.allSatisfy(\.isDigit) }) else {
            return false
        }
        return Int(parts[1]).map { (0...12).contains($0) } ?? false
    }

    /// The numbers of a calendar's version, which are in the order of their days.
    package var numbers: [Int] { parts.compactMap { Int($0) } }

    /// A version in this form. What two numbers have no room for is written with three.
    package func text(of version: SemanticVersion) -> String {
        guard case .semantic(let count) = scheme, version.prerelease.isEmpty, count < 3, version.patch == 0 else {
            return prefix + version.description
        }
        return prefix + (count == 1 && version.minor == 0 ? "\(version.major)" : "\(version.major).\(version.minor)")
    }

    /// The next version of a calendar; nil: this is none, or no later one can be told without knowing the day.
    ///
    /// - Parameter today: in days since 1970-01-01.
    package func next(today: Int?) -> String? {
        guard isCalendar, let today else { return nil }
        let date = Day(number: today).date
        func written(_ number: Int, like part: String) -> String {
            let text = "\(number)"
            let isPadded = part.hasPrefix("0") && part.utf8.count == 2 || separator == "-"
            return isPadded && text.utf8.count < 2 ? "0" + text : text
        }
        // A third number is the day where it can be one, and the second of a month that has passed.
        let isDay = parts.count >= 3 && (separator == "-" || parts[2].utf8.count == 2)
        var next = ["\(date.year)", written(date.month, like: parts[1])]
        if parts.count >= 3 { next.append(isDay ? written(date.day, like: parts[2]) : "0") }
        if parts.count == 4 { next.append("0") }
        let numbers = next.compactMap { Int($0) }
        if self.numbers.lexicographicallyPrecedes(numbers) { return prefix + next.joined(separator: String(separator)) }
        guard parts.count >= 3, !isDay || parts.count == 4, let last = self.numbers.last else { return nil }
        return prefix + (parts.dropLast() + ["\(last + 1)"]).joined(separator: String(separator))
    }
}
