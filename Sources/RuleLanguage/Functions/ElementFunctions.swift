internal import CEL
internal import ContractModel
internal import Patterns
internal import YAMLTree

/// Functions about elements of a contract.
enum ElementFunctions {
    static let all: [Function] = [
        Function(
            means:
                "Whether a value is present, not null and not blank; a list or mapping: whether it is not empty. Behind it the value can be used without another guard",
            .presence("filled")),
        Function(
            means: "The value of the custom property with this name",
            Overload(
                "custom", [.dyn, .string], .dyn, acceptsAbsent: true,
                promises: Promises(absence: .possible, needs: [.customProperties])
            ) { arguments, evaluation in
                custom(arguments[0], arguments[1], evaluation.model)
            }),
        Function(
            means: "The members of the team whose role says that they own; in DCS the `owner`",
            Overload("owners", [.dyn], .list(.object("member")), acceptsAbsent: true) { arguments, evaluation in
                evaluation.list(evaluation.model.owners(of: arguments[0]))
            }),
        Function(
            means: "The service level with this property, upper and lower case being the same",
            Overload(
                "sla", [.dyn, .string], .object("sla"), acceptsAbsent: true, promises: Promises(absence: .possible)
            ) {
                arguments, evaluation in
                serviceLevel(arguments[0], arguments[1], evaluation.model)
            }),
        Function(
            means: "The parts of a property's physical type: family, length, precision, scale, zoned",
            Overload(
                "physical", [.object("property")], .object(ModelTypes.physicalType), acceptsAbsent: true,
                promises: Promises(absence: .possible, needs: [.physicalType])
            ) {
                arguments, evaluation in
                let host = evaluation.model
                guard host.physicalType(of: arguments[0].elementID) != nil else { return .absent }
                return .object(
                    arguments[0].elementID, node: arguments[0].objectNode,
                    type: ModelTypes.number(of: ModelTypes.physicalType))
            }),
        Function(
            means: "The properties of a contract, object or property at every depth, in the order of the file",
            Overload("allProperties", [.dyn], .list(.object("property")), acceptsAbsent: true) {
                arguments, evaluation in
                allProperties(of: arguments[0], evaluation)
            }),
    ]

    private static func custom(_ object: CELValue, _ name: CELValue, _ host: ModelHost) -> CELValue {
        guard object.elementID >= 0 else { return .absent }
        let properties = CELValue.objects(Key.customProperties.fieldNumber, of: object.elementID, type: 0)
        var cursor: UInt64 = 0
        while let property = host.next(in: properties, &cursor) {
            let key = host.node(Key.property.fieldNumber, of: property)
            guard key >= 0, host.memory.text(of: key).elementsEqual(name.utf8) else { continue }
            let value = host.node(Key.value.fieldNumber, of: property)
            return value < 0 ? .absent : host.value(of: value)
        }
        return .absent
    }

    private static func serviceLevel(_ root: CELValue, _ name: CELValue, _ host: ModelHost) -> CELValue {
        guard root.elementID >= 0 else { return .absent }
        let levels = CELValue.objects(
            Key.slaProperties.fieldNumber, of: root.elementID, type: ModelTypes.number(of: "sla"))
        var cursor: UInt64 = 0
        while let level = host.next(in: levels, &cursor) {
            let property = host.node(Key.property.fieldNumber, of: level)
            if property >= 0, host.memory.text(of: property).isSameIgnoringCase(name.utf8) { return level }
        }
        return .absent
    }

    /// Properties at every depth, in the order of the document: what an element holds is a run of its nodes.
    private static func allProperties(of root: CELValue, _ evaluation: Evaluation) -> CELValue {
        let host = evaluation.model
        guard root.elementID >= 0 else { return .emptyList }
        let memory = host.memory
        let first = memory.node(of: root.elementID)
        var end = host.nodes(around: root.elementID).upperBound
        var here = first
        while here >= 0 {
            let next = memory[here].next
            if next >= 0 {
                end = next
                break
            }
            here = memory[here].parent
        }
        // Of a property those inside it.
        let properties = host.properties(in: first + 1..<max(end, first + 1))
        guard evaluation.charge(steps: properties.count) else { return evaluation.overBudget }
        return .list(at: properties)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// True when two texts agree but for the case of ASCII letters.
    func isSameIgnoringCase(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
        guard count == other.count else { return false }
        for index in indices where lowered(self[index]) != lowered(other[index]) { return false }
        return true
    }

    @inline(__always)
    private func lowered(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte | 0x20 : byte }
}
