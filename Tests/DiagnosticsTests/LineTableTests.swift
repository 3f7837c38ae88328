import Diagnostics
import TestSupport
import Testing

@Suite struct LineTableTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: MarkedText
        /// The place of each mark as `line:column-line:column`.
        let places: [String]
        let lines: [String]
    }

    static let cases = [
        Case(testDescription: "empty", text: "⟦⟧", places: ["1:1-1:1"], lines: [""]),
        Case(testDescription: "no last newline", text: "a\n⟦bc⟧", places: ["2:1-2:3"], lines: ["a", "bc"]),
        Case(testDescription: "last newline", text: "a⟦\n⟧⟦⟧", places: ["1:2-2:1", "2:1-2:1"], lines: ["a", ""]),
        Case(
            testDescription: "CRLF", text: "a\r\n⟦b⟧\r\n\r\n⟦c⟧", places: ["2:1-2:2", "4:1-4:2"],
            lines: ["a", "b", "", "c"]),
        Case(
            testDescription: "lone CR", text: "a\r⟦b⟧\r\r⟦c⟧\n⟦d⟧", places: ["2:1-2:2", "4:1-4:2", "5:1-5:2"],
            lines: ["a", "b", "", "c", "d"]),
        Case(testDescription: "CR CR LF", text: "a\r\r\n⟦b⟧", places: ["3:1-3:2"], lines: ["a", "", "b"]),
        Case(testDescription: "a CR at the end", text: "a\r⟦⟧", places: ["2:1-2:1"], lines: ["a", ""]),
        Case(
            testDescription: "scalars of two, three and four bytes", text: "é漢😀⟦x⟧", places: ["1:4-1:5"],
            lines: ["é漢😀x"]),
        Case(
            testDescription: "a combining mark counts", text: "e\u{301}⟦x⟧", places: ["1:3-1:4"], lines: ["e\u{301}x"]),
        Case(
            testDescription: "NEL and the Unicode separators end no line", text: "a\u{85}b\u{2028}c\u{2029}⟦d⟧\n⟦e⟧",
            places: ["1:7-1:8", "2:1-2:2"], lines: ["a\u{85}b\u{2028}c\u{2029}d", "e"]),
        Case(
            testDescription: "a byte order mark has no column", text: "\u{FEFF}⟦a⟧\n⟦b⟧",
            places: ["1:1-1:2", "2:1-2:2"],
            lines: ["a", "b"]),
        Case(testDescription: "nothing but a byte order mark", text: "\u{FEFF}⟦⟧", places: ["1:1-1:1"], lines: [""]),
    ]

    @Test(arguments: cases) func places(_ test: Case) {
        let table = LineTable(test.text.bytes)
        let found = test.text.marks.map { mark in
            let range = test.text.range(mark)
            let (start, end) = (table.position(of: range.start), table.position(of: range.end))
            return "\(start.line):\(start.column)-\(end.line):\(end.column)"
        }
        #expect(found == test.places)
        #expect(test.text.marks.map { test.text.place($0) } == test.places, "MarkedText counts the same")
        let bytes = test.text.bytes
        #expect(table.lineCount == test.lines.count)
        #expect((1...table.lineCount).map { String(decoding: bytes[table.line($0)], as: UTF8.self) } == test.lines)
    }

    @Test(arguments: [-1, 0, 1, 2]) func nothingStandsBeforeTheFirstColumn(offset: Int) {
        #expect(LineTable(Array("\u{FEFF}a".utf8)).position(of: offset) == Position(line: 1, column: 1))
    }

    @Test func offsetsBeyondTheTextAreItsEnd() {
        let table = LineTable(Array("ab\nc".utf8))
        #expect(table.position(of: 99) == Position(line: 2, column: 2))
        #expect(table.offset(of: Position(line: 9, column: 1)) == 4)
        #expect(table.offset(of: Position(line: 0, column: 1)) == 0)
        #expect(table.offset(of: Position(line: 1, column: 99)) == 2)
    }

    /// Every offset of random texts, against counting from the start; long enough to cross the table's blocks.
    @Test(arguments: 0..<24) func agreesWithCountingScalarByScalar(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let alphabet =
            ["a", "b", " ", "é", "漢", "😀", "e\u{301}", "\u{85}", "\u{2028}"]
            + (seed % 3 == 0 ? ["\r", "\n", "\r\n"] : ["\n"])
        let length = Int.random(in: 0...3000, using: &random)
        // Every fourth text is one endless line.
        var text = seed % 2 == 0 ? "\u{FEFF}" : ""
        for _ in 0..<length {
            let piece = alphabet.randomElement(using: &random)!
            text += seed % 4 == 3 && piece == "\n" ? "x" : piece
        }
        let table = LineTable(Array(text.utf8))
        let scalars = Array(text.unicodeScalars)
        var (offset, line, column) = (0, 1, 1)
        for (index, scalar) in scalars.enumerated() {
            if index == 0, scalar == "\u{FEFF}" {
                offset = 3
                continue
            }
            let place = Position(line: line, column: column)
            #expect(table.position(of: offset) == place)
            if scalar != "\n", scalar != "\r" { #expect(table.offset(of: place) == offset) }
            offset += String(scalar).utf8.count
            column += 1
            let isInsideCRLF = scalar == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n"
            if scalar == "\n" || (scalar == "\r" && !isInsideCRLF) { (line, column) = (line + 1, 1) }
        }
        #expect(table.position(of: offset) == Position(line: line, column: column))
        #expect(table.lineCount == line)
    }
}
