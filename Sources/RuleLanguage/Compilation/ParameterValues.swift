internal import CEL

/// The values of a rule's parameters, in memory that lives as long as they do.
package final class ParameterValues: Sendable {
    private(set) nonisolated(unsafe) var values: UnsafeMutableBufferPointer<CELValue>
    let types: [(name: String, type: CELType)]
    private nonisolated(unsafe) var texts: [UnsafeMutableBufferPointer<UInt8>] = []
    private nonisolated(unsafe) var lists: [UnsafeMutableBufferPointer<CELValue>] = []

    /// Parameters that they were made of.
    package let given: [(name: String, value: ParameterValue)]

    init(_ parameters: [(name: String, value: ParameterValue)]) {
        given = parameters
        values = .allocate(capacity: parameters.count)
        var types: [(name: String, type: CELType)] = []
        var texts: [UnsafeMutableBufferPointer<UInt8>] = []
        var lists: [UnsafeMutableBufferPointer<CELValue>] = []
        for (index, parameter) in parameters.enumerated() {
            let (value, type) = Self.made(parameter.value, &texts, &lists)
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

    private static func made(
        _ value: ParameterValue, _ texts: inout [UnsafeMutableBufferPointer<UInt8>],
        _ lists: inout [UnsafeMutableBufferPointer<CELValue>]
    ) -> (CELValue, CELType) {
        switch value {
        case .bool(let truth): return (.bool(truth), .bool)
        case .int(let whole): return (.int(whole), .int)
        case .double(let fraction): return (.double(fraction), .double)
        case .string(var text):
            return text.withUTF8 { text in
                let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.count)
                _ = copy.initialize(from: text)
                texts.append(copy)
                return (.string(at: UnsafeBufferPointer(copy)), .string)
            }
        case .list(let own):
            let items = own.map { made($0, &texts, &lists) }
            let copy = UnsafeMutableBufferPointer<CELValue>.allocate(capacity: items.count)
            _ = copy.initialize(from: items.map(\.0))
            lists.append(copy)
            let types = Set(items.map(\.1))
            return (.list(at: UnsafeBufferPointer(copy)), .list(types.count == 1 ? types.first ?? .dyn : .dyn))
        case .null: return (.null, .null)
        }
    }
}
