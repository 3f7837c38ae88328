/// Size of the program of a regular expression, roughly: what compiling it costs, and what a search costs for each
/// byte where RE2 has to follow all paths at once.
package enum PatternSize {
    /// More than any pattern that is run.
    private static let most = 1 << 40
    /// A class of characters, and one of the Unicode classes, which are hundreds of ranges: `\pL` takes 1,195 instructions.
    private static let characterClass = 10
    private static let unicodeClass = 1200

    /// In instructions, estimated in one pass; counted repeats multiply what they repeat.
    package static func estimate(_ pattern: String) -> Int {
        var pattern = pattern
        return pattern.withUTF8(estimate)
    }

    package static func estimate(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        var groups = [0]
        var last = 0
        var at = 0
        func add(_ size: Int) {
            last = size
            groups[groups.count - 1] = min(groups[groups.count - 1] + size, most)
        }
        while at < text.count {
            let byte = text[at]
            at += 1
            switch byte {
            case UInt8(ascii: "("): groups.append(0)
            case UInt8(ascii: ")"):
                let group = groups.count > 1 ? groups.removeLast() : 0
                add(group)
            case UInt8(ascii: "\\"):
                let isUnicode = at < text.count && isUnicodeClass(text[at])
                at += 1
                if isUnicode { skipName(text, &at) }
                add(isUnicode ? unicodeClass : characterClass)
            case UInt8(ascii: "["): add(skipClass(text, &at))
            case UInt8(ascii: "."): add(characterClass)
            case UInt8(ascii: "{"):
                guard let count = repeats(text, &at) else {
                    add(1)
                    continue
                }
                let more = min(last, most) * max(0, min(count, 1000) - 1)
                groups[groups.count - 1] = min(groups[groups.count - 1] + more, most)
                last = min(last + more, most)
            default: add(1)
            }
        }
        return min(groups.reduce(0, +), most)
    }

    private static func isUnicodeClass(_ byte: UInt8) -> Bool { byte | 0x20 == UInt8(ascii: "p") }

    /// Passes over the name of a Unicode class: `L` or `{Greek}`.
    private static func skipName(_ text: UnsafeBufferPointer<UInt8>, _ at: inout Int) {
        let isLong = at < text.count && text[at] == UInt8(ascii: "{")
        at += 1
        while isLong, at < text.count, text[at - 1] != UInt8(ascii: "}") { at += 1 }
    }

    /// Passes over a class in brackets.
    private static func skipClass(_ text: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Int {
        var size = characterClass
        if at < text.count, text[at] == UInt8(ascii: "^") { at += 1 }
        // A bracket that comes first is one of the characters.
        if at < text.count, text[at] == UInt8(ascii: "]") { at += 1 }
        while at < text.count, text[at] != UInt8(ascii: "]") {
            if text[at] == UInt8(ascii: "\\"), at + 1 < text.count {
                at += 1
                if isUnicodeClass(text[at]) { size += unicodeClass }
            }
            size += 1
            at += 1
        }
        at += 1
        return size
    }

    /// The greater number of `{2}`, `{2,}` or `{2,5}`; nil for braces that are none of these.
    private static func repeats(_ text: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Int? {
        var end = at
        var number = 0
        var most = 0
        while end < text.count, text[end] != UInt8(ascii: "}") {
            switch text[end] {
            case 0x30...0x39: number = min(number * 10 + Int(text[end] - 0x30), 100_000)
            case UInt8(ascii: ","): (most, number) = (max(most, number), 0)
            default: return nil
            }
            end += 1
        }
        guard end < text.count, end > at else { return nil }
        at = end + 1
        return max(most, number)
    }
}
