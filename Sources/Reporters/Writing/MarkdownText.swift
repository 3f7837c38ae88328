/// Text of contracts in CommonMark: it can be no mention, no link, no HTML and no heading.
enum MarkdownText {
    /// A code span with a fence that is longer than any run of backquotes inside (CommonMark 0.31, section 6.1).
    static func code(_ text: String) -> String {
        let safe = UnsafeText.escaped(text)
        var longest = 0
        var run = 0
        for byte in safe.utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        let needsBlank = safe.isEmpty || safe.first == "`" || safe.last == "`"
        return needsBlank ? "\(fence) \(safe) \(fence)" : fence + safe + fence
    }

    /// Prose with names of a contract in it. Backquotes stay: they make code spans of these names, as messages mean them.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in UnsafeText.escaped(text).unicodeScalars {
            switch scalar {
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "&": escaped += "&amp;"
            // A mention notifies whoever is called so.
            case "@": escaped += "&#64;"
            case "\\", "*", "_", "[", "]", "|", "#", "~", "!": escaped += "\\\(scalar)"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
