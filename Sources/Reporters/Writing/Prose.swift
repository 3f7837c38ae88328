/// Prose on a terminal: harmless, in lines of a width that can be read.
enum Prose {
    /// The most columns of a line, its indentation among them.
    private static let width = 100

    /// The text in lines that are indented, each with its line break.
    static func wrapped(_ text: String, indent: Int) -> String {
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = ""
        var columns = indent
        for word in text.split(whereSeparator: \.isWhitespace) {
            let safe = UnsafeText.escaped(String(word))
            let width = ColumnWidth.of(safe)
            if !line.isEmpty, columns + 1 + width > Self.width {
                lines.append(line)
                line = ""
            }
            if line.isEmpty {
                line = margin + safe
                columns = indent + width
            } else {
                line += " " + safe
                columns += 1 + width
            }
        }
        if !line.isEmpty { lines.append(line) }
        return lines.map { $0 + "\n" }.joined()
    }

    /// The lines of a text as they are, each indented and harmless.
    static func lines(of text: String, indent: Int) -> String {
        let margin = String(repeating: " ", count: indent)
        var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
        while lines.last?.isEmpty ?? false { lines.removeLast() }
        return lines.map { $0.isEmpty ? "\n" : margin + UnsafeText.escaped(String($0)) + "\n" }.joined()
    }

    /// The first sentence of a text, where one line must do.
    static func firstSentence(_ text: String) -> String {
        var previous: Character?
        for index in text.indices {
            let next = text.index(after: index)
            // `Art. 9` goes on.
            if text[index] == " ", previous == ".", next < text.endIndex, text[next].isUppercase || text[next] == "`" {
                return String(text[..<index])
            }
            previous = text[index]
        }
        return text
    }

    /// `a`, `a and b`, `a, b and c`; of many the first few.
    static func list(_ words: [String], _ link: String = "and", most: Int = .max) -> String {
        let shown = words.prefix(most)
        let rest = words.count - shown.count
        if rest > 0 { return shown.joined(separator: ", ") + " and \(rest) more" }
        guard let last = shown.last else { return "none" }
        let others = shown.dropLast()
        return others.isEmpty ? last : others.joined(separator: ", ") + " \(link) " + last
    }

    static func count(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
        "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
    }
}
