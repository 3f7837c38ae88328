internal import Patterns

/// An expression with what its names mean and the type of each node.
package struct CheckedExpression: Sendable {
    package var expression: Expression
    /// By node.
    package var types: [CELType]
    /// By node; nil where a node refers to nothing.
    package var references: [Reference?]
    package var faults: [Fault]
    /// Patterns that are written down, by node: see `compilePatterns`.
    private(set) var patterns: [ExprID: ConstantPattern] = [:]

    init(expression: Expression, types: [CELType], references: [Reference?], faults: [Fault]) {
        self.expression = expression
        self.types = types
        self.references = references
        self.faults = faults
    }

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

    /// Compiles the patterns that are written down, for the program to come; without it that does so itself.
    ///
    /// - Returns: faults of those that are none.
    package mutating func compilePatterns() -> [Fault] {
        var faults: [Fault] = []
        for id in expression.nodes.indices {
            guard case .call(_, let receiver, let arguments) = expression.nodes[id].kind,
                case .function(_, let overloads, _) = references[id], overloads.first?.opcode == .matches,
                let place = ((receiver.map { [$0] } ?? []) + arguments).last,
                case .literal(.string(let text)) = expression[place].kind
            else { continue }
            do throws(Pattern.Unusable) { patterns[place] = try ConstantPattern(compiling: text) } catch {
                faults.append(.unusablePattern(error, at: expression[place].range))
            }
        }
        return faults
    }
}

extension Fault {
    static func unusablePattern(_ error: Pattern.Unusable, at range: Range<Int>) -> Fault {
        Fault("the pattern does not compile: \(error.reason)", at: range)
    }
}
