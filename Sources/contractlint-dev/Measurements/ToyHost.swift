import CEL

/// One property of a contract, as a host would hand it out: texts and tags that lie ready.
final class ToyHost: Host {
    private let name = Value.string("customer_email")
    private let classification = Value.string("confidential")
    private let tags: [Value] = [.string("customer"), .string("contact"), .string("pii")]

    func field(_ number: Int, of object: Value) -> Value {
        switch number {
        case 0: name
        case 1: classification
        case 2: Value(.hostList)
        default: .absent
        }
    }

    func count(of collection: Value) -> Int { tags.count }

    func next(in collection: Value, _ cursor: inout UInt64) -> Value? {
        guard cursor < UInt64(tags.count) else { return nil }
        defer { cursor += 1 }
        return tags[Int(cursor)]
    }

    func value(of key: UnsafeBufferPointer<UInt8>, in map: Value) -> Value? { nil }
    func isEqual(_ a: Value, _ b: Value) -> Bool { true }
    func typeName(of object: Value) -> StaticString { "Property" }
}

struct ToyTypes: TypeProvider {
    func field(_ name: String, of type: String) -> FieldDeclaration? {
        switch name {
        case "name": FieldDeclaration(.string, number: 0, isOptional: false)
        case "classification": FieldDeclaration(.string, number: 1, isOptional: true)
        case "tags": FieldDeclaration(.list(.string), number: 2, isOptional: false)
        default: nil
        }
    }

    func fieldNames(of type: String) -> [String]? {
        type == "Property" ? ["name", "classification", "tags"] : nil
    }

    static let library = Library(
        "toy",
        [
            Function(
                "filled",
                [
                    Overload("filled", [.parameter("T")], .bool, acceptsAbsent: true) { values, _ in
                        .bool(values[0].tag == .string && values[0].extra > 0)
                    }
                ])
        ])
}
