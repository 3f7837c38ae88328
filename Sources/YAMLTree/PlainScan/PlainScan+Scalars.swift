extension PlainScan {
    /// Part of a line that a plain scalar has.
    struct Line {
        /// The line's end, a comment, or the colon that makes it a key; in brackets also a comma or a bracket.
        var stop: Int
        /// Behind its last character.
        var end: Int
    }

    /// - Parameter start: at a character of the scalar, not at a blank.
    @inline(__always)
    func plainLine(from start: Int) -> Line {
        // None of these is beyond the colon.
        let stops: UInt64 = 1 << 0 | 1 << 0x0A | 1 << 0x20 | 1 << 0x3A
        var index = start
        while true {
            while text[index] > 0x3A || (stops &>> UInt64(text[index])) & 1 == 0 { index &+= 1 }
            switch text[index] {
            case UInt8(ascii: ":"):
                if text.isBlankOrEnd(at: index &+ 1) { return Line(stop: index, end: index) }
                index &+= 1
            case 0x20:
                let end = index
                index = text.skippingSpaces(from: index)
                if text.isLineEnd(at: index) || text[index] == UInt8(ascii: "#")
                    || (text[index] == UInt8(ascii: ":") && text.isBlankOrEnd(at: index &+ 1))
                {
                    return Line(stop: index, end: end)
                }
            default: return Line(stop: index, end: index)
            }
        }
    }

    // MARK: Decoding

    mutating func decode(_ range: Range<Int>) { decoded.append(contentsOf: text.bytes(range)) }

    /// Line breaks between two lines of a scalar: one is a space, of several one is none.
    mutating func fold(_ breaks: Int) {
        if breaks == 1 {
            decoded.append(0x20)
        } else {
            decoded.append(contentsOf: repeatElement(0x0A, count: breaks - 1))
        }
    }

    /// The next line that is not blank, from a line feed on.
    func skippingBreaks(from index: Int) -> (start: Int, column: Int, breaks: Int) {
        var index = index
        var breaks = 0
        var lineStart = index
        while text[index] == 0x0A {
            breaks += 1
            lineStart = index + 1
            index = text.skippingSpaces(from: lineStart)
        }
        return (index, index - lineStart, breaks)
    }

    // MARK: Quoted scalars

    struct Quoted {
        var style: PlainEvent.Style
        var value: Range<Int>
        var isDecoded = false
        var isOneLine = true
    }

    mutating func scalar(_ quoted: Quoted, _ start: Int, _ end: Int) {
        scalar(quoted.style, start, end, quoted.value, isDecoded: quoted.isDecoded)
    }

    /// A quoted scalar, if there is one here; `at` is behind it then.
    mutating func quoted() throws(PlainRefusal) -> Quoted {
        let quote = text[at]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw refusal }
        let isDouble = quote == UInt8(ascii: "\"")
        let start = at + 1
        var index = start
        while text[index] != quote, text[index] != UInt8(ascii: "\\") || !isDouble, text[index] >= 0x20 { index &+= 1 }
        let style: PlainEvent.Style = isDouble ? .doubleQuoted : .singleQuoted
        // Two single quotes stand for one.
        if text[index] == quote, isDouble || text[index + 1] != quote {
            at = index + 1
            return Quoted(style: style, value: start..<index)
        }
        let decodedStart = decoded.count
        let isOneLine = try decodeQuoted(from: start, to: index, quote)
        return Quoted(style: style, value: decodedStart..<decoded.count, isDecoded: true, isOneLine: isOneLine)
    }

    /// The value of a quoted scalar that does not stand as it reads.
    ///
    /// - Parameter index: the first place where it does not.
    /// - Returns: whether it is of one line.
    private mutating func decodeQuoted(from start: Int, to index: Int, _ quote: UInt8) throws(PlainRefusal) -> Bool {
        var index = index
        var isOneLine = true
        // Spaces at a line's end are lost, but for those before `solid`.
        var solid = decoded.count
        decode(start..<index)
        while true {
            switch text[index] {
            case 0: throw refusal
            case quote:
                guard quote == UInt8(ascii: "'"), text[index + 1] == quote else {
                    at = index + 1
                    return isOneLine
                }
                decoded.append(quote)
                index += 2
            case 0x0A:
                while decoded.count > solid, decoded.last == 0x20 { decoded.removeLast() }
                let next = skippingBreaks(from: index)
                // Where a document starts or ends, or a line that looks like it.
                guard !isAtMarker(next.start) else { throw refusal }
                fold(next.breaks)
                solid = decoded.count
                index = next.start
                isOneLine = false
            case UInt8(ascii: "\\") where quote == UInt8(ascii: "\""):
                guard let character = Self.escaped(text[index + 1]) else { throw refusal }
                decoded.append(character)
                solid = decoded.count
                index += 2
            default:
                decoded.append(text[index])
                index += 1
            }
        }
    }

    /// True where a line starts with a dash or a dot.
    func isAtMarker(_ index: Int) -> Bool {
        text[index - 1] == 0x0A && (text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "."))
    }

    /// The escapes of a character by one letter that contracts use.
    private static func escaped(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "\\"): letter
        default: nil
        }
    }

    // MARK: Block scalars

    /// A literal or folded block, from its header on. Leaves `at` at the start of the line behind it.
    ///
    /// - Parameter parent: the column of the collection it is in.
    mutating func blockScalar(in parent: Int) throws(PlainRefusal) {
        let start = at
        let isLiteral = text[at] == UInt8(ascii: "|")
        at += 1
        let header = try blockHeader()
        var block = BlockLines(least: parent + 1, indent: header.increment.map { parent + $0 })
        let decodedStart = decoded.count
        var isBehindText = false
        var wasIndented = false
        block.skipBreaks(in: text, &at)
        while block.column == block.indent, text[at] != 0 {
            // Lines that start with a blank are more indented: around them nothing is folded.
            let isIndented = text[at] == 0x20
            if !isLiteral, isBehindText, !wasIndented, !isIndented {
                if block.breaks == 0 { decoded.append(0x20) }
            } else if isBehindText {
                decoded.append(0x0A)
            }
            decoded.append(contentsOf: repeatElement(0x0A, count: block.breaks))
            block.breaks = 0
            wasIndented = isIndented
            let end = text.lineEnd(from: at)
            decode(at..<end)
            at = end
            isBehindText = text[at] == 0x0A
            if isBehindText { at += 1 }
            block.skipBreaks(in: text, &at)
        }
        if header.chomping != .strip, isBehindText { decoded.append(0x0A) }
        if header.chomping == .keep { decoded.append(contentsOf: repeatElement(0x0A, count: block.breaks)) }
        scalar(isLiteral ? .literal : .folded, start, block.lineStart, decodedStart..<decoded.count, isDecoded: true)
        // What ends a block is seen again with its column.
        at = block.lineStart
    }

    private enum Chomping { case clip, strip, keep }

    /// Goes to the start of the line below the header.
    private mutating func blockHeader() throws(PlainRefusal) -> (chomping: Chomping, increment: Int?) {
        var chomping = Chomping.clip
        var increment: Int?
        // In either order.
        for _ in 0..<2 {
            switch text[at] {
            case UInt8(ascii: "+") where chomping == .clip: chomping = .keep
            case UInt8(ascii: "-") where chomping == .clip: chomping = .strip
            case UInt8(ascii: "1")...UInt8(ascii: "9") where increment == nil:
                increment = Int(text[at] - UInt8(ascii: "0"))
            default: continue
            }
            at += 1
        }
        let end = at
        at = text.skippingSpaces(from: at)
        if text[at] == UInt8(ascii: "#"), at > end { at = text.lineEnd(from: at) }
        guard text.isLineEnd(at: at) else { throw refusal }
        if text[at] == 0x0A { at += 1 }
        return (chomping, increment)
    }

    /// The indentation of a block's lines, and the blank ones among them.
    private struct BlockLines {
        /// The smallest that the lines may have.
        let least: Int
        /// That of the lines; nil until the first one is met.
        var indent: Int?
        var breaks = 0
        var column = 0
        var lineStart = 0

        init(least: Int, indent: Int?) {
            self.least = least
            self.indent = indent
        }

        /// Goes over blank lines, to where the next one has come to its indentation or ends before.
        mutating func skipBreaks(in text: PlainText, _ at: inout Int) {
            var most = 0
            while true {
                lineStart = at
                while text[at] == 0x20, at - lineStart < indent ?? Int.max { at += 1 }
                column = at - lineStart
                most = max(most, column)
                guard text[at] == 0x0A else { break }
                at += 1
                breaks += 1
            }
            if indent == nil { indent = max(most, least) }
        }
    }
}
