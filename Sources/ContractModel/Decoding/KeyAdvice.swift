internal import Diagnostics

/// What to say about a key that a shape does not know: which other place, version, variant or spelling explains it.
struct KeyAdvice {
    private(set) var message: String
    private(set) var help: String?
    private(set) var isMisplaced = false
    /// Whether the key is worth a word even where the schema lets it pass.
    private(set) var isLikelySlip = true

    /// - Parameters:
    ///   - number: the key's number in the vocabulary; 0: no shape of any standard knows the name.
    ///   - present: the keys that stand beside it, which are no suggestions.
    init(
        _ name: String, _ number: UInt16, _ shape: ResolvedShape, _ table: ResolvedTable, present: Set<ExactText>,
        _ choice: Decoder.Choice
    ) {
        let noun = shape.shape.noun
        let word = name.shortened
        let version = table.version
        let standard = table.standard.title
        message = "\(noun) has no key `\(word)`"
        let rows = shape.shape.rows + shape.shape.variants.flatMap(\.rows)

        // The prose knows what the schema rejects.
        if rows.contains(where: {
            $0.key.number == number && $0.prose?.claim == .rejectedBySchema && $0.prose!.versions.contains(version)
        }) {
            message =
                "the schema of \(standard) \(version) rejects `\(word)`, although the text of the standard knows it"
            help = "say it in customProperties until the standard is mended"
            return
        }
        if let mistake = shape.shape.mistakes[name] {
            help = mistake.prefix(1).lowercased() + mistake.dropFirst()
            return
        }
        // Another variant of the same shape.
        let variants = shape.variants.filter {
            $0.rows.contains { $0.key.number == number && $0.versions.contains(version) }
        }
        if !variants.isEmpty {
            var nouns: [String] = []
            for variant in variants where !nouns.contains(variant.noun) { nouns.append(variant.noun) }
            let more = nouns.count > 3 ? " and \(nouns.count - 2) others" : ""
            let owners = nouns.prefix(more.isEmpty ? 3 : 2).joined(separator: ", ") + more
            message = "`\(word)` belongs to \(owners), not here"
            let chooser = shape.discriminators.first?.key.rawValue ?? "type"
            help = "remove it, or check `\(chooser)`"
            isMisplaced = true
            return
        }
        // The same key in another version.
        if let row = rows.first(where: { $0.key.number == number }) {
            if row.versions.first > version {
                message = "`\(word)` came with \(standard) \(row.versions.first); this contract declares \(version)"
                help = "declare the newer version, or remove the key"
            } else {
                message = "\(standard) \(version) has no `\(word)` any more"
                let successor = rows.first {
                    $0.field == row.field && $0.key != row.key && $0.versions.contains(version)
                }
                help = successor.map {
                    "write `\($0.key.rawValue)`" + ($0.isInverted != row.isInverted ? ", which means the opposite" : "")
                }
            }
            return
        }
        // Not `subtracting`, which looks at each key that is present.
        let known = Set(rows.filter { $0.versions.contains(version) }.map(\.key.rawValue)).filter {
            !present.contains(ExactText($0))
        }
        if let near = Spelling.nearest(to: name, among: known.sorted()) {
            help = "did you mean `\(near)`?"
            return
        }
        let others = table.table.shapes.filter { other in
            other.name != shape.shape.name
                && (other.rows + other.variants.flatMap(\.rows)).contains {
                    $0.key.number == number && $0.versions.contains(version)
                }
        }
        if !others.isEmpty {
            isMisplaced = true
            isLikelySlip = false
            var nouns: [String] = []
            for other in others where !nouns.contains(other.noun) && other.noun != noun { nouns.append(other.noun) }
            let more = nouns.count > 3 ? " and other places" : ""
            message =
                "`\(word)` belongs to \(nouns.prefix(more.isEmpty ? 3 : 2).joined(separator: ", "))\(more), not to \(noun)"
            help = "move it there, or put it into customProperties"
            if nouns.isEmpty { message = "\(noun) has no key `\(word)` here" }
            return
        }
        isLikelySlip = false
        help =
            rows.contains { $0.key == .customProperties && $0.versions.contains(version) }
            ? "remove it, or put it into customProperties" : "remove it"
    }
}
