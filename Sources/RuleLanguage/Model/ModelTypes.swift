internal import CEL
internal import ContractModel
internal import YAMLTree

/// The contract model as types of the rule language, derived from the shape tables: what a version of a standard adds there,
/// rules can speak of.
///
/// The newest version of each standard counts, whatever the documents': older ones are decoded into its words.
struct ModelTypes: TypeProvider {
    static let shared = ModelTypes()

    struct ObjectType: Sendable {
        let name: String
        var fields: [String: FieldDeclaration] = [:]
        /// The keys of fields of the document, for whoever reads elements.
        var keys: [String: Key] = [:]
        /// Fields that people expect and the standard does not have, and where it keeps what they mean.
        var mistakes: [String: String] = [:]
    }

    private(set) var types: [ObjectType] = []
    /// By name the place among `types`.
    private var numbers: [String: Int] = [:]

    func field(_ name: String, of type: String) -> FieldDeclaration? {
        numbers[type].flatMap { types[$0].fields[name] }
    }

    func fieldNames(of type: String) -> [String]? {
        numbers[type].map { types[$0].fields.keys.sorted() }
    }

    /// The key of a field that stands in the document; nil for fields that are derived.
    func key(_ field: String, of type: String) -> Key? {
        numbers[type].flatMap { types[$0].keys[field] }
    }

    func mistakes(of type: String) -> [String: String] { numbers[type].map { types[$0].mistakes } ?? [:] }

    /// The number that values carry as their type.
    static func number(of type: String) -> UInt8 {
        made[type] ?? UInt8(truncatingIfNeeded: made.count + (shared.numbers[type] ?? 0))
    }

    /// Of types whose objects the engine makes itself, without a look at the tables of the standards.
    private static let made: [String: UInt8] = {
        let names = Selection.allCases.map(\.rawValue) + ["team", "description", "options"]
        let all = names.filter { $0 != text && $0 != change } + [text, physicalType, change, verdicts, changeSide]
        return Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, UInt8($0)) })
    }()

    /// The standard whose newest version has a type, for pages about it.
    static let sources: [ShapeTable] = [ODCS.table, ODPS.table]

    /// A string of the document and the type of a column are objects of no element.
    static let text = "text"
    static let physicalType = "physicalType"
    /// So are a change, its verdicts, and what it was before and after.
    static let change = "change"
    static let verdicts = "verdicts"
    static let changeSide = "side"

    private init() {
        // All names first: fields refer to types that stand further down.
        for table in Self.sources {
            for shape in table.shapes { if let name = Self.typeName(of: shape) { addType(name) } }
        }
        for table in Self.sources {
            for shape in table.shapes { addFields(of: shape, in: table) }
        }
        addDerivedFields()
        addChangeFields()
    }

    static func typeName(of shape: Shape) -> String? {
        guard let kind = shape.element else { return nil }
        return kind == .other ? shape.name.prefix(1).lowercased() + shape.name.dropFirst() : kind.rawValue
    }

    private mutating func addType(_ name: String) {
        guard numbers[name] == nil else { return }
        numbers[name] = types.count
        types.append(ObjectType(name: name))
    }

    private mutating func addFields(of shape: Shape, in table: ShapeTable) {
        guard let name = Self.typeName(of: shape), let number = numbers[name] else { return }
        let newest = table.standard.newest
        types[number].mistakes.merge(shape.mistakes) { known, _ in known }
        let variants = shape.variants.filter { $0.versions.contains(newest) }.flatMap(\.rows)
        for (row, isOfAll) in shape.rows.map({ ($0, true) }) + variants.map({ ($0, false) })
        where row.versions.contains(newest) {
            let field = row.field.rawValue
            let isRequired = isOfAll && row.required.contains(newest)
            var (type, form) = model(of: row.kind, row.field, in: table)
            if let known = types[number].fields[field] {
                if known.type != type {
                    type = .dyn
                    form = FieldForm(kind: .dyn, key: row.field.fieldNumber)
                }
                let isOptional = known.isOptional && !isRequired
                types[number].fields[field] = FieldDeclaration(type, number: form.number, isOptional: isOptional)
            } else {
                let canLack = !isRequired && form.kind != .scalars && form.kind != .objects
                types[number].fields[field] = FieldDeclaration(type, number: form.number, isOptional: canLack)
                types[number].keys[field] = row.field
            }
        }
    }

    /// While the types are being made.
    private func number(ofKnown type: String) -> UInt8 {
        Self.made[type] ?? UInt8(truncatingIfNeeded: Self.made.count + (numbers[type] ?? 0))
    }

    private func model(of kind: Kind, _ key: Key, in table: ShapeTable) -> (CELType, FieldForm) {
        func form(_ kind: FieldForm.Kind, _ type: String = "") -> FieldForm {
            FieldForm(kind: kind, key: key.fieldNumber, type: type.isEmpty ? 0 : number(ofKnown: type))
        }
        func typeName(_ shape: String?) -> String? {
            table.shapes.first { $0.name == shape }.flatMap(Self.typeName)
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
        func derived(_ field: DerivedField) -> Int { FieldForm(kind: .derived, key: field.rawValue).number }
        for index in types.indices {
            types[index].fields["path"] = FieldDeclaration(.string, number: derived(.path), isOptional: false)
        }
        func set(_ type: String, _ name: String, _ field: DerivedField, _ result: CELType, isOptional: Bool = true) {
            addType(type)
            guard let number = numbers[type] else { return }
            types[number].fields[name] = FieldDeclaration(result, number: derived(field), isOptional: isOptional)
        }
        for root in ["contract", "product"] {
            set(root, "standard", .standard, .string, isOptional: false)
            set(root, "file", .file, .string, isOptional: false)
            set(root, "team", .team, .object("team"))
            set(root, "description", .description, .object("description"))
        }
        set("property", "logicalType", .logicalType, .string)
        set(Self.text, "value", .text, .string, isOptional: false)
        set(Self.text, "key", .textKey, .string, isOptional: false)
        set(Self.physicalType, "family", .family, .string)
        set(Self.physicalType, "length", .length, .int)
        set(Self.physicalType, "precision", .precision, .int)
        set(Self.physicalType, "scale", .scale, .int)
        set(Self.physicalType, "zoned", .zoned, .bool)
    }

    private mutating func addChangeFields() {
        func set(_ type: String, _ field: ChangeField, _ result: CELType, isOptional: Bool = false) {
            addType(type)
            guard let number = numbers[type] else { return }
            let form = FieldForm(kind: .change, key: field.number)
            types[number].fields[field.rawValue] = FieldDeclaration(result, number: form.number, isOptional: isOptional)
        }
        for field in [ChangeField.id, .verdict, .bump, .kind, .path, .message, .reason] {
            set(Self.change, field, .string)
        }
        for field in [ChangeField.relation, .element, .remedy] { set(Self.change, field, .string, isOptional: true) }
        set(Self.change, .hurts, .list(.string))
        set(Self.change, .profiles, .object(Self.verdicts))
        for field in [ChangeField.old, .new] { set(Self.change, field, .object(Self.changeSide)) }
        for field in [ChangeField.consumer, .producer, .full] { set(Self.verdicts, field, .string) }
        for field in [ChangeField.value, .file] { set(Self.changeSide, field, .string, isOptional: true) }
        for field in ChangeField.elements {
            set(Self.changeSide, field, .object(field.rawValue), isOptional: true)
        }
    }
}
