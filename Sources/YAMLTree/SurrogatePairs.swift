internal import CLibYAML

/// `"\ud83d\ude00"`: how JSON writers escape characters beyond U+FFFF. YAML 1.2 is a superset of JSON, but libyaml refuses
/// surrogates, so it is given the eight-digit escape of the same character instead.
struct SurrogatePairs {
    /// Text as libyaml reads it.
    private(set) var text: [UInt8] = []
    /// See `CodePointMap`.
    private(set) var edits: [(offset: Int, added: Int)] = []
    /// The pairs by their offset in the source, as they stand there and as libyaml was given them.
    private var pairs: [(source: Int, original: [UInt8], given: [UInt8])] = []

    /// Nil when the text holds no pair.
    init?(_ source: [UInt8]) {
        var copied = 0
        var index = 0
        while let found = Self.backslash(in: source, from: index), found + 12 <= source.count {
            index = found
            guard let high = Self.unit(source, at: index), high & 0xFC00 == 0xD800,
                let low = Self.unit(source, at: index + 6), low & 0xFC00 == 0xDC00
            else {
                // An escape's second character escapes nothing itself.
                index += 2
                continue
            }
            let scalar = 0x10000 + (high & 0x3FF) << 10 + low & 0x3FF
            let digits = String(scalar, radix: 16)
            let given =
                Array("\\U".utf8) + Array(repeating: UInt8(ascii: "0"), count: 8 - digits.utf8.count)
                + Array(digits.utf8)
            text += source[copied..<index] + given
            edits.append((text.count - 1, (edits.last?.added ?? 0) + 12 - given.count))
            pairs.append((index, Array(source[index..<index + 12]), given))
            index += 12
            copied = index
        }
        if pairs.isEmpty { return nil }
        text += source[copied...]
    }

    private static func backslash(in source: [UInt8], from start: Int) -> Int? {
        source.withUnsafeBytes { bytes in
            guard start < bytes.count, let base = bytes.baseAddress,
                let found = memchr(base + start, Int32(UInt8(ascii: "\\")), bytes.count - start)
            else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }

    private static func unit(_ source: [UInt8], at index: Int) -> UInt32? {
        guard source[index] == UInt8(ascii: "\\"), source[index + 1] == UInt8(ascii: "u") else { return nil }
        return UInt32(String(decoding: source[index + 2..<index + 6], as: UTF8.self), radix: 16)
    }

    /// Outside double quotes a backslash is itself: puts back what stood in the source between two offsets.
    func restored(_ value: [UInt8], from start: Int, to end: Int) -> [UInt8] {
        var low = 0
        var high = pairs.count
        while low < high {
            let middle = (low + high) / 2
            if pairs[middle].source < start { low = middle + 1 } else { high = middle }
        }
        guard low < pairs.count, pairs[low].source < end else { return value }
        var out: [UInt8] = []
        var rest = value[...]
        for pair in pairs[low...].prefix(while: { $0.source < end }) {
            guard let found = rest.indices.first(where: { rest[$0...].starts(with: pair.given) }) else { break }
            out += rest[..<found]
            out += pair.original
            rest = rest[(found + pair.given.count)...]
        }
        return out + rest
    }
}
