/// Syntax of schedules as cron, Quartz, Spring and the clouds' schedulers read them.
package enum CronExpression {
    /// True when some scheduler of that family understands the text: five fields, six with seconds or with a year, seven with
    /// both, or a word such as `@daily`.
    package static func isValid(_ text: String) -> Bool {
        guard text.utf8.count <= 500 else { return false }
        let words = unwrapped(text).split { $0 == " " || $0 == "\t" }
        if words.count == 1 || words.first == "@every" { return isNickname(words) }
        switch words.count {
        case 5: return fit(words, plain)
        case 6: return fit(words, [seconds] + plain) || fit(words, plain + [years])
        case 7: return fit(words, [seconds] + plain + [years])
        default: return false
        }
    }

    /// AWS writes `cron(…)` around it.
    private static func unwrapped(_ text: String) -> Substring {
        let text = text.lowercased()[...]
        return text.hasPrefix("cron(") && text.hasSuffix(")") ? text.dropFirst(5).dropLast() : text
    }

    private static func isNickname(_ words: [Substring]) -> Bool {
        if words[0] == "@every" { return words.count == 2 }
        let names = [
            "@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly", "@reboot", "@once",
        ]
        return names.contains(String(words[0]))
    }

    private struct Field {
        var range: ClosedRange<Int>
        var names: [Substring] = []
        /// The number of the first name.
        var first = 0
        var isOfDays = false
    }

    private static let seconds = Field(range: 0...59)
    private static let years = Field(range: 1970...2199)
    private static let plain = [
        Field(range: 0...59), Field(range: 0...23), Field(range: 1...31, isOfDays: true),
        Field(
            range: 1...12, names: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
            first: 1),
        Field(range: 0...7, names: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"], isOfDays: true),
    ]

    private static func fit(_ words: [Substring], _ fields: [Field]) -> Bool {
        zip(words, fields).allSatisfy { word, field in
            word.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { fits($0, field) }
        }
    }

    /// `*`, `?`, `5`, `1-5`, `*/15`, `mon-fri`; of days `L`, `15W`, `6#3`, `5L`; Jenkins' `H`.
    private static func fits(_ part: Substring, _ field: Field) -> Bool {
        let halves = part.split(separator: "/", omittingEmptySubsequences: false)
        guard let base = halves.first, halves.count <= 2 else { return false }
        if halves.count == 2, !(Int(halves[1]).map { $0 > 0 } ?? false) { return false }
        if base == "*" || base == "?" || base == "h" || base.hasPrefix("h(") { return true }
        if field.isOfDays {
            if base == "l" || base == "lw" || base.hasPrefix("l-") { return true }
            if base.hasSuffix("w") || base.hasSuffix("l"), number(base.dropLast(), field) != nil { return true }
            let nth = base.split(separator: "#", omittingEmptySubsequences: false)
            if nth.count == 2 {
                return number(nth[0], field) != nil && (Int(nth[1]).map { (1...5).contains($0) } ?? false)
            }
        }
        let ends = base.split(separator: "-", omittingEmptySubsequences: false)
        return (1...2).contains(ends.count) && ends.allSatisfy { number($0, field) != nil }
    }

    private static func number(_ text: Substring, _ field: Field) -> Int? {
        let isDigits = !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
        let number = isDigits ? Int(text) : field.names.firstIndex(of: text).map { $0 + field.first }
        return number.flatMap { field.range.contains($0) ? $0 : nil }
    }
}
