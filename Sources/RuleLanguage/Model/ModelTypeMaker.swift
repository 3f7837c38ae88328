internal import CEL
internal import ContractModel
internal import YAMLTree

/// Makes a type of the rule language from the shapes that tables have for it, and from what none of their rows says.
struct ModelTypeMaker {
    typealias Source = (shape: Shape, table: ShapeTable)

    /// By name the places of the types among all.
    private let numbers: [String: Int]
    private var type: ModelTypes.ObjectType

    static func type(_ name: String, _ sources: [Source], _ numbers: [String: Int]) -> ModelTypes.ObjectType {
        var maker = ModelTypeMaker(numbers: numbers, type: ModelTypes.ObjectType(name: name))
        for (shape, table) in sources { maker.addFields(of: shape, in: table) }
        if !sources.isEmpty {
            let path = FieldForm(kind: .derived, key: DerivedField.path.rawValue).number
            maker.type.fields["path"] = FieldDeclaration(.string, number: path, isOptional: false)
        }
        maker.addDerivedFields()
        maker.addChangeFields()
        return maker.type
    }

    private mutating func addFields(of shape: Shape, in table: ShapeTable) {
        let newest = table.standard.newest
        type.mistakes.merge(shape.mistakes) { known, _ in known }
        let variants = shape.variants.filter { $0.versions.contains(newest) }.flatMap(\.rows)
        for (row, isOfAll) in shape.rows.map({ ($0, true) }) + variants.map({ ($0, false) })
        where row.versions.contains(newest) {
            let field = row.field.rawValue
            let isRequired = isOfAll && row.required.contains(newest)
            var (result, form) = model(of: row.kind, row.field, in: table)
            if let known = type.fields[field] {
                if known.type != result {
                    result = .dyn
                    form = FieldForm(kind: .dyn, key: row.field.fieldNumber)
                }
                let isOptional = known.isOptional && !isRequired
                type.fields[field] = FieldDeclaration(result, number: form.number, isOptional: isOptional)
            } else {
                let canLack = !isRequired && form.kind != .scalars && form.kind != .objects
                type.fields[field] = FieldDeclaration(result, number: form.number, isOptional: canLack)
                type.keys[field] = row.field
            }
        }
    }

    private func model(of kind: Kind, _ key: Key, in table: ShapeTable) -> (CELType, FieldForm) {
        func form(_ kind: FieldForm.Kind, _ type: String = "") -> FieldForm {
            FieldForm(
                kind: kind, key: key.fieldNumber, type: type.isEmpty ? 0 : ModelTypes.number(of: type) { numbers[$0] })
        }
        func typeName(_ shape: String?) -> String? {
            table.shapes.first { $0.name == shape }.flatMap(ModelTypes.typeName)
        }
        let types = kind.types.subtracting(.null)
        if types == .text { return (.string, form(.string)) }
        if types == .boolean { return (.bool, form(.bool)) }
        if types == .integer { return (.int, form(.int)) }
        if types == .number { return (.double, form(.double)) }
        if types == .list {
            guard let items = kind.items?.kind.value else { return (.list(.dyn), form(.scalars)) }
            if let name = typeName(items.shape), items.types == .mapping {
                return (.list(.object(name)), form(.objects, name))
            }
            return (.list(items.types == .text ? .string : .dyn), form(.scalars))
        }
        // One text, or a list of them: a lone one reads as a list of one.
        if types == [.text, .list], kind.items?.kind.value.types == .text { return (.list(.string), form(.scalars)) }
        if types == .mapping {
            if let name = typeName(kind.shape) { return (.object(name), form(.object, name)) }
            if let name = typeName(kind.entries?.kind.value.shape) {
                return (.list(.object(name)), form(.objects, name))
            }
            // Options of a logical type: their shape is the variants' to decide.
            if key == .logicalTypeOptions, numbers["options"] != nil {
                return (.object("options"), form(.object, "options"))
            }
            return (.map(.string, .dyn), form(.dyn))
        }
        return (.dyn, form(.dyn))
    }

    private mutating func addDerivedFields() {
        func set(_ name: String, _ field: DerivedField, _ result: CELType, isOptional: Bool = true) {
            let number = FieldForm(kind: .derived, key: field.rawValue).number
            type.fields[name] = FieldDeclaration(result, number: number, isOptional: isOptional)
        }
        switch type.name {
        case Selection.contract.rawValue, Selection.product.rawValue:
            set("standard", .standard, .string, isOptional: false)
            set("file", .file, .string, isOptional: false)
            set("team", .team, .object("team"))
            set("description", .description, .object("description"))
        case Selection.property.rawValue: set("logicalType", .logicalType, .string)
        case ModelTypes.text:
            set("value", .text, .string, isOptional: false)
            set("key", .textKey, .string, isOptional: false)
        case ModelTypes.physicalType:
            set("family", .family, .string)
            set("length", .length, .int)
            set("precision", .precision, .int)
            set("scale", .scale, .int)
            set("zoned", .zoned, .bool)
        default: break
        }
    }

    private mutating func addChangeFields() {
        func set(_ field: ChangeField, _ result: CELType, isOptional: Bool = false) {
            let form = FieldForm(kind: .change, key: field.number)
            type.fields[field.rawValue] = FieldDeclaration(result, number: form.number, isOptional: isOptional)
        }
        switch type.name {
        case ModelTypes.change:
            for field in [ChangeField.id, .verdict, .bump, .kind, .path, .message, .reason] { set(field, .string) }
            for field in [ChangeField.relation, .element, .remedy] { set(field, .string, isOptional: true) }
            set(.hurts, .list(.string))
            set(.profiles, .object(ModelTypes.verdicts))
            for field in [ChangeField.old, .new] { set(field, .object(ModelTypes.changeSide)) }
        case ModelTypes.verdicts: for field in [ChangeField.consumer, .producer, .full] { set(field, .string) }
        case ModelTypes.changeSide:
            for field in [ChangeField.value, .file] { set(field, .string, isOptional: true) }
            for field in ChangeField.elements { set(field, .object(field.rawValue), isOptional: true) }
        default: break
        }
    }
}
