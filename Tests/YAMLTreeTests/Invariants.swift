import Diagnostics
import YAMLTree

extension YAMLTree {
    /// What does not hold that must hold of every tree, whatever the bytes were; empty when all is well.
    var violations: [String] {
        var invariants = Invariants(tree: self)
        invariants.check()
        return invariants.violations
    }
}

private struct Invariants {
    let tree: YAMLTree
    var violations: [String] = []

    mutating func check() {
        for issue in tree.issues {
            check(issue.range, "issue “\(issue.message)”")
            for related in issue.related { check(related.range, "related “\(related.message)”") }
        }
        for alias in tree.aliases.values { check(alias, "alias") }
        var end = 0
        var reached = 0
        for document in tree.documents {
            let (range, root) = (document.range, tree.range(of: document.root))
            check(range, "document")
            if range.start < end { violations.append("document \(range) overlaps the one before") }
            end = range.end
            if root.start < range.start || root.end > range.end {
                violations.append("the root \(root) leaves \(range)")
            }
            if tree[document.root].parent != -1 || tree[document.root].next != -1 {
                violations.append("a root has relatives")
            }
            for node in tree.reachable(from: document.root) {
                reached += 1
                check(tree.range(of: node), "node \(node)")
                if tree[node].type.isSubset(of: .scalar) { check(scalar: node) } else { check(collection: node) }
            }
        }
        if reached > tree.nodeCount { violations.append("a node has two parents") }
    }

    /// Inside the file, between characters, at a place that there is.
    private mutating func check(_ range: SourceRange, _ what: String) {
        let text = tree.source.text
        guard 0 <= range.start, range.start <= range.end, range.end <= text.count else {
            violations.append("\(what) \(range) lies outside of the file")
            return
        }
        if [range.start, range.end].contains(where: { $0 < text.count && text[$0] & 0xC0 == 0x80 }) {
            violations.append("\(what) \(range) cuts a character")
        }
        let (start, end) = (tree.source.lines.position(of: range.start), tree.source.lines.position(of: range.end))
        if start > end || start.line < 1 || start.column < 1 || end.line > tree.source.lines.lineCount {
            violations.append("\(what) \(start) to \(end) is no place")
        }
    }

    private mutating func check(scalar node: NodeID) {
        let isText = tree.withText(of: node) { String(validating: $0, as: UTF8.self) != nil }
        if !isText { violations.append("the text of \(node) is no UTF-8") }
    }

    /// Its children know it, and lie in it one behind the other, but for those that an alias put there.
    private mutating func check(collection node: NodeID) {
        let isMapping = tree[node].isMapping
        let children = isMapping ? tree.entries(of: node).flatMap { [$0.key, $0.value] } : Array(tree.items(of: node))
        if tree.childCount(of: node) * (isMapping ? 2 : 1) != children.count {
            violations.append("\(node) counts its children wrongly")
        }
        let range = tree.range(of: node)
        var end = range.start
        for (index, child) in children.enumerated() {
            if tree[child].parent != node { violations.append("\(child) does not know its parent \(node)") }
            let isKey = isMapping && index.isMultiple(of: 2)
            if tree[child].flags.contains(.key) != isKey { violations.append("\(child) is wrong about being a key") }
            if tree[child].flags.contains(.aliased) { continue }
            let its = tree.range(of: child)
            if its.start < end || its.end > range.end {
                violations.append("\(child) \(its) does not lie in \(node) \(range) behind its siblings")
            }
            end = its.end
        }
    }
}
