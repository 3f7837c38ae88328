package import Diagnostics

extension YAMLTree {
    /// A comment, from `#` to the end of its line.
    package struct Comment: Hashable, Sendable {
        package var range: SourceRange
        /// Text behind `#`, as it is written.
        package var text: String
        /// True when nothing but white space stands before it on its line.
        package var ownsLine: Bool
    }

    /// The comments of the file, in order; of a file that breaks off, those before the fault.
    ///
    /// libyaml drops comments, so they are looked for between the scalars: there a `#` at the start of a line or behind
    /// white space starts one (YAML 1.2.2, section 6.6).
    package func comments() -> [Comment] {
        let text = source.text
        let end = documents.first { $0.isIncomplete }?.range.end ?? text.count
        var comments: [Comment] = []
        var offset = 0
        for scalar in scalarRanges() where scalar.start >= offset {
            findComments(in: text, from: offset, to: min(scalar.start, end), &comments)
            offset = scalar.end
        }
        findComments(in: text, from: offset, to: end, &comments)
        return comments
    }

    /// The bytes of scalars, in order. A block scalar's header is none of its text: a comment may follow it.
    private func scalarRanges() -> [SourceRange] {
        var ranges: [SourceRange] = []
        for id in 0..<NodeID(nodeCount) {
            let node = self[id]
            guard node.type.isSubset(of: .scalar), !node.flags.contains(.aliased), node.end > node.start else {
                continue
            }
            var range = range(of: id)
            if let style = style(of: id), style == .literal || style == .folded {
                var start = range.start
                while start < range.end, source.text[start] != 0x0A, source.text[start] != 0x0D { start += 1 }
                range.start = start
            }
            ranges.append(range)
        }
        return ranges.sorted { $0.start < $1.start }
    }

    private func findComments(in text: [UInt8], from start: Int, to end: Int, _ comments: inout [Comment]) {
        var index = start
        while index < end {
            guard text[index] == UInt8(ascii: "#"), index == 0 || text[index - 1] <= 0x20 || isBehindMark(index, text)
            else {
                index += 1
                continue
            }
            var stop = index
            while stop < text.count, text[stop] != 0x0A, text[stop] != 0x0D { stop += 1 }
            var before = index
            while before > 0, text[before - 1] == 0x20 || text[before - 1] == 0x09 { before -= 1 }
            let ownsLine =
                before == 0 || text[before - 1] == 0x0A || text[before - 1] == 0x0D || isBehindMark(before, text)
            comments.append(
                Comment(
                    range: SourceRange(index, stop), text: String(decoding: text[(index + 1)..<stop], as: UTF8.self),
                    ownsLine: ownsLine))
            index = stop
        }
    }

    /// Right behind the byte order mark the first line starts.
    private func isBehindMark(_ index: Int, _ text: [UInt8]) -> Bool {
        index == 3 && text.starts(with: [0xEF, 0xBB, 0xBF])
    }
}

/// Styles of scalars.
package enum ScalarStyle: Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded
}

extension YAMLTree {
    /// Style of a scalar; nil for collections.
    package func style(of id: NodeID) -> ScalarStyle? {
        let node = self[id]
        guard node.type.isSubset(of: .scalar) else { return nil }
        if node.flags.contains(.plain) || node.start == node.end { return .plain }
        switch source.text[Int(node.start)] {
        case UInt8(ascii: "'"): return .singleQuoted
        case UInt8(ascii: "\""): return .doubleQuoted
        case UInt8(ascii: "|"): return .literal
        case UInt8(ascii: ">"): return .folded
        default: return .plain
        }
    }
}
