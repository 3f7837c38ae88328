internal import CEL
internal import ContractModel
internal import YAMLTree

/// The properties of a document, found once for all rules that go over them.
extension ModelHost {
    /// The properties that lie in some nodes, in the order of the document.
    func properties(in nodes: Range<NodeID>) -> UnsafeBufferPointer<CELValue> {
        Self.part(of: UnsafeBufferPointer(properties ?? readProperties()), in: nodes)
    }

    private static func part(
        of all: UnsafeBufferPointer<CELValue>, in nodes: Range<NodeID>
    ) -> UnsafeBufferPointer<CELValue> {
        let low = count(of: all, before: nodes.lowerBound)
        return UnsafeBufferPointer(rebasing: all[low..<max(low, count(of: all, before: nodes.upperBound))])
    }

    /// Number of properties before a node: they are in its order, and each object of a large contract may ask.
    private static func count(of all: UnsafeBufferPointer<CELValue>, before node: NodeID) -> Int {
        var (low, high) = (0, all.count)
        while low < high {
            let middle = (low + high) / 2
            if all[middle].objectNode < node { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The properties that the document of an element marks as personal data, in its order.
    func personalProperties(around element: ElementID) -> UnsafeBufferPointer<CELValue> {
        Self.part(of: UnsafeBufferPointer(personal ?? readPersonal()), in: nodes(around: element))
    }

    /// Answer to whether the contract itself says that a property is about persons.
    func isPersonal(_ property: CELValue) -> Bool {
        let id = property.elementID
        guard id >= 0, Self.marking.contains(where: { node($0.fieldNumber, of: property) >= 0 }) else { return false }
        return view(of: id).personalMark?.isPersonal ?? false
    }

    /// Fields without which a property says nothing of persons.
    static let marking: [Key] = [.tags, .customProperties, .pii, .ref]

    /// The style that most names of properties are written in, in the document of an element; mixed where no style has more
    /// than half of them, or two styles have as many.
    func convention(around element: ElementID) -> NameStyle {
        let range = nodes(around: element)
        if let known = conventions[range.lowerBound] { return known }
        var counts = [Int](repeating: 0, count: NameStyle.allCases.count)
        var total = 0
        for property in properties(in: range) {
            let name = node(Key.name.fieldNumber, of: property)
            guard name >= 0 else { continue }
            let styles = facts(ofName: name).styles
            // A name of one word is of several styles and speaks for none.
            if styles & NameStyle.snake.bit != 0, styles & NameStyle.camel.bit != 0 { continue }
            total += 1
            for (index, style) in NameStyle.allCases.enumerated() where style != .mixed && styles & style.bit != 0 {
                counts[index] += 1
            }
        }
        let most = counts.max() ?? 0
        let best = counts.indices.filter { counts[$0] == most }
        let own = best.count == 1 && most * 2 > total ? NameStyle.allCases[best[0]] : .mixed
        conventions[range.lowerBound] = own
        return own
    }

    private func readPersonal() -> UnsafeMutableBufferPointer<CELValue> {
        let all = properties(in: nodes).filter { isPersonal($0) }
        let own = UnsafeMutableBufferPointer<CELValue>.allocate(capacity: max(1, all.count))
        _ = own.initialize(from: all)
        let found = UnsafeMutableBufferPointer(start: own.baseAddress, count: all.count)
        personal = found
        return found
    }

    private func readProperties() -> UnsafeMutableBufferPointer<CELValue> {
        let type = ModelTypes.number(of: "property")
        let found = UnsafeMutableBufferPointer<CELValue>.allocate(capacity: memory.elementCount)
        var count = 0
        for node in nodes where memory[node].isMapping {
            let id = memory.elementID(at: node)
            guard id >= 0, memory.kind(of: id) == .property else { continue }
            found.initializeElement(at: count, to: .object(id, node: node, type: type))
            count += 1
        }
        let own = UnsafeMutableBufferPointer(start: found.baseAddress, count: count)
        properties = own
        return own
    }
}
