internal import CEL
internal import ContractModel

/// Facts that rule out most elements before a rule is asked about them: they save time and change nothing.
struct Gates: Sendable {
    /// Fields of the selected element without which `where` is false, whatever they say.
    var needs: [Key] = []
    /// Fields of which the selected element has to have one at least, or `where` is false; empty: none in particular.
    var needsAny: [Key] = []
    /// The text that `where` demands of a field.
    var demandedText: DemandedText?
    /// Of rules about strings.
    var probe = TextProbe.always
    /// Parts of `where`, by their instructions in its program, that ask of the contract alone: the answer is the same for
    /// everything in it, and where it is no the rule concerns nothing there.
    var contractQuestions: [Int] = []
    /// A rule that waits for a parameter to be set: with those it has `where` never holds, whatever the document.
    var isNever = false

    init() {}

    /// - Parameter condition: of the rule; nil: it has none, and the clauses alone decide.
    init(
        _ selection: Selection, condition: (checked: CheckedExpression, program: Program)?,
        clauses: [CheckedExpression], _ parameters: ParameterValues
    ) {
        probe = TextProbe(condition: condition?.checked, clauses: clauses)
        guard let condition else { return }
        let needed = Needs(condition.checked, selection)
        needs = needed.keys
        needsAny = needed.any
        demandedText = DemandedText(condition.checked)
        let variables = selection.variables
        let ofParameters: UInt64 = 1 << UInt64(variables.count)
        let contract = selection == .contract ? nil : variables.firstIndex { $0.name == Selection.contract.rawValue }
        let ofContract: UInt64 = contract.map { 1 << UInt64($0) } ?? 0
        for part in condition.program.conjuncts {
            if part.variables == ofParameters, part.isPlain {
                isNever = isNever || ParameterHost.isFalse(condition.program, part, parameters, variables.count)
            } else if part.variables & ofContract != 0, part.variables & ~(ofContract | ofParameters) == 0,
                part.size <= Self.longestQuestion
            {
                contractQuestions.append(part.root)
            }
        }
    }

    /// In instructions: what takes long would be answered for contracts that hold nothing the rule is about.
    private static let longestQuestion = 6
}

/// Knows the parameters of a rule and no document.
private final class ParameterHost: Host {
    private let parameters: ParameterValues

    private init(_ parameters: ParameterValues) { self.parameters = parameters }

    /// - Parameter variable: the index of `params`.
    static func isFalse(
        _ program: Program, _ part: Conjunct, _ parameters: ParameterValues, _ variable: Int
    ) -> Bool {
        var variables = [CELValue](repeating: .absent, count: variable + 1)
        variables[variable] = CELValue(.object)
        return variables.withUnsafeBufferPointer {
            Evaluation(host: ParameterHost(parameters)).evaluate(program, from: part.root, $0.baseAddress).isFalse
        }
    }

    func field(_ number: Int, of object: CELValue) -> CELValue {
        let form = FieldForm(number)
        return form.kind == .param ? parameters.values[Int(form.key)] : .absent
    }

    func count(of collection: CELValue) -> Int { 0 }
    func next(in collection: CELValue, _ cursor: inout UInt64) -> CELValue? { nil }
    func value(of key: UnsafeBufferPointer<UInt8>, in map: CELValue) -> CELValue? { nil }
    func isEqual(_ a: CELValue, _ b: CELValue) -> Bool { false }
    func typeName(of object: CELValue) -> StaticString { "params" }
}
