package import ContractModel

/// Mark of an element as deprecated: by the key of ODCS 3.2, or by a custom property before that.
package enum Deprecation {
    static func isMarked(_ element: ElementRef, property name: String) -> Bool {
        if let truth = element.truth(.deprecated) { return truth }
        return element.elements(.customProperties).contains { custom in
            guard custom.text(.property) == name, let value = custom.value(.value) else { return false }
            return Truth.of(value.tree, value.node) != false && !value.text.isEmpty
        }
    }

    /// The paths of the objects and properties that are marked.
    package static func marked(in document: ContractDocument, property name: String) -> Set<String> {
        var paths: Set<String> = []
        for element in document.allElements where element.kind == .object || element.kind == .property {
            if isMarked(element, property: name), let path = element.path { paths.insert(path) }
        }
        return paths
    }
}
