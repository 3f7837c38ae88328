internal import CEL
internal import YAMLTree

/// The values of a rule's parameters, in memory that lives as long as they do.
final class ParameterValues: Sendable {
    private(set) nonisolated(unsafe) var values: UnsafeMutableBufferPointer<CELValue>
    let types: [(name: String, type: CELType)]
    private nonisolated(unsafe) var texts: [UnsafeMutableBufferPointer<UInt8>] = []
    private nonisolated(unsafe) var lists: [UnsafeMutableBufferPointer<CELValue>] = []

    /// - Parameter parameters: names and the nodes of their values, each with its tree.
    init(_ parameters: [(name: String, node: NodeID, tree: YAMLTree)]) {
        values = .allocate(capacity: parameters.count)
        var types: [(name: String, type: CELType)] = []
        var texts: [UnsafeMutableBufferPointer<UInt8>] = []
        var lists: [UnsafeMutableBufferPointer<CELValue>] = []
        for (index, parameter) in parameters.enumerated() {
            let (value, type) = Self.read(parameter.node, parameter.tree, &texts, &lists)
            values.initializeElement(at: index, to: value)
            types.append((parameter.name, type))
        }
        self.types = types
        self.texts = texts
        self.lists = lists
    }

    deinit {
        texts.forEach { $0.deallocate() }
        lists.forEach { $0.deallocate() }
        values.deallocate()
    }

    private static func read(
        _ node: NodeID, _ tree: YAMLTree, _ texts: inout [UnsafeMutableBufferPointer<UInt8>],
        _ lists: inout [UnsafeMutableBufferPointer<CELValue>]
    ) -> (CELValue, CELType) {
        switch tree[node].type {
        case .boolean: return (.bool(tree.boolean(of: node) ?? false), .bool)
        case .integer:
            if let whole = tree.withText(of: node, NumberText.integer) { return (.int(whole), .int) }
            return (.double(tree.number(of: node) ?? 0), .double)
        case .fraction: return (.double(tree.number(of: node) ?? 0), .double)
        case .text:
            return tree.withText(of: node) { text in
                let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.count)
                _ = copy.initialize(from: text)
                texts.append(copy)
                return (.string(at: UnsafeBufferPointer(copy)), .string)
            }
        case .list:
            let items = tree.items(of: node).map { read($0, tree, &texts, &lists) }
            let copy = UnsafeMutableBufferPointer<CELValue>.allocate(capacity: items.count)
            _ = copy.initialize(from: items.map(\.0))
            lists.append(copy)
            let types = Set(items.map(\.1))
            return (.list(at: UnsafeBufferPointer(copy)), .list(types.count == 1 ? types.first ?? .dyn : .dyn))
        default: return (.null, .null)
        }
    }
}
