internal import Basics
package import Diagnostics

extension YAMLTree {
    /// The place of a range.
    ///
    /// - Parameter withExcerpt: whether with the line it stands in, without the secrets in it.
    package func place(of range: SourceRange, withExcerpt: Bool) -> Place {
        source.place(of: range, withExcerpt: withExcerpt, hiding: secrets)
    }

    /// Secrets by what scalars say and by the names that they stand behind.
    func findSecrets() -> SourceSecrets {
        var ranges = source.text.withUnsafeBufferPointer(Secrets.privateKeys)
        var words: [[UInt8]] = []
        for id in NodeID(0)..<NodeID(nodeCount) {
            let node = self[id]
            guard node.type.isDisjoint(with: [.list, .mapping]), node.flags.isDisjoint(with: [.aliased, .unread]) else {
                continue
            }
            withText(of: id) { text in
                let found = Secrets.ranges(in: text, .hidden)
                if let name = secretName(of: id), withText(of: name, { Secrets.isHidden(text, named: $0) }) {
                    let quote = node.flags.contains(.quoted) ? 1 : 0
                    ranges.append(Int(node.start) + quote..<max(Int(node.start) + quote, Int(node.end) - quote))
                    words.append(Array(text.trimmed))
                } else if !found.isEmpty {
                    ranges += found.flatMap { places(of: $0, in: text, node) }
                    words += found.flatMap {
                        UnsafeBufferPointer(rebasing: text[$0]).split(whereSeparator: { $0 <= 0x20 })
                    }
                    .map(Array.init)
                }
            }
        }
        if ranges.isEmpty, words.isEmpty { return .none }
        return SourceSecrets(ranges: ranges, words: SecretWords(words))
    }

    /// Bytes of the source that read as a part of a scalar's text: all of the scalar, where they read otherwise.
    private func places(
        of part: Range<Int>, in text: UnsafeBufferPointer<UInt8>, _ node: Node
    ) -> [Range<Int>] {
        if !node.flags.contains(.decoded) {
            return [Int(node.payload) + part.lowerBound..<Int(node.payload) + part.upperBound]
        }
        let scalar = Int(node.start)..<Int(node.end)
        let wanted = text[part]
        if let start = source.text[scalar].firstRange(of: wanted) { return [start] }
        return [scalar]
    }

    /// The text that names a scalar as a secret may be named; nil: nothing does.
    package func secretName(of id: NodeID) -> NodeID? {
        let name = withNodes { namesOfSecrets.name(of: id, in: $0) }
        return name < 0 ? nil : name
    }
}
