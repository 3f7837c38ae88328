internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Foreign keys.
extension ContractComparison {
    /// Compares the foreign keys of all pairs that wait, once it is known what was renamed and moved.
    mutating func compareRelationships() {
        for pair in referring { compareRelationships(pair.old, pair.new) }
        referring = []
    }

    private mutating func compareRelationships(_ old: ElementRef, _ new: ElementRef) {
        let own = old.elements(.relationships)
        let other = new.elements(.relationships)
        let oldReference = old.kind == .property ? old.node(.references) : nil
        let newReference = new.kind == .property ? new.node(.references) : nil
        if own.isEmpty, other.isEmpty, oldReference == nil, newReference == nil { return }
        let (renames, oldDocument) = (renames, self.old.document)
        func texts(_ element: ElementRef, _ key: Key) -> String {
            let texts = element.values(key).map(\.text)
            // With nothing renamed both are alike, even where one document is compared with itself.
            return texts.map { renames.reference($0, isOld: element.document === oldDocument) }.joined(separator: "\n")
        }
        let matching = ElementMatching(
            own, other,
            by: [
                { "\(texts($0, .from))\u{0}\(texts($0, .to))" }, { $0.has(.from) ? texts($0, .from) : nil },
                { $0.has(.from) ? nil : "" },
            ])
        for (own, other) in matching.pairs {
            if texts(own, .to) == texts(other, .to), texts(own, .from) == texts(other, .from) {
                compareDetails(own, other, except: KeySet(.id, .from, .to, .type), Self.notes)
                continue
            }
            addReference(.relationshipRetargeted, old, own, own.node(.to), new, other, other.node(.to))
        }
        var (removed, added) = (matching.removed, matching.added)
        // DCS names the target at the field.
        if let oldReference, newReference == nil, let first = added.first,
            texts(first, .to) == renames.reference(self.old.tree.text(of: oldReference), isOld: true)
        {
            added.removeFirst()
        } else if let newReference, oldReference == nil, let first = removed.first,
            texts(first, .to) == renames.reference(self.new.tree.text(of: newReference), isOld: false)
        {
            removed.removeFirst()
        } else {
            compareReferences(old, oldReference, new, newReference)
        }
        for relationship in removed {
            addReference(.relationshipRemoved, old, relationship, relationship.node(.to), new, nil, nil)
        }
        for relationship in added {
            addReference(.relationshipAdded, old, nil, nil, new, relationship, relationship.node(.to))
        }
    }

    private mutating func compareReferences(
        _ old: ElementRef, _ oldNode: NodeID?, _ new: ElementRef, _ newNode: NodeID?
    ) {
        if oldNode == nil, newNode == nil { return }
        if let oldNode, let newNode,
            renames.reference(self.old.tree.text(of: oldNode), isOld: true)
                == renames.reference(self.new.tree.text(of: newNode), isOld: false)
        {
            return
        }
        let kind: ChangeKind =
            oldNode == nil ? .relationshipAdded : newNode == nil ? .relationshipRemoved : .relationshipRetargeted
        list.add(
            kind, old.side(oldNode), new.side(newNode),
            Self.message("references", old.side(oldNode), new.side(newNode)))
    }

    private mutating func addReference(
        _ kind: ChangeKind, _ old: ElementRef, _ own: ElementRef?, _ oldNode: NodeID?, _ new: ElementRef,
        _ other: ElementRef?, _ newNode: NodeID?
    ) {
        let first = own.map { $0.side(oldNode ?? $0.node) } ?? old.holder
        let second = other.map { $0.side(newNode ?? $0.node) } ?? new.holder
        list.add(kind, first, second, Self.message("relationships", first, second), path: new.path)
    }
}

/// Elements with another name or place in the new version, by their paths.
struct Renamings {
    private var newNames: [String: String] = [:]
    private var isTaken = Set<String>()

    mutating func add(_ old: String, _ new: String) {
        newNames[old] = new
        isTaken.insert(new)
    }

    /// A reference in the names of the new version, to be compared with others. One by a name that its version gave up,
    /// or does not have yet, leads nowhere, and equals none that leads somewhere.
    func reference(_ text: String, isOld: Bool) -> String {
        if newNames.isEmpty { return text }
        var end = text.endIndex
        // The longest part in front that was renamed: `orders.amount` before `orders`.
        while true {
            let part = String(text[..<end])
            let name = newNames[part]
            if isOld, let name { return name + text[end...] }
            if isTaken.contains(part) { return isOld ? "\u{0}" + text : text }
            if name != nil { return "\u{0}" + text }
            guard let dot = text[..<end].lastIndex(of: ".") else { return text }
            end = dot
        }
    }
}
