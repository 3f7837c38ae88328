package import YAMLTree

/// Truth as contracts write it: `true` and `false`, and the texts that people write for them.
///
/// ODCS 2.2.0 and 2.2.1 write truth as text; later versions find fault with it, and everybody knows what is meant.
package enum Truth {
    /// Truth of a scalar; nil for what is none.
    package static func of(_ tree: YAMLTree, _ node: NodeID) -> Bool? {
        tree.boolean(of: node) ?? tree.withText(of: node) { of($0) }
    }

    /// Truth that a text spells, in any case, with blanks around it or without.
    package static func of(_ text: UnsafeBufferPointer<UInt8>) -> Bool? {
        var text = text[...]
        while let first = text.first, first <= 0x20 { text.removeFirst() }
        while let last = text.last, last <= 0x20 { text.removeLast() }
        guard (1...5).contains(text.count) else { return nil }
        let word = text.reduce(UInt64(0)) { $0 << 8 | UInt64((0x41...0x5A).contains($1) ? $1 | 0x20 : $1) }
        return words[word]
    }

    package static func of(_ text: String) -> Bool? {
        var text = text
        return text.withUTF8 { of($0) }
    }

    /// Words by their bytes, the last one lowest.
    private static let words: [UInt64: Bool] = {
        let words = ["true": true, "yes": true, "y": true, "t": true, "on": true, "1": true]
            .merging(["false": false, "no": false, "n": false, "f": false, "off": false, "0": false]) { $1 }
        return Dictionary(
            uniqueKeysWithValues: words.map { word, truth in (word.utf8.reduce(0) { $0 << 8 | UInt64($1) }, truth) })
    }()
}

extension ElementRef {
    /// Truth of a field, in the field's own sense whatever the standard's (`isNullable` and `required`).
    package func truth(_ key: Key) -> Bool? {
        guard let field = field(key), let truth = Truth.of(document.tree, field.node) else { return nil }
        return truth != field.isInverted
    }
}
