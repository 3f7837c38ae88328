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

    /// Prose with names of a contract in it, which stand in code spans as messages mean them. Nothing in a code span means
    /// anything else (CommonMark 0.31, section 6.1), so that names in it stay as they are.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        var rest = Array(UnsafeText.escaped(text).unicodeScalars)[...]
        while let scalar = rest.first {
            guard scalar == "`" else {
                write(scalar, to: &escaped)
                rest = rest.dropFirst()
                continue
            }
            let fence = rest.prefix { $0 == "`" }
            let behind = rest.dropFirst(fence.count)
            if let end = end(of: behind, fence: fence.count) {
                escaped.unicodeScalars.append(contentsOf: rest[..<end])
                rest = rest[end...]
            } else {
                escaped += String(repeating: "\\`", count: fence.count)
                rest = behind
            }
        }
        return escaped
    }

    /// End of a code span, behind the first run of as many backquotes; nil: there is none, and they are backquotes.
    private static func end(of text: ArraySlice<Unicode.Scalar>, fence: Int) -> Int? {
        var run = 0
        for index in text.indices {
            if text[index] == "`" {
                run += 1
            } else if run == fence {
                return index
            } else {
                run = 0
            }
        }
        return run == fence ? text.endIndex : nil
    }

    private static func write(_ scalar: Unicode.Scalar, to escaped: inout String) {
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
}
