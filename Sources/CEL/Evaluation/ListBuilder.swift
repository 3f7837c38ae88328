/// Builds a list of a length not known before, with room that doubles.
struct ListBuilder {
    private var elements: UnsafeMutablePointer<Value>?
    private var capacity = 0
    private(set) var count = 0

    /// - Parameter capacity: room to begin with.
    init(capacity: Int, _ evaluation: Evaluation) {
        guard capacity > 0 else { return }
        elements = evaluation.allocate(Value.self, capacity)
        self.capacity = elements == nil ? 0 : capacity
    }

    /// - Returns: false over the budget.
    @inline(__always)
    mutating func append(_ value: Value, _ evaluation: Evaluation) -> Bool {
        if count == capacity, !grow(evaluation) { return false }
        elements.unsafelyUnwrapped[count] = value
        count &+= 1
        return true
    }

    private mutating func grow(_ evaluation: Evaluation) -> Bool {
        let larger = max(8, capacity * 2)
        guard let copy = evaluation.allocate(Value.self, larger) else { return false }
        if let elements { copy.initialize(from: elements, count: count) }
        elements = copy
        capacity = larger
        return true
    }

    var list: Value { .list(at: UnsafeBufferPointer(start: elements, count: count)) }
}
