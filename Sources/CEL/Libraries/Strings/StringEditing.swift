/// `lowerAscii`, `upperAscii`, `replace`, `reverse`, `trim`.
enum StringEditing {
    static let functions = [
        Function(
            "lowerAscii",
            [
                Overload("string_lower_ascii", isMember: true, [.string], .string) { arguments, evaluation in
                    map(arguments[0].utf8, evaluation) { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
                }
            ]),
        Function(
            "upperAscii",
            [
                Overload("string_upper_ascii", isMember: true, [.string], .string) { arguments, evaluation in
                    map(arguments[0].utf8, evaluation) { (0x61...0x7A).contains($0) ? $0 & ~0x20 : $0 }
                }
            ]),
        Function(
            "replace",
            [
                Overload("string_replace_string_string", isMember: true, [.string, .string, .string], .string) {
                    arguments, evaluation in
                    replace(arguments[0], arguments[1].utf8, with: arguments[2].utf8, limit: -1, evaluation)
                },
                Overload(
                    "string_replace_string_string_int", isMember: true, [.string, .string, .string, .int], .string
                ) {
                    arguments, evaluation in
                    replace(
                        arguments[0], arguments[1].utf8, with: arguments[2].utf8, limit: arguments[3].asInt, evaluation)
                },
            ]),
        Function(
            "reverse",
            [
                Overload("string_reverse", isMember: true, [.string], .string) { arguments, evaluation in
                    reverse(arguments[0].utf8, evaluation)
                }
            ]),
        Function(
            "trim",
            [
                Overload("string_trim", isMember: true, [.string], .string) { arguments, evaluation in
                    let text = arguments[0].utf8
                    guard evaluation.charge(textOf: text.count) else { return evaluation.overBudget }
                    return text.part(trimmed(text))
                }
            ]),
    ]

    private static func map(
        _ text: UnsafeBufferPointer<UInt8>, _ evaluation: Evaluation, _ transform: (UInt8) -> UInt8
    ) -> Value {
        evaluation.string(count: text.count) { place in
            for index in 0..<text.count { place[index] = transform(text[index]) }
        }
    }

    /// - Parameter limit: how many matches to replace; negative: all of them.
    private static func replace(
        _ value: Value, _ old: UnsafeBufferPointer<UInt8>, with new: UnsafeBufferPointer<UInt8>, limit: Int64,
        _ evaluation: Evaluation
    ) -> Value {
        let text = value.utf8
        guard limit != 0 else { return value }
        guard evaluation.charge(textOf: text.count + old.count) else { return evaluation.overBudget }
        var matches = Matches(of: old, in: text, limit: limit)
        var count = 0
        while matches.next() != nil { count += 1 }
        guard count > 0 else { return value }
        let (growth, overflows) = count.multipliedReportingOverflow(by: new.count - old.count)
        let (length, isTooLong) = text.count.addingReportingOverflow(growth)
        guard !overflows, !isTooLong else { return evaluation.overBudget }
        matches = Matches(of: old, in: text, limit: limit)
        return evaluation.string(count: length) { place in
            var output = UnsafeMutableBufferPointer(start: place, count: length)[...]
            func append(_ piece: UnsafeBufferPointer<UInt8>) {
                let start = output.startIndex
                _ = UnsafeMutableBufferPointer(rebasing: output).update(fromContentsOf: piece)
                output = output[(start + piece.count)...]
            }
            var copied = 0
            while let match = matches.next() {
                append(UnsafeBufferPointer(rebasing: text[copied..<match]))
                append(new)
                copied = match + old.count
            }
            append(UnsafeBufferPointer(rebasing: text[copied...]))
        }
    }

    /// Occurrences of a text in another, from left to right, none overlapping the one before. The empty text occurs
    /// before each code point and at the end.
    private struct Matches {
        private let text: UnsafeBufferPointer<UInt8>
        private let length: Int
        private let search: TextSearch?
        private var position = 0
        private var left: Int64

        init(of searched: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, limit: Int64) {
            self.text = text
            length = searched.count
            search = length > 0 ? TextSearch(searched) : nil
            left = limit < 0 ? .max : limit
        }

        mutating func next() -> Int? {
            guard left > 0, position <= text.count else { return nil }
            left -= 1
            guard let search else {
                defer { position = CodePoints.next(after: position, in: text) }
                return position
            }
            guard let match = search.first(in: text, from: position) else {
                left = 0
                return nil
            }
            position = match + length
            return match
        }
    }

    private static func reverse(_ text: UnsafeBufferPointer<UInt8>, _ evaluation: Evaluation) -> Value {
        evaluation.string(count: text.count) { place in
            var start = 0
            while start < text.count {
                let end = CodePoints.next(after: start, in: text)
                for offset in 0..<end - start { place[text.count - end + offset] = text[start + offset] }
                start = end
            }
        }
    }

    /// Without the characters of Unicode's property White_Space at both ends.
    private static func trimmed(_ text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        var start = 0
        while start < text.count, isSpace(text, start) { start = CodePoints.next(after: start, in: text) }
        var end = text.count
        while end > start {
            var last = end - 1
            while last > start, !CodePoints.isStart(text[last]) { last -= 1 }
            guard isSpace(text, last) else { break }
            end = last
        }
        return start..<end
    }

    /// True when the code point at a byte is white space: U+0009–000D, 0020, 0085, 00A0, 1680, 2000–200A, 2028, 2029,
    /// 202F, 205F, 3000 (Unicode 16, PropList.txt).
    private static func isSpace(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        let first = text[start]
        if first < 0x80 { return first == 0x20 || (0x09...0x0D).contains(first) }
        guard start + 1 < text.count else { return false }
        let second = text[start + 1]
        if first == 0xC2 { return second == 0x85 || second == 0xA0 }
        guard start + 2 < text.count else { return false }
        switch (first, second, text[start + 2]) {
        case (0xE1, 0x9A, 0x80), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80): return true
        case (0xE2, 0x80, let third): return (0x80...0x8A).contains(third) || [0xA8, 0xA9, 0xAF].contains(third)
        default: return false
        }
    }
}
