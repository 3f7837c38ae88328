package import Diagnostics

extension YAMLTree {
    /// Places in the source of parts of a scalar's text: for languages inside YAML, whose faults have places of their
    /// own.
    ///
    /// - Parameter range: bytes of the text; clamped to it.
    package func sourceRange(of range: Range<Int>, in id: NodeID) -> SourceRange {
        let node = self[id]
        let count = textLength(of: id)
        let start = min(max(range.lowerBound, 0), count)
        let end = min(max(range.upperBound, start), count)
        if !node.flags.contains(.decoded) {
            let base = Int(node.payload)
            return SourceRange(base + start, base + end)
        }
        return withText(of: id) { text in
            let offsets = Self.offsets(of: text, in: source.text, from: Int(node.start), to: Int(node.end))
            let from = start < offsets.count ? offsets[start] : Int(node.end)
            // Behind the last byte of the part, not before the first one after it: white space may lie between.
            let to = end > start ? offsets[end - 1] + 1 : from
            return SourceRange(from, max(from, to))
        }
    }

    /// The source offset of each byte of a text that does not stand in the source as it reads: quotes, escapes, folded lines
    /// and the indentation of blocks lie between.
    private static func offsets(
        of text: UnsafeBufferPointer<UInt8>, in source: [UInt8], from start: Int, to end: Int
    ) -> [Int] {
        var offsets: [Int] = []
        offsets.reserveCapacity(text.count)
        var at = start
        let isDouble = at < end && source[at] == UInt8(ascii: "\"")
        let isSingle = at < end && source[at] == UInt8(ascii: "'")
        if isDouble || isSingle {
            at += 1
        } else if at < end, source[at] == UInt8(ascii: "|") || source[at] == UInt8(ascii: ">") {
            while at < end, source[at] != 0x0A { at += 1 }
            at += 1
        }
        for byte in text {
            if at < end, isDouble, source[at] == UInt8(ascii: "\\"), at + 1 < end, source[at + 1] != 0x0A {
                offsets.append(at)
                at += escapeLength(source, at, end)
                continue
            }
            // A line break with the white space around it reads as one blank, or as itself.
            while at < end, source[at] != byte, isSpace(source[at]) || (isDouble && source[at] == UInt8(ascii: "\\")) {
                at += 1
            }
            offsets.append(min(at, max(start, end - 1)))
            if at < end, source[at] == byte {
                if isSingle, byte == UInt8(ascii: "'") { at += 1 }
                at += 1
            }
        }
        return offsets
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    private static func escapeLength(_ source: [UInt8], _ at: Int, _ end: Int) -> Int {
        switch source[at + 1] {
        case UInt8(ascii: "x"): min(4, end - at)
        case UInt8(ascii: "u"): min(6, end - at)
        case UInt8(ascii: "U"): min(10, end - at)
        default: 2
        }
    }
}
