package import YAMLTree

/// Mark by which a contract itself says that values are about persons, or that they are not: DCS's `pii`, a tag, a custom
/// property.
package struct PersonalMark {
    package let isPersonal: Bool
    /// The value that says it: of `pii`, of `tags`, of the custom property.
    package let node: NodeID

    /// Mark of an element itself; nil where it says nothing. Of several a yes counts, whatever the others deny.
    package init?(of element: ElementRef) {
        let tree = element.document.tree
        var denial: NodeID?
        if let node = element.node(.pii), let truth = Truth.of(tree, node) {
            if truth { self.init(isPersonal: true, node: node); return }
            denial = node
        }
        if let tags = element.node(.tags) {
            for tag in tree[tags].isList ? Array(tree.items(of: tags)) : [tags] {
                guard let claim = tree.withText(of: tag, Self.claim(ofTag:)) else { continue }
                if claim { self.init(isPersonal: true, node: tags); return }
                denial = denial ?? tags
            }
        }
        for custom in element.has(.customProperties) ? element.elements(.customProperties) : [] {
            guard let name = custom.node(.property), let value = custom.node(.value),
                let named = tree.withText(of: name, Self.claim(ofTag:))
            else { continue }
            if named, Truth.of(tree, value) != false { self.init(isPersonal: true, node: value); return }
            denial = denial ?? value
        }
        guard let denial else { return nil }
        self.init(isPersonal: false, node: denial)
    }

    private init(isPersonal: Bool, node: NodeID) {
        self.isPersonal = isPersonal
        self.node = node
    }

    /// Claim of a tag; nil: it is about something else.
    ///
    /// Text behind a colon or an equals sign says more about it (`pii:email`), or denies it (`pii:false`).
    package static func claim(ofTag tag: UnsafeBufferPointer<UInt8>) -> Bool? {
        let end = tag.firstIndex { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=") } ?? tag.count
        guard words.contains(where: { isWord(tag, end, $0) }) else { return nil }
        return end == tag.count || Truth.of(UnsafeBufferPointer(rebasing: tag[(end + 1)...])) != false
    }

    private static let words = [
        "pii", "spii", "personal", "personaldata", "personal-data", "personal_data", "gdpr", "sensitive-personal",
        "personenbezogen",
    ].map { Array($0.utf8) }

    /// Answer to whether a text begins with a word, in any case, and goes on no further than `end`.
    private static func isWord(_ text: UnsafeBufferPointer<UInt8>, _ end: Int, _ word: [UInt8]) -> Bool {
        guard end == word.count else { return false }
        for index in 0..<end {
            let byte = text[index]
            if word[index] != ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) { return false }
        }
        return true
    }
}

extension PropertyView {
    /// Mark of a property; where it says nothing, that of the definition which it refers to.
    package var personalMark: PersonalMark? { PersonalMark(of: element) ?? shared.flatMap { PersonalMark(of: $0) } }
}
