internal import CEL
internal import ContractModel
internal import YAMLTree

/// Changes the value that a rule gives to one of its parameters.
struct ParameterMutator {
    /// Another value, in a file of its own.
    struct Change {
        let tree: YAMLTree
        let node: NodeID
        let text: String
        /// Node that was changed: the value, or the item of its list that is left out.
        let changed: NodeID
        let original: String
    }

    static func changes(of node: NodeID, in tree: YAMLTree) -> [Change] {
        var changes: [Change] = []
        func change(_ fragment: Fragment, of changed: NodeID) {
            let text = fragment.yaml
            guard !changes.contains(where: { $0.text == text }) else { return }
            let own = YAMLTree(name: "parameter", raw: Array(text.utf8), vocabulary: .contracts)
            guard let document = own.documents.first else { return }
            changes.append(
                Change(
                    tree: own, node: document.root, text: text, changed: changed,
                    original: Fragment(changed, in: tree).yaml))
        }
        switch tree[node].type {
        case .boolean: change(.scalar(tree.boolean(of: node) == true ? "false" : "true"), of: node)
        case .integer:
            guard let value = tree.withText(of: node, NumberText.integer) else { break }
            for other in ExpressionMutator.others(than: .int(value)) { change(.scalar(other.text), of: node) }
        case .fraction:
            guard let value = tree.number(of: node) else { break }
            for other in ExpressionMutator.others(than: .double(value)) { change(.scalar(other.text), of: node) }
        case .text: change(.text(ExpressionMutator.other(than: tree.text(of: node))), of: node)
        case .list:
            let items = Array(tree.items(of: node))
            for index in items.indices {
                let rest = items.indices.filter { $0 != index }.map { Fragment(items[$0], in: tree) }
                change(.list(rest), of: items[index])
            }
            if !items.isEmpty { change(.list([]), of: node) }
        default: break
        }
        return changes
    }
}
