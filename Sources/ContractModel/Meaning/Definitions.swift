/// Definitions of a DCS contract: what its fields refer to (`$ref: '#/definitions/order_id'`), and take their keys from.
package struct Definitions {
    private let byName: [String: ElementRef]

    package init(_ document: ContractDocument) {
        var byName: [String: ElementRef] = [:]
        if document.standard == .dcs {
            for definition in document.rootElement?.elements(.definitions) ?? [] {
                if let name = definition.text(.name) { byName[name] = definition }
            }
        }
        self.byName = byName
    }

    package var isEmpty: Bool { byName.isEmpty }

    /// Property with what it takes from a definition.
    package func view(_ property: ElementRef) -> PropertyView {
        PropertyView(property, shared: definition(of: property))
    }

    private func definition(of property: ElementRef) -> ElementRef? {
        guard !byName.isEmpty, let reference = property.text(.ref), reference.hasPrefix("#/") else { return nil }
        let steps = Self.steps(of: reference.dropFirst(2))
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
