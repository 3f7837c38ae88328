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
    /// - Parameters:
    ///   - withExcerpt: whether with the line it stands in, which only some reports show.
    ///   - secrets: what of the file no excerpt shows, beside the secrets that a line itself tells.
    package func place(
        of range: SourceRange, withExcerpt: Bool = true, hiding secrets: @autoclosure () -> SourceSecrets = .none
    ) -> Place {
        Place(
            file: name, start: lines.position(of: range.start), end: lines.position(of: range.end),
            excerpt: withExcerpt ? excerpt(of: range, secrets()) : nil)
    }

    /// The most Unicode scalars an excerpt shows.
    private static let excerptWidth = 120
    /// Number of them before the marked part when the line is cut.
    private static let excerptLead = 40

    private func excerpt(of range: SourceRange, _ secrets: SourceSecrets) -> Excerpt {
        let start = lines.position(of: range.start)
        let line = lines.line(start.line)
        let markStart = min(max(range.start, line.lowerBound), line.upperBound)
        let markEnd = min(max(range.end, markStart), line.upperBound)
        let first = back(from: markStart, to: line.lowerBound, scalars: Self.excerptLead)
        let whole = ahead(from: line.lowerBound, to: line.upperBound, scalars: Self.excerptWidth) == line.upperBound
        let from = whole ? line.lowerBound : first
        let to = whole ? line.upperBound : ahead(from: from, to: line.upperBound, scalars: Self.excerptWidth)
        let shown = ShownBytes(text, from..<to, hiding: hidden(secrets, around: from..<to, in: line))
        let mark = shown.count(before: markStart, isEnd: false)
        return Excerpt(
            text: shown.text, markStart: mark,
            markLength: max(1, shown.count(before: min(markEnd, to), isEnd: true) - mark),
            isCutBefore: from > line.lowerBound, isCutBehind: to < line.upperBound)
    }

    /// Secrets that reach into the shown part of a line: no more of a long line is looked at than a secret may take.
    private func hidden(_ secrets: SourceSecrets, around shown: Range<Int>, in line: Range<Int>) -> [Range<Int>] {
        let window =
            max(line.lowerBound, shown.lowerBound - Self.margin)..<min(line.upperBound, shown.upperBound + Self.margin)
        return secrets.ranges(in: text, window).filter {
            $0.overlaps(shown) || $0.isEmpty && shown.contains($0.lowerBound)
        }
        .map { $0.clamped(to: shown) }
    }

    private static let margin = 1000

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
