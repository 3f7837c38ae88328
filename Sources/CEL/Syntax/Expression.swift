/// The number of a node in its expression.
package typealias ExprID = Int32

/// A parsed expression: nodes in a flat array, each with its place. A node stands behind those it is made of.
///
/// Macros (`has`, `all`, `filter`, `cel.bind`, …) are nodes of their own instead of the folds that the language definition
/// expands them to: the checker can say what was written, and the evaluator builds no accumulators.
package struct Expression: Sendable {
    package var nodes: [ExprNode]
    package var root: ExprID

    package init(nodes: [ExprNode], root: ExprID) {
        self.nodes = nodes
        self.root = root
    }

    package subscript(_ id: ExprID) -> ExprNode { nodes[Int(id)] }
}

package struct ExprNode: Sendable {
    package var kind: Kind
    /// Bytes of the expression's UTF-8 text: the whole subexpression, without parentheses around it.
    package var range: Range<Int>
    /// The bytes of the one word that names it: the field of a selection or of `has`, the function of a call, the operator,
    /// the identifier, the macro.
    /// Elsewhere the same as `range`.
    package var nameRange: Range<Int>

    package init(_ kind: Kind, _ range: Range<Int>, name nameRange: Range<Int>? = nil) {
        self.kind = kind
        self.range = range
        self.nameRange = nameRange ?? range
    }

    package enum Kind: Sendable {
        case literal(Literal)
        /// A name; with its leading dot when it is written with one (`.x` looks only at the root).
        case identifier(String)
        /// `operand.field`; optional: `operand.?field`.
        case select(operand: ExprID, field: String, isOptional: Bool)
        /// `has(operand.field)`.
        case has(operand: ExprID, field: String)
        /// A function, with a receiver when called as a member, and with its leading dot when it is written with one. Operators go by the names of the language definition:
        /// `_+_`, `_&&_`, `!_`, `-_`, `_[_]`, `_[?_]`, `@in`, `_?_:_`, `_==_`, …
        case call(function: String, receiver: ExprID?, arguments: [ExprID])
        /// `[a, ?b]`; `optional` holds the indices of the elements written with `?`.
        case list(elements: [ExprID], optional: Set<Int>)
        /// `{k: v, ?k: v}`
        case map(entries: [MapEntry])
        /// `Name{field: value}`: no type that we know can be made so; kept to be refused with a good message.
        case structure(name: String, fields: [FieldEntry])
        case comprehension(Comprehension)
        /// `cel.bind(name, value, body)`
        case bind(name: String, value: ExprID, body: ExprID)
        /// `operand.optMap(name, body)`; flat: `optFlatMap`.
        case optionalMap(operand: ExprID, name: String, body: ExprID, isFlat: Bool)
    }

    package struct MapEntry: Sendable {
        package var key: ExprID
        package var value: ExprID
        package var isOptional: Bool
        package init(key: ExprID, value: ExprID, isOptional: Bool) {
            self.key = key
            self.value = value
            self.isOptional = isOptional
        }
    }

    package struct FieldEntry: Sendable {
        package var name: String
        package var value: ExprID
        package var isOptional: Bool
        package init(name: String, value: ExprID, isOptional: Bool) {
            self.name = name
            self.value = value
            self.isOptional = isOptional
        }
    }
}

package enum Literal: Hashable, Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    case string(String)
    case bytes([UInt8])
}

/// A macro that goes over the elements of a list or the keys of a map.
package struct Comprehension: Sendable {
    package enum Macro: String, Sendable, CaseIterable {
        case all, exists, existsOne = "exists_one", map, filter
        case transformList, transformMap, transformMapEntry
        /// `list.sortBy(x, key)` of the lists extension.
        case sortBy
    }

    package var macro: Macro
    package var range: ExprID
    /// One variable, or two: index and element of a list, key and value of a map.
    package var variables: [String]
    /// The condition of `map(x, condition, body)` and the transform macros with a filter.
    package var filter: ExprID?
    package var body: ExprID

    package init(macro: Macro, range: ExprID, variables: [String], filter: ExprID?, body: ExprID) {
        self.macro = macro
        self.range = range
        self.variables = variables
        self.filter = filter
        self.body = body
    }
}
