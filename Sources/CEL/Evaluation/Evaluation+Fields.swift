/// Fields of objects, entries of maps, elements of lists, and the same through optionals (optional types, "Optional
/// chaining").
extension Evaluation {
    /// `field` of what is not an object.
    @inline(never)
    func fieldOfOther(_ at: UnsafePointer<Instruction>, _ operand: Value) -> Value {
        switch operand.tag {
        // Of an object that is not there the host says what its fields are: a list is empty.
        case .absent: return host.field(Int(at.pointee.number), of: operand)
        case .unknown: return operand
        case .error: return operand.located(at.node)
        case .optionalNone, .optionalSome: return optionalField(at, operand)
        default: return .error(.noSuchField, node: at.node)
        }
    }

    /// A repeated field that holds nothing is not there, as in protobuf: hosts give an empty list for an absent one.
    private func isThere(_ field: Value) -> Bool {
        switch field.tag {
        case .absent: false
        case .hostList, .hostMap: host.count(of: field) > 0
        default: true
        }
    }

    @inline(never)
    func filled(_ at: UnsafePointer<Instruction>, _ operand: Value) -> Value {
        operand.isError ? operand.located(at.first.node) : .bool(isFilled(operand))
    }

    /// True when a value is neither absent, null nor blank, nor empty.
    package func isFilled(_ value: Value) -> Bool {
        switch value.tag {
        case .absent, .null, .optionalNone, .error, .unknown: return false
        case .string: return isFilledText(value)
        case .optionalSome: return isFilled(value.held)
        case .hostList, .hostMap:
            var cursor: UInt64 = 0
            return host.next(in: value, &cursor) != nil
        case .list, .map, .bytes: return value.extra > 0
        default: return true
        }
    }

    @inline(__always)
    func isFilledText(_ text: Value) -> Bool {
        for byte in text.utf8 where byte > 0x20 { return true }
        return false
    }

    @inline(never)
    func hasField(_ at: UnsafePointer<Instruction>, _ operand: Value) -> Value {
        switch operand.tag {
        case .object: return .bool(isThere(host.field(Int(at.pointee.number), of: operand)))
        case .absent, .optionalNone: return .false
        case .optionalSome: return hasField(at, operand.held)
        default: return fieldOfOther(at, operand)
        }
    }

    @inline(never)
    func optionalField(_ at: UnsafePointer<Instruction>, _ operand: Value) -> Value {
        switch operand.tag {
        case .object:
            let field = host.field(Int(at.pointee.number), of: operand)
            return field.isError ? field : isThere(field) ? optional(field) : .optionalNone
        case .absent, .optionalNone: return .optionalNone
        case .optionalSome: return optionalField(at, operand.held)
        default: return fieldOfOther(at, operand)
        }
    }

    @inline(never)
    func select(_ at: UnsafePointer<Instruction>, _ operand: Value) -> Value {
        switch operand.tag {
        case .map, .hostMap:
            if let value = value(of: at.pointee.value, in: operand) { return value }
            return noSuchKey(at, at.pointee.value)
        case .object:
            guard let number = fieldNumber(at.pointee.value, of: operand) else { return noSuchField(at) }
            return host.field(number, of: operand)
        case .absent, .unknown, .optionalNone: return operand
        case .error: return operand.located(at.node)
        case .optionalSome: return optionalSelect(at, operand)
        default: return noOverload(at, "select", operand)
        }
    }

    @inline(never)
    func has(_ at: UnsafePointer<Instruction>, _ operand: Value) -> Value {
        switch operand.tag {
        case .map, .hostMap: return .bool(value(of: at.pointee.value, in: operand) != nil)
        case .object:
            guard let number = fieldNumber(at.pointee.value, of: operand) else { return noSuchField(at) }
            return .bool(isThere(host.field(number, of: operand)))
        case .absent, .optionalNone: return .false
        case .optionalSome: return has(at, operand.held)
        case .unknown: return operand
        case .error: return operand.located(at.node)
        default: return noOverload(at, "has", operand)
        }
    }

    @inline(never)
    func optionalSelect(_ at: UnsafePointer<Instruction>, _ operand: Value) -> Value {
        switch operand.tag {
        case .map, .hostMap: return value(of: at.pointee.value, in: operand).map(optional) ?? .optionalNone
        case .object:
            guard let number = fieldNumber(at.pointee.value, of: operand) else { return noSuchField(at) }
            let field = host.field(number, of: operand)
            return field.isError ? field : isThere(field) ? optional(field) : .optionalNone
        case .absent, .optionalNone: return .optionalNone
        case .optionalSome: return optionalSelect(at, operand.held)
        case .unknown: return operand
        case .error: return operand.located(at.node)
        default: return noOverload(at, "select", operand)
        }
    }

    @inline(never)
    func index(_ at: UnsafePointer<Instruction>, _ operand: Value, _ key: Value) -> Value {
        if let failure = failure(operand, key, at) { return failure }
        switch operand.tag {
        case .list, .hostList:
            guard let number = wholeNumber(key) else { return noOverload(at, "[]", operand, key) }
            if let element = element(number, of: operand) { return element }
            return error(.outOfRange, "the list has no element \(number)").located(at.node)
        case .map, .hostMap: return value(of: key, in: operand) ?? noSuchKey(at, key)
        case .optionalNone, .optionalSome: return optionalIndex(at, operand, key)
        default: return noOverload(at, "[]", operand, key)
        }
    }

    @inline(never)
    func optionalIndex(_ at: UnsafePointer<Instruction>, _ operand: Value, _ key: Value) -> Value {
        if operand.tag == .absent, !key.isError { return .optionalNone }
        if let failure = failure(operand, key, at) { return failure }
        switch operand.tag {
        case .list, .hostList:
            guard let number = wholeNumber(key) else { return noOverload(at, "[?]", operand, key) }
            return element(number, of: operand).map(optional) ?? .optionalNone
        case .map, .hostMap: return value(of: key, in: operand).map(optional) ?? .optionalNone
        case .optionalNone: return operand
        case .optionalSome: return optionalIndex(at, operand.held, key)
        default: return noOverload(at, "[?]", operand, key)
        }
    }

    /// - Returns: nil when the list has no such element.
    func element(_ number: Int64, of list: Value) -> Value? {
        guard number >= 0, number < Int64(count(of: list)) else { return nil }
        if list.tag == .list { return list.elements[Int(number)] }
        var cursor = ElementCursor()
        for _ in 0..<number {
            guard charge(steps: 1), next(in: list, &cursor) != nil else { return nil }
        }
        return next(in: list, &cursor)
    }

    /// Numbers of any type can be an index as long as they are whole.
    private func wholeNumber(_ value: Value) -> Int64? {
        switch value.tag {
        case .int: value.asInt
        case .uint: Int64(exactly: value.asUInt)
        case .double: Int64(exactly: value.asDouble)
        default: nil
        }
    }

    private func fieldNumber(_ name: Value, of object: Value) -> Int? {
        let type = host.typeName(of: object).description
        return state.pointee.program?.takeUnretainedValue().types.field(text(of: name), of: type)?.number
    }

    private func noSuchField(_ at: UnsafePointer<Instruction>) -> Value {
        error(.noSuchField, "no such field: \(text(of: at.pointee.value))").located(at.node)
    }

    private func noSuchKey(_ at: UnsafePointer<Instruction>, _ key: Value) -> Value {
        guard key.tag == .string, key.extra < 256 else { return .error(.noSuchKey, node: at.node) }
        return error(.noSuchKey, "no such key: \(text(of: key))").located(at.node)
    }
}
