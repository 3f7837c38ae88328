import TestSupport

/// Documents of the plain subset, written every way it knows, and such with a few faults.
struct RandomPlainText {
    private var random: SeededGenerator
    private var lines: [String] = []

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func document() -> String {
        lines = one(in: 4) ? ["---\(one(in: 2) ? " # c" : "")"] : []
        block("", depth: 0, "")
        return lines.joined(separator: "\n") + (one(in: 6) ? "" : "\n")
    }

    // MARK: Blocks

    /// A mapping or a list, whose first line goes on behind `prefix`.
    private mutating func block(_ indent: String, depth: Int, _ prefix: String) {
        let isList = one(in: 3)
        for number in 0..<count(1, 4) {
            let start = number == 0 && !prefix.isEmpty ? prefix : indent
            if number > 0 { noise() }
            if isList { item(start, indent, depth) } else { entry(start, indent, depth) }
        }
    }

    private mutating func item(_ start: String, _ indent: String, _ depth: Int) {
        let spaces = String(repeating: " ", count: one(in: 4) ? count(2, 3) : 1)
        if depth < 4, one(in: 2) { return block(indent + " " + spaces, depth: depth + 1, start + "-" + spaces) }
        value(start + "-", indent, depth)
    }

    private mutating func entry(_ start: String, _ indent: String, _ depth: Int) {
        let colon = start + (one(in: 5) ? quoted(isKey: true) + ":" : plain() + (one(in: 9) ? " :" : ":"))
        if depth < 4, one(in: 3) {
            lines.append(colon + trail())
            noise()
            let isListAtKey = one(in: 3)
            if isListAtKey {
                for _ in 0..<count(1, 3) { item(indent, indent, depth + 1) }
                return
            }
            return block(indent + String(repeating: " ", count: count(1, 3)), depth: depth + 1, "")
        }
        value(colon, indent, depth)
    }

    private mutating func value(_ start: String, _ indent: String, _ depth: Int) {
        let deeper = indent + String(repeating: " ", count: count(1, 4))
        switch count(0, 8) {
        case 0: lines.append(start + trail())
        case 1: lines.append(start + " " + quoted(isKey: false) + trail())
        case 2: lines.append(start + " " + flow(depth: 0) + trail())
        case 3: blockScalar(start, deeper)
        case 4: lines += [start + " " + plain(), deeper + plain() + trail()]
        case 5: lines += [start + " \"" + word() + " ", "", deeper + word() + "\\n\"" + trail()]
        case 6: lines += [start + trail(), deeper + plain() + trail()]
        default: lines.append(start + " " + plain() + trail())
        }
    }

    private mutating func blockScalar(_ start: String, _ indent: String) {
        lines.append(start + (one(in: 2) ? " |" : " >") + pick(["", "-", "+", " # c"]))
        for _ in 0..<count(0, 5) {
            lines.append(
                one(in: 4)
                    ? pick(["", " ", indent])
                    : indent + (one(in: 5) ? "  " : "") + pick(["# a", "b: c", "- d", "[e", "é"]))
        }
        // Blanks at the start of the first line would be its indentation.
        if one(in: 3) { lines.append("") }
    }

    private mutating func noise() {
        if one(in: 5) { lines.append(pick(["", "  ", "# c", "    # : - [c"])) }
    }

    private mutating func trail() -> String { pick(["", "", "", " ", " # c", "   #c: d"]) }

    // MARK: Scalars

    private mutating func word() -> String {
        pick([
            "a", "name", "é", "日本", "x-1", "1.5", "true", "http://b.c/d", "a#b", "c:d", "e'f", "it''s", "12:30", "-1",
            "\u{1F600}",
        ])
    }

    private mutating func plain() -> String {
        let words = (0..<count(1, 3)).map { _ in word() }
        return words.joined(separator: one(in: 4) ? "  " : " ")
    }

    private mutating func quoted(isKey: Bool) -> String {
        if one(in: 2) { return "'" + pick(["a", "b''c", "", " d ", "e: f # g", "\"", "[", "é"]) + "'" }
        return "\"" + pick(["a", "b\\\"c", "", " d\\n", "e: f # g", "'", "\\\\", "\\t{", "日本"]) + "\""
    }

    private mutating func flow(depth: Int) -> String {
        let isMapping = one(in: 2)
        var parts: [String] = []
        for _ in 0..<count(0, 3) {
            let value = depth < 3 && one(in: 3) ? flow(depth: depth + 1) : one(in: 3) ? quoted(isKey: false) : plain()
            parts.append(isMapping ? (one(in: 4) ? quoted(isKey: true) : plain()) + ": " + value : value)
        }
        let separator = one(in: 5) ? ", # c\n   " : one(in: 5) ? "\n , " : ", "
        let inner = parts.joined(separator: separator) + (!parts.isEmpty && one(in: 6) ? "," : "")
        return isMapping ? "{" + inner + "}" : "[" + inner + "]"
    }

    // MARK: Mutants

    /// The text with a few lines or characters changed.
    mutating func mutant(of source: [UInt8]) -> [UInt8] {
        var lines = source.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        for _ in 0..<count(1, 3) {
            let line = count(0, lines.count - 1)
            switch count(0, 6) {
            case 0: lines.remove(at: line)
            case 1: lines.insert(lines[count(0, lines.count - 1)], at: line)
            case 2: lines[line].insert(0x20, at: 0)
            case 3: if lines[line].first == 0x20 { lines[line].removeFirst() }
            case 4: lines[line] = Array(lines[line].prefix(count(0, lines[line].count)))
            case 5 where !lines[line].isEmpty: lines[line].remove(at: count(0, lines[line].count - 1))
            default:
                let character = pick(Array("[]{}:-?,\"'\n\t &*#|>!%@\\.+2 a").map(String.init))
                lines[line].insert(contentsOf: character.utf8, at: count(0, lines[line].count))
            }
            if lines.isEmpty { lines = [[]] }
        }
        return Array(lines.joined(separator: [0x0A]))
    }

    // MARK: Choices

    private mutating func one(in many: Int) -> Bool { Int.random(in: 1...many, using: &random) == 1 }
    private mutating func count(_ least: Int, _ most: Int) -> Int {
        Int.random(in: least...max(least, most), using: &random)
    }
    private mutating func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }
}
