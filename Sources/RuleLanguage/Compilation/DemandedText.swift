internal import CEL
internal import ContractModel

/// Text that a condition demands of a field of the selected element, or how it has to begin.
struct DemandedText {
    var key: UInt16
    /// The signature of the whole text, or its first bytes.
    var demanded: UInt64
    /// The bytes of a beginning that count; 0: it is a signature.
    var mask: UInt64

    init(key: UInt16, demanded: UInt64, mask: UInt64) {
        self.key = key
        self.demanded = demanded
        self.mask = mask
    }

    init(_ key: UInt16, equal text: UnsafeBufferPointer<UInt8>) {
        self.key = key
        demanded = TextSignature.of(text)
        mask = 0
    }

    init(_ key: UInt16, prefix: UnsafeBufferPointer<UInt8>) {
        self.key = key
        mask = prefix.count >= 8 ? .max : 1 << UInt64(8 * prefix.count) - 1
        demanded = TextSignature.head(of: prefix) & mask
    }

    /// - Returns: nil: the condition can hold whatever the texts of fields.
    init?(_ condition: CheckedExpression) {
        guard let found = Self.find(condition, condition.expression.root) else { return nil }
        self = found
    }

    private static func find(_ checked: CheckedExpression, _ id: ExprID) -> DemandedText? {
        guard case .call(let function, let receiver, let arguments) = checked.expression[id].kind else { return nil }
        let operands = (receiver.map { [$0] } ?? []) + arguments
        switch function {
        case "_&&_": return find(checked, operands[0]) ?? find(checked, operands[1])
        case "_==_":
            for (field, text) in [(operands[0], operands[1]), (operands[1], operands[0])] {
                guard let key = key(checked, field), var text = literal(checked, text) else { continue }
                return text.withUTF8 { DemandedText(key, equal: $0) }
            }
        case "startsWith" where receiver != nil:
            // A required field without a text makes the rule not applicable; the gate keeps it out as well.
            guard let key = key(checked, operands[0]), var text = literal(checked, operands[1]), !text.isEmpty
            else { return nil }
            return text.withUTF8 { DemandedText(key, prefix: $0) }
        default: break
        }
        return nil
    }

    /// The key of a text of the selected element, which is the first variable.
    private static func key(_ checked: CheckedExpression, _ id: ExprID) -> UInt16? {
        guard case .select(let operand, _, false) = checked.expression[id].kind,
            case .variable(0) = checked.references[Int(operand)],
            case .field(let field) = checked.references[Int(id)]
        else { return nil }
        let form = FieldForm(field.number)
        return form.kind == .string ? form.key : nil
    }

    private static func literal(_ checked: CheckedExpression, _ id: ExprID) -> String? {
        if case .literal(.string(let text)) = checked.expression[id].kind { text } else { nil }
    }
}
