package import Diagnostics

/// Place of a value in the file of its unit, kept without the text: by bytes for whoever has the file, by lines for whoever has not.
package struct Spot: Hashable, Sendable {
    /// Bytes of the file; -1: the unit is known from an interface file.
    package var start: Int32
    package var end: Int32
    package var line: Int32
    package var column: Int32
    package var endLine: Int32
    package var endColumn: Int32

    package init(_ range: SourceRange, _ place: Place) {
        start = Int32(clamping: range.start)
        end = Int32(clamping: range.end)
        line = Int32(clamping: place.start.line)
        column = Int32(clamping: place.start.column)
        endLine = Int32(clamping: place.end.line)
        endColumn = Int32(clamping: place.end.column)
    }

    /// - Parameter numbers: line and column of both ends.
    package init?(lines numbers: [Int]) {
        guard numbers.count == 4, numbers.allSatisfy({ $0 >= 1 && $0 < Int32.max }) else { return nil }
        (start, end) = (-1, -1)
        (line, column) = (Int32(numbers[0]), Int32(numbers[1]))
        (endLine, endColumn) = (Int32(numbers[2]), Int32(numbers[3]))
    }

    package var lines: [Int] { [Int(line), Int(column), Int(endLine), Int(endColumn)] }

    package var range: SourceRange { SourceRange(Int(max(0, start)), Int(max(0, end))) }

    package func place(in file: String) -> Place {
        Place(
            file: file, start: Position(line: Int(line), column: Int(column)),
            end: Position(line: Int(endLine), column: Int(endColumn)))
    }
}
