internal import CEL
internal import ContractModel

/// Fields of the selected element without which a condition is false, whatever else holds: an element that lacks one of them
/// is passed over without being asked.
struct Needs {
    private(set) var keys: [Key] = []
    /// Of these it needs one at least: what a function asks for that the condition calls. Empty: none in particular.
    private(set) var any: [Key] = []
    private let checked: CheckedExpression
    private let selection: Selection

    /// - Parameter root: the part of the condition to look at; nil: all of it.
    init(_ checked: CheckedExpression, _ selection: Selection, from root: ExprID? = nil) {
        self.checked = checked
        self.selection = selection
        collect(root ?? checked.expression.root)
    }

    private mutating func collect(_ id: ExprID) {
        guard case .call(let function, let receiver, let arguments) = checked.expression[id].kind else {
            if case .has(let operand, let field) = checked.expression[id].kind { add(operand, field) }
            return
        }
        let operands = (receiver.map { [$0] } ?? []) + arguments
        switch function {
        case "_&&_": operands.forEach { collect($0) }
        // An absent operand makes it false, and nothing is in an empty list.
        case "@in": operands.forEach { addPresence(of: $0) }
        case "_||_":
            // One of them has to be true: if each needs a field, one of these fields has to be there.
            let sides = operands.map { Needs(checked, selection, from: $0) }
            let keys = sides.map { $0.keys.isEmpty ? $0.any : [$0.keys[0]] }
            if any.isEmpty, keys.allSatisfy({ !$0.isEmpty }) { any = keys.flatMap { $0 } }
        // But an absent list is equal to an empty one.
        case "_==_": operands.filter { !Self.isList(checked.types[Int($0)]) }.forEach { addField($0) }
        default:
            if checked.provesPresence(id) { addPresence(of: operands[0]) }
            addFunction(id)
        }
    }

    private mutating func addPresence(of id: ExprID) {
        addField(id)
        addFunction(id)
    }

    /// A function of the selected element that gives nothing, or false, where that has none of some fields.
    private mutating func addFunction(_ id: ExprID) {
        guard any.isEmpty, case .call(_, nil, let arguments) = checked.expression[id].kind,
            case .function(_, let overloads, _) = checked.references[Int(id)], let argument = arguments.first,
            case .identifier(selection.rawValue) = checked.expression[argument].kind,
            overloads.allSatisfy({ !$0.promises.needs.isEmpty })
        else { return }
        any = overloads.flatMap(\.promises.keys)
    }

    private static func isList(_ type: CELType) -> Bool {
        if case .list = type { true } else { false }
    }

    private mutating func addField(_ id: ExprID) {
        if case .select(let operand, let field, false) = checked.expression[id].kind { add(operand, field) }
    }

    private mutating func add(_ operand: ExprID, _ field: String) {
        guard case .identifier(selection.rawValue) = checked.expression[operand].kind,
            let declaration = ModelTypes.shared.field(field, of: selection.rawValue)
        else { return }
        let form = FieldForm(declaration.number)
        // DCS has options where ODCS has a field for them.
        guard form.kind != .derived, form.kind != .param, form.kind != .object,
            let key = ModelTypes.shared.key(field, of: selection.rawValue), !keys.contains(key)
        else {
            if field == Key.logicalType.rawValue, selection == .property, !keys.contains(.logicalType) {
                keys.append(.logicalType)
            }
            return
        }
        keys.append(key)
    }
}
