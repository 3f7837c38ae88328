internal import Diagnostics

/// Says what libyaml could not read in words of the person who wrote it.
enum SyntaxFault {
    /// libyaml's word for text in quotes.
    static let inQuotes = "while scanning a quoted scalar"

    static func issue(
        problem: String, at offset: Int, context: String?, from contextOffset: Int?, _ text: UnsafeBufferPointer<UInt8>
    ) -> Issue {
        let offset = min(offset, text.count)
        if let tab = tabInIndentation(before: offset, text) {
            return Issue(
                YAMLRules.tabIndentation, "the line is indented with a tab", at: SourceRange(tab, tab + 1),
                help: "indent with spaces")
        }
        if context == inQuotes, let contextOffset, problem.hasPrefix("found unexpected") {
            return Issue(
                YAMLRules.syntax, "the quote that opens here is never closed", at: SourceRange(contextOffset, contextOffset + 1),
                help: "add the closing quote; inside, write \\\" or '' for the quote itself", subject: problem)
        }
        let words = explanation(of: problem, context)
        var related: [(range: SourceRange, message: String)] = []
        if let contextOffset, contextOffset < offset, contextOffset < text.count {
            related = [(SourceRange(contextOffset, contextOffset + 1), context.map(opened) ?? "it started here")]
        }
        return Issue(
            YAMLRules.syntax, words.message, at: token(at: offset, text), help: words.help, related: related, subject: problem)
    }

    /// The word at the fault, or the last character before the end of the file.
    private static func token(at offset: Int, _ text: UnsafeBufferPointer<UInt8>) -> SourceRange {
        var end = offset
        while end < text.count, text[end] > 0x20, end - offset < 80 { end += 1 }
        while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
        return SourceRange(offset, end > offset ? end : min(offset + 1, text.count))
    }

    private static func tabInIndentation(before offset: Int, _ text: UnsafeBufferPointer<UInt8>) -> Int? {
        var start = offset
        while start > 0, text[start - 1] != 0x0A, text[start - 1] != 0x0D { start -= 1 }
        while start < text.count, text[start] == 0x20 { start += 1 }
        return start < text.count && start <= offset && text[start] == 0x09 ? start : nil
    }

    private static func opened(_ context: String) -> String {
        switch context {
        case "while parsing a flow sequence": "the `[` that is open"
        case "while parsing a flow mapping": "the `{` that is open"
        case inQuotes: "the quote that is open"
        case "while parsing a block mapping": "the mapping that is being read starts here"
        case "while parsing a block collection", "while parsing a block sequence": "the list that is being read starts here"
        case "while scanning a simple key": "the line that is being read as a key"
        default: context
        }
    }

    private static func explanation(of problem: String, _ context: String?) -> (message: String, help: String) {
        switch problem {
        case "did not find expected ',' or ']'":
            ("the list in brackets is not closed", "add the missing `]`, or a `,` between its items")
        case "did not find expected ',' or '}'":
            ("the mapping in braces is not closed", "add the missing `}`, or a `,` between its entries")
        case "did not find expected key":
            (
                "a key was expected here",
                "check the indentation: keys of one mapping start in the same column; text that holds `: `, ` #` or quotes needs quotes around all of it"
            )
        case "did not find expected '-' indicator":
            ("a list item was expected here", "start the item with `- ` in the column of the other items, or indent the line further")
        case "mapping values are not allowed in this context":
            (
                "`:` cannot stand here",
                "put quotes around text that holds `: `, and check that the line is not indented deeper than its neighbours"
            )
        case "could not find expected ':'":
            ("the line is no `key: value`", "add `:` behind the key, or check the indentation and quotes of the lines above")
        case "found character that cannot start any token":
            ("this character cannot start a value", "put quotes around the value: `@`, `` ` ``, `%` and tabs cannot start one")
        case "block sequence entries are not allowed in this context":
            ("a list cannot start here", "put the first `- ` on a line of its own")
        case "found duplicate %YAML directive", "found duplicate %TAG directive", "found incompatible YAML document":
            (problem, "remove the directive: contracts need none")
        case "did not find expected <document start>":
            ("text stands behind the end of the document", "check the indentation of this line, or start a document with `---`")
        case "did not find expected alphabetic or numeric character":
            ("`*` or `&` without a name", "put quotes around text that starts with `*` or `&`")
        case let other where other.contains("escape"):
            ("the text in double quotes holds an escape that YAML does not know", "write `\\\\` for a backslash, or use single quotes")
        case let other where other.contains("undefined tag handle"):
            ("the tag's handle is not defined", "put quotes around text that starts with `!`")
        default:
            (context.map { "\(problem) (\($0))" } ?? problem, "check the indentation, the quotes and the brackets around here")
        }
    }
}
