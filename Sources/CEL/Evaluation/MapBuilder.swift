/// Builds a map entry by entry: an index is begun as soon as going through them would be slow.
struct MapBuilder {
    private var content: MapContent
    private var capacity: Int
    private var isAllocated = false

    /// - Parameter capacity: how many entries to expect.
    init(capacity: Int = 4) {
        self.capacity = max(capacity, 4)
        content = MapContent(entries: Self.nothing, count: 0, index: nil, mask: 0)
    }

    /// Stands for entries until the first is inserted; never read.
    private static var nothing: UnsafeMutablePointer<Value> {
        UnsafeMutablePointer(bitPattern: MemoryLayout<Value>.alignment).unsafelyUnwrapped
    }

    /// - Returns: an error, when there is one.
    mutating func insert(_ key: Value, _ value: Value, _ evaluation: Evaluation) -> Value? {
        switch key.tag {
        case .string, .bool, .int, .uint: break
        case .error, .unknown: return key
        case .absent: return .error(.absent)
        default: return evaluation.error(.invalidArgument, "a value of this type cannot be the key of a map")
        }
        guard evaluation.charge(steps: 1) else { return evaluation.overBudget }
        guard content.find(key) == nil else { return .error(.duplicateKey) }
        if !isAllocated || content.count == capacity {
            guard grow(evaluation) else { return evaluation.overBudget }
        }
        let place = content.freePlace(key)
        content.entries[2 * content.count] = key
        content.entries[2 * content.count + 1] = value
        content.count += 1
        content.index?[place] = UInt32(truncatingIfNeeded: content.count)
        return nil
    }

    private mutating func grow(_ evaluation: Evaluation) -> Bool {
        if isAllocated { capacity *= 2 }
        guard let entries = evaluation.allocate(Value.self, 2 * capacity) else { return false }
        if isAllocated { entries.initialize(from: content.entries, count: 2 * content.count) }
        content.entries = entries
        isAllocated = true
        guard capacity > MapContent.linear else { return true }
        // At most half full.
        var size = 32
        while size < 2 * capacity { size *= 2 }
        guard let index = evaluation.allocate(UInt32.self, size) else { return false }
        index.initialize(repeating: 0, count: size)
        content.index = index
        content.mask = size - 1
        for number in 0..<content.count {
            index[content.freePlace(content.key(number))] = UInt32(truncatingIfNeeded: number + 1)
        }
        return true
    }

    func finish(_ evaluation: Evaluation) -> Value {
        guard let place = evaluation.allocate(MapContent.self, 1) else { return evaluation.overBudget }
        place.initialize(to: content)
        return Value(.map, bits: UInt64(UInt(bitPattern: place)), extra: UInt32(truncatingIfNeeded: content.count))
    }
}
