internal import Basics
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
            "owners",
            means:
                "The members of the team whose role says that they own; where nobody does, the name of the team; in DCS the `owner`. With a second argument: the words one of which stands in the role of an owner",
            [
                Overload("owners", [.dyn], .list(.object("member")), acceptsAbsent: true) { arguments, evaluation in
                    evaluation.list(owners(of: arguments[0], by: Owner.roles, evaluation.model))
                },
                Overload("owners_roles", [.dyn, .list(.dyn)], .list(.object("member")), acceptsAbsent: true) {
                    arguments, evaluation in
                    var roles: [String] = []
                    evaluation.forEachElement(of: arguments[1]) { word in
                        if word.tag == .string { roles.append(evaluation.text(of: word).lowercased()) }
                        return roles.count < 100
                    }
                    guard evaluation.charge(steps: roles.count) else { return evaluation.overBudget }
                    return evaluation.list(owners(of: arguments[0], by: roles, evaluation.model))
                },
            ]),
        Function(
            means:
                "Whether a contract says how to reach those who look after it: by `support`, by the channels of ODCS 2.2, by DCS's `contact` or its promise of support",
            Overload("namesSupport", [.dyn], .bool, acceptsAbsent: true) { arguments, evaluation in
                .bool(
                    arguments[0].elementID >= 0 && evaluation.model.element(arguments[0].elementID).namesSupport)
            }),
        Function(
            means:
                "Those of some keys, in ODCS's words, that an element does not fill; keys that its standard does not have, or demands itself, are left out",
            Overload("missing", [.dyn, .list(.dyn)], .list(.string), acceptsAbsent: true) { arguments, evaluation in
                missing(arguments[1], of: arguments[0], evaluation)
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

    /// Keys of a list that an element lacks: those left out that its standard does not have, and those that its schema demands
    /// and so misses itself.
    private static func missing(_ keys: CELValue, of object: CELValue, _ evaluation: Evaluation) -> CELValue {
        guard object.elementID >= 0 else { return .emptyList }
        let host = evaluation.model
        let element = host.element(object.elementID)
        let names = element.document.keyNames
        var lacking: [CELValue] = []
        var unknown: CELValue?
        evaluation.forEachElement(of: keys) { word in
            guard word.tag == .string, let key = Key(rawValue: evaluation.text(of: word)) else {
                unknown = word
                return false
            }
            let path = FieldPath([FieldPath.Step(element.kind, key)])
            if names.canSay(path), !names.isDemanded(path) {
                let node = host.node(key.fieldNumber, of: object)
                if node < 0 || !evaluation.isFilled(host.value(of: node)) { lacking.append(word) }
            }
            return true
        }
        guard let unknown else { return evaluation.list(lacking) }
        return evaluation.error("no standard has a key `\(evaluation.text(of: unknown).shortened)`")
    }

    static func custom(_ object: CELValue, _ name: CELValue, _ host: ModelHost) -> CELValue {
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

    private static func owners(of root: CELValue, by roles: [String], _ host: ModelHost) -> [CELValue] {
        guard root.elementID >= 0 else { return [] }
        let type = ModelTypes.number(of: "member")
        let element = host.element(root.elementID)
        return element.owners(by: roles).map { owner in
            switch owner {
            case .member(let member): host.object(member, type: type)
            case .named(let name): .object(-1, node: host.node(name, ofDocumentOf: root.elementID), type: type)
            }
        }
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
