internal import Basics
internal import CEL
internal import ContractModel
internal import YAMLTree

/// Functions about personal data.
enum PersonalDataFunctions {
    static let all: [Function] = [
        Function("isPersonal", [.object("property")], .bool, acceptsAbsent: true) { arguments, evaluation in
            .bool(isPersonal(arguments[0], evaluation.model))
        },
        Function("personalProperties", [.dyn], .list(.object("property")), acceptsAbsent: true) {
            arguments, evaluation in
            guard arguments[0].elementID >= 0 else { return .emptyList }
            return .list(at: evaluation.model.personalProperties(around: arguments[0].elementID))
        },
        Function(
            "personalData",
            [
                Overload("personalData", [.object("property")], .string, acceptsAbsent: true) { arguments, evaluation in
                    personalData(arguments[0], evaluation.model).map { evaluation.string($0.rawValue) } ?? .absent
                },
                Overload("personalData_names", [.object("property"), .list(.dyn)], .string, acceptsAbsent: true) {
                    arguments, evaluation in
                    if let kind = personalData(arguments[0], evaluation.model) {
                        return evaluation.string(kind.rawValue)
                    }
                    guard isListed(arguments[0], arguments[1], evaluation) else { return .absent }
                    return evaluation.string(PersonalDataKind.listed.rawValue)
                },
            ]),
        Function("specialCategory", [.object("property")], .string, acceptsAbsent: true) { arguments, evaluation in
            let host = evaluation.model
            let name = host.node(Key.name.fieldNumber, of: arguments[0])
            guard name >= 0 else { return .absent }
            return host.facts(ofName: name).special.map { evaluation.string($0.rawValue) } ?? .absent
        },
        Function("personalExample", [.object("property")], .string, acceptsAbsent: true) { arguments, evaluation in
            let host = evaluation.model
            let examples = host.node(Key.examples.fieldNumber, of: arguments[0])
            guard examples >= 0 else { return .absent }
            var found: PersonalExample?
            evaluation.forEachElement(of: .scalars(examples)) { example in
                if example.tag == .string, evaluation.charge(steps: Int(example.extra)) {
                    found = PersonalExample(in: example.utf8)
                }
                return found == nil
            }
            return found.map { evaluation.string($0.rawValue) } ?? .absent
        },
    ]

    /// Whether the contract itself says that a property is about persons: by a tag, by DCS's `pii`, by a custom property.
    static func isPersonal(_ property: CELValue, _ host: ModelHost) -> Bool {
        let pii = host.node(Key.pii.fieldNumber, of: property)
        if pii >= 0, host.truth(pii) == true { return true }
        let tags = host.node(Key.tags.fieldNumber, of: property)
        if tags >= 0 {
            let list = CELValue.scalars(tags)
            var cursor: UInt64 = 0
            while let tag = host.next(in: list, &cursor) {
                if tag.tag == .string, PersonalMarks.contains(tag.utf8) { return true }
            }
        }
        guard host.node(Key.customProperties.fieldNumber, of: property) >= 0 else { return false }
        let customs = CELValue.objects(Key.customProperties.fieldNumber, of: property.elementID, type: 0)
        var cursor: UInt64 = 0
        while let custom = host.next(in: customs, &cursor) {
            let name = host.node(Key.property.fieldNumber, of: custom)
            let value = host.node(Key.value.fieldNumber, of: custom)
            guard name >= 0, value >= 0, PersonalMarks.contains(host.memory.text(of: name)) else { continue }
            if host.truth(value) != false { return true }
        }
        return false
    }

    /// What a property's name suggests, else the format or the pattern of its values.
    static func personalData(_ property: CELValue, _ host: ModelHost) -> PersonalDataKind? {
        let name = host.node(Key.name.fieldNumber, of: property)
        if name >= 0, let kind = host.facts(ofName: name).personal { return kind }
        let options = host.field(Self.options, of: property)
        guard options.tag == .object else { return nil }
        let format = host.node(Key.format.fieldNumber, of: options)
        if format >= 0, let kind = PersonalData.kind(ofFormat: host.memory.text(of: format)) { return kind }
        let pattern = host.node(Key.pattern.fieldNumber, of: options)
        return pattern < 0 ? nil : PersonalData.kind(ofPattern: host.memory.text(of: pattern))
    }

    private static let options = FieldForm(
        kind: .object, key: Key.logicalTypeOptions.fieldNumber, type: ModelTypes.number(of: "options")
    ).number

    private static func isListed(_ property: CELValue, _ names: CELValue, _ evaluation: Evaluation) -> Bool {
        let host = evaluation.model
        let name = host.node(Key.name.fieldNumber, of: property)
        guard name >= 0 else { return false }
        var isListed = false
        evaluation.forEachElement(of: names) { pattern in
            isListed = pattern.tag == .string && NamePattern.matches(host.memory.text(of: name), pattern.utf8)
            return !isListed
        }
        return isListed
    }
}

/// Tags and custom properties by which contracts mark personal data.
enum PersonalMarks {
    private static let words = WordTable(
        "pii spii personal personaldata personal-data personal_data gdpr sensitive-personal personenbezogen")

    /// In any case; what follows a colon or an equals sign says more about it (`pii:email`).
    static func contains(_ mark: UnsafeBufferPointer<UInt8>) -> Bool {
        let end = mark.firstIndex { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=") } ?? mark.count
        guard end > 2, end < 24 else { return false }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: end) { word in
            for index in 0..<end {
                let byte = mark[index]
                word.initializeElement(at: index, to: (65...90).contains(byte) ? byte | 0x20 : byte)
            }
            return words.contains(UnsafeBufferPointer(word))
        }
    }
}
