package import Diagnostics

/// Text with marked places, for tests that say where something stands by pointing at it.
///
/// `⟦…⟧` marks a range, `⟦⟧` a point between two characters. Marks may stand inside each other. They are numbered from 1
/// in the order in which they open; a digit in superscript behind the opening mark numbers it otherwise: `⟦²…⟧`.
///
///     MarkedText("⟦nmae⟧: orders").text == "nmae: orders"
///
/// Lines and columns are counted here by the book and not by `LineTable`, which is under test.
package struct MarkedText: Sendable {
    package let text: String
    /// Byte ranges by number.
    private let ranges: [Int: SourceRange]

    package init(_ marked: String) {
        var text = String.UnicodeScalarView()
        var offset = 0
        var open: [(number: Int, start: Int)] = []
        var ranges: [Int: SourceRange] = [:]
        var next = 1
        let scalars = Array(marked.unicodeScalars)
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            index += 1
            switch scalar {
            case "⟦":
                var number = next
                if index < scalars.count, let digit = Self.digits.firstIndex(of: scalars[index]) {
                    number = digit
                    index += 1
                } else {
                    next += 1
                }
                open.append((number, offset))
            case "⟧":
                guard let mark = open.popLast() else { preconditionFailure("a mark is closed that was not opened") }
                precondition(ranges[mark.number] == nil, "two marks have the number \(mark.number)")
                ranges[mark.number] = SourceRange(mark.start, offset)
            default:
                text.append(scalar)
                offset += String(scalar).utf8.count
            }
        }
        precondition(open.isEmpty, "a mark is not closed")
        self.text = String(text)
        self.ranges = ranges
    }

    private static let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars)

    package var bytes: [UInt8] { Array(text.utf8) }

    /// The numbers of the marks, in order.
    package var marks: [Int] { ranges.keys.sorted() }

    /// The bytes of a mark.
    package func range(_ mark: Int = 1) -> SourceRange {
        guard let range = ranges[mark] else { preconditionFailure("no mark has the number \(mark)") }
        return range
    }

    /// The text of a mark.
    package func text(of mark: Int = 1) -> String {
        String(decoding: bytes[range(mark).start..<range(mark).end], as: UTF8.self)
    }

    /// A place as `line:column-line:column`, counted in Unicode scalars from 1.
    package func place(_ mark: Int = 1) -> String {
        let range = range(mark)
        return "\(show(position(of: range.start)))-\(show(position(of: range.end)))"
    }

    private func show(_ position: Position) -> String { "\(position.line):\(position.column)" }

    /// Line and column of a byte offset, scalar by scalar: lines end at LF, CR LF and a lone CR.
    package func position(of offset: Int) -> Position {
        var position = Position(line: 1, column: 1)
        var bytes = 0
        var scalars = Array(text.unicodeScalars)[...]
        if scalars.first == "\u{FEFF}" {
            scalars.removeFirst()
            bytes = 3
        }
        while let scalar = scalars.popFirst(), bytes < offset {
            bytes += String(scalar).utf8.count
            if scalar == "\n" || (scalar == "\r" && scalars.first != "\n") {
                position = Position(line: position.line + 1, column: 1)
            } else {
                position.column += 1
            }
        }
        return position
    }
}

extension MarkedText: ExpressibleByStringLiteral {
    package init(stringLiteral marked: String) { self.init(marked) }
}
