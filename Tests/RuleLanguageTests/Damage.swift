import TestSupport

/// What happens to files: lines and words get lost, doubled, exchanged.
enum Damage {
    static func line(of lines: inout [String], _ random: inout SeededGenerator) {
        guard let at = lines.indices.randomElement(using: &random) else { return }
        let other = lines.indices.randomElement(using: &random) ?? at
        switch Int.random(in: 0..<7, using: &random) {
        case 0: lines.remove(at: at)
        case 1: lines.insert(lines[at], at: at)
        case 2: lines.swapAt(at, other)
        case 3: lines[at] = String(lines[at].dropLast(Int.random(in: 0...lines[at].count, using: &random)))
        case 4: lines[at] = String(lines[at].dropFirst(1))
        default:
            // A word of one line in the place of a word of another.
            var words = lines[at].split(separator: " ", omittingEmptySubsequences: false).map(String.init)
            let replacements = lines[other].split { " .(),".contains($0) }.map(String.init)
            guard let word = words.indices.randomElement(using: &random) else { return }
            words[word] = replacements.randomElement(using: &random) ?? "{"
            lines[at] = words.joined(separator: " ")
        }
    }
}
