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
            if named, !tree.withText(of: value, Self.isDenial) { self.init(isPersonal: true, node: value); return }
            denial = denial ?? value
        }
        guard let denial else { return nil }
        self.init(isPersonal: false, node: denial)
    }

    private init(isPersonal: Bool, node: NodeID) {
        self.isPersonal = isPersonal
        self.node = node
    }

    /// Claim of a tag, or of the name of a custom property; nil: it is about something else.
    ///
    /// Text behind a colon or an equals sign says more about it (`pii:email`), or denies it (`pii:false`). So does a word in
    /// front: `non-pii`.
    package static func claim(ofTag tag: UnsafeBufferPointer<UInt8>) -> Bool? {
        let end = tag.firstIndex { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=") } ?? tag.count
        guard let claim = claim(of: tag[..<end]) else { return nil }
        return end < tag.count && isDenial(UnsafeBufferPointer(rebasing: tag[(end + 1)...])) ? false : claim
    }

    /// True when a text says no: `false`, `no`, `none`, `n/a`.
    private static func isDenial(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        if let truth = Truth.of(text) { return !truth }
        return letters(of: text[...]).map { denials.contains($0) || claim(of: text[...]) == false } ?? false
    }

    private static func claim(of text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool? {
        guard let word = letters(of: text) else { return nil }
        if words.contains(word) { return true }
        for prefix in negations where word.starts(with: prefix) && words.contains(Array(word.dropFirst(prefix.count))) {
            return false
        }
        return nil
    }

    /// Letters of a word in lower case, without what separates them; nil: it is longer than any that is known.
    private static func letters(of text: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8]? {
        guard (1...48).contains(text.count) else { return nil }
        var letters: [UInt8] = []
        for byte in text {
            switch byte {
            case 0x41...0x5A: letters.append(byte | 0x20)
            case 0x20, 0x22, 0x27, 0x2D, 0x2E, 0x2F, 0x5F: break
            default: letters.append(byte)
            }
        }
        return letters
    }

    private static func set(_ words: String) -> Set<[UInt8]> { Set(words.utf8.split(separator: 0x20).map(Array.init)) }

    private static let words = set(
        """
        pii spii personal personaldata personalinformation personallyidentifiable personallyidentifiableinformation gdpr \
        dsgvo sensitivepersonal sensitivepersonaldata personenbezogen personenbezogenedaten ispii haspii containspii \
        piidata piifield piiflag ispersonal ispersonaldata haspersonaldata containspersonaldata
        """)
    private static let negations = ["non", "not", "no"].map { Array($0.utf8) }
    private static let denials = set("none na not nein non nil null notapplicable nope never nothing")
}

extension PropertyView {
    /// Mark of a property; where it says nothing, that of the definition which it refers to.
    package var personalMark: PersonalMark? { PersonalMark(of: element) ?? shared.flatMap { PersonalMark(of: $0) } }
}
