internal import CEL
internal import ContractModel

/// The functions that the rule language has beside CEL's own.
enum GovernanceLibrary {
    static let library = Library(
        "governance",
        ElementFunctions.all + TimeFunctions.all + TextFunctions.all + PersonalDataFunctions.all
            + MeshFunctions.all + ValueFunctions.all + TargetFunctions.all)

    /// Everything that an expression of a rule may call.
    static let all: [Library] = Library.all + [library]

    static let names = Set(library.functions.map(\.name))

    /// Functions whose results can be absent although their type does not say so: they need a guard like optional fields.
    static let canBeAbsent = Set([
        "custom", "sla", "duration_sla", "physical", "classificationRank", "date", "personalData", "personalData_names",
        "specialCategory", "personalExample", "secret", "secret_text", "target",
    ]).union(ValueFunctions.canBeAbsent).union(
        [CELType.int, .uint, .double, .bool, .string, .bytes, .timestamp, .duration].flatMap {
            ["list_\($0)_min", "list_\($0)_max"]
        })
}

extension Evaluation {
    /// Whoever shows the document: expressions of rules are evaluated with no other host.
    var model: ModelHost {
        unsafeDowncast(host, to: ModelHost.self)
    }
}

extension Function {
    /// A function with one signature, its id the function's name.
    init(
        _ name: String, _ parameters: [CELType], _ result: CELType, acceptsAbsent: Bool = false,
        _ implementation: @escaping Implementation
    ) {
        self.init(name, [Overload(name, parameters, result, acceptsAbsent: acceptsAbsent, implementation)])
    }
}
