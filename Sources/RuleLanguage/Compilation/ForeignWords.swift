internal import Basics
internal import CEL

/// Words of SQL and of other languages in an expression, and how they are written here.
struct ForeignWords {
    fileprivate struct Token {
        var text: String
        /// In bytes.
        var range: Range<Int>
        var isText = false

        var word: String { isText ? "" : text.uppercased() }
        /// A text as CEL writes it, whatever quotes it stands in.
        var value: String {
            isText ? Literal.string(String(text.dropFirst().dropLast())).text : text
        }
    }

    private let tokens: [Token]
    private let text: String

    private init(_ text: String) {
        self.text = text
        tokens = Self.tokens(of: text)
    }

    /// The first thing in a text that is no expression because it is written as SQL has it; nil: it is something else.
    static func fault(in text: String) -> Fault? { ForeignWords(text).fault }

    private var fault: Fault? {
        for index in tokens.indices {
            if let found = fault(at: index) { return found }
        }
        return nil
    }

    private func fault(at index: Int) -> Fault? {
        let word = tokens[index].word
        func next(_ distance: Int) -> String { index + distance < tokens.count ? tokens[index + distance].word : "" }
        // A field may have such a name.
        if index > 0, tokens[index - 1].text == "." { return nil }
        let isNegated = index > 0 && tokens[index - 1].word == "NOT"
        switch word {
        case "LIKE", "ILIKE": return like(index, isNegated)
        case "MATCHES" where next(1) != "(", "REGEXP", "RLIKE", "SIMILAR":
            return said(index, isNegated, "\(left(index, isNegated)).matches(\(value(index + 1)))")
        case "IN" where next(1) == "(": return list(index, isNegated)
        case "IN" where isNegated: return said(index, true, "\(left(index, true)) in \(rest(from: index + 1))")
        case "BETWEEN":
            guard index + 3 < tokens.count else { return nil }
            let subject = left(index, isNegated)
            let (low, high) = (value(index + 1), value(index + 3))
            return said(index, isNegated, "\(low) <= \(subject) && \(subject) <= \(high)")
        case "IS":
            let isNot = next(1) == "NOT"
            switch next(isNot ? 2 : 1) {
            case "NULL", "EMPTY", "MISSING":
                return said(index, !isNot, "filled(\(left(index, false)))")
            case "TRUE", "FALSE":
                let truth = next(isNot ? 2 : 1).lowercased()
                return said(index, false, "\(left(index, false)) \(isNot ? "!=" : "==") \(truth)")
            default: return said(index, false, "\(left(index, false)) \(isNot ? "!=" : "==") …")
            }
        case "AND": return note(index...index, "and is written `&&`")
        case "OR": return note(index...index, "or is written `||`")
        case "NOT" where !["IN", "LIKE", "ILIKE", "BETWEEN", "MATCHES"].contains(next(1)):
            return note(index...index, "not is written `!(…)`")
        // `case(name)` is a function of this language.
        case "CASE" where next(1) != "(": return note(index...index, "it is written `condition ? value : other`")
        case "SELECT", "FROM", "WHERE",
            "EXISTS" where next(1) == "(" && next(2) == "SELECT":
            return note(index...index, "`list.exists(x, condition)` asks of the elements of a list")
        case "<" where next(1) == ">": return note(index...(index + 1), "not equal is written `!=`")
        case "=" where next(1) == "~", "~":
            return note(
                index...(word == "~" ? index : index + 1),
                "a pattern is asked for by `\(left(index, false)).matches(\(value(word == "~" ? index + 1 : index + 2)))`"
            )
        case "[" where next(1) == "*":
            return note(
                index...min(index + 2, tokens.count - 1),
                "`\(left(index, false)).all(x, …)` asks of every element, `.exists(x, …)` whether there is one")
        default: return nil
        }
    }

    private func like(_ index: Int, _ isNegated: Bool) -> Fault {
        let subject = left(index, isNegated)
        guard index + 1 < tokens.count, tokens[index + 1].isText else {
            return said(index, isNegated, "glob(\(subject), \"…*\")")
        }
        let pattern = String(tokens[index + 1].text.dropFirst().dropLast())
        let inner = pattern.drop { $0 == "%" }
        let core = String(inner.reversed().drop { $0 == "%" }.reversed())
        func call(_ name: String) -> String { "\(subject).\(name)(\(Literal.string(core).text))" }
        if core.contains("%") || core.contains("_") {
            let glob = pattern.map { $0 == "%" ? "*" : $0 == "_" ? "?" : String($0) }.joined()
            return said(index, isNegated, "glob(\(subject), \(Literal.string(glob).text))")
        }
        switch (pattern.hasPrefix("%"), pattern.hasSuffix("%")) {
        case (true, true): return said(index, isNegated, call("contains"))
        case (true, false): return said(index, isNegated, call("endsWith"))
        case (false, true): return said(index, isNegated, call("startsWith"))
        default: return said(index, isNegated, "\(subject) == \(Literal.string(core).text)")
        }
    }

    /// `in ('a', 'b')`
    private func list(_ index: Int, _ isNegated: Bool) -> Fault? {
        var items: [String] = []
        var at = index + 2
        var depth = 0
        var isNew = true
        while at < tokens.count, depth > 0 || tokens[at].text != ")" {
            if tokens[at].text == "(" { depth += 1 }
            if tokens[at].text == ")" { depth -= 1 }
            if tokens[at].text == ",", depth == 0 {
                isNew = true
            } else if isNew {
                items.append(tokens[at].value)
                isNew = false
            } else {
                items[items.count - 1] += tokens[at].value
            }
            at += 1
        }
        guard let first = items.first else { return nil }
        let isList = items.count > 1 || tokens[index + 2].isText
        // `in (a + b)` is an expression.
        if !isList, tokens[index].text == "in" { return nil }
        let list = isList ? "[\(items.joined(separator: ", "))]" : first
        return said(index, isNegated, "\(left(index, isNegated)) in \(list)")
    }

    private func said(_ index: Int, _ isNegated: Bool, _ written: String) -> Fault {
        let first = index > 0 && tokens[index - 1].word == "NOT" ? index - 1 : index
        let isWhole = written.contains(" && ") || written.contains(" in ") || written.contains(" == ")
        return note(first...index, "write `\(isNegated ? isWhole ? "!(\(written))" : "!" + written : written)`")
    }

    private func note(_ words: ClosedRange<Int>, _ help: String) -> Fault {
        let shown = words.map { tokens[$0].text }.joined(
            separator: words.count == 2 && tokens[words.lowerBound].isSign ? "" : " ")
        return Fault(
            "`\(shown.shortened)` is no word of this language",
            at: tokens[words.lowerBound].range.lowerBound..<tokens[words.upperBound].range.upperBound, help: help)
    }

    /// That which stands before a word.
    private func left(_ index: Int, _ isNegated: Bool) -> String {
        var end = index - (isNegated ? 2 : 1)
        guard end >= 0 else { return "x" }
        let last = end
        var depth = 0
        while end >= 0 {
            let token = tokens[end].text
            if token == ")" || token == "]" { depth += 1 }
            if token == "(" || token == "[" {
                if depth == 0 { break }
                depth -= 1
            }
            if depth == 0, end < last, !tokens[end].joins(tokens[end + 1]) { break }
            end -= 1
        }
        guard end < last else { return "x" }
        let bytes = Array(text.utf8)[tokens[end + 1].range.lowerBound..<tokens[last].range.upperBound]
        return String(decoding: bytes, as: UTF8.self)
    }

    private func value(_ index: Int) -> String { index < tokens.count ? tokens[index].value : "…" }

    private func rest(from index: Int) -> String {
        guard index < tokens.count else { return "[…]" }
        let rest = String(decoding: Array(text.utf8)[tokens[index].range.lowerBound...], as: UTF8.self)
        return rest.contains("\n") ? "[…]" : rest.shortened
    }

    private static func tokens(of text: String) -> [Token] {
        let bytes = Array(text.utf8)
        var tokens: [Token] = []
        var at = 0
        while at < bytes.count {
            let start = at
            let byte = bytes[at]
            if byte <= 0x20 {
                at += 1
                continue
            }
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                at += 1
                while at < bytes.count, bytes[at] != byte { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
                at = min(at + 1, bytes.count)
            } else if isWordPart(byte) {
                while at < bytes.count, isWordPart(bytes[at]) { at += 1 }
            } else {
                at += 1
            }
            tokens.append(
                Token(
                    text: String(decoding: bytes[start..<at], as: UTF8.self), range: start..<at,
                    isText: byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")))
        }
        return tokens
    }

    private static func isWordPart(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") || byte >= 0x80
    }
}

extension ForeignWords.Token {
    fileprivate var isSign: Bool { text.utf8.first.map { !$0.isLetter && !$0.isDigit } ?? false }

    /// True when it and the next one are of one value: `a.b`, `f(x)`.
    fileprivate func joins(_ next: Self) -> Bool {
        if range.upperBound != next.range.lowerBound { return false }
        if text == "!" || text == "," || text == "=" || text == "<" || text == ">" || text == "&" || text == "|" {
            return false
        }
        return true
    }
}

/// Functions of SQL and of other languages that are members or have other names here: by the name, how they are written.
enum ForeignFunctions {
    static func help(_ function: String, _ arguments: [String]) -> String? {
        let x = arguments.first ?? "x"
        let y = arguments.count > 1 ? arguments[1] : "…"
        switch function.lowercased() {
        case "lower", "lcase", "lowerascii", "tolower": return "write `\(x).lowerAscii()`"
        case "upper", "ucase", "upperascii", "toupper": return "write `\(x).upperAscii()`"
        case "trim": return "write `\(x).trim()`"
        case "now", "current_date", "current_timestamp", "getdate", "sysdate": return "write `today()`"
        case "coalesce", "ifnull", "nvl",
            "isnull" where arguments.count == 2:
            return "write `filled(\(x)) ? \(x) : \(y)`"
        case "isnull", "is_null", "empty", "isempty", "is_empty": return "write `!filled(\(x))`"
        case "notnull", "is_not_null", "isnotnull", "present", "exists", "defined", "notempty", "is_set":
            return "write `filled(\(x))`"
        case "length", "len", "count", "char_length", "cardinality": return "write `size(\(x))`"
        case "substr", "substring", "left": return "write `\(x).substring(0, n)`; positions count from 0"
        case "regexp_like", "regexp_matches", "regex", "rlike", "matches", "match": return "write `\(x).matches(\(y))`"
        case "startswith", "starts_with": return "write `\(x).startsWith(\(y))`"
        case "endswith", "ends_with": return "write `\(x).endsWith(\(y))`"
        case "contains": return "write `\(x).contains(\(y))` of a text, `\(y) in \(x)` of a list"
        case "any", "some": return "write `\(x).exists(x, condition)`"
        case "every", "all": return "write `\(x).all(x, condition)`"
        case "concat": return "write `\(x) + \(y)`"
        case "replace": return "write `\(x).replace(\(y), …)`"
        case "split": return "write `\(x).split(\(y))`"
        case "round", "floor", "ceil", "ceiling", "abs":
            return "write `math.\(function.lowercased() == "ceiling" ? "ceil" : function.lowercased())(\(x))`"
        case "greatest", "least": return "write `math.\(function.lowercased())(\(arguments.joined(separator: ", ")))`"
        case "avg", "average", "mean": return "write `ratio(\(x).sum(), \(x).size())`"
        case "datediff", "age", "date_diff": return "write `date(a) - date(b) > days(30)`"
        case "cast", "to_number", "number": return "write `int(\(x))` or `double(\(x))`"
        case "upstreams", "downstreams":
            return "a rule sees one contract; `contractlint mesh` and the rules of `mesh` judge what fits together"
        case "semver": return "write `version(\(x))`"
        default: return nil
        }
    }
}
