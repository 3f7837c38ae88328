internal import CEL
internal import ColumnTypes
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Facts that an element tells and none of its keys does: see `DerivedField`.
extension ModelHost {
    func derived(_ field: DerivedField?, of object: CELValue) -> CELValue {
        let element = object.elementID
        switch field {
        case nil: return .absent
        case .path: return path(of: object)
        case .standard:
            if element < 0 { return .absent }
            switch document(of: element).standard {
            case .dcs: return .string("DCS")
            case .odps: return .string("ODPS")
            default: return .string("ODCS")
            }
        case .file:
            return element < 0 ? .absent : evaluation.string(folder.path(of: document(of: element).tree.source.name))
        case .team: return team(of: element)
        case .description: return description(of: element)
        case .logicalType: return logicalType(of: element)
        case .text: return object.objectNode < 0 ? .absent : .string(at: memory.text(of: object.objectNode))
        case .textKey: return key(of: object.objectNode)
        case .family, .length, .precision, .scale, .zoned: return physical(field, of: element)
        }
    }

    /// A contract's path is what people call it by: its name, or its id.
    private func path(of object: CELValue) -> CELValue {
        if object.elementID < 0 {
            if object.tag == .object, object.extra == Self.changeObject.extra { return change(.path, of: object) }
            let node = object.objectNode
            return node < 0 ? .absent : .string(at: memory.text(of: node))
        }
        let element = element(object.elementID)
        if let path = element.path { return evaluation.string(path) }
        return evaluation.string(element.text(.name) ?? element.text(.id) ?? element.document.kind.rawValue)
    }

    /// ODCS until 3.0 and ODPS 0.9 write the team as a bare list of members.
    private func team(of element: ElementID) -> CELValue {
        guard element >= 0 else { return .absent }
        let index = memory.fieldIndex(Key.team.fieldNumber, of: element)
        guard index >= 0 else { return .absent }
        let node = memory.field(index).node
        let type = ModelTypes.number(of: "team")
        return .object(memory.elementID(at: node), node: node, type: type)
    }

    /// Members of a team that is written as a bare list of them.
    func entries(_ form: FieldForm, in node: NodeID) -> CELValue {
        guard node >= 0, form.key == Key.members.fieldNumber, memory[node].isList else { return .emptyList }
        var members: [CELValue] = []
        var child = memory[node].firstChild
        while child >= 0 {
            let id = memory.elementID(at: child)
            if id >= 0 { members.append(.object(id, node: child, type: form.type)) }
            child = memory[child].next
        }
        return evaluation.list(members)
    }

    /// DCS writes purpose, usage and limitations at places of its own, which decode into fields of the document.
    private func description(of element: ElementID) -> CELValue {
        guard element >= 0 else { return .absent }
        let type = ModelTypes.number(of: "description")
        if document(of: element).standard == .dcs {
            return .object(element, node: memory.node(of: element), type: type)
        }
        let index = memory.fieldIndex(Key.description.fieldNumber, of: element)
        guard index >= 0 else { return .absent }
        let node = memory.field(index).node
        let own = memory.elementID(at: node)
        return own < 0 ? .absent : .object(own, node: node, type: type)
    }

    /// DCS has several words for most types, ODCS 3.2 one.
    private func logicalType(of element: ElementID) -> CELValue {
        let node = node(Key.logicalType.fieldNumber, of: .object(element, node: -1, type: 0))
        guard node >= 0, !memory[node].type.isDisjoint(with: .scalar) else { return .absent }
        if !hasOtherTypes { return .string(at: memory.text(of: node)) }
        let (document, own) = home(of: node)
        guard document.standard == .dcs || document.version.major < 3 else { return .string(at: memory.text(of: node)) }
        let word = document.tree.text(of: own, shortenedTo: 60)
        guard let type = LogicalType(word, standard: document.standard, version: document.version) else {
            return .string(at: memory.text(of: node))
        }
        return evaluation.string(type.rawValue)
    }

    private func key(of node: NodeID) -> CELValue {
        let key = memory.key(of: node)
        return key < 0 ? .string("") : .string(at: memory.text(of: key))
    }

    // MARK: Physical types

    private func physical(_ field: DerivedField?, of element: ElementID) -> CELValue {
        guard let type = physicalType(of: element) else { return .absent }
        func number(_ value: Int?) -> CELValue { value.map { .int(Int64($0)) } ?? .absent }
        switch field {
        case .family: return evaluation.string(type.family)
        case .length: return number(type.length)
        case .precision: return number(type.precision)
        case .scale: return number(type.scale)
        case .zoned:
            switch type {
            case .timestamp(let zone, _): return .bool(zone != .ntz)
            case .time(_, let isZoned): return .bool(isZoned)
            default: return .absent
            }
        default: return .absent
        }
    }

    /// The type of a property's column in the dialect of the contract's first server.
    func physicalType(of element: ElementID) -> PhysicalType? {
        let node = node(Key.physicalType.fieldNumber, of: .object(element, node: -1, type: 0))
        guard node >= 0, !memory.text(of: node).isEmpty else { return nil }
        let dialect = document(of: element).rootElement.flatMap { Dialect.all(of: $0).first } ?? .generic
        return PhysicalType(memory.text(of: node), dialect: dialect)
    }
}
