internal import Basics
internal import Diagnostics

extension Checker {
    /// The type of `operand.field`: of a field of an object, or a value of a map, through an optional if the operand is one.
    mutating func select(_ id: ExprID, _ operand: ExprID, _ field: String, isOptional: Bool) -> CELType {
        var base = type(operand)
        var isWrapped = isOptional
        if case .optional(let value) = base {
            base = value
            isWrapped = true
        }
        let found: CELType
        switch base {
        case .map(_, let value): found = value
        case .object(let name):
            guard let declaration = environment.types.field(field, of: name) else {
                unknownField(id, operand, field, of: name)
                return .error
            }
            references[Int(id)] = .field(declaration)
            found = declaration.type
        case .parameter(let name):
            // Nothing is known of it: from now on anything.
            _ = relation.assign(.dyn, to: .parameter(name))
            found = .dyn
        case .dyn: found = .dyn
        case .error: return .error
        default:
            noFields(id, operand, field, base)
            return .error
        }
        return isWrapped ? .optional(found) : found
    }

    private mutating func unknownField(_ id: ExprID, _ operand: ExprID, _ field: String, of type: String) {
        guard hasRoom else { return }
        let known = environment.types.fieldNames(of: type) ?? []
        let help: String? =
            if let nearest = suggestion(field, among: known) {
                nearest
            } else if isMemberFunction(field) {
                "it is a function: `.\(field)()`"
            } else if !known.isEmpty, known.count <= 8 {
                "it has \(listing(known.map { "`\($0)`" }, "and"))"
            } else {
                nil
            }
        fault("`\(subject(operand))` has no field `\(field.shortened)`", at: expression[id].nameRange, help: help)
    }

    private mutating func noFields(_ id: ExprID, _ operand: ExprID, _ field: String, _ type: CELType) {
        guard hasRoom else { return }
        let help: String? =
            if isMemberFunction(field) {
                "it is a function: `.\(field)()`"
            } else if case .list = type {
                "`.exists(x, …)` and `.all(x, …)` ask of its elements, `[0]` is the first"
            } else {
                nil
            }
        fault(
            "`\(subject(operand))` is \(type.withArticle) and has no field `\(field.shortened)`",
            at: expression[id].nameRange, help: help)
    }

    func isMemberFunction(_ name: String) -> Bool {
        environment.functions[name]?.overloads.contains(where: \.isMember) ?? false
    }

    /// A part of the expression, as a message speaks of it.
    func subject(_ id: ExprID) -> String {
        // A long chain is written for nothing, but only once for each fault.
        expression.text(of: id).shortened(to: 40)
    }

    func listing(_ words: [String], _ last: String) -> String {
        guard words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " \(last) " + words[words.count - 1]
    }
}

extension CELType {
    /// `an int`, `a list(string)`
    var withArticle: String {
        switch self {
        case .int, .optional: "an \(self)"
        case .null: "null"
        case .object(let name): "an object `\(name)`"
        case .dyn: "dynamic"
        case .parameter: "anything"
        default: "a \(self)"
        }
    }
}
