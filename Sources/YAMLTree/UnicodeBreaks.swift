internal import CLibYAML

/// NEL, U+2028 and U+2029 are text to YAML 1.2 but end lines to libyaml, so it is given other characters of the same
/// length in their place.
enum UnicodeBreaks {
    private typealias Pair = (original: [UInt8], given: [UInt8])

    /// Each break and its stand-in, a private or unassigned character.
    private static let pairs: [Pair] = [
        ([0xC2, 0x85], [0xCD, 0xB8]),
        ([0xE2, 0x80, 0xA8], [0xEE, 0x80, 0xA8]),
        ([0xE2, 0x80, 0xA9], [0xEE, 0x80, 0xA9]),
    ]

    /// The text with the breaks hidden; nil when it has none.
    static func hidden(in text: [UInt8]) -> [UInt8]? {
        var hidden: [UInt8]?
        for pair in pairs {
            for place in places(of: pair.original, in: text) {
                if hidden == nil { hidden = text }
                hidden?.replaceSubrange(place, with: pair.given)
            }
        }
        return hidden
    }

    /// Text that libyaml made of a hidden one, with the breaks back in their places.
    static func restored(_ value: [UInt8]) -> [UInt8] {
        var restored = value
        for pair in pairs {
            for place in places(of: pair.given, in: value) { restored.replaceSubrange(place, with: pair.original) }
        }
        return restored
    }

    private static func places(of word: [UInt8], in text: [UInt8]) -> [Range<Int>] {
        text.withUnsafeBytes { bytes in
            var places: [Range<Int>] = []
            var index = 0
            while index < bytes.count, let base = bytes.baseAddress,
                let found = memchr(base + index, Int32(word[0]), bytes.count - index)
            {
                let start = UnsafeRawPointer(found) - base
                if bytes[start...].starts(with: word) { places.append(start..<start + word.count) }
                index = start + 1
            }
            return places
        }
    }
}
