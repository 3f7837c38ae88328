internal import Basics
internal import CEL
internal import ContractModel
internal import YAMLTree

/// Functions about personal data.
enum PersonalDataFunctions {
    static let all: [Function] = [
        Function(
            means:
                "Whether a property is marked as personal data: by a tag such as pii, by DCS's `pii`, by a custom property, by the definition that it refers to; `pii:false` is a denial",
            Overload(
                "isPersonal", [.object("property")], .bool, acceptsAbsent: true,
                promises: Promises(needs: ModelHost.marking)
            ) { arguments, evaluation in
                .bool(evaluation.model.isPersonal(arguments[0]))
            }),
        Function(
            means: "The properties of a contract that it marks as personal data itself, at every depth.",
            Overload("personalProperties", [.dyn], .list(.object("property")), acceptsAbsent: true) {
                arguments, evaluation in
                guard arguments[0].elementID >= 0 else { return .emptyList }
                return .list(at: evaluation.model.personalProperties(around: arguments[0].elementID))
            }),
        Function(
            "personalData",
            means:
                "The kind of personal data that a property's name, format or pattern suggests; further names as patterns in the second argument; none where the contract says that it is no personal data",
            [
                Overload(
                    "personalData", [.object("property")], .string, acceptsAbsent: true,
                    promises: Promises(absence: .possible)
                ) { arguments, evaluation in
                    personalData(arguments[0], evaluation.model).map { evaluation.string($0.rawValue) } ?? .absent
                },
                Overload(
                    "personalData_names", [.object("property"), .list(.dyn)], .string, acceptsAbsent: true,
                    promises: Promises(absence: .possible)
                ) {
                    arguments, evaluation in
                    if let kind = personalData(arguments[0], evaluation.model) {
                        return evaluation.string(kind.rawValue)
                    }
                    guard isListed(arguments[0], arguments[1], evaluation), !isDenied(arguments[0], evaluation.model)
                    else { return .absent }
                    return evaluation.string(PersonalDataKind.listed.rawValue)
                },
            ]),
        Function(
            means:
                "The special category of personal data (GDPR Art. 9) that a property suggests: health, religion, biometrics, …",
            Overload(
                "specialCategory", [.object("property")], .string, acceptsAbsent: true,
                promises: Promises(absence: .possible, needs: [.name])
            ) { arguments, evaluation in
                let host = evaluation.model
                let name = host.node(Key.name.fieldNumber, of: arguments[0])
                guard name >= 0, host.facts(ofName: name).special != nil, !isDenied(arguments[0], host) else {
                    return .absent
                }
                return host.facts(ofName: name).special.map { evaluation.string($0.rawValue) } ?? .absent
            }),
        Function(
            means: "An example of a property that looks like a real person's data",
            Overload(
                "personalExample", [.object("property")], .string, acceptsAbsent: true,
                promises: Promises(absence: .possible, needs: [.examples])
            ) { arguments, evaluation in
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
            }),
    ]

    /// Kind that a property's name suggests, else the format or the pattern of its values; none where the contract denies it.
    static func personalData(_ property: CELValue, _ host: ModelHost) -> PersonalDataKind? {
        suggestion(property, host).flatMap { isDenied(property, host) ? nil : $0 }
    }

    private static func isDenied(_ property: CELValue, _ host: ModelHost) -> Bool {
        property.elementID >= 0 && host.view(of: property.elementID).personalMark?.isPersonal == false
    }

    private static func suggestion(_ property: CELValue, _ host: ModelHost) -> PersonalDataKind? {
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
