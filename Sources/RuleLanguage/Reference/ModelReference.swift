internal import Basics
internal import CEL
internal import ColumnTypes
internal import ContractModel

/// Things that rules can speak of, as plain values for the reference pages: types and fields as the checker knows them, with the
/// words of the shape tables; functions as they are declared.
package enum ModelReference {
    package struct ObjectType: Sendable {
        package let name: String
        package let fields: [Field]
    }

    package struct Field: Sendable {
        package let name: String
        package let type: String
        package let presence: Presence
        package let meaning: String
    }

    package enum Presence: Sendable {
        /// It needs no guard.
        case always
        /// It reads as empty when it is absent.
        case list
        /// Anything but `==` and `in` needs a guard.
        case optional
    }

    /// In alphabetical order, those that can be selected first.
    package static var types: [ObjectType] {
        let selected = Selection.allCases.map { $0.rawValue }
        let meanings = fieldMeanings
        let all = ModelTypes.shared.types.map { type in
            ObjectType(
                name: type.name,
                fields: type.fields.sorted { $0.key < $1.key }.map { name, declaration in
                    Field(
                        name: name, type: declaration.type.description, presence: presence(of: declaration),
                        meaning: meanings[type.name]?[name] ?? "")
                })
        }
        return all.filter { !$0.fields.isEmpty }.sorted { a, b in
            let ranks = [a, b].map { selected.firstIndex(of: $0.name) ?? selected.count }
            return ranks[0] != ranks[1] ? ranks[0] < ranks[1] : a.name < b.name
        }
    }

    /// The kinds of `select` with the variables that each binds.
    package static var selections: [(name: String, noun: String, variables: [String])] {
        RuleScaffold.selections.map { ($0.rawValue, $0.noun, $0.variables.map(\.name)) }
    }

    private static func presence(of declaration: FieldDeclaration) -> Presence {
        if case .list = declaration.type { return .list }
        return declaration.isOptional ? .optional : .always
    }

    /// By type and field.
    private static var fieldMeanings: [String: [String: String]] {
        var meanings: [String: [String: String]] = [:]
        for table in ModelTypes.sources {
            for shape in table.shapes {
                guard let name = ModelTypes.typeName(of: shape) else { continue }
                let newest = table.standard.newest
                let variants = shape.variants.filter { $0.versions.contains(newest) }.flatMap(\.rows)
                for row in shape.rows + variants where row.versions.contains(newest) {
                    let known = meanings[name, default: [:]][row.field.rawValue]
                    meanings[name, default: [:]][row.field.rawValue] = known ?? row.doc
                }
            }
        }
        for type in ModelTypes.shared.types {
            for (field, meaning) in derivedMeanings where type.fields[field] != nil {
                meanings[type.name, default: [:]][field] = meanings[type.name]?[field] ?? meaning
            }
        }
        meanings[ModelTypes.text] = [
            "value": "The string itself", "key": "The key that it stands behind", "path": "The string itself",
        ]
        meanings[ModelTypes.change] = changeMeanings
        for field in [ChangeField.consumer, .producer, .full] {
            meanings[ModelTypes.verdicts, default: [:]][field.rawValue] =
                "The verdict for the profile \(field.rawValue)"
        }
        for field in ChangeField.elements {
            let noun = Selection(rawValue: field.rawValue)?.noun ?? field.rawValue
            meanings[ModelTypes.changeSide, default: [:]][field.rawValue] =
                "The \(noun) that changed, or in which something did"
        }
        meanings[ModelTypes.changeSide]?["value"] = "The value as a text, or the name of what is there"
        meanings[ModelTypes.changeSide]?["file"] = "The file of this version"
        return meanings
    }

    private static let changeMeanings: [String: String] = [
        "id": "The kind of change, such as `property-removed`",
        "verdict": "By the profile of the run: breaking, risky, compatible or informational",
        "relation": "How the values that are permitted now relate to those that were: equal, narrows, widens, …",
        "bump": "The bump that the change asks for: major, minor, patch or none",
        "kind": "What changed, as `select` calls it: contract, object, property, sla, …",
        "element": "What changed, as reports call it; absent where that is the contract itself",
        "path": "The same, and of the contract itself its name",
        "hurts": "Those for whom the change is risky or breaking: consumer, producer",
        "message": "What changed, in a sentence", "reason": "Why it matters", "remedy": "A way out",
        "profiles": "The verdict for each profile", "old": "What was there before", "new": "What is there now",
    ]

    /// Of fields that stand in no table.
    private static let derivedMeanings: [String: String] = [
        "path": "What reports call it: names from the object inwards, such as `orders.customer.email`",
        "standard": "The standard of the document: ODCS, DCS or ODPS",
        "file": "The file of the document, as seen from the folder of the outermost configuration",
        "family": "The family of the type: \(PhysicalType.families.joined(separator: ", "))",
        "length": "The length in brackets", "precision": "The digits of a number",
        "scale": "The digits behind the point",
        "zoned": "Whether a point in time carries its zone",
    ]

    // MARK: The Data Contract Specification

    package struct Counterpart: Sendable {
        /// Mapping that has the key, as people call it.
        package let holder: String
        package let key: String
        /// As rules write it; nil: they cannot speak of it.
        package let field: String?
        package let meaning: String
    }

    /// The keys of DCS's newest version, each with the field that rules read it by.
    package static var counterparts: [Counterpart] {
        let newest = DCS.table.standard.newest
        return DCS.table.shapes.flatMap { shape -> [Counterpart] in
            var seen: Set<String> = []
            return shape.rows.filter { $0.versions.contains(newest) && seen.insert($0.key.rawValue).inserted }
                .map { row in
                    let type = shape.element.map(\.rawValue)
                    let isKnown = type.flatMap { ModelTypes.shared.field(row.field.rawValue, of: $0) } != nil
                    return Counterpart(
                        holder: shape.noun, key: row.key.rawValue,
                        field: isKnown
                            ? "\(type ?? "").\(row.field.rawValue)\(row.isInverted ? ", the other way round" : "")"
                            : nil,
                        meaning: row.doc)
                }
        }
    }

    // MARK: Functions

    package struct FunctionFacts: Sendable {
        package let name: String
        package let signatures: [String]
        /// Empty for CEL's own.
        package let meaning: String
        package let canBeAbsent: Bool
    }

    /// Those that CEL does not have.
    package static var functions: [FunctionFacts] { facts(of: GovernanceLibrary.library) }

    /// CEL's own by library, without its operators.
    package static var libraries: [(name: String, functions: [FunctionFacts])] {
        Library.all.map { library in (library.name, facts(of: library)) }
    }

    private static func facts(of library: Library) -> [FunctionFacts] {
        library.functions.filter { $0.name.first?.isLetter ?? false }.sorted { $0.name < $1.name }.map { function in
            FunctionFacts(
                name: function.name, signatures: function.overloads.map { signature(function.name, $0) },
                meaning: function.meaning,
                canBeAbsent: function.overloads.contains { $0.promises.absence != .never })
        }
    }

    private static func signature(_ name: String, _ overload: Overload) -> String {
        var parameters = overload.parameters.map(\.description)
        let receiver = overload.isMember && !parameters.isEmpty ? parameters.removeFirst() + "." : ""
        if overload.isVariadic { parameters.append("…") }
        return "\(receiver)\(name)(\(parameters.joined(separator: ", "))) -> \(overload.result)"
    }
}
