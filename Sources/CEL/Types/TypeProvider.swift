/// Knowledge of the host about its objects' types.
package protocol TypeProvider: Sendable {
    /// A field of a type of objects; nil when there is none of that name.
    func field(_ name: String, of type: String) -> FieldDeclaration?
    /// The names of the fields of a type, for suggestions; nil when there is no such type.
    func fieldNames(of type: String) -> [String]?
}

package struct FieldDeclaration: Sendable {
    package let type: CELType
    /// The host's own number for the field.
    package let number: Int
    /// True when an object can lack it. `==` and `in` are false then, `has` tells, anything else is an error.
    package let isOptional: Bool

    package init(_ type: CELType, number: Int, isOptional: Bool) {
        self.type = type
        self.number = number
        self.isOptional = isOptional
    }
}

package struct NoTypes: TypeProvider {
    package init() {}
    package func field(_ name: String, of type: String) -> FieldDeclaration? { nil }
    package func fieldNames(of type: String) -> [String]? { nil }
}
