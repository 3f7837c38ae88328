package import Diagnostics
package import YAMLTree

/// Element of a document, with its fields by their keys in ODCS 3.2's words, whatever the standard.
package struct ElementRef {
    package let document: ContractDocument
    package let id: ElementID

    @inlinable
    package init(document: ContractDocument, id: ElementID) {
        self.document = document
        self.id = id
    }

    var element: Element { document.elements[Int(id)] }

    package var kind: ElementKind { element.kind }
    package var node: NodeID { element.node }
    package var range: SourceRange { document.tree.range(of: node) }
    /// True when the file broke off inside: absent fields may have been meant to come.
    package var isIncomplete: Bool { document.tree[node].isIncomplete }

    /// The element that holds it.
    package var parent: ElementRef? {
        element.parent < 0 ? nil : ElementRef(document: document, id: element.parent)
    }

    /// The nearest element of a kind around it, itself included.
    package func enclosing(_ kind: ElementKind) -> ElementRef? {
        var here: ElementRef? = self
        while let candidate = here, candidate.kind != kind { here = candidate.parent }
        return here
    }

    /// The node of a field's value; nil when the field is absent or null.
    package func node(_ key: Key) -> NodeID? {
        field(key)?.node
    }

    func field(_ key: Key) -> Field? {
        let number = key.number
        let element = element
        for index in Int(element.firstField)..<Int(element.firstField + element.fieldCount)
        where document.fields[index].key == number {
            let field = document.fields[index]
            return document.tree[field.node].type == .null ? nil : field
        }
        return nil
    }

    package func has(_ key: Key) -> Bool { node(key) != nil }

    /// A scalar as a value with its place; nil when the field is absent, null or a collection.
    package func value(_ key: Key) -> Value? {
        guard let node = node(key), !document.tree[node].type.isDisjoint(with: .scalar) else { return nil }
        return Value(tree: document.tree, node: node)
    }

    /// The text of a scalar, whatever its type.
    package func text(_ key: Key) -> String? { value(key)?.text }

    package func number(_ key: Key) -> Double? { node(key).flatMap(document.tree.number(of:)) }

    /// The scalars of a list; a lone scalar counts as a list of one.
    package func values(_ key: Key) -> [Value] {
        guard let node = node(key) else { return [] }
        let tree = document.tree
        if tree[node].isList {
            return tree.items(of: node).filter { !tree[$0].type.isDisjoint(with: .scalar) }.map {
                Value(tree: tree, node: $0)
            }
        }
        return value(key).map { [$0] } ?? []
    }

    /// The elements that a field holds: of a list its items, of a mapping by name its values, else the one itself.
    package func elements(_ key: Key) -> [ElementRef] {
        let number = key.number
        let element = element
        var found: [ElementRef] = []
        for index in Int(element.firstField)..<Int(element.firstField + element.fieldCount)
        where document.fields[index].key == number {
            let node = document.fields[index].node
            if let single = document.element(at: node) {
                found.append(single)
            } else if document.tree[node].isMapping {
                found += document.tree.entries(of: node).lazy.compactMap { document.element(at: $0.value) }
            } else {
                found += document.tree.items(of: node).lazy.compactMap { document.element(at: $0) }
            }
        }
        return found
    }
}

/// A scalar with its place.
package struct Value {
    package let tree: YAMLTree
    package let node: NodeID

    package var text: String { tree.text(of: node) }
    package var range: SourceRange { tree.range(of: node) }
    package var type: ValueTypes { tree[node].type }
    package var number: Double? { tree.number(of: node) }
    package var boolean: Bool? { tree.boolean(of: node) }
}
