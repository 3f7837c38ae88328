internal import Basics
internal import CEL
internal import ContractModel

/// The contracts that the input ports of a product name: found by id, since each output port of a large product asks for some.
struct DeclaredInputs {
    private struct Input {
        /// True when some port names the contract in whatever version.
        var isOfAnyVersion = false
        var versions: Set<ExactText> = []
    }

    private var inputs: [ExactText: Input] = [:]

    /// - Parameter product: the root of a document.
    init(of product: CELValue, _ host: ModelHost) {
        let ports = CELValue.objects(
            Key.inputPorts.fieldNumber, of: product.elementID, type: ModelTypes.number(of: "inputPort"))
        var cursor: UInt64 = 0
        while let port = host.next(in: ports, &cursor) {
            guard let id = Self.text(.contractId, of: port, host) else { continue }
            let version = Self.text(.version, of: port, host)
            if let version, version.utf8.contains(where: { $0 > 0x20 }) {
                inputs[ExactText(id), default: Input()].versions.insert(ExactText(version))
            } else {
                inputs[ExactText(id), default: Input()].isOfAnyVersion = true
            }
        }
    }

    private static func text(_ key: Key, of port: CELValue, _ host: ModelHost) -> String? {
        let node = host.node(key.fieldNumber, of: port)
        return node < 0 ? nil : String(decoding: host.memory.text(of: node), as: UTF8.self)
    }

    func contains(_ id: String) -> Bool { inputs[ExactText(id)] != nil }

    func contains(_ id: String, version: String) -> Bool {
        guard let input = inputs[ExactText(id)] else { return false }
        return input.isOfAnyVersion || input.versions.contains(ExactText(version))
    }
}
