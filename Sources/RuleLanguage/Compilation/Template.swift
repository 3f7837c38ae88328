internal import CEL

/// A message with expressions in braces: `{property.path} holds personal data and is not {clause}`. `{{` and `}}` are
/// braces.
struct Template {
    enum Part {
        case text(String)
        case expression(RuleText)
    }

    private(set) var parts: [Part] = []
    private(set) var faults: [Fault] = []

    /// - Parameter opens: of a text in which most braces stand for themselves: whether one followed by this opens an
    ///   expression. None is doubled there.
    init(_ source: RuleText, opens: ((Substring) -> Bool)? = nil) {
        let text = source.text
        var literal = ""
        var at = text.startIndex
        func bytes(_ index: String.Index) -> Int { text.utf8.distance(from: text.startIndex, to: index) }
        while at < text.endIndex {
            let character = text[at]
            let next = text.index(after: at)
            if let opens, character != "{" || !opens(text[next...]) {
                literal.append(character)
                at = next
            } else if opens == nil, character == "{" || character == "}", next < text.endIndex, text[next] == character
            {
                literal.append(character)
                at = text.index(after: next)
            } else if character == "{" {
                guard let end = Self.end(of: next, in: text) else {
                    faults.append(
                        Fault(
                            "the `{` is never closed", at: bytes(at)..<bytes(next),
                            help: "write `}` behind the expression, or `{{` for a brace"))
                    return
                }
                if !literal.isEmpty { parts.append(.text(literal)) }
                literal = ""
                parts.append(.expression(source.part(next..<end)))
                at = text.index(after: end)
            } else if character == "}" {
                faults.append(
                    Fault("a `}` without its `{`", at: bytes(at)..<bytes(next), help: "write `}}` for a brace"))
                at = next
            } else {
                literal.append(character)
                at = next
            }
        }
        if !literal.isEmpty { parts.append(.text(literal)) }
    }

    /// The brace that closes an expression: braces inside it and in its strings do not count.
    private static func end(of start: String.Index, in text: String) -> String.Index? {
        var depth = 0
        var quote: Character?
        var at = start
        while at < text.endIndex {
            let character = text[at]
            if let open = quote {
                if character == "\\", text.index(after: at) < text.endIndex {
                    at = text.index(after: at)
                } else if character == open {
                    quote = nil
                }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == "{" {
                depth += 1
            } else if character == "}" {
                if depth == 0 { return at }
                depth -= 1
            }
            at = text.index(after: at)
        }
        return nil
    }
}
