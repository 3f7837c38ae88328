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

    /// By number, each made when somebody asks for it: a rule speaks of few.
    private let made: [Lazy<ObjectType>]
    /// By name the place among them.
    private let numbers: [String: Int]

    var types: [ObjectType] { made.map(\.value) }

    private func type(_ name: String) -> ObjectType? { numbers[name].map { made[$0].value } }

    func field(_ name: String, of type: String) -> FieldDeclaration? {
        self.type(type)?.fields[name]
    }

    func fieldNames(of type: String) -> [String]? {
        self.type(type)?.fields.keys.sorted()
    }

    /// The key of a field that stands in the document; nil for fields that are derived.
    func key(_ field: String, of type: String) -> Key? {
        self.type(type)?.keys[field]
    }

    func mistakes(of type: String) -> [String: String] { self.type(type)?.mistakes ?? [:] }

    /// The number that values carry as their type.
    static func number(of type: String) -> UInt8 {
        number(of: type) { shared.numbers[$0] }
    }

    /// - Parameter place: among the types of the tables.
    static func number(of type: String, _ place: (String) -> Int?) -> UInt8 {
        own[type] ?? UInt8(truncatingIfNeeded: own.count + (place(type) ?? 0))
    }

    /// Of types whose objects the engine makes itself, without a look at the tables of the standards.
    private static let own: [String: UInt8] = {
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
        var shapes: [String: [ModelTypeMaker.Source]] = [:]
        var names: [String] = []
        for table in Self.sources {
            for shape in table.shapes {
                guard let name = Self.typeName(of: shape) else { continue }
                if shapes[name] == nil { names.append(name) }
                shapes[name, default: []].append((shape, table))
            }
        }
        names += [Self.text, Self.physicalType, Self.change, Self.verdicts, Self.changeSide]
        let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        self.numbers = numbers
        made = names.map { name in
            let own = shapes[name] ?? []
            return Lazy { ModelTypeMaker.type(name, own, numbers) }
        }
    }

    static func typeName(of shape: Shape) -> String? {
        guard let kind = shape.element else { return nil }
        return kind == .other ? shape.name.prefix(1).lowercased() + shape.name.dropFirst() : kind.rawValue
    }
}
