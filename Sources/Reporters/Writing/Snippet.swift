internal import Diagnostics

/// One source line laid out in columns, with the columns its mark takes.
struct Snippet {
    /// The line, harmless and without tabs; `…` where it was cut.
    private(set) var line = Output()
    /// The column of the first marked character, counted from 0.
    let markColumn: Int
    /// At least 1, also where nothing but a combining mark is marked.
    let markWidth: Int

    /// The columns of a tab: always the same number, wherever it stands, because a cut line has lost its tab stops.
    private static let tabWidth = 4

    init(_ excerpt: Excerpt) {
        var line = Output()
        var column = 0
        var index = 0
        var from: Int?
        var to: Int?
        if excerpt.isCutBefore {
            line.write("…")
            column = 1
        }
        UnsafeText.scan(excerpt.text.unicodeScalars) { scalar, isUnsafe in
            if index == excerpt.markStart { from = column }
            if index - excerpt.markLength == excerpt.markStart { to = column }
            index += 1
            if scalar == "\t" {
                line.write(UInt8(ascii: " "), times: Self.tabWidth)
                column += Self.tabWidth
            } else if isUnsafe {
                let before = line.bytes.count
                line.write(escape: scalar)
                column += line.bytes.count - before
            } else {
                line.write(scalar)
                column += ColumnWidth.of(scalar)
            }
        }
        markColumn = from ?? column
        markWidth = max(1, (to ?? column) - markColumn)
        if excerpt.isCutBehind { line.write("…") }
        self.line = line
    }
}
