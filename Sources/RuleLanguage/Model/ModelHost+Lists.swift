internal import CEL
internal import ContractModel
internal import YAMLTree

/// Lists and maps of a document, gone over where they lie.
extension ModelHost {
    func count(of collection: CELValue) -> Int {
        if collection.tag == .hostMap { return Int(memory[collection.collectionNode].count) / 2 }
        if collection.isObjects {
            var count = 0
            var cursor: UInt64 = 0
            while next(in: collection, &cursor) != nil { count += 1 }
            return count
        }
        let node = collection.collectionNode
        guard node >= 0 else { return 0 }
        return memory[node].isList ? Int(memory[node].count) : 1
    }

    func next(in collection: CELValue, _ cursor: inout UInt64) -> CELValue? {
        if collection.isObjects { return nextObject(collection, &cursor) }
        let node = collection.collectionNode
        guard node >= 0, cursor != .max else { return nil }
        // The cursor is the node to come, plus 1.
        var here: NodeID
        if cursor == 0 {
            let isCollection = !memory[node].type.isDisjoint(with: [.list, .mapping])
            here = isCollection ? memory[node].firstChild : node
            if !isCollection {
                cursor = .max
                return value(of: here)
            }
        } else {
            here = NodeID(truncatingIfNeeded: cursor) - 1
        }
        guard here >= 0 else { return nil }
        let isMap = collection.tag == .hostMap
        let after = isMap ? memory[memory[here].next].next : memory[here].next
        cursor = after < 0 ? .max : UInt64(after) + 1
        return isMap ? .string(at: memory.text(of: here)) : value(of: here)
    }

    /// The cursor: the index of the field, counted within its element from 1, and the child to come plus 1.
    private func nextObject(_ list: CELValue, _ cursor: inout UInt64) -> CELValue? {
        let element = list.elementID
        guard element >= 0 else { return nil }
        let key = UInt16(truncatingIfNeeded: list.bits >> 32)
        let type = UInt8(truncatingIfNeeded: list.extra >> 8)
        let fields = memory.fieldRange(of: element)
        var index = fields.lowerBound + Int32(truncatingIfNeeded: cursor >> 32)
        var child = NodeID(truncatingIfNeeded: cursor & 0xFFFF_FFFF) - 1
        while index < fields.upperBound {
            let field = memory.field(index)
            if field.key == key {
                if child < 0 {
                    let single = memory.elementID(at: field.node)
                    if single >= 0 {
                        cursor = UInt64(index + 1 - fields.lowerBound) << 32
                        return .object(single, node: field.node, type: type)
                    }
                    child = memory[field.node].firstChild
                }
                while child >= 0 {
                    let id = memory.elementID(at: child)
                    let after = memory[child].next
                    if id >= 0 {
                        let object = CELValue.object(id, node: child, type: type)
                        cursor =
                            after >= 0
                            ? UInt64(index - fields.lowerBound) << 32 | UInt64(after) + 1
                            : UInt64(index + 1 - fields.lowerBound) << 32
                        return object
                    }
                    child = after
                }
            }
            index += 1
            child = -1
        }
        cursor = UInt64(fields.upperBound + 1 - fields.lowerBound) << 32
        return index == fields.upperBound ? checksOfAll(element, key, type) : nil
    }

    /// Checks that DCS had at the top of a contract, in the language of some tool: they may be about any of its objects.
    private func checksOfAll(_ object: ElementID, _ key: UInt16, _ type: UInt8) -> CELValue? {
        guard key == Key.quality.fieldNumber, memory.kind(of: object) == .object,
            document(of: object).standard == .dcs
        else { return nil }
        let index = memory.fieldIndex(key, of: memory.parent(of: object))
        guard index >= 0 else { return nil }
        let node = memory.field(index).node
        let checks = memory.elementID(at: node)
        return checks < 0 ? nil : .object(checks, node: node, type: type)
    }
}
