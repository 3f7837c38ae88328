/// The text of one file, and where its lines are.
///
/// Not shared between threads while it is being read: the line table is built at the first question about a place.
package final class SourceFile {
    /// The name to show: relative to the working folder, `/` between folders.
    package let name: String
    /// Well-formed UTF-8; a file in UTF-16 was converted when it was read.
    package let text: [UInt8]
    package private(set) lazy var lines = LineTable(text)

    package init(name: String, text: [UInt8]) {
        self.name = name
        self.text = text
    }

    /// The place of a range.
    ///
    /// - Parameter withExcerpt: whether with the line it stands in, which only some reports show.
    package func place(of range: SourceRange, withExcerpt: Bool = true) -> Place {
        Place(
            file: name, start: lines.position(of: range.start), end: lines.position(of: range.end),
            excerpt: withExcerpt ? excerpt(of: range) : nil)
    }

    /// The most Unicode scalars an excerpt shows.
    private static let excerptWidth = 120
    /// Number of them before the marked part when the line is cut.
    private static let excerptLead = 40

    private func excerpt(of range: SourceRange) -> Excerpt {
        let start = lines.position(of: range.start)
        let line = lines.line(start.line)
        let markStart = min(max(range.start, line.lowerBound), line.upperBound)
        let markEnd = min(max(range.end, markStart), line.upperBound)
        let first = back(from: markStart, to: line.lowerBound, scalars: Self.excerptLead)
        let whole = ahead(from: line.lowerBound, to: line.upperBound, scalars: Self.excerptWidth) == line.upperBound
        let from = whole ? line.lowerBound : first
        let to = whole ? line.upperBound : ahead(from: from, to: line.upperBound, scalars: Self.excerptWidth)
        return Excerpt(
            text: String(decoding: text[from..<to], as: UTF8.self),
            markStart: scalarCount(from, markStart),
            markLength: max(1, scalarCount(markStart, min(markEnd, to))),
            isCutBefore: from > line.lowerBound, isCutBehind: to < line.upperBound)
    }

    private func scalarCount(_ from: Int, _ to: Int) -> Int {
        guard from < to else { return 0 }
        return text[from..<to].lazy.filter { $0 & 0xC0 != 0x80 }.count
    }

    private func back(from offset: Int, to limit: Int, scalars: Int) -> Int {
        var offset = offset
        var left = scalars
        while offset > limit, left > 0 {
            offset -= 1
            while offset > limit, text[offset] & 0xC0 == 0x80 { offset -= 1 }
            left -= 1
        }
        return offset
    }

    private func ahead(from offset: Int, to limit: Int, scalars: Int) -> Int {
        var offset = offset
        var left = scalars
        while offset < limit, left > 0 {
            offset += 1
            while offset < limit, text[offset] & 0xC0 == 0x80 { offset += 1 }
            left -= 1
        }
        return offset
    }
}
