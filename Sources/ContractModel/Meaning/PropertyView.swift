package import YAMLTree

/// Property with what it says itself, and what it takes from a definition.
package struct PropertyView {
    package let element: ElementRef
    package let shared: ElementRef?

    package init(_ element: ElementRef, shared: ElementRef? = nil) {
        self.element = element
        self.shared = shared
    }

    package var tree: YAMLTree { element.document.tree }
    package var isDCS: Bool { element.document.standard == .dcs }

    package func node(_ key: Key) -> NodeID? { element.node(key) ?? shared?.node(key) }
    package func text(_ key: Key) -> String? { element.text(key) ?? shared?.text(key) }
    package func truth(_ key: Key) -> Bool? { element.truth(key) ?? shared?.truth(key) }

    package func elements(_ key: Key) -> [ElementRef] {
        let own = element.elements(key)
        return own.isEmpty ? shared?.elements(key) ?? [] : own
    }

    // MARK: Options

    /// Node of an option of the logical type: ODCS keeps them in `logicalTypeOptions`, DCS at the field.
    ///
    /// Options of a type that has none, or of no type, go by the keys that the contract writes.
    package func option(_ key: Key) -> NodeID? {
        if isDCS { return node(key) }
        guard let options = node(.logicalTypeOptions) else { return nil }
        if text(.logicalType) != nil, let typed = element.document.element(at: options) { return typed.node(key) }
        return tree.value(of: key.rawValue, in: options).flatMap { tree[$0].type == .null ? nil : $0 }
    }

    package var hasOptions: Bool { isDCS || node(.logicalTypeOptions).map { tree[$0].isMapping } ?? false }

    /// Element that options stand in, or would stand in.
    package var optionsHolder: ElementRef {
        node(.logicalTypeOptions).flatMap { element.document.element(at: $0) } ?? element
    }

    // MARK: Names

    package var id: String? { element.text(.id) }
    package var name: String? { element.text(.name) }
    /// Name in the store: an absent `physicalName` means the name.
    package var physicalName: String? { element.text(.physicalName) ?? name }

    // MARK: Physical types

    /// Text of the physical type; DCS keeps one for each system under `config`, of which those asked for come first.
    package func physicalType(_ dialects: [Dialect]) -> NodeID? {
        if let node = node(.physicalType) { return node }
        guard isDCS, let config = node(.config) else { return nil }
        let wanted = dialects.compactMap { dialect in Dialect.configKeys.first { $0.dialect == dialect }?.key }
        for key in wanted + Dialect.configKeys.map(\.key) {
            if let node = tree.value(of: key, in: config), tree[node].isText { return node }
        }
        return nil
    }
}
