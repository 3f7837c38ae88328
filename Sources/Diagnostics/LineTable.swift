#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Turns byte offsets into lines and columns.
///
/// A line ends at LF, CR LF or a lone CR, as editors see it; NEL, U+2028 and U+2029 end no line, although libyaml says
/// so. Building costs one pass over the text, a lookup a binary search and at most one block.
package struct LineTable: Sendable {
    /// The byte offset where each line starts.
    private let starts: [Int]
    /// The number of Unicode scalars before each block of `blockSize` bytes; empty when every scalar is a byte.
    private let scalarsBefore: [Int]
    private let text: [UInt8]

    private static let blockSize = 1024

    /// - Parameter text: well-formed UTF-8; a byte order mark, if any, belongs to no column.
    package init(_ text: [UInt8]) {
        self.text = text
        (starts, scalarsBefore) = text.withUnsafeBufferPointer { (Self.lineStarts($0), Self.scalarCounts($0)) }
    }

    private static func lineStarts(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
        var starts = [0]
        guard let base = bytes.baseAddress else { return starts }
        starts.reserveCapacity(bytes.count / 32)
        let hasCR = memchr(base, 0x0D, bytes.count) != nil
        if hasCR {
            for index in 0..<bytes.count {
                let isCR = bytes[index] == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)
                if bytes[index] == 0x0A || isCR { starts.append(index + 1) }
            }
            return starts
        }
        var from = 0
        while from < bytes.count, let found = memchr(base + from, 0x0A, bytes.count - from) {
            from = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
            starts.append(from)
        }
        return starts
    }

    private static func scalarCounts(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
        var bits: UInt8 = 0
        for byte in bytes { bits |= byte }
        if bits < 0x80 { return [] }
        var counts: [Int] = []
        var count = 0
        for block in stride(from: 0, to: bytes.count, by: blockSize) {
            counts.append(count)
            for byte in bytes[block..<min(block + blockSize, bytes.count)] { count += byte & 0xC0 != 0x80 ? 1 : 0 }
        }
        return counts
    }

    package var lineCount: Int { starts.count }

    /// The place of a byte offset; one past the end of the text is the end of the last line.
    package func position(of offset: Int) -> Position {
        let offset = min(max(offset, 0), text.count)
        let line = lineIndex(of: offset)
        let start = textStart(of: line)
        return Position(line: line + 1, column: scalarCount(before: max(offset, start)) - scalarCount(before: start) + 1)
    }

    /// The bytes of a line (counted from 1) without its line break and without a byte order mark.
    package func line(_ number: Int) -> Range<Int> {
        let start = textStart(of: number - 1)
        var end = number < starts.count ? starts[number] : text.count
        while end > start, text[end - 1] == 0x0A || text[end - 1] == 0x0D { end -= 1 }
        return start..<end
    }

    /// The byte offset of a place, clamped to its line. The inverse of `position(of:)`.
    package func offset(of position: Position) -> Int {
        guard position.line >= 1, position.line <= starts.count else { return position.line < 1 ? 0 : text.count }
        let line = line(position.line)
        var offset = line.lowerBound
        var column = 1
        while offset < line.upperBound, column < position.column {
            offset += 1
            while offset < line.upperBound, text[offset] & 0xC0 == 0x80 { offset += 1 }
            column += 1
        }
        return offset
    }

    private func textStart(of line: Int) -> Int {
        line == 0 && text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : starts[line]
    }

    /// The last line that starts at or before `offset`.
    private func lineIndex(of offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    private func scalarCount(before offset: Int) -> Int {
        if scalarsBefore.isEmpty { return offset }
        let block = min(offset / Self.blockSize, scalarsBefore.count - 1)
        return text.withUnsafeBufferPointer { bytes in
            var count = scalarsBefore[block]
            for index in (block * Self.blockSize)..<offset where bytes[index] & 0xC0 != 0x80 { count += 1 }
            return count
        }
    }
}
