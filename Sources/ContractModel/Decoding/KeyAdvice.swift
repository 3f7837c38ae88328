internal import Basics
internal import Diagnostics

/// Advice on a key that a shape does not know: which other place, version, variant or spelling explains it.
struct KeyAdvice {
    private(set) var message: String
    private(set) var help: String?
    private(set) var isMisplaced = false
    /// True when the key is worth a word even where the schema lets it pass.
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
        message = "\(noun) \(Wording.verb(noun, "has", "have")) no key `\(word)`"
        let rows = shape.shape.rows + shape.shape.variants.flatMap(\.rows)

        if number == Key.merge.number {
            message = "`<<` merges mappings, and what stands behind it is none"
            help = "write the alias of a mapping, or remove it"
            return
        }
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
            let own = shape.variants.indices.filter { choice.active >> UInt64($0) & 1 == 1 }.map {
                shape.variants[$0].noun
            }
            message =
                "`\(word)` belongs to \(Self.list(variants.map(\.noun))), not \(own.count == 1 ? "to \(own[0])" : "here")"
            help = Self.help(for: variants, shape, present)
            isMisplaced = true
            return
        }
        // The same key in another version.
        if let row = rows.first(where: { $0.key.number == number }) {
            let same = rows.first { $0.field == row.field && $0.key != row.key && $0.versions.contains(version) }
            let other = same.map {
                "write `\($0.key.rawValue)`" + ($0.isInverted != row.isInverted ? ", which means the opposite" : "")
            }
            if row.versions.first > version {
                message = "`\(word)` came with \(standard) \(row.versions.first); this contract declares \(version)"
                help = (other ?? "remove the key") + ", or declare the newer version"
            } else {
                message = "\(standard) \(version) has no `\(word)` any more"
                help = other ?? "remove it"
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
            let nouns = others.map(\.noun).filter { $0 != noun }
            message = nouns.isEmpty ? message + " here" : "`\(word)` belongs to \(Self.list(nouns)), not to \(noun)"
            help = "move it there, or put it into customProperties"
            return
        }
        isLikelySlip = false
        help =
            rows.contains { $0.key == .customProperties && $0.versions.contains(version) }
            ? "remove it, or put it into customProperties" : "remove it"
    }

    /// Nouns as alternatives, each once, and not too many.
    private static func list(_ nouns: [String]) -> String {
        var each: [String] = []
        for noun in nouns where !each.contains(noun) { each.append(noun) }
        if each.count > 3 { each = Array(each.prefix(2)) + ["\(each.count - 2) others"] }
        return each.count < 2 ? each.joined() : each.dropLast().joined(separator: ", ") + " or " + each[each.count - 1]
    }

    /// Advice on a key of other variants: choose one of these, where nothing is chosen yet.
    private static func help(for variants: [Variant], _ shape: ResolvedShape, _ present: Set<ExactText>) -> String {
        let chooser = shape.discriminators.first?.key ?? .type
        if present.contains(ExactText(chooser.rawValue)) { return "remove it, or check `\(chooser.rawValue)`" }
        let values = variants.flatMap(\.conditions).compactMap { condition in
            if case .equals(chooser, let value) = condition { value } else { nil }
        }
        return values.count == 1
            ? "add `\(chooser.rawValue): \(values[0])`, or remove it" : "add `\(chooser.rawValue):`, or remove it"
    }
}
