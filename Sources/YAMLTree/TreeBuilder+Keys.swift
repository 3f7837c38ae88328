internal import Basics
internal import Diagnostics

extension TreeBuilder {
    /// Reports keys that a mapping holds twice, and leaves the later entries out of the tree.
    mutating func findDuplicateKeys(of mapping: NodeID) {
        var first: [ExactText: NodeID] = [:]
        var previous: NodeID = -1
        var key = nodes[Int(mapping)].firstChild
        while key >= 0 {
            let value = nodes[Int(key)].next
            let following = nodes[Int(value)].next
            let node = nodes[Int(key)]
            let name = node.type.isDisjoint(with: [.list, .mapping]) ? text(of: key) : "\u{0}\(key)"
            if let earlier = first[ExactText(name)] {
                if issueCap.hasRoom(for: YAMLRules.duplicateKey) { reportDuplicate(key, of: earlier, name) }
                if previous >= 0 {
                    nodes[Int(previous)].next = following
                } else {
                    nodes[Int(mapping)].payload = following
                }
                nodes[Int(mapping)].count -= 2
            } else {
                first[ExactText(name)] = key
                previous = value
            }
            key = following
        }
    }

    private mutating func reportDuplicate(_ key: NodeID, of earlier: NodeID, _ name: String) {
        let node = nodes[Int(key)]
        let at = nodes[Int(earlier)]
        let word = name.shortened
        report(
            Issue(
                YAMLRules.duplicateKey, "the key `\(word)` stands here again",
                at: SourceRange(Int(node.start), Int(node.end)),
                help: "keep one of them; this one was not read any further",
                related: [(SourceRange(Int(at.start), Int(at.end)), "`\(word)` stands here first")], subject: name))
    }

    func text(of id: NodeID) -> String {
        let node = nodes[Int(id)]
        guard node.type.isDisjoint(with: [.list, .mapping]) else { return "" }
        let range = Int(node.payload)..<Int(node.payload) + Int(node.count)
        return String(decoding: node.flags.contains(.decoded) ? decoded[range] : source.text[range], as: UTF8.self)
    }
}
