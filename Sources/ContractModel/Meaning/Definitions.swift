internal import YAMLTree

/// Definitions of a DCS contract: what its fields refer to (`$ref: '#/definitions/order_id'`), and take their keys from. A field
/// of a model may be one as well.
package struct Definitions {
    private let byName: [String: ElementRef]
    /// Fields of models that others refer to, by model and name.
    private let fields: [[String]: ElementRef]

    package init(_ document: ContractDocument) {
        var byName: [String: ElementRef] = [:]
        if document.standard == .dcs {
            for definition in document.rootElement?.elements(.definitions) ?? [] {
                if let name = definition.text(.name) { byName[name] = definition }
            }
        }
        self.byName = byName
        fields = Self.fields(of: document)
    }

    package var isEmpty: Bool { byName.isEmpty && fields.isEmpty }

    /// Fields of models, where any field refers to one.
    private static func fields(of document: ContractDocument) -> [[String]: ElementRef] {
        guard document.standard == .dcs, let root = document.rootElement else { return [:] }
        let number = Key.ref.number
        let prefix = Array("#/models/".utf8)
        let isAsked = document.fields.contains { field in
            field.key == number && document.tree.withText(of: field.node) { $0.starts(with: prefix) }
        }
        guard isAsked else { return [:] }
        var fields: [[String]: ElementRef] = [:]
        for model in root.elements(.schema) {
            guard let name = model.text(.name) else { continue }
            for field in model.elements(.properties) {
                if let own = field.text(.name) { fields[[name, own]] = field }
            }
        }
        return fields
    }

    /// Property with what it takes from a definition.
    package func view(_ property: ElementRef) -> PropertyView {
        PropertyView(property, shared: definition(of: property))
    }

    private func definition(of property: ElementRef) -> ElementRef? {
        guard !isEmpty, let reference = property.text(.ref), reference.hasPrefix("#/") else { return nil }
        let steps = Self.steps(of: reference.dropFirst(2))
        if steps.count == 4, steps[0] == "models", steps[2] == "fields" {
            return fields[[steps[1], steps[3]]].flatMap { $0.id == property.id ? nil : $0 }
        }
        // The name of a definition may hold `/` (since 1.1.0).
        return steps.first == "definitions" ? byName[steps.dropFirst().joined(separator: "/")] : nil
    }

    /// Steps of a JSON Pointer without the slash in front: `~1` and `%2F` stand for `/`, `~0` for `~`.
    package static func steps(of pointer: Substring) -> [String] {
        pointer.split(separator: "/", omittingEmptySubsequences: false).map { step in
            guard step.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "%") }) else {
                return String(step)
            }
            var bytes: [UInt8] = []
            var rest = Array(step.utf8)[...]
            while let byte = rest.popFirst() {
                if byte == UInt8(ascii: "~"), let next = rest.first,
                    next == UInt8(ascii: "0") || next == UInt8(ascii: "1")
                {
                    bytes.append(next == UInt8(ascii: "0") ? byte : UInt8(ascii: "/"))
                    rest.removeFirst()
                } else if byte == UInt8(ascii: "%"),
                    let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
                {
                    bytes.append(code)
                    rest.removeFirst(2)
                } else {
                    bytes.append(byte)
                }
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}
