/// Reason why an expression has no value, and the node at fault.
package struct EvaluationError: Error, Hashable, Sendable {
    package enum Kind: UInt8, Sendable, CaseIterable {
        case divisionByZero, overflow, noSuchOverload, noSuchField, noSuchKey, outOfRange, duplicateKey
        /// An operand that its object lacks.
        case absent
        /// An argument that the function cannot take: a text that is no number, a pattern that does not compile.
        case invalidArgument
        /// The evaluation took more steps or built more bytes than it may.
        case overBudget
        /// A fact that is not at hand.
        case unknown
        case undeclared
        case other
    }

    package var kind: Kind
    package var message: String
    /// The node that failed: for `absent` the operand, for anything else the call. Nil when it is not known.
    package var node: ExprID?

    package init(_ kind: Kind, _ message: String? = nil, node: ExprID? = nil) {
        self.kind = kind
        self.message = message ?? kind.message
        self.node = node
    }
}

extension EvaluationError.Kind {
    /// Words for a kind of error when there is nothing particular to say.
    package var message: String {
        switch self {
        case .divisionByZero: "division by zero"
        case .overflow: "the result is out of range"
        case .noSuchOverload: "no such overload"
        case .noSuchField: "no such field"
        case .noSuchKey: "no such key"
        case .outOfRange: "the index is out of range"
        case .duplicateKey: "the map has a key twice"
        case .absent: "the value is absent"
        case .invalidArgument: "the argument is not valid"
        case .overBudget: "the evaluation takes more steps or memory than it may"
        case .unknown: "the value is not known"
        case .undeclared: "no such name or function"
        case .other: "the evaluation failed"
        }
    }
}

/// Errors as values: kind and node are packed into `bits`, so that one costs nothing to make, and many that are absorbed
/// leave nothing behind.
extension Value {
    static func error(_ kind: EvaluationError.Kind, node: ExprID = -1, message: UInt32 = 0) -> Value {
        Value(.error, bits: UInt64(kind.rawValue) << 32 | UInt64(UInt32(bitPattern: node)), extra: message)
    }

    /// Of an error.
    var errorKind: EvaluationError.Kind {
        EvaluationError.Kind(rawValue: UInt8(truncatingIfNeeded: bits >> 32)) ?? .other
    }

    /// Of an error: -1 when it has none yet.
    var errorNode: ExprID { ExprID(truncatingIfNeeded: bits) }

    /// The same error, of this node unless it already has one.
    func located(_ node: ExprID) -> Value {
        guard tag == .error, errorNode < 0 else { return self }
        return .error(errorKind, node: node, message: extra)
    }
}
