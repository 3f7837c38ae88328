/// Values that are built in the evaluation's memory. Over the budget each gives `overBudget`.
extension Evaluation {
    /// Memory for a number of values, charged; nil over the budget.
    @inline(__always)
    func allocate<T>(_ type: T.Type, _ count: Int) -> UnsafeMutablePointer<T>? {
        let (size, isTooLarge) = count.multipliedReportingOverflow(by: MemoryLayout<T>.stride)
        guard !isTooLarge, charge(bytes: size) else { return nil }
        return state.pointee.memory.allocate(size).bindMemory(to: type, capacity: count)
    }

    package func string(_ text: String) -> Value {
        var text = text
        return text.withUTF8(string(copying:))
    }

    package func string(copying utf8: UnsafeBufferPointer<UInt8>) -> Value { copy(utf8, .string) }

    package func bytes(copying bytes: UnsafeBufferPointer<UInt8>) -> Value { copy(bytes, .bytes) }

    /// The type of a name, as a value.
    package func type(_ name: String) -> Value {
        var name = name
        return name.withUTF8 { copy($0, .type) }
    }

    private func copy(_ bytes: UnsafeBufferPointer<UInt8>, _ tag: Value.Tag) -> Value {
        guard bytes.count > 0, let source = bytes.baseAddress else { return Value(tag) }
        guard let copy = allocate(UInt8.self, bytes.count) else { return overBudget }
        copy.initialize(from: source, count: bytes.count)
        return Value(tag, at: UnsafeBufferPointer(start: copy, count: bytes.count))
    }

    /// The text of a string, or of the name of a type.
    package func text(of value: Value) -> String { String(decoding: value.utf8, as: UTF8.self) }

    package func list(_ values: [Value]) -> Value { values.withUnsafeBufferPointer(list(copying:)) }

    package func list(copying values: UnsafeBufferPointer<Value>) -> Value {
        guard values.count > 0, let source = values.baseAddress else { return Value(.list) }
        guard charge(steps: values.count), let copy = allocate(Value.self, values.count) else { return overBudget }
        copy.initialize(from: source, count: values.count)
        return .list(at: UnsafeBufferPointer(start: copy, count: values.count))
    }

    package func optional(_ value: Value) -> Value {
        guard let copy = allocate(Value.self, 1) else { return overBudget }
        copy.initialize(to: value)
        return Value(.optionalSome, bits: UInt64(UInt(bitPattern: copy)))
    }

    /// A map; a key that comes twice makes it an error, and so does one that is neither string, number without fraction nor
    /// bool.
    package func map(_ entries: [(key: Value, value: Value)]) -> Value {
        var builder = MapBuilder(capacity: entries.count)
        for entry in entries {
            if let error = builder.insert(entry.key, entry.value, self) { return error }
        }
        return builder.finish(self)
    }
}
