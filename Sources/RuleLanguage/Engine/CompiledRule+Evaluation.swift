internal import CEL
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

extension CompiledClause {
    /// Message of a finding of the clause.
    ///
    /// - Parameter words: room for the text, kept from one message to the next.
    func message(
        _ evaluation: Evaluation, _ variables: UnsafeMutablePointer<CELValue>, about element: ElementRef?,
        _ words: inout [UInt8]
    ) -> String {
        words.removeAll(keepingCapacity: true)
        for part in message {
            switch part {
            case .text(let text): words.append(contentsOf: text.utf8)
            case .key(let mention):
                let document = evaluation.model.document
                let names = document.keyNames
                words.append(contentsOf: mention.text(in: names, about: element).utf8)
            case .clause: words.append(contentsOf: (name ?? "").utf8)
            case .value(let expression):
                let value = evaluation.evaluate(expression.program, variables)
                words.append(contentsOf: ValueText.text(of: value, evaluation).utf8)
            }
        }
        return String(decoding: words, as: UTF8.self).trimmed
    }
}

/// Place that findings point at.
struct PointedPlace {
    /// -1: there is none.
    var node: NodeID = -1
    /// The element that lacks something, where a pointer leads to one itself; -1: none does.
    var element: ElementID = -1
    /// True: the value itself is there, not only what should hold it.
    var isThere = false
}

extension [CompiledPointer] {
    /// The first value that is there; where none is, what should hold the first of them.
    func place(
        _ host: ModelHost, _ evaluation: Evaluation, _ variables: UnsafeMutablePointer<CELValue>
    ) -> PointedPlace {
        var fallback = PointedPlace()
        for pointer in self {
            let place = pointer.place(host, evaluation, variables)
            if place.isThere { return place }
            if fallback.node < 0 { fallback = place }
        }
        return fallback
    }
}

extension CompiledPointer {
    fileprivate func place(
        _ host: ModelHost, _ evaluation: Evaluation, _ variables: UnsafeMutablePointer<CELValue>
    ) -> PointedPlace {
        switch self {
        case .field(let holder, let key):
            let object = evaluation.evaluate(holder.program, variables)
            guard object.tag == .object else { return PointedPlace() }
            let node = host.node(key.fieldNumber, of: object)
            if node >= 0 { return PointedPlace(node: node, isThere: true) }
            if object.elementID < 0 || host.memory.isRoot(object.elementID) { return PointedPlace() }
            return PointedPlace(node: host.anchor(of: object.elementID))
        case .value(let expression):
            let value = evaluation.evaluate(expression.program, variables)
            switch value.tag {
            case .object where value.elementID >= 0:
                return PointedPlace(
                    node: host.anchor(of: value.elementID), element: value.elementID, isThere: true)
            case .object: return PointedPlace(node: value.objectNode, isThere: value.objectNode >= 0)
            case .hostList where !value.isObjects:
                return PointedPlace(node: value.collectionNode, isThere: value.collectionNode >= 0)
            default: return PointedPlace()
            }
        }
    }
}
