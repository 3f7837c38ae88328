internal import CEL
internal import ContractModel
internal import YAMLTree

/// Functions about personal data: what is marked as such, and what looks like it.
enum PersonalDataFunctions {
    static let all: [Function] = [
        Function("isPersonal", [.object("property")], .bool, acceptsAbsent: true) { arguments, evaluation in
            .bool(isMarked(arguments[0], evaluation.model))
        },
        Function(
            "personalData",
            [
                Overload("personalData", [.object("property")], .string, acceptsAbsent: true) { arguments, evaluation in
                    kind(of: arguments[0], evaluation).map { evaluation.string($0.rawValue) } ?? .absent
                },
                Overload("personalData_names", [.object("property"), .list(.string)], .string, acceptsAbsent: true) {
                    arguments, evaluation in
                    let kind =
                        kind(of: arguments[0], evaluation)
                        ?? (isListed(arguments[0], arguments[1], evaluation) ? .listed : nil)
                    return kind.map { evaluation.string($0.rawValue) } ?? .absent
                },
            ]),
        Function("specialCategory", [.object("property")], .string, acceptsAbsent: true) { arguments, evaluation in
            let host = evaluation.model
            let name = host.node(Key.name.fieldNumber, of: arguments[0])
            guard name >= 0, let category = SpecialCategory(ofName: host.memory.text(of: name)) else { return .absent }
            return evaluation.string(category.rawValue)
        },
        Function("personalExample", [.object("property")], .string, acceptsAbsent: true) { arguments, evaluation in
            example(in: arguments[0], evaluation).map { evaluation.string($0.rawValue) } ?? .absent
        },
    ]

    // MARK: Marked

    /// What people tag personal data with, in any case; also before a `:` or a `/`, as in `pii:email`.
    private static let tags = WordTable(phrases: [("pii, personal, personal data, gdpr, personenbezogen, sensitive pii", ())])

    /// Tags, `pii: true` of DCS, and the custom property `pii`.
    private static func isMarked(_ property: CELValue, _ host: ModelHost) -> Bool {
        guard property.elementID >= 0 else { return false }
        let own = host.node(Key.pii.fieldNumber, of: property)
        if own >= 0, isTrue(own, host) { return true }
        let list = host.node(Key.tags.fieldNumber, of: property)
        if list >= 0 {
            var cursor: UInt64 = 0
            while let tag = host.next(in: .scalars(list), &cursor) {
                if tag.tag == .string, isTag(tag.utf8) { return true }
            }
        }
        guard host.node(Key.customProperties.fieldNumber, of: property) >= 0 else { return false }
        var cursor: UInt64 = 0
        let properties = CELValue.objects(Key.customProperties.fieldNumber, of: property.elementID, type: 0)
        while let custom = host.next(in: properties, &cursor) {
            let name = host.node(Key.property.fieldNumber, of: custom)
            let value = host.node(Key.value.fieldNumber, of: custom)
            guard name >= 0, value >= 0, isTag(host.memory.text(of: name)) else { continue }
            if isTrue(value, host) { return true }
        }
        return false
    }

    private static func isTag(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let end = text.firstIndex { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") } ?? text.count
        return NameWords.with(UnsafeBufferPointer(rebasing: text[..<end])) { words in
            words.count > 0 && tags[words[0..<words.count]] != nil
        }
    }

    private static func isTrue(_ node: NodeID, _ host: ModelHost) -> Bool {
        let text = host.memory.text(of: node)
        return text.count > 0 && (text[0] | 0x20 == UInt8(ascii: "t") || text[0] | 0x20 == UInt8(ascii: "y"))
    }

    // MARK: Suspected

    /// By name, format or pattern. A boolean says something about personal data and holds none.
    private static func kind(of property: CELValue, _ evaluation: Evaluation) -> PersonalDataKind? {
        let host = evaluation.model
        guard property.elementID >= 0, !isBoolean(property, host) else { return nil }
        let name = host.node(Key.name.fieldNumber, of: property)
        if name >= 0, let kind = PersonalData.kind(ofName: host.memory.text(of: name)) { return kind }
        let options = options(of: property, host)
        let format = host.node(Key.format.fieldNumber, of: options)
        if format >= 0, let kind = PersonalData.kind(ofFormat: host.memory.text(of: format)) { return kind }
        let pattern = host.node(Key.pattern.fieldNumber, of: options)
        return pattern < 0 ? nil : PersonalData.kind(ofPattern: host.memory.text(of: pattern))
    }

    /// DCS writes them at the field itself.
    private static func options(of property: CELValue, _ host: ModelHost) -> CELValue {
        if host.document.standard == .dcs { return property }
        let node = host.node(Key.logicalTypeOptions.fieldNumber, of: property)
        let element = node < 0 ? -1 : host.memory.elementID(at: node)
        return element < 0 ? .absent : .object(element, node: node, type: 0)
    }

    private static func isBoolean(_ property: CELValue, _ host: ModelHost) -> Bool {
        let type = host.node(Key.logicalType.fieldNumber, of: property)
        return type >= 0 && host.memory.text(of: type).elementsEqual("boolean".utf8)
    }

    private static func isListed(_ property: CELValue, _ names: CELValue, _ evaluation: Evaluation) -> Bool {
        let host = evaluation.model
        let name = host.node(Key.name.fieldNumber, of: property)
        guard name >= 0, !isBoolean(property, host) else { return false }
        let text = host.memory.text(of: name)
        var isListed = false
        evaluation.forEachElement(of: names) { pattern in
            guard evaluation.charge(steps: 1) else { return false }
            isListed = pattern.tag == .string && NamePattern.matches(text, pattern.utf8)
            return !isListed
        }
        return isListed
    }

    // MARK: Examples

    private static func example(in property: CELValue, _ evaluation: Evaluation) -> PersonalExample? {
        let host = evaluation.model
        let list = host.node(Key.examples.fieldNumber, of: property)
        guard list >= 0 else { return nil }
        var here = host.memory[list].isList ? host.memory[list].firstChild : list
        while here >= 0 {
            guard evaluation.charge(steps: 1) else { return nil }
            if let example = PersonalExample(in: host.memory.text(of: here)) { return example }
            if here == list { return nil }
            here = host.memory[here].next
        }
        return nil
    }
}
