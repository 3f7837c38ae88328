internal import Basics
internal import Diagnostics
internal import Patterns
internal import YAMLTree

/// Values that are not what their key asks for.
extension Decoder {
    mutating func report(_ issue: Issue, _ node: NodeID, _ element: ElementID) {
        guard let admitted = issueCap.admitted(issue) else { return }
        issues.append(ElementIssue(admitted, node: node, element: element))
    }

    /// True when one more issue of a rule would be listed. Finding words for an issue takes long compared with finding it,
    /// and there can be millions.
    func hasRoom(for rule: RuleDescriptor) -> Bool { issueCap.hasRoom(for: rule) }

    /// Name of a value in a message: its key in code marks, or an item of it.
    private func name(_ item: Pending) -> String {
        guard item.key >= 0 else { return "the document" }
        let key = Wording.quoted(tree.text(of: item.key))
        return nodes[Int(item.node)].parent >= 0 && nodes[Int(nodes[Int(item.node)].parent)].isList
            && nodes[Int(item.key)].next != item.node ? "an item of \(key)" : key
    }

    mutating func wrongType(_ item: Pending, _ kind: ResolvedKind) {
        guard hasRoom(for: StandardRules.wrongType) else { return }
        let found = Wording.value(tree, item.node)
        var help = Wording.help(expected: kind.types, tree, item.node)
        let type = nodes[Int(item.node)].type
        if let other = otherVersion(of: item, where: { $0.types.contains(type) }) {
            help = "\(name(item)) as \(Wording.types(type)) \(other)" + (help.map { "; \($0)" } ?? "")
        }
        report(
            Issue(
                StandardRules.wrongType, "\(name(item)) must be \(Wording.types(kind.types)), not \(found)",
                at: tree.range(of: item.node), help: help, subject: tree.text(of: item.node)),
            item.node, item.owner)
    }

    private mutating func invalid(_ item: Pending, _ message: String, help: String?, subject: String? = nil) {
        report(
            Issue(
                StandardRules.invalidValue, message, at: tree.range(of: item.node), help: help,
                subject: subject ?? tree.text(of: item.node)),
            item.node, item.owner)
    }

    /// A text of nothing where the standard demands one: a name, an identifier.
    mutating func judgeEmpty(_ key: NodeID, _ value: NodeID, _ id: ElementID) {
        // Files of our own say in their shapes where a blank is wrong.
        guard table.standard.isOfContracts, memory.text(of: value).allSatisfy({ $0 == 0x20 || 0x09...0x0D ~= $0 }),
            hasRoom(for: StandardRules.emptyValue)
        else { return }
        let name = Wording.quoted(tree.text(of: key))
        report(
            Issue(
                StandardRules.emptyValue, "\(name) is empty", at: tree.range(of: value),
                help: "write what it is to say", subject: tree.text(of: key)),
            value, id)
    }

    mutating func judgeScalar(_ item: Pending, _ detail: KindDetail) {
        let node = nodes[Int(item.node)]
        if node.isText {
            let text = memory.text(of: item.node)
            let isAllowed =
                detail.allowed.isEmpty || detail.allowed.contains { $0.count == text.count && $0.elementsEqual(text) }
            let matches = detail.patterns.isEmpty || detail.patterns.contains { $0.isFound(in: text) }
            if isAllowed && matches { return judgeProse(item, detail, text) }
            if !hasRoom(for: StandardRules.invalidValue) { return }
            if let other = otherVersion(of: item, where: { $0.accepts(tree.text(of: item.node)) }) {
                let meanings = detail.kind.patterns.map(\.meaning).joined(separator: ", or ")
                invalid(
                    item, "\(name(item)) cannot be \(Wording.value(tree, item.node))",
                    help: "\(Wording.quoted(tree.text(of: item.node))) \(other): declare that version, or write "
                        + (detail.allowed.isEmpty ? meanings : Wording.choices(detail.kind.allowed)))
            } else if !isAllowed {
                let text = tree.text(of: item.node).trimmed
                let allowed = detail.kind.allowed
                let near =
                    allowed.contains(text)
                    ? text : detail.kind.meant[text.lowercased()] ?? Spelling.nearest(to: text, among: allowed)
                let help =
                    allowed.count == 1
                    ? "write `\(allowed[0])`"
                    : (near.map { "did you mean `\($0)`? " } ?? "") + "allowed: \(Wording.choices(allowed))"
                invalid(item, "\(name(item)) cannot be \(Wording.value(tree, item.node))", help: help)
            } else {
                let meaning = detail.kind.patterns.map(\.meaning).joined(separator: ", or ")
                invalid(item, "\(name(item)) must be \(meaning), not \(Wording.value(tree, item.node))", help: nil)
            }
        } else if let number = tree.number(of: item.node) {
            if let minimum = detail.kind.minimum, number < minimum {
                invalid(item, "\(name(item)) must be at least \(Wording.number(minimum))", help: nil)
            }
            if let above = detail.kind.above, number <= above {
                invalid(item, "\(name(item)) must be more than \(Wording.number(above))", help: nil)
            }
        }
    }

    /// A form that the words of the standard demand, and its schema does not.
    private mutating func judgeProse(_ item: Pending, _ detail: KindDetail, _ text: UnsafeBufferPointer<UInt8>) {
        guard let pattern = detail.prosePattern, !pattern.isFound(in: text), hasRoom(for: StandardRules.proseConflict)
        else { return }
        report(
            Issue(
                StandardRules.proseConflict,
                "the text of \(table.standard.title) \(table.version) demands that \(name(item)) is \(detail.kind.prose?.meaning ?? ""), its JSON Schema does not",
                at: tree.range(of: item.node), help: "choose another, to satisfy tools that follow either",
                subject: tree.text(of: item.node)),
            item.node, item.owner)
    }

    /// Words for a value that another version of the standard accepts behind the same key; nil: none does.
    private func otherVersion(of item: Pending, where accepts: (Kind) -> Bool) -> String? {
        guard item.key >= 0, item.owner >= 0, table.standard.isOfContracts else { return nil }
        let word = nodes[Int(item.key)].word
        let isItem = nodes[Int(item.key)].next != item.node
        if word == 0 || ignoresVersion && Key(number: word) == .apiVersion { return nil }
        let shape = table.shapes[Int(elements[Int(item.owner)].shape)].shape
        let rows = (shape.rows + shape.variants.flatMap(\.rows)).filter { row in
            guard row.key.number == word else { return false }
            return accepts(isItem ? row.kind.items?.kind.value ?? row.kind : row.kind)
        }
        let versions = table.standard.versions.filter { version in rows.contains { $0.versions.contains(version) } }
        if let later = versions.first(where: { $0 > table.version }) {
            return "came with \(table.standard.title) \(later), this contract declares \(table.version)"
        }
        guard let earlier = versions.last(where: { $0 < table.version }) else { return nil }
        return "was allowed until \(table.standard.title) \(earlier), this contract declares \(table.version)"
    }

    mutating func judgeList(_ item: Pending, _ detail: KindDetail) {
        guard let list = detail.kind.items else { return }
        let count = tree.childCount(of: item.node)
        let isBroken = nodes[Int(item.node)].isIncomplete
        if count < list.minimum, !isBroken || count > list.maximum {
            let bound = list.minimum == list.maximum ? "exactly" : "at least"
            invalid(
                item, "\(name(item)) needs \(bound) \(Wording.count(list.minimum, "item")), not \(count)", help: nil,
                subject: String(count))
        } else if count > list.maximum {
            let bound = list.minimum == list.maximum ? "exactly" : "at most"
            invalid(
                item, "\(name(item)) takes \(bound) \(Wording.count(list.maximum, "item")), not \(count)", help: nil,
                subject: String(count))
        }
        guard list.unique else { return }
        for (later, earlier) in ValueEquality.duplicates(tree, in: item.node) {
            guard hasRoom(for: StandardRules.invalidValue) else { return }
            report(
                Issue(
                    StandardRules.invalidValue, "\(name(item)) lists the same value twice", at: tree.range(of: later),
                    help: "remove one of the two", related: [(tree.range(of: earlier), "the same value")],
                    subject: tree.text(of: later)),
                later, item.owner)
        }
    }

    mutating func judgeEntries(_ item: Pending, _ detail: KindDetail) {
        guard let map = detail.kind.entries else { return }
        if tree.childCount(of: item.node) < map.minimum, !nodes[Int(item.node)].isIncomplete {
            invalid(item, "\(name(item)) must not be empty", help: "add an entry, or leave the key out", subject: "")
        }
        guard let pattern = detail.keyPattern, let meaning = map.keys?.meaning else { return }
        for entry in tree.entries(of: item.node) where !tree.withText(of: entry.key, pattern.isFound(in:)) {
            guard hasRoom(for: StandardRules.invalidValue) else { return }
            report(
                Issue(
                    StandardRules.invalidValue, "a key of \(name(item)) must be \(meaning)",
                    at: tree.range(of: entry.key),
                    help: "rename \(Wording.quoted(tree.text(of: entry.key)))", subject: tree.text(of: entry.key)),
                entry.value, item.owner)
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        let isSpace = { (byte: UInt8) in byte == UInt8(ascii: " ") }
        guard let first = utf8.firstIndex(where: { !isSpace($0) }), let last = utf8.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(self[first...last])
    }
}
