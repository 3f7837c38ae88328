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
/// so. The table grows as far into the text as it is asked, so that one finding near the start of a file costs little;
/// a lookup takes a binary search and at most one block.
///
/// Not shared between threads.
package final class LineTable {
    /// The byte offset where each line starts, for the lines that start at or before `scanned`.
    private var starts = [0]
    /// Everything before it is in the table.
    private var scanned = 0
    /// The number of Unicode scalars before each block of `blockSize` bytes: only long lines need it, so it grows apart.
    private var scalarsBefore = [0]
    private let text: [UInt8]

    private static let blockSize = 1024

    /// - Parameter text: well-formed UTF-8; a byte order mark, if any, belongs to no column.
    package init(_ text: [UInt8]) {
        self.text = text
    }

    /// Scans on until an offset, and what follows its line's end, is in the table.
    private func scan(to offset: Int) {
        guard scanned <= offset, scanned < text.count else { return }
        text.withUnsafeBytes { bytes in
            while scanned <= offset, scanned < bytes.count {
                let end = min(scanned + Self.blockSize, bytes.count)
                Self.findLines(in: bytes, from: scanned, to: end, &starts)
                scanned = end
            }
        }
    }

    /// Notes where lines start behind the line ends of a block.
    private static func findLines(
        in bytes: UnsafeRawBufferPointer, from start: Int, to end: Int, _ starts: inout [Int]
    ) {
        guard let base = bytes.baseAddress else { return }
        // CR is rare, and memory can be searched for one byte faster than for two.
        guard memchr(base + start, 0x0D, end - start) == nil else {
            for index in start..<end where bytes[index] == 0x0A || bytes[index] == 0x0D {
                // CR LF ends one line, at the LF.
                if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { continue }
                starts.append(index + 1)
            }
            return
        }
        var next = start
        while next < end, let found = memchr(base + next, 0x0A, end - next) {
            next = UnsafeRawPointer(found) - base + 1
            starts.append(next)
        }
    }

    /// The number of Unicode scalars that start in a range.
    private static func scalars(in bytes: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Int {
        var count = end - start
        var index = start
        while index + 8 <= end {
            // Eight bytes at once; those that continue a scalar are 10xxxxxx.
            let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            count -= (word & ~(word << 1) & 0x8080_8080_8080_8080).nonzeroBitCount
            index += 8
        }
        while index < end {
            if bytes[index] & 0xC0 == 0x80 { count -= 1 }
            index += 1
        }
        return count
    }

    package var lineCount: Int {
        scan(to: text.count)
        return starts.count
    }

    /// The place of a byte offset; one past the end of the text is the end of the last line.
    package func position(of offset: Int) -> Position {
        let offset = min(max(offset, 0), text.count)
        scan(to: offset)
        let line = lineIndex(of: offset)
        let start = textStart(of: line)
        return Position(
            line: line + 1, column: scalarCount(from: start, to: max(offset, start)) + 1)
    }

    /// The bytes of a line (counted from 1) without its line break and without a byte order mark.
    package func line(_ number: Int) -> Range<Int> {
        while starts.count <= number, scanned < text.count { scan(to: scanned) }
        let start = textStart(of: number - 1)
        var end = number < starts.count ? starts[number] : text.count
        while end > start, text[end - 1] == 0x0A || text[end - 1] == 0x0D { end -= 1 }
        return start..<end
    }

    /// The byte offset of a place, clamped to its line. The inverse of `position(of:)`.
    package func offset(of position: Position) -> Int {
        guard position.line >= 1, position.line <= lineCount else { return position.line < 1 ? 0 : text.count }
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

    /// The number of Unicode scalars in a range, however long, by looking at two blocks at most.
    private func scalarCount(from start: Int, to end: Int) -> Int {
        text.withUnsafeBytes { bytes in
            if end - start <= Self.blockSize { return Self.scalars(in: bytes, from: start, to: end) }
            return scalarCount(before: end, in: bytes) - scalarCount(before: start, in: bytes)
        }
    }

    private func scalarCount(before offset: Int, in bytes: UnsafeRawBufferPointer) -> Int {
        let block = offset / Self.blockSize
        while scalarsBefore.count <= block {
            let last = scalarsBefore.count - 1
            let start = last * Self.blockSize
            scalarsBefore.append(
                scalarsBefore[last] + Self.scalars(in: bytes, from: start, to: start + Self.blockSize))
        }
        return scalarsBefore[block] + Self.scalars(in: bytes, from: block * Self.blockSize, to: offset)
    }
}
