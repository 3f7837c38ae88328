internal import Diagnostics

/// Words for each of libyaml's problems.
extension SyntaxFault {
    func account() -> Account {
        if let conflict = mergeConflict() { return conflict }
        switch context {
        case "while parsing a quoted scalar": return escape()
        case "while scanning a directive", "while scanning a %YAML directive", "while scanning a %TAG directive":
            return Account(
                word(at: contextOffset ?? offset), "a line that starts with `%` is a directive, and this is none",
                "put quotes around the text, or remove the line")
        case "while scanning a tag", "while parsing a tag":
            return Account(
                word(at: contextOffset ?? offset), "the tag is not complete",
                "put quotes around text that starts with `!`")
        case "while scanning an anchor", "while scanning an alias":
            let place = contextOffset ?? offset
            let mark = string(character(at: place))
            return Account(
                word(at: place), "`\(mark)` starts an \(mark == "*" ? "alias" : "anchor") here, and no name follows",
                "put quotes around text that starts with `\(mark)`")
        default: break
        }
        switch problem {
        case "did not find expected ',' or ']'": return bracket("[", "]", "list")
        case "did not find expected ',' or '}'": return bracket("{", "}", "mapping")
        case "did not find expected key": return noKey()
        case "did not find expected '-' indicator":
            return Account(
                word(at: offset), "a list item was expected here",
                "start the item with `- ` in the column of the other items, or indent the line further",
                start: "the list starts here")
        case "mapping values are not allowed in this context": return colon()
        case "could not find expected ':'":
            return Account(
                restOfLine(from: contextOffset ?? offset), "this line is no `key: value`",
                "add `:` behind the key, or check the indentation and the quotes of the lines above")
        case "found unexpected end of stream":
            return Account(
                character(at: contextOffset ?? offset), "the quote that opens here is never closed",
                "add the closing quote")
        case "found unexpected document indicator":
            return Account(
                word(at: offset), "the document ends inside a quoted text", "add the closing quote",
                start: "the quote that is open")
        case "found character that cannot start any token":
            let name =
                byte == 0x09 ? "a tab" : byte == UInt8(ascii: "`") ? "a backtick" : "`\(string(character(at: offset)))`"
            return Account(
                word(at: offset), "a value cannot start with \(name)",
                byte == 0x09 ? "use spaces" : "put quotes around the value")
        case "block sequence entries are not allowed in this context":
            return Account(word(at: offset), "a list cannot start here", "put the first `- ` on a line of its own")
        case "mapping keys are not allowed in this context":
            return Account(word(at: offset), "`?` cannot stand here", "put quotes around text that starts with `? `")
        case "did not find expected node content":
            let found = string(character(at: offset))
            return Account(
                word(at: offset), "a value was expected here, not `\(found)`",
                found == ","
                    ? "write the value, or remove the comma"
                    : "write the value, or put quotes around text that starts with `\(found)`")
        case "did not find expected <document start>":
            return Account(
                word(at: offset), "text stands behind the end of the document",
                "check the indentation of this line, or start a document with `---`")
        case "found unexpected ':'":
            return Account(
                word(at: offset), "`:` cannot stand before a comma or a bracket",
                "write a space behind it, or put quotes around the text")
        case "found duplicate %YAML directive", "found duplicate %TAG directive":
            return Account(word(at: offset), "the directive stands here again", "remove it: contracts need none")
        case "found incompatible YAML document":
            return Account(
                word(at: offset), "this asks for a YAML that is neither 1.1 nor 1.2",
                "remove it: contracts need no directive")
        case "found undefined tag handle":
            return Account(
                word(at: offset), "the handle of the tag `\(string(word(at: offset)))` is not defined",
                "put quotes around text that starts with `!`")
        case "did not find expected comment or line break":
            return Account(
                restOfLine(from: offset), "text stands behind the mark of a block text",
                "start the text on the next line, indented, or put quotes around `|` and `>`")
        case "found an indentation indicator equal to 0":
            return Account(word(at: offset), "a block text is indented by 1 to 9 columns, not 0", "remove the 0")
        default:
            return Account(word(at: offset), problem, "check the indentation, the quotes and the brackets around here")
        }
    }

    /// Conflict markers that version control left behind.
    private func mergeConflict() -> Account? {
        for place in [contextOffset ?? offset, offset] where place < text.count {
            let isLineStart = place == 0 || text[place - 1] == 0x0A || text[place - 1] == 0x0D
            if isLineStart, ["<<<<<<<", "=======", ">>>>>>>"].contains(where: { text[place...].starts(with: $0.utf8) })
            {
                return Account(
                    restOfLine(from: place), "a merge conflict was left in the file",
                    "resolve it, and remove the lines that start with `<<<<<<<`, `=======` and `>>>>>>>`")
            }
        }
        return nil
    }

    private func bracket(_ open: String, _ close: String, _ noun: String) -> Account {
        if isAtEnd, let contextOffset {
            return Account(
                character(at: contextOffset), "the `\(open)` that opens here is never closed",
                "add the missing `\(close)`")
        }
        return Account(
            word(at: offset), "a `,` or `\(close)` is missing before this",
            "separate the parts of a \(noun) with `,`, and close it with `\(close)`",
            start: "the `\(open)` that is open")
    }

    private func noKey() -> Account {
        let place = word(at: offset)
        let before = lineBefore.last { $0 != 0x20 && $0 != 0x09 }
        if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
            let bracket = string(character(at: offset))
            return Account(
                character(at: offset), "this `\(bracket)` closes nothing", "remove it, or put quotes around the text")
        }
        if let before, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(before) {
            return Account(
                place, "text stands behind the closing quote",
                "write '' for a quote inside single quotes, \\\" inside double quotes, and put quotes around all of the text"
            )
        }
        if let before, [UInt8(ascii: "]"), UInt8(ascii: "}")].contains(before) {
            let bracket = String(UnicodeScalar(before))
            return Account(place, "text stands behind the closing `\(bracket)`", "put quotes around all of the text")
        }
        if before == nil, byte == UInt8(ascii: "-") {
            return Account(
                place, "a list item stands among the keys of a mapping",
                "indent the list below its key, or remove the `- `")
        }
        if before == nil {
            return Account(
                place, "the line is not indented like the lines above",
                "start keys that belong together in the same column")
        }
        return Account(place, "a key was expected here", "put quotes around text that holds `: `, ` #` or quotes")
    }

    private func colon() -> Account {
        let place = word(at: offset)
        let line = lineBefore
        let hasColon = zip(line, line.dropFirst()).contains { $0 == UInt8(ascii: ":") && $1 <= 0x20 }
        if hasColon {
            return Account(place, "text without quotes cannot hold `: `", "put quotes around the whole text")
        }
        return Account(
            place, "a key cannot stand here, since the line above it has a value already",
            "indent the line like the line above, or put quotes around text that holds `: `")
    }

    /// An escape in double quotes that is none.
    private func escape() -> Account {
        var start = min(offset, text.count)
        while start > 0, start > offset - 2, start >= text.count || text[start] != UInt8(ascii: "\\") { start -= 1 }
        let kind = start + 1 < text.count ? text[start + 1] : 0
        let digits = kind == UInt8(ascii: "x") ? 2 : kind == UInt8(ascii: "u") ? 4 : kind == UInt8(ascii: "U") ? 8 : 0
        var end = character(at: start + 1).end
        var left = digits
        while left > 0, end < text.count, UnicodeScalar(text[end]).properties.isASCIIHexDigit {
            end += 1
            left -= 1
        }
        let range = SourceRange(start, max(start, end))
        let name = string(range)
        if problem == "found unknown escape character" {
            return Account(
                range, "`\(name)` is no escape that YAML knows", "write `\\\\` for a backslash, or use single quotes")
        }
        if left > 0 {
            return Account(
                range, "the escape `\(name)` is cut short",
                "write \(digits) hexadecimal digits behind `\\\(UnicodeScalar(kind))`")
        }
        if kind == UInt8(ascii: "u") {
            return Account(range, "`\(name)` is half of a surrogate pair", "write both halves, or the character itself")
        }
        return Account(range, "`\(name)` is no character", "the last one is `\\U0010ffff`")
    }
}
