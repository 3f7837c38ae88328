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

    /// Clues of overloads that take a string of the document alone, by the overload's id.
    static let clues: [String: Promises.Clue] = Dictionary(
        uniqueKeysWithValues: library.functions.flatMap(\.overloads).compactMap { overload in
            overload.parameters == [.object(ModelTypes.text)] ? overload.promises.clue.map { (overload.id, $0) } : nil
        })
}

extension Evaluation {
    /// Whoever shows the document: expressions of rules are evaluated with no other host.
    var model: ModelHost {
        unsafeDowncast(host, to: ModelHost.self)
    }
}

extension Function {
    /// A function with one signature, whose id is its name.
    init(means meaning: String, _ overload: Overload) { self.init(overload.id, means: meaning, [overload]) }
}

extension Promises {
    init(absence: Absence = .never, needs keys: [Key]) {
        // Whatever stands there.
        self.init(absence: absence, needs: keys.map { FieldForm(kind: .dyn, key: $0.fieldNumber).number })
    }

    /// The keys of the fields that it needs.
    var keys: [Key] { needs.map { Key(fieldNumber: FieldForm($0).key) } }
}
