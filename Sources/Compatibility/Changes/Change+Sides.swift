internal import ContractModel
internal import Diagnostics
internal import YAMLTree

extension ElementRef {
    /// As a side of a change that is about the whole element.
    func side(_ value: String? = nil) -> Change.Side {
        let anchor = anchor
        return Change.Side(owner: self, node: anchor, value: value ?? document.tree.text(of: anchor, shortenedTo: 200))
    }

    /// As what would hold something that is not there.
    var holder: Change.Side { Change.Side(owner: self, node: anchor, value: nil) }

    /// As a side of a change that is about a value; of what would hold it where there is none.
    func side(_ node: NodeID?) -> Change.Side {
        guard let node else { return holder }
        return Change.Side(owner: self, node: node, value: document.tree.shortText(of: node))
    }
}

extension YAMLTree {
    /// A value as a change shows it: a scalar's text, the scalars of a list, else how many entries there are.
    func shortText(of node: NodeID) -> String {
        if self[node].isList {
            let items = items(of: node).prefix(12).map {
                self[$0].type.isDisjoint(with: [.list, .mapping]) ? text(of: $0, shortenedTo: 60) : "…"
            }
            return "[" + items.joined(separator: ", ") + (childCount(of: node) > 12 ? ", …" : "") + "]"
        }
        if self[node].isMapping { return "{\(childCount(of: node)) keys}" }
        return text(of: node, shortenedTo: 200)
    }
}
