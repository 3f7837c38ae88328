internal import ContractModel

/// The rules of a set that one document is in the scope of, with what rules most of them out for an element before they are
/// asked.
final class ActiveRules {
    struct Gate {
        /// The bits of the keys that the rule's condition needs.
        var needs: UInt64
        /// The bits of keys of which it needs one; all bits: none in particular.
        var any: UInt64
        /// Of a condition that demands a text of a field: that text's signature, or how it begins.
        var demanded: UInt64
        /// Of a beginning: the bytes that count; 0: it is a signature.
        var mask: UInt64
        /// Number of that field among the selection's; -1: none.
        var field: Int32
        /// The rule's index in its set.
        var rule: Int32
    }

    /// For each kind of selection its gates.
    let gates: UnsafeMutableBufferPointer<Gate>
    let ranges: [Range<Int>]
    /// For each kind of selection the keys whose texts conditions demand.
    let fields: [[UInt16]]

    /// Those of rules about strings.
    let texts: UnsafeMutableBufferPointer<TextGate>

    /// More fields than these are left to the conditions.
    static let mostFields = 8

    /// - Parameter isActive: whether a rule concerns the documents that this is for.
    init(_ set: RuleSet, where isActive: (Int) -> Bool) {
        var gates: [Gate] = []
        var ranges: [Range<Int>] = []
        var fields: [[UInt16]] = []
        for own in set.ranges {
            let start = gates.count
            var keys: [UInt16] = []
            for index in own where isActive(index) {
                var gate = Gate(
                    needs: set.needs[index], any: set.needsAny[index], demanded: 0, mask: 0, field: -1,
                    rule: Int32(index))
                if let text = set.rules[index].gates.demandedText {
                    if !keys.contains(text.key), keys.count < Self.mostFields { keys.append(text.key) }
                    if let field = keys.firstIndex(of: text.key) {
                        gate.field = Int32(field)
                        gate.demanded = text.demanded
                        gate.mask = text.mask
                    }
                }
                gates.append(gate)
            }
            ranges.append(start..<gates.count)
            fields.append(keys)
        }
        self.gates = .allocate(capacity: max(1, gates.count))
        _ = self.gates.initialize(from: gates)
        self.ranges = ranges
        self.fields = fields
        let texts = ranges[Selection.text.number].map { index in
            let rule = Int(gates[index].rule)
            return TextGate(set.rules[rule].gates.probe, rule: rule)
        }
        self.texts = .allocate(capacity: texts.count)
        _ = self.texts.initialize(from: texts)
    }

    deinit {
        gates.deallocate()
        texts.forEach { $0.word.deallocate() }
        texts.deinitialize()
        texts.deallocate()
    }
}

extension HostText {
    @inline(__always)
    func meets(_ gate: ActiveRules.Gate) -> Bool {
        gate.mask == 0 ? signature == gate.demanded : head & gate.mask == gate.demanded
    }
}
