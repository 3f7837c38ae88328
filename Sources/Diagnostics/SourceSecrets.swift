package import Basics

/// Secrets of one file: where they stand in its text, and how they read where a message quotes them.
package final class SourceSecrets: Hashable, Sendable {
    /// Bytes of the text, in order.
    private let ranges: [Range<Int>]
    private let words: SecretWords

    package static let none = SourceSecrets(ranges: [], words: SecretWords([]))

    package var isEmpty: Bool { ranges.isEmpty && words.isEmpty }

    /// - Parameters:
    ///   - ranges: of the text, in whatever order.
    ///   - words: the secrets as they read.
    package init(ranges: [Range<Int>], words: SecretWords) {
        self.ranges = Secrets.joined(ranges)
        self.words = words
    }

    /// Those of two files, for what is said of both.
    package func beside(_ other: SourceSecrets) -> SourceSecrets {
        if words.isEmpty { return other }
        return other.words.isEmpty ? self : SourceSecrets(ranges: [], words: words.union(other.words))
    }

    /// A text that may quote the file, without its secrets.
    package func redacted(_ text: String) -> String {
        words.isEmpty ? Secrets.redacted(text) : Secrets.redacted(text) { words.ranges(in: $0) }
    }

    package func redacted(_ text: String?) -> String? { text.map { redacted($0) } }

    /// A JSON Pointer without secrets in its steps, which escape `/` and `~`.
    package func redacted(route: String?) -> String? {
        guard let route, route.utf8.contains(UInt8(ascii: "~")) else { return redacted(route) }
        let steps = route.split(separator: "/", omittingEmptySubsequences: false).map { step in
            let text = String(step).replacing("~1", with: "/").replacing("~0", with: "~")
            let shown = redacted(text)
            return shown == text ? String(step) : shown.replacing("~", with: "~0").replacing("/", with: "~1")
        }
        return steps.joined(separator: "/")
    }

    package static func == (a: SourceSecrets, b: SourceSecrets) -> Bool {
        a === b || (a.ranges == b.ranges && a.words == b.words)
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(ranges) }

    /// Bytes of a line that no excerpt shows.
    ///
    /// - Parameters:
    ///   - text: all of the file.
    ///   - line: as much of a line as is looked at.
    func ranges(in text: [UInt8], _ line: Range<Int>) -> [Range<Int>] {
        var found = text.withUnsafeBufferPointer { bytes in
            let shown = UnsafeBufferPointer(rebasing: bytes[line])
            return (Secrets.ranges(in: shown, .doubted) + words.ranges(in: shown)).map { range in
                range.lowerBound + line.lowerBound..<range.upperBound + line.lowerBound
            }
        }
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < line.lowerBound { low = middle + 1 } else { high = middle }
        }
        while low < ranges.count, ranges[low].lowerBound < line.upperBound {
            found.append(ranges[low].clamped(to: line))
            low += 1
        }
        return Secrets.joined(found)
    }
}
