internal import Diagnostics

/// One source line laid out in columns, with the columns its mark takes.
struct Snippet {
    /// The line, harmless and without tabs; `…` where it was cut.
    let line: Output
    /// The column of the first marked character, counted from 0.
    let markColumn: Int
    /// At least 1, also where nothing but a combining mark is marked.
    let markWidth: Int

    /// The columns of a tab: always the same number, wherever it stands, because a cut line has lost its tab stops.
    private static let tabWidth = 4

    /// One character as it is shown.
    private struct Cell {
        var scalar: Unicode.Scalar
        var isUnsafe: Bool
        var width: Int
    }

    /// - Parameter columns: the most columns of the line; the mark's beginning is among them whatever is cut.
    init(_ excerpt: Excerpt, columns: Int = .max) {
        let cells = Self.cells(of: excerpt)
        let start = min(excerpt.markStart, cells.count)
        let end = min(start + excerpt.markLength, cells.count)
        var shown = cells.indices
        if cells.reduce(0, { $0 + $1.width }) + 2 > columns { shown = Self.part(of: cells, start, end, columns - 2) }
        var line = Output()
        var column = 0
        if excerpt.isCutBefore || shown.lowerBound > 0 {
            line.write("…")
            column = 1
        }
        var (from, to) = (Int?.none, Int?.none)
        for index in shown {
            if index == start { from = column }
            if index == end { to = column }
            let cell = cells[index]
            if cell.scalar == "\t" {
                line.write(UInt8(ascii: " "), times: cell.width)
            } else if cell.isUnsafe {
                line.write(escape: cell.scalar)
            } else {
                line.write(cell.scalar)
            }
            column += cell.width
        }
        markColumn = from ?? column
        markWidth = max(1, (to ?? column) - markColumn)
        if excerpt.isCutBehind || shown.upperBound < cells.count { line.write("…") }
        self.line = line
    }

    private static func cells(of excerpt: Excerpt) -> [Cell] {
        var cells: [Cell] = []
        UnsafeText.scan(excerpt.text.unicodeScalars) { scalar, isUnsafe in
            var width = ColumnWidth.of(scalar)
            if scalar == "\t" {
                width = tabWidth
            } else if isUnsafe {
                var escape = Output()
                escape.write(escape: scalar)
                width = escape.bytes.count
            }
            cells.append(Cell(scalar: scalar, isUnsafe: isUnsafe, width: width))
        }
        return cells
    }

    /// The cells around the mark that have room: what stands before it, at most a third, then as much as follows.
    private static func part(of cells: [Cell], _ start: Int, _ end: Int, _ columns: Int) -> Range<Int> {
        var (first, last, width) = (start, start, 0)
        while last < cells.count, width + cells[last].width <= columns, last < end || width < columns * 2 / 3 {
            width += cells[last].width
            last += 1
        }
        while first > 0, width + cells[first - 1].width <= columns {
            first -= 1
            width += cells[first].width
        }
        while last < cells.count, width + cells[last].width <= columns {
            width += cells[last].width
            last += 1
        }
        return first..<last
    }
}
