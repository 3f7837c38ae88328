internal import Basics

/// Values in the order they were first put in, each once, by CEL's equality: `1`, `1u` and `1.0` are one.
///
/// A few are compared one by one, more are found by a hash. The budget is charged for each value looked up and by
/// `isEqual` for comparing those within collections, not for values that share a place in the table, which is not the
/// same in every run.
struct ValueSet {
    private(set) var values: [Value] = []
    private var hashes: [UInt64] = []
    /// Nil while there are few.
    private var places: SlotTable?
    private let evaluation: Evaluation

    private static let linear = 8

    init(_ evaluation: Evaluation) { self.evaluation = evaluation }

    func contains(_ value: Value) -> Bool {
        guard evaluation.charge(steps: 1) else { return false }
        if places == nil { return values.contains { evaluation.isEqual($0, value) } }
        guard chargeHash(value) else { return false }
        return isKnown(value, Self.hash(value, evaluation))
    }

    /// - Returns: false when it was there already, or the budget is used up.
    mutating func insert(_ value: Value) -> Bool {
        guard evaluation.charge(steps: 1) else { return false }
        if places == nil {
            if values.contains(where: { evaluation.isEqual($0, value) }) { return false }
            values.append(value)
            if values.count > Self.linear { build() }
            return true
        }
        guard chargeHash(value) else { return false }
        let hash = Self.hash(value, evaluation)
        guard !isKnown(value, hash) else { return false }
        values.append(value)
        hashes.append(hash)
        places?.insert(values.count - 1, hash)
        return true
    }

    private func chargeHash(_ value: Value) -> Bool {
        value.tag != .string && value.tag != .bytes || evaluation.charge(textOf: value.utf8.count)
    }

    private func isKnown(_ value: Value, _ hash: UInt64) -> Bool {
        let number = places?.first(hash) { number in
            // Lists of lists can have one hash and be unlike.
            hashes[number] == hash && evaluation.charge(steps: 1) && evaluation.isEqual(values[number], value)
        }
        return number != nil
    }

    private mutating func build() {
        hashes = values.map { Self.hash($0, evaluation) }
        var places = SlotTable(minimumCapacity: values.count)
        for (index, hash) in hashes.enumerated() { places.insert(index, hash) }
        self.places = places
    }

    /// Nobody outside can tell which values fall into one place.
    private static let seed = ByteHash.seed | 1

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
            return ByteHash.of(value.utf8, seed: mix(3, UInt64(value.tag.rawValue)))
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
