/// Values in the order they were first put in, each once, by CEL's equality: `1`, `1u` and `1.0` are one.
///
/// A few are compared one by one, more are found by a hash. The budget is charged for each value looked up and by
/// `isEqual` for comparing those within collections, not for values that share a place in the table, which is not the
/// same in every run.
struct ValueSet {
    private(set) var values: [Value] = []
    private var hashes: [UInt64] = []
    /// Open addressing: 1 + the number of a value, 0 for a free place. Empty while there are few.
    private var places: [UInt32] = []
    private let evaluation: Evaluation

    private static let linear = 8

    init(_ evaluation: Evaluation) { self.evaluation = evaluation }

    func contains(_ value: Value) -> Bool {
        guard evaluation.charge(steps: 1) else { return false }
        guard !places.isEmpty else { return values.contains { evaluation.isEqual($0, value) } }
        guard chargeHash(value) else { return false }
        return find(value, Self.hash(value, evaluation)) != nil
    }

    /// - Returns: false when it was there already, or the budget is used up.
    mutating func insert(_ value: Value) -> Bool {
        guard evaluation.charge(steps: 1) else { return false }
        if places.isEmpty {
            if values.contains(where: { evaluation.isEqual($0, value) }) { return false }
            values.append(value)
            if values.count > Self.linear { rebuild() }
            return true
        }
        guard chargeHash(value) else { return false }
        let hash = Self.hash(value, evaluation)
        guard find(value, hash) == nil else { return false }
        values.append(value)
        hashes.append(hash)
        if 2 * values.count > places.count {
            rebuild()
        } else {
            occupy(hash, values.count)
        }
        return true
    }

    private func chargeHash(_ value: Value) -> Bool {
        value.tag != .string && value.tag != .bytes || evaluation.charge(textOf: value.utf8.count)
    }

    private func find(_ value: Value, _ hash: UInt64) -> Int? {
        let mask = places.count - 1
        var place = Int(truncatingIfNeeded: hash) & mask
        while places[place] != 0 {
            let number = Int(places[place]) - 1
            if hashes[number] == hash {
                // Lists of lists can have one hash and be unlike.
                guard evaluation.charge(steps: 1) else { return nil }
                if evaluation.isEqual(values[number], value) { return number }
            }
            place = (place + 1) & mask
        }
        return nil
    }

    private mutating func occupy(_ hash: UInt64, _ number: Int) {
        let mask = places.count - 1
        var place = Int(truncatingIfNeeded: hash) & mask
        while places[place] != 0 { place = (place + 1) & mask }
        places[place] = UInt32(truncatingIfNeeded: number)
    }

    private mutating func rebuild() {
        if hashes.isEmpty { hashes = values.map { Self.hash($0, evaluation) } }
        places = Array(repeating: 0, count: max(32, places.count * 2))
        for (index, hash) in hashes.enumerated() { occupy(hash, index + 1) }
    }

    /// Nobody outside can tell which values fall into one place.
    private static let seed = UInt64.random(in: 0 ... .max) | 1

    /// Equal values have equal hashes.
    ///
    /// - Parameter depth: collections are looked into so deep.
    private static func hash(_ value: Value, _ evaluation: Evaluation, depth: Int = 3) -> UInt64 {
        switch value.tag {
        // Equal numbers of unlike types have one hash.
        case .int: return hash(Double(value.asInt))
        case .uint: return hash(Double(value.asUInt))
        case .double: return hash(value.asDouble)
        case .bool: return mix(2, value.bits)
        case .string, .bytes, .type:
            var hash = mix(3, UInt64(value.tag.rawValue))
            for byte in value.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            return mix(hash, UInt64(value.extra))
        case .timestamp, .duration:
            return mix(mix(4, value.bits), UInt64(value.extra) << 8 | UInt64(value.tag.rawValue))
        case .list, .hostList:
            var hash = mix(5, UInt64(evaluation.count(of: value)))
            guard depth > 0 else { return hash }
            var left = 8
            evaluation.forEachElement(of: value) { element in
                hash = mix(hash, Self.hash(element, evaluation, depth: depth - 1))
                left -= 1
                return left > 0
            }
            return hash
        // Entries of equal maps can be in any order.
        case .map, .hostMap:
            var hash = mix(6, UInt64(evaluation.count(of: value)))
            guard depth > 0 else { return hash }
            evaluation.forEachElement(of: value) { key in
                hash = hash &+ Self.hash(key, evaluation, depth: 0)
                return evaluation.charge(steps: 1)
            }
            return hash
        case .optionalSome: return mix(7, depth > 0 ? hash(value.held, evaluation, depth: depth - 1) : 0)
        // Which objects are equal is the host's to say.
        case .object, .opaque: return 8
        default: return mix(9, UInt64(value.tag.rawValue))
        }
    }

    /// -0 equals 0.
    private static func hash(_ number: Double) -> UInt64 { mix(1, number == 0 ? 0 : number.bitPattern) }

    /// MurmurHash3's finalizer: every bit of the input moves every bit of the result.
    private static func mix(_ hash: UInt64, _ bits: UInt64) -> UInt64 {
        var hash = (hash &* 0x9e37_79b9_7f4a_7c15 &+ seed) ^ bits
        hash = (hash ^ hash >> 33) &* 0xff51_afd7_ed55_8ccd
        hash = (hash ^ hash >> 33) &* 0xc4ce_b9fe_1a85_ec53
        return hash ^ hash >> 33
    }
}
