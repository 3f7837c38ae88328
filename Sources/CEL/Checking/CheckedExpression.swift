/// An expression with what its names mean and the type of each node.
package struct CheckedExpression: Sendable {
    package var expression: Expression
    /// By node.
    package var types: [CELType]
    /// By node; nil where a node refers to nothing.
    package var references: [Reference?]
    package var faults: [Fault]

    package enum Reference: Sendable {
        /// A variable of the environment, by its index. A selection can be one too: `a.b` where `a.b` is declared.
        case variable(Int)
        /// The name of a type, used as a value: `int`, `google.protobuf.Timestamp`.
        case type(CELType)
        /// A field of an object, by the host's number.
        case field(FieldDeclaration)
        /// The overloads that fit the types known before evaluation. The receiver may be part of the function's name
        /// (`math.greatest`): then the call has no receiver, whatever its syntax.
        case function(name: String, overloads: [Overload], isMember: Bool)
    }

    package var type: CELType { types[Int(expression.root)] }
}
