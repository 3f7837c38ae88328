/// A half-open range of bytes, `start..<end`, in the UTF-8 text of one source file.
package struct SourceRange: Hashable, Sendable {
    package var start: Int
    package var end: Int

    @inlinable
    package init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = max(start, end)
    }

    package var isEmpty: Bool { start == end }
}

/// A place as people and editors count it: lines and columns start at 1, columns count Unicode scalars.
package struct Position: Hashable, Comparable, Sendable {
    package var line: Int
    package var column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    package static func < (a: Position, b: Position) -> Bool {
        (a.line, a.column) < (b.line, b.column)
    }
}
