extension PlainScan {
    /// Parts of a collection in brackets that may come next.
    private enum Expected { case element, value, comma }

    /// The brackets that are open, a bit each, the innermost lowest: 1 for braces. The highest bit stands for none.
    private struct Brackets {
        private var bits: UInt64 = 1

        var isEmpty: Bool { bits == 1 }
        var isFull: Bool { bits >= 1 << UInt64(PlainScan.mostNesting) }
        var isInBraces: Bool { bits > 1 && bits & 1 == 1 }

        mutating func open(isBrace: Bool) { bits = bits << 1 | (isBrace ? 1 : 0) }
        mutating func close() { bits >>= 1 }
    }

    /// A collection in brackets, with `at` at the first. Leaves it behind the last.
    ///
    /// Mappings have a key and a value for each entry, and lists no pairs; the rest of what YAML permits there is libyaml's.
    mutating func flow() throws(PlainRefusal) {
        var brackets = Brackets()
        var expected = Expected.element
        repeat {
            try nextInFlow()
            let first = text[at]
            switch first {
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                guard !brackets.isEmpty, brackets.isInBraces == (first == UInt8(ascii: "}")), expected != .value else {
                    throw refusal
                }
                emit(brackets.isInBraces ? .mappingEnd : .listEnd, at, at + 1)
                brackets.close()
                at += 1
                expected = .comma
            case UInt8(ascii: ","):
                guard expected == .comma else { throw refusal }
                at += 1
                expected = .element
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                guard expected == .value || (expected == .element && !brackets.isInBraces), !brackets.isFull else {
                    throw refusal
                }
                emit(first == UInt8(ascii: "{") ? .flowMappingStart : .flowListStart, at, at + 1)
                brackets.open(isBrace: first == UInt8(ascii: "{"))
                at += 1
                expected = .element
            default:
                guard expected != .comma else { throw refusal }
                let isKey = brackets.isInBraces && expected == .element
                try flowScalar(isKey: isKey)
                expected = isKey ? .value : .comma
            }
        } while !brackets.isEmpty
    }

    /// Goes over blanks, line breaks and comments.
    private mutating func nextInFlow() throws(PlainRefusal) {
        while true {
            at = text.skippingSpaces(from: at)
            if text[at] == UInt8(ascii: "#") {
                guard text.isBlankOrEnd(at: at - 1) else { throw refusal }
                at = text.lineEnd(from: at)
            }
            guard text[at] == 0x0A else { return }
            at += 1
            // Where a document starts or ends, or a line that looks like it.
            guard !isAtMarker(at) else { throw refusal }
        }
    }

    private mutating func flowScalar(isKey: Bool) throws(PlainRefusal) {
        let start = at
        var isPlain = false
        if text[start] == UInt8(ascii: "\"") || text[start] == UInt8(ascii: "'") {
            let quoted = try quoted()
            guard quoted.isOneLine || !isKey else { throw refusal }
            scalar(quoted, start, at)
        } else {
            isPlain = true
            at = try plainEnd()
            scalar(.plain, start, at, start..<at)
        }
        let end = at
        at = text.skippingSpaces(from: at)
        if isKey {
            guard text[at] == UInt8(ascii: ":"), text.isBlankOrEnd(at: at + 1), at - start <= Self.longestKey else {
                throw refusal
            }
            at += 1
            return
        }
        switch text[at] {
        case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"): return
        case UInt8(ascii: "#"): guard at > end else { throw refusal }
        case 0x0A:
            // A plain scalar might go on in the next line.
            guard isPlain else { return }
            at = skippingBreaks(from: at).start
            switch text[at] {
            case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"): return
            default: throw refusal
            }
        default: throw refusal
        }
    }

    /// The end of the plain scalar that starts here.
    private func plainEnd() throws(PlainRefusal) -> Int {
        guard text.startsPlain(at: at), text[at] != UInt8(ascii: "-") || !text.isFlowIndicator(at: at + 1) else {
            throw refusal
        }
        var index = at
        var end = at
        while !text.isLineEnd(at: index), !text.isFlowIndicator(at: index) {
            if text[index] == UInt8(ascii: ":") {
                if text.isBlankOrEnd(at: index + 1) { break }
                guard !text.isFlowIndicator(at: index + 1) else { throw refusal }
            }
            if text[index] == UInt8(ascii: "#"), end < index { break }
            index += 1
            if text[index - 1] != 0x20 { end = index }
        }
        return end
    }
}
