internal import CEL
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

extension CompiledClause {
    /// Message of a finding of the clause.
    ///
    /// - Parameter words: room for the text, kept from one message to the next.
    func message(
        _ evaluation: Evaluation, _ variables: UnsafeMutablePointer<CELValue>, _ words: inout [UInt8]
    ) -> String {
        words.removeAll(keepingCapacity: true)
        for part in message {
            switch part {
            case .text(let text): words.append(contentsOf: text.utf8)
            case .clause: words.append(contentsOf: (name ?? "").utf8)
            case .value(let expression):
                let value = evaluation.evaluate(expression.program, variables)
                words.append(contentsOf: ValueText.text(of: value, evaluation).utf8)
            }
        }
        return String(decoding: words, as: UTF8.self).trimmed
    }
}

extension CompiledPointer {
    /// The node that findings point at; -1: there is none.
    func node(_ host: ModelHost, _ evaluation: Evaluation, _ variables: UnsafeMutablePointer<CELValue>) -> NodeID {
        switch self {
        case .field(let holder, let key):
            let object = evaluation.evaluate(holder.program, variables)
            guard object.tag == .object else { return -1 }
            let node = host.node(key.fieldNumber, of: object)
            if node >= 0 || object.elementID < 0 || host.memory.isRoot(object.elementID) { return node }
            return host.anchor(of: object.elementID)
        case .value(let expression):
            let value = evaluation.evaluate(expression.program, variables)
            switch value.tag {
            case .object where value.elementID >= 0: return host.anchor(of: value.elementID)
            case .object: return value.objectNode
            case .hostList where !value.isObjects: return value.collectionNode
            default: return -1
            }
        }
    }
}
