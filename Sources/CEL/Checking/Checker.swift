internal import Basics
internal import Diagnostics

/// Finds the type of every part of an expression, and what does not fit (language definition, "Gradual Type Checking").
///
/// It goes over the nodes in their order, children before what they are part of, without recursion. A part that is wrong
/// has the type `.error`, which fits everywhere: one mistake gives one fault.
package struct Checker {
    let expression: Expression
    let environment: Environment
    let names: NameResolution
    /// The environment's variables by index, for what a name means.
    private let variableTypes: [CELType]
    var relation = TypeRelation()
    var types: [CELType]
    var references: [CheckedExpression.Reference?]
    var faults: [Fault] = []
    /// Types of a macro's variables, by the macro's node.
    private var locals: [ExprID: [CELType]] = [:]

    package static func check(_ expression: Expression, _ environment: Environment) -> CheckedExpression {
        var checker = Checker(expression, environment)
        for index in expression.nodes.indices {
            checker.types[index] = checker.check(ExprID(index)).bounded
        }
        if checker.relation.isExhausted {
            let range = expression[expression.root].range
            checker.faults.append(Fault("the types of this expression are too complicated to be checked", at: range))
        }
        return CheckedExpression(
            expression: expression, types: checker.types.map { checker.relation.substituted($0, isFinal: true) },
            references: checker.references, faults: checker.sortedFaults)
    }

    private init(_ expression: Expression, _ environment: Environment) {
        self.expression = expression
        self.environment = environment
        names = NameResolution(expression, environment)
        var variableTypes = [CELType](repeating: .dyn, count: environment.variables.count)
        for variable in environment.variables.values { variableTypes[variable.index] = variable.type }
        self.variableTypes = variableTypes
        types = [CELType](repeating: .dyn, count: expression.nodes.count)
        references = [CheckedExpression.Reference?](repeating: nil, count: expression.nodes.count)
    }

    private var sortedFaults: [Fault] {
        faults.enumerated().sorted {
            ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
        }.map(\.element)
    }

    /// The type of a node that was checked before, with what is known of its parameters now.
    func type(_ id: ExprID) -> CELType { relation.substituted(types[Int(id)]) }

    /// Faults beyond this number say nothing new, and looking for suggestions takes time.
    private static let mostFaults = 100

    var hasRoom: Bool { faults.count < Self.mostFaults }

    mutating func fault(_ message: String, at range: Range<Int>, help: String? = nil) {
        guard hasRoom else { return }
        faults.append(Fault(message, at: range, help: help))
    }

    private mutating func check(_ id: ExprID) -> CELType {
        if let type = checkName(id) { return type }
        let node = expression[id]
        switch node.kind {
        case .literal(let literal): return literal.type
        case .identifier(let name): return unknownName(name, id)
        case .select(let operand, let field, let isOptional):
            return select(id, operand, field, isOptional: isOptional)
        case .has(let operand, let field):
            let type = select(id, operand, field, isOptional: false)
            return type == .error ? .error : .bool
        case .call: return checkCall(id)
        case .list(let elements, let optional): return list(elements, optional)
        case .map(let entries): return map(entries)
        case .structure(let name, _):
            fault(
                "no value of a type `\(name.shortened)` can be made here", at: node.nameRange,
                help: "a map is written `{\"key\": value}`")
            return .error
        case .comprehension(let macro): return comprehension(id, macro)
        case .bind(_, _, let body): return types[Int(body)]
        case .optionalMap(let operand, _, let body, let isFlat): return optionalMap(id, operand, body, isFlat: isFlat)
        }
    }

    // MARK: Names

    private mutating func checkName(_ id: ExprID) -> CELType? {
        switch names.meanings[Int(id)] {
        case .variable(let index):
            references[Int(id)] = .variable(index)
            return variableTypes[index]
        case .type(let type):
            references[Int(id)] = .type(type)
            return .type(type)
        case .local(let owner, let index):
            let types = locals[owner] ?? variables(of: owner)
            return index < types.count ? types[index] : .error
        case .namespace: return .dyn
        case .function, nil: return nil
        }
    }

    private mutating func unknownName(_ name: String, _ id: ExprID) -> CELType {
        guard hasRoom else { return .error }
        let word = String(name.drop { $0 == "." })
        let help: String? =
            if environment.functions[word] != nil {
                "it is a function: `\(word)(…)`"
            } else {
                suggestion(
                    word, among: names.locals(at: id) + environment.variables.keys.sorted() + Names.types.keys.sorted())
            }
        fault("unknown name `\(name.shortened)`", at: expression[id].range, help: help)
        return .error
    }

    func suggestion(_ word: String, among known: [String]) -> String? {
        // Of a letter or two any other is a slip away.
        guard word.utf8.count > 2 else { return nil }
        return Spelling.nearest(to: word, among: known).map { "did you mean `\($0)`?" }
    }

    /// The types of a macro's variables. What it goes over is checked before, being written first.
    private mutating func variables(of owner: ExprID) -> [CELType] {
        let found: [CELType] =
            switch expression[owner].kind {
            case .bind(_, let value, _): [types[Int(value)]]
            case .optionalMap(let operand, _, _, _): [unwrapped(operand)]
            case .comprehension(let macro): elements(of: macro)
            default: []
            }
        locals[owner] = found
        return found
    }

    private mutating func unwrapped(_ operand: ExprID) -> CELType {
        switch type(operand) {
        case .optional(let value): return value
        case .parameter(let name):
            let value = relation.fresh()
            return relation.assign(.parameter(name), to: .optional(value)) ? value : .error
        case .dyn: return .dyn
        default: return .error
        }
    }

    private mutating func elements(of macro: Comprehension) -> [CELType] {
        let isPair = macro.variables.count == 2
        switch type(macro.range) {
        case .list(let element): return isPair ? [.int, element] : [element]
        case .map(let key, let value): return isPair ? [key, value] : [key]
        case .parameter(let name):
            // Nothing is known: it must not be narrowed by the first thing that is done with it.
            _ = relation.assign(.dyn, to: .parameter(name))
            return isPair ? [.dyn, .dyn] : [.dyn]
        case .dyn: return isPair ? [.dyn, .dyn] : [.dyn]
        default: return isPair ? [.error, .error] : [.error]
        }
    }
}

extension Literal {
    package var type: CELType {
        switch self {
        case .null: .null
        case .bool: .bool
        case .int: .int
        case .uint: .uint
        case .double: .double
        case .string: .string
        case .bytes: .bytes
        }
    }
}
