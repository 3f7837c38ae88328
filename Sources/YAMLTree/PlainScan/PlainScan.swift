/// Reads the YAML that nearly all contracts keep to, straight from the bytes, for a fraction of libyaml's work: block
/// mappings and lists, scalars plain, quoted and in blocks, collections in brackets, comments, one document.
///
/// It knows no fault. Whatever is not certainly inside of this subset, wrong or only rare (anchors, tags, directives, keys
/// behind `?`, tabs, carriage returns, a second document), is refused, and then libyaml reads the whole text. What is
/// accepted has the same events as libyaml's, to the byte: that is checked in each debug build (`ScanOracle`). The words of
/// comments below follow libyaml's scanner, which decides, not the grammar of YAML 1.2.
struct PlainScan: ~Copyable {
    let text: PlainText
    private(set) var events: PlainBuffer<PlainEvent>
    /// The values of scalars that do not stand in the text as they read, one behind the other.
    var decoded: [UInt8] = []
    /// The place that has been reached.
    var at: Int

    /// The block collections that are open, outermost first.
    private var open = PlainBuffer<Block>(minimumCapacity: 16)
    private var pending = Pending.nothing
    /// The place of an empty scalar, should nothing come of what is pending.
    private var pendingPlace = 0
    private var hasDocument = false
    private var hasRoot = false

    struct Block: BitwiseCopyable {
        enum Kind: UInt8 { case mapping, list, listAtKey }

        /// Its column. A list in the column of its key is no deeper than the mapping.
        var column: Int
        var kind: Kind
    }

    /// Somebody who waits for a value in the lines below.
    private enum Pending { case nothing, item, value }

    /// Collections inside each other. Deeper ones are libyaml's.
    static let mostNesting = 60
    /// Bytes of a key and the blanks behind it. libyaml gives up at 1,024 characters.
    static let longestKey = 1000

    /// - Parameter start: the offset of the first byte to read.
    init(_ text: PlainText, from start: Int) {
        self.text = text
        at = start
        events = PlainBuffer(minimumCapacity: (text.count - start) / 10 + 32)
    }

    /// Reads the text to its end. Nothing may be made of the events unless it is in the subset.
    ///
    /// - Returns: nil when it is, else where it is not.
    mutating func read() -> PlainRefusal? {
        do throws(PlainRefusal) {
            guard text.count < Int(Int32.max), text.isPlain(from: at), text[at] != 0xEF else { throw refusal }
            while let column = nextLine() { try line(at: column) }
            guard hasRoot else { throw refusal }
            endPending()
            while open.count > 0 { endBlock() }
            emit(.documentEnd, at, at)
            return nil
        } catch {
            return error
        }
    }

    var refusal: PlainRefusal { PlainRefusal(offset: at) }

    // MARK: Lines

    /// Goes to the next line that holds more than a comment.
    ///
    /// - Returns: the column of its first character; nil at the end of the text.
    private mutating func nextLine() -> Int? {
        while true {
            let start = at
            at = text.skippingSpaces(from: at)
            switch text[at] {
            case 0x0A: at &+= 1
            case UInt8(ascii: "#"): at = text.lineEnd(from: at)
            case 0: return nil
            default: return at &- start
            }
        }
    }

    private mutating func line(at column: Int) throws(PlainRefusal) {
        if column == 0, try documentMarker() { return }
        if !hasDocument {
            emit(.documentStart, at, at)
            hasDocument = true
        }
        let isDash = text.isDash(at: at)
        if pending != .nothing {
            let outer = open[open.count - 1]
            if column > outer.column { return try content(keyColumn: column) }
            if pending == .value, column == outer.column, isDash, outer.kind == .mapping {
                try begin(.listAtKey, at: column, .listStart, at, at + 1)
                return try items(at: column)
            }
            endPending()
        }
        while open.count > 0, endsBlock(at: column, isDash) { endBlock() }
        guard open.count > 0 else {
            guard !hasRoot else { throw refusal }
            hasRoot = true
            return try content(keyColumn: column)
        }
        let block = open[open.count - 1]
        guard block.column == column, isDash == (block.kind != .mapping) else { throw refusal }
        if isDash { try items(at: column) } else { try key() }
    }

    /// True when the innermost block ends before a line in this column.
    private func endsBlock(at column: Int, _ isDash: Bool) -> Bool {
        let block = open[open.count - 1]
        return block.column > column || (block.kind == .listAtKey && block.column == column && !isDash)
    }

    /// `---`, once, with nothing else in its line.
    private mutating func documentMarker() throws(PlainRefusal) -> Bool {
        let isEnd = text[at] == UInt8(ascii: ".") && text[at + 1] == UInt8(ascii: ".")
        guard !isEnd else { throw refusal }
        guard text[at] == UInt8(ascii: "-"), text[at + 1] == UInt8(ascii: "-"), text[at + 2] == UInt8(ascii: "-"),
            text.isBlankOrEnd(at: at + 3)
        else { return false }
        guard !hasDocument else { throw refusal }
        hasDocument = true
        emit(.documentStart, at, at + 3)
        at += 3
        try endLine()
        return true
    }

    /// Nothing else stands in the line but a comment.
    private mutating func endLine() throws(PlainRefusal) {
        let start = at
        at = text.skippingSpaces(from: at)
        if text[at] == UInt8(ascii: "#"), at > start { at = text.lineEnd(from: at) }
        guard text.isLineEnd(at: at) else { throw refusal }
    }

    /// True when nothing stands behind a dash or a colon, where `at` is, but a comment. Else `at` is at what does.
    private mutating func isLastInLine(_ pending: Pending) -> Bool {
        let start = at
        at = text.skippingSpaces(from: at)
        guard text.isLineEnd(at: at) || (text[at] == UInt8(ascii: "#") && at > start) else { return false }
        self.pending = pending
        pendingPlace = start
        if text[at] == UInt8(ascii: "#") { at = text.lineEnd(from: at) }
        return true
    }

    // MARK: Blocks

    /// One or more dashes in a line, and what is behind them.
    private mutating func items(at column: Int) throws(PlainRefusal) {
        let dash = at
        at += 1
        if isLastInLine(.item) { return }
        try content(keyColumn: column + at - dash)
    }

    /// A key of the mapping that is open.
    private mutating func key() throws(PlainRefusal) {
        let start = at
        if text.startsPlain(at: at) {
            let line = plainLine(from: at)
            try beKey(start, line.stop)
            scalar(.plain, start, line.end, start..<line.end)
            return try value()
        }
        let quoted = try quoted()
        let end = at
        guard quoted.isOneLine, text[end] == UInt8(ascii: ":"), text.isBlankOrEnd(at: end + 1) else { throw refusal }
        try beKey(start, end)
        scalar(quoted, start, end)
        try value()
    }

    /// Goes behind the colon at `stop`, which makes a key of what starts at `start`.
    private mutating func beKey(_ start: Int, _ stop: Int) throws(PlainRefusal) {
        guard text[stop] == UInt8(ascii: ":"), stop - start <= Self.longestKey else { throw refusal }
        at = stop + 1
    }

    /// The value behind a colon.
    private mutating func value() throws(PlainRefusal) {
        if isLastInLine(.value) { return }
        guard !text.isDash(at: at) else { throw refusal }
        try content(keyColumn: nil)
    }

    /// A node.
    ///
    /// - Parameter keyColumn: the column, if it may be the first key of a mapping or the first dash of a list.
    private mutating func content(keyColumn: Int?) throws(PlainRefusal) {
        pending = .nothing
        let start = at
        if text.startsPlain(at: start) {
            let line = plainLine(from: start)
            if text[line.stop] == UInt8(ascii: ":") {
                try beginMapping(keyColumn, start, line.stop)
                scalar(.plain, start, line.end, start..<line.end)
                return try value()
            }
            try plainValue(from: start, line)
            return try endLine()
        }
        switch text[start] {
        case UInt8(ascii: "-"):
            guard let keyColumn else { throw refusal }
            try begin(.list, at: keyColumn, .listStart, start, start)
            return try items(at: keyColumn)
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            let quoted = try quoted()
            let end = at
            if text[end] == UInt8(ascii: ":"), text.isBlankOrEnd(at: end + 1) {
                guard quoted.isOneLine else { throw refusal }
                try beginMapping(keyColumn, start, end)
                scalar(quoted, start, end)
                return try value()
            }
            try needCollection()
            scalar(quoted, start, end)
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            try needCollection()
            try flow()
        case UInt8(ascii: "|"), UInt8(ascii: ">"):
            try needCollection()
            return try blockScalar(in: open[open.count - 1].column)
        default: throw refusal
        }
        try endLine()
    }

    /// A root that is no block collection is libyaml's.
    private func needCollection() throws(PlainRefusal) {
        guard open.count > 0 else { throw refusal }
    }

    private mutating func beginMapping(_ column: Int?, _ start: Int, _ colon: Int) throws(PlainRefusal) {
        guard let column else { throw refusal }
        try begin(.mapping, at: column, .mappingStart, start, start)
        try beKey(start, colon)
    }

    private mutating func begin(
        _ kind: Block.Kind, at column: Int, _ event: PlainEvent.Kind, _ start: Int, _ end: Int
    ) throws(PlainRefusal) {
        guard open.count < Self.mostNesting else { throw refusal }
        emit(event, start, end)
        open.append(Block(column: column, kind: kind))
        pending = .nothing
    }

    private mutating func endBlock() {
        emit(open.removeLast().kind == .mapping ? .mappingEnd : .listEnd, at, at)
    }

    private mutating func endPending() {
        if pending != .nothing { scalar(.plain, pendingPlace, pendingPlace, pendingPlace..<pendingPlace) }
        pending = .nothing
    }

    /// A plain value of one line or more: it goes on in lines that stand deeper than the collection it is in.
    private mutating func plainValue(from start: Int, _ first: Line) throws(PlainRefusal) {
        try needCollection()
        let least = open[open.count - 1].column + 1
        let decodedStart = decoded.count
        var line = first
        while text[line.stop] == 0x0A {
            let next = skippingBreaks(from: line.stop)
            if next.column < least || text[next.start] == 0 || text[next.start] == UInt8(ascii: "#") { break }
            let following = plainLine(from: next.start)
            guard text[following.stop] != UInt8(ascii: ":") else { throw refusal }
            if decoded.count == decodedStart { decode(start..<line.end) }
            fold(next.breaks)
            decode(next.start..<following.end)
            line = following
        }
        at = line.end
        if decoded.count == decodedStart {
            scalar(.plain, start, line.end, start..<line.end)
        } else {
            scalar(.plain, start, line.end, decodedStart..<decoded.count, isDecoded: true)
        }
    }

    // MARK: Events

    @inline(__always)
    mutating func emit(_ kind: PlainEvent.Kind, _ start: Int, _ end: Int) {
        events.append(
            PlainEvent(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end), kind: kind))
    }

    @inline(__always)
    mutating func scalar(
        _ style: PlainEvent.Style, _ start: Int, _ end: Int, _ value: Range<Int>, isDecoded: Bool = false
    ) {
        events.append(
            PlainEvent(
                start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
                value: UInt32(truncatingIfNeeded: value.lowerBound),
                valueCount: UInt32(truncatingIfNeeded: value.count), kind: .scalar, style: style, isDecoded: isDecoded))
    }
}
