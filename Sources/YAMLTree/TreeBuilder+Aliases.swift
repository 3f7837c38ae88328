internal import Basics
internal import CLibYAML
internal import Diagnostics

/// Aliases and merge keys: their content is put in their place, so that whoever reads the tree needs to know neither.
extension TreeBuilder {
    /// - Parameter offset: where the properties of the value start: its anchor, or a tag before that.
    mutating func define(_ name: String, at offset: Int, nodes: Range<Int>?) {
        reportUnused(name)
        let start = source.text.withUnsafeBufferPointer {
            skipProperties(from: offset, to: $0.count, $0, untilAnchor: true)
        }
        anchors[ExactText(name)] = Anchor(name: SourceRange(start, start + 1 + name.utf8.count), nodes: nodes)
    }

    /// The anchors of the document, in an order that does not depend on chance.
    var anchorNames: [String] { anchors.keys.map(\.text).sorted() }

    mutating func reportUnused(_ name: String) {
        guard let anchor = anchors[ExactText(name)], !anchor.isUsed, issueCap.hasRoom(for: YAMLRules.anchorUnused)
        else { return }
        let word = name.shortened
        report(
            Issue(
                YAMLRules.anchorUnused, "no alias refers to the anchor `&\(word)`", at: anchor.name,
                help: "remove `&\(word)`, or write `*\(word)` where its value is meant to be repeated", subject: name))
    }

    mutating func alias(
        _ event: contractlint_event, _ range: SourceRange, _ text: UnsafeBufferPointer<UInt8>
    ) {
        let name = event.anchor.map { String(cString: $0) } ?? ""
        guard let anchor = anchors[ExactText(name)] else {
            if issueCap.hasRoom(for: YAMLRules.syntax) { reportUnknown(alias: name, at: range) }
            return appendUnread(range)
        }
        anchors[ExactText(name)]?.isUsed = true
        guard let run = anchor.nodes else {
            guard issueCap.hasRoom(for: YAMLRules.syntax) else { return appendUnread(range) }
            report(
                Issue(
                    YAMLRules.syntax, "the alias `*\(name.shortened)` stands inside the value it refers to", at: range,
                    help: "YAML allows it, but a contract cannot contain itself: write the value out",
                    related: [(anchor.name, "the anchor")], subject: name))
            return appendUnread(range)
        }
        guard admit(run, anchor, at: range) else { return appendUnread(range) }
        aliases[NodeID(nodes.count)] = range
        copy(run, text)
        raise(to: anchor.height)
    }

    private mutating func reportUnknown(alias name: String, at range: SourceRange) {
        // Among very many names the nearest is no help, and looking for it takes long.
        let near = anchors.count > 100 ? nil : Spelling.nearest(to: name, among: anchorNames)
        let word = name.shortened
        report(
            Issue(
                YAMLRules.syntax, "the alias `*\(word)` refers to no anchor before it", at: range,
                help: near.map { "did you mean `*\($0.shortened)`?" }
                    ?? "define `&\(word)` before the alias, or quote the text: \"*\(word)\"",
                subject: name))
    }

    mutating func appendUnread(_ range: SourceRange) {
        _ = append(
            Node(
                start: UInt32(range.start), end: UInt32(range.end), payload: 0, count: 0, next: -1, parent: -1, word: 0,
                type: .null, flags: .unread),
            UnsafeBufferPointer(start: nil, count: 0))
    }

    /// True when an alias may repeat a run of nodes; the first time it may not, that is an issue.
    mutating func admit(_ run: Range<Int>, _ anchor: Anchor, at range: SourceRange) -> Bool {
        // Depth adds up: an alias inside the value of an anchor whose alias stands inside the value of another.
        if open.count + anchor.height > limits.blockNesting {
            report(
                Issue(
                    YAMLRules.limit, "this alias nests values more than \(limits.blockNesting) deep; it is not read",
                    at: range,
                    help: "write fewer aliases inside each other, or raise limits.blockNesting in .contractlint.yaml",
                    related: [(anchor.name, "what is repeated")], subject: "blockNesting"))
            return false
        }
        let isWithin = aliasedNodes <= limits.aliasNodes && aliasedBytes <= limits.fileBytes
        guard isWithin else { return false }
        aliasedNodes += run.count
        guard aliasedNodes <= limits.aliasNodes else {
            reportRepetition("\(limits.aliasNodes) values", "aliasNodes", anchor, at: range)
            return false
        }
        for index in run where !nodes[index].type.isDisjoint(with: .scalar) { aliasedBytes += Int(nodes[index].count) }
        guard aliasedBytes <= limits.fileBytes else {
            reportRepetition("\(limits.fileBytes) bytes", "fileBytes", anchor, at: range)
            return false
        }
        return true
    }

    private mutating func reportRepetition(_ amount: String, _ name: String, _ anchor: Anchor, at range: SourceRange) {
        report(
            Issue(
                YAMLRules.limit, "aliases repeat more than \(amount); the rest of them is not read", at: range,
                help: "write fewer aliases, or raise limits.\(name) in .contractlint.yaml",
                related: [(anchor.name, "what is repeated")], subject: name))
    }

    /// Appends a copy of a run of nodes as one child of the open collection.
    mutating func copy(_ run: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) {
        let delta = NodeID(nodes.count - run.lowerBound)
        var top = nodes[run.lowerBound]
        top.flags.insert(.aliased)
        top.flags.remove(.key)
        top.next = -1
        top.parent = -1
        top.word = 0
        if top.firstChild >= 0 { top.payload += delta }
        let childCount = top.count
        // Its text matters only where it is a key, and no key that is known is long.
        if open.count > 0, open[open.count - 1].expectsKey, !top.type.isDisjoint(with: .scalar), top.count < 100 {
            let range = Int(top.payload)..<Int(top.payload) + Int(top.count)
            let value = Array(top.flags.contains(.decoded) ? decoded[range] : ArraySlice(text[range]))
            value.withUnsafeBufferPointer { _ = append(top, $0) }
        } else {
            _ = append(top, UnsafeBufferPointer(start: nil, count: 0))
        }
        nodes[nodes.count - 1].count = childCount
        for index in run.dropFirst() {
            var node = nodes[index]
            node.flags.insert(.aliased)
            node.parent += delta
            if node.next >= 0 { node.next += delta }
            if node.firstChild >= 0 { node.payload += delta }
            nodes.append(node)
        }
    }

    /// Puts the entries of what `<<` names in its place: keys of the mapping's own win, then those of the first named.
    mutating func merge(into mapping: NodeID) {
        var present: Set<ExactText> = []
        var merges: [(before: NodeID, key: NodeID, value: NodeID)] = []
        var previous: NodeID = -1
        var key = nodes[Int(mapping)].firstChild
        while key >= 0 {
            let value = nodes[Int(key)].next
            let name = text(of: key)
            if name == "<<", nodes[Int(key)].flags.contains(.plain), isMergeable(value) {
                merges.append((previous, key, value))
            } else {
                present.insert(ExactText(name))
                previous = value
            }
            key = nodes[Int(value)].next
        }
        var last = previous
        for merge in merges {
            let at = nodes[Int(merge.key)]
            report(
                Issue(
                    YAMLRules.mergeKey, "`<<` merges other mappings into this one",
                    at: SourceRange(Int(at.start), Int(at.end)), help: "write the merged entries out", subject: "<<"))
            let after = nodes[Int(merge.value)].next
            if merge.before >= 0 { nodes[Int(merge.before)].next = after } else { nodes[Int(mapping)].payload = after }
            nodes[Int(mapping)].count -= 2
        }
        for merge in merges {
            var sources: [NodeID] = []
            if nodes[Int(merge.value)].isMapping {
                sources = [merge.value]
            } else {
                var item = nodes[Int(merge.value)].firstChild
                while item >= 0 {
                    sources.append(item)
                    item = nodes[Int(item)].next
                }
            }
            for source in sources {
                var key = nodes[Int(source)].firstChild
                while key >= 0 {
                    let value = nodes[Int(key)].next
                    let following = nodes[Int(value)].next
                    if present.insert(ExactText(text(of: key))).inserted {
                        if last >= 0 { nodes[Int(last)].next = key } else { nodes[Int(mapping)].payload = key }
                        for id in [key, value] {
                            nodes[Int(id)].parent = mapping
                            nodes[Int(id)].flags.insert(.aliased)
                        }
                        nodes[Int(value)].next = -1
                        nodes[Int(mapping)].count += 2
                        last = value
                    }
                    key = following
                }
            }
        }
    }

    func isMergeable(_ value: NodeID) -> Bool {
        let node = nodes[Int(value)]
        guard node.isList else { return node.isMapping }
        var item = node.firstChild
        while item >= 0 {
            guard nodes[Int(item)].isMapping else { return false }
            item = nodes[Int(item)].next
        }
        return node.firstChild >= 0
    }
}
