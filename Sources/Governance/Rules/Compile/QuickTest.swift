internal import CEL
internal import ContractModel
internal import YAMLTree

/// A condition that is nothing but simple questions about fields of the selected element, all of which must be answered with
/// yes. Most conditions of rules are: they are asked without the evaluator, which would cost several times as much.
///
/// It gives what the evaluator gives for the same expression: `==` and `in` of an absent field are false.
final class QuickTest: Sendable {
    struct Atom {
        enum Kind {
            /// `filled(element.field)`
            case filled
            /// `element.field == constant`
            case equals
            /// `constant in element.field`
            case contains
            /// `element.field in params.list`
            case among
        }

        var kind: Kind
        var isNegated: Bool
        /// As in `FieldDeclaration`.
        var field: Int
        /// Of `equals` and `contains`; of `among` the list.
        var constant: CELValue
    }

    nonisolated(unsafe) let atoms: UnsafeMutableBufferPointer<Atom>
    private nonisolated(unsafe) let texts: [UnsafeMutableBufferPointer<UInt8>]

    /// - Returns: nil: the condition asks something else as well.
    init?(_ checked: CheckedExpression, _ selection: Selection, _ parameters: ParameterValues) {
        var reader = AtomReader(checked: checked, selection: selection, parameters: parameters)
        guard selection != .text, reader.read(checked.expression.root, isNegated: false), reader.atoms.count <= 4 else {
            reader.texts.forEach { $0.deallocate() }
            return nil
        }
        atoms = .allocate(capacity: reader.atoms.count)
        _ = atoms.initialize(from: reader.atoms)
        texts = reader.texts
    }

    deinit {
        texts.forEach { $0.deallocate() }
        atoms.deallocate()
    }

    /// Whether the condition holds of an element.
    @inline(__always)
    static func holds(
        _ atoms: UnsafeMutableBufferPointer<Atom>, of element: CELValue, _ host: ModelHost, _ evaluation: Evaluation
    ) -> Bool {
        for index in atoms.indices {
            let atom = atoms[index]
            let value = host.field(atom.field, of: element)
            let isYes =
                switch atom.kind {
                case .filled:
                    value.tag == .string && value.extra > 0 && value.utf8[0] > 0x20
                        || ElementFunctions.isFilled(value, evaluation)
                case .equals: isEqual(value, atom.constant)
                case .contains: contains(value, atom.constant, host)
                case .among: atom.constant.elements.contains { isEqual(value, $0) }
                }
            if isYes == atom.isNegated { return false }
        }
        return true
    }

    @inline(__always)
    private static func isEqual(_ a: CELValue, _ b: CELValue) -> Bool {
        guard a.tag == b.tag else { return false }
        guard a.tag == .string else { return a.bits == b.bits }
        guard a.extra == b.extra else { return false }
        let (a, b) = (a.utf8, b.utf8)
        for index in 0..<a.count where a[index] != b[index] { return false }
        return true
    }

    private static func contains(_ list: CELValue, _ element: CELValue, _ host: ModelHost) -> Bool {
        var cursor: UInt64 = 0
        while let item = host.next(in: list, &cursor) {
            if isEqual(item, element) { return true }
        }
        return false
    }
}

/// Takes a condition apart into atoms.
private struct AtomReader {
    let checked: CheckedExpression
    let selection: Selection
    let parameters: ParameterValues
    var atoms: [QuickTest.Atom] = []
    var texts: [UnsafeMutableBufferPointer<UInt8>] = []

    mutating func read(_ id: ExprID, isNegated: Bool) -> Bool {
        guard case .call(let function, let receiver, let arguments) = checked.expression[id].kind else { return false }
        let operands = (receiver.map { [$0] } ?? []) + arguments
        switch function {
        case "_&&_" where !isNegated: return operands.allSatisfy { read($0, isNegated: false) }
        case "_||_" where isNegated: return operands.allSatisfy { read($0, isNegated: true) }
        case "!_": return read(operands[0], isNegated: !isNegated)
        case "filled": return add(.filled, field(operands[0]), .null, isNegated)
        case "_==_":
            // A required field has an error in place of an absent value, and `!` of that is no yes.
            if isNegated { return false }
            if let constant = constant(operands[1]), let field = scalarField(operands[0]) {
                return add(.equals, field, constant, false)
            }
            if let constant = constant(operands[0]), let field = scalarField(operands[1]) {
                return add(.equals, field, constant, false)
            }
            return false
        case "@in":
            if isNegated { return false }
            if let constant = constant(operands[0]), let field = field(operands[1]),
                FieldForm(field).kind == .scalars
            {
                return add(.contains, field, constant, false)
            }
            if let list = parameterList(operands[1]), let field = scalarField(operands[0]) {
                return add(.among, field, list, false)
            }
            return false
        default: return false
        }
    }

    private mutating func add(
        _ kind: QuickTest.Atom.Kind, _ field: Int?, _ constant: CELValue, _ isNegated: Bool
    ) -> Bool {
        guard let field else { return false }
        atoms.append(QuickTest.Atom(kind: kind, isNegated: isNegated, field: field, constant: constant))
        return true
    }

    /// A field of the selected element.
    private func field(_ id: ExprID) -> Int? {
        guard case .select(let operand, _, false) = checked.expression[id].kind,
            case .identifier(selection.rawValue) = checked.expression[operand].kind,
            case .field(let field) = checked.references[Int(id)]
        else { return nil }
        return field.number
    }

    /// One that is compared by its text or truth: numbers compare across types, which is the evaluator's to do.
    private func scalarField(_ id: ExprID) -> Int? {
        guard checked.types[Int(id)] == .string || checked.types[Int(id)] == .bool else { return nil }
        return field(id)
    }

    private mutating func constant(_ id: ExprID) -> CELValue? {
        switch checked.expression[id].kind {
        case .literal(.bool(let truth)): return .bool(truth)
        case .literal(.string(let text)):
            var text = text
            let copy = text.withUTF8 { utf8 in
                let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: utf8.count)
                _ = copy.initialize(from: utf8)
                return copy
            }
            texts.append(copy)
            return .string(at: UnsafeBufferPointer(copy))
        default: return nil
        }
    }

    /// A parameter that is a list of texts.
    private func parameterList(_ id: ExprID) -> CELValue? {
        guard case .select(let operand, let name, false) = checked.expression[id].kind,
            case .identifier(RuleTypes.params) = checked.expression[operand].kind,
            let index = parameters.types.firstIndex(where: { $0.name == name }),
            parameters.types[index].type == .list(.string)
        else { return nil }
        return parameters.values[index]
    }
}
