internal import Basics
internal import CEL
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Checks the expressions of a rule against the contract model and compiles them.
struct RuleCompiler {
    let source: RuleSource
    let tree: YAMLTree
    let environment: Environment
    let parameters: ParameterValues
    var optional: Set<String> { source.selection.optionalVariables }
    var faults: [Issue] = []
    private let words: ModelWords
    private var abbreviations = Abbreviations()
    /// True: a name under `let` is wrong, and what speaks of it cannot be judged.
    private var isIncomplete = false
    /// True of a rule that was changed to see whether its examples notice: it may leave parameters aside.
    let isMutant: Bool
    /// Parameters that cannot be used as they are, with why.
    var parameterFaults: [(name: String, message: String)] = []
    /// Parameters that a configuration or an example gives other values.
    let overridden: Set<String>
    /// Parameters that some expression or text reads.
    var readParameters: Set<String> = []
    /// Faults of added clauses, by their places in the files they stand in.
    private(set) var additionFaults: [Issue] = []

    /// Something that is made when its rule is first asked: it has no faults, and most rules of a run are asked of nothing.
    typealias Making<Part> = @Sendable () -> Part

    /// Nested loops of an expression; each multiplies the steps an evaluation takes.
    private static let deepestLoops = 3

    /// - Parameter overrides: values that a configuration or an example gives to parameters.
    init(
        _ source: RuleSource, in tree: YAMLTree, overrides: [String: ParameterValue] = [:], words: ModelWords,
        isMutant: Bool = false
    ) {
        self.isMutant = isMutant
        overridden = Set(overrides.keys)
        self.source = source
        self.tree = tree
        self.words = words
        parameters = ParameterValues(
            source.parameters.map { parameter in
                (parameter.name, overrides[parameter.name] ?? ParameterValue(parameter.node, in: tree))
            })
        environment = Self.environment(source.selection, parameters)
    }

    /// Of each kind of selection without parameters, by its number: making one takes longer than checking an expression.
    private static let environments: [Lazy<Environment>] = Selection.allCases.map { selection in
        Lazy {
            var environment = base
            for variable in selection.variables { environment.declare(variable.name, .object(variable.type)) }
            environment.declare(RuleTypes.params, .object(RuleTypes.params))
            return environment
        }
    }

    private static let base = Environment(types: ModelTypes.shared, libraries: GovernanceLibrary.all)

    static func environment(_ selection: Selection, _ parameters: ParameterValues) -> Environment {
        var environment = environments[selection.number].value
        environment.types = RuleTypes(parameters.types)
        return environment
    }

    /// - Parameter additions: clauses that layers add to those of the rule.
    /// - Returns: nil if anything is wrong with it; `faults` and `additionFaults` say what.
    mutating func compile(_ pack: PackIdentity, adding additions: [AddedClause] = []) -> Rule? {
        readAbbreviations()
        var facts: Guards.Facts = []
        var condition: (checked: CheckedExpression, compiled: CompiledExpression)?
        var checkedClauses: [CheckedExpression] = []
        if let text = source.condition, let checked = check(text, as: .bool) {
            for fault in Guards.faults(in: checked, optional: optional, isPlain: text.isPlain) { note(fault, in: text) }
            facts = Guards.facts(of: checked)
            condition = (checked, CompiledExpression(checked, text.text))
        }
        var clauses: [Making<CompiledClause>] = []
        for clause in source.clauses {
            guard let checked = check(clause.text, as: .bool) else { continue }
            for fault in Guards.faults(
                in: checked, given: facts, optional: optional, isPlain: clause.text.isPlain)
            {
                note(fault, in: clause.text)
            }
            checkedClauses.append(checked)
            clauses.append(
                Self.clause(
                    clause.name, checked, clause.text.text, Demands(checked, source.selection, parameters),
                    message(for: clause, facts)))
        }
        let pointers = source.pointers.compactMap { pointer($0) }
        let prose = prose()
        checkParameters()
        if faults.isEmpty, !isMutant {
            for own in source.lets where abbreviations.unused.contains(own.name.text) {
                note(
                    Fault(
                        "nothing speaks of `\(own.name.text.shortened)`", at: 0..<own.name.text.utf8.count,
                        help: "write it in an expression, or remove it"), in: own.name)
            }
        }
        for addition in additions {
            // Its places are those of another file.
            let own = faults
            faults = []
            if let checked = check(addition.text, as: .bool) {
                for fault in Guards.faults(
                    in: checked, given: facts, optional: optional, isPlain: addition.text.isPlain)
                {
                    note(fault, in: addition.text)
                }
                checkedClauses.append(checked)
                clauses.append(
                    Self.clause(
                        addition.name, checked, addition.text.text, Demands(checked, source.selection, parameters),
                        message(for: addition, facts)))
            }
            additionFaults += faults
            faults = own
        }
        guard additionFaults.isEmpty, faults.isEmpty, parameterFaults.isEmpty else { return nil }
        let names = source.clauses.compactMap(\.name) + additions.map(\.name)
        let expressions = RuleExpressions { [compiled = condition?.compiled, clauses] in
            RuleExpressions.Compiled(
                condition: compiled, clauses: clauses.map { $0() }, pointers: pointers.map { $0() })
        }
        return Rule(
            id: source.id, severity: source.severity, isOff: source.isOff, tier: source.tier,
            enforcement: source.enforcement, lock: source.lock, effectiveFrom: source.effectiveFrom,
            selection: source.selection, prose: prose,
            scope: source.scope, place: tree.place(of: tree.range(of: source.idNode), withExcerpt: false),
            pack: pack, parameters: parameters,
            tightenings: Dictionary(
                source.parameters.compactMap { parameter in parameter.tighten.map { (parameter.name, $0) } },
                uniquingKeysWith: { first, _ in first }),
            gates: Gates(
                source.selection, condition: condition.map { ($0.checked, $0.compiled.program) },
                clauses: checkedClauses, parameters),
            clauseNames: names, expressions: expressions)
    }

    // MARK: Expressions

    mutating func note(_ fault: Fault, in text: RuleText) {
        let issue = Issue(PackRules.invalid, fault.message, at: text.place(of: fault.range), help: fault.help)
        // Several messages may hold one expression, and several clauses one fault.
        if !faults.contains(where: { $0.range == issue.range && $0.message == issue.message }) { faults.append(issue) }
    }

    /// Fault with what the contract model knows to say about a name that the checker does not know.
    private func advised(_ fault: Fault, _ checked: CheckedExpression) -> Fault {
        var fault = fault
        if let help = RefusalAdvice(checked).help(for: fault) { fault.help = help }
        guard fault.help == nil, let id = checked.expression.nodes.firstIndex(where: { $0.nameRange == fault.range })
        else { return fault }
        switch checked.expression.nodes[id].kind {
        case .identifier(let name):
            // A field without what it is a field of.
            fault.help = holder(of: name).map { "did you mean `\($0)`?" }
        case .select(let operand, let name, _), .has(let operand, let name):
            if case .type = checked.types[Int(operand)], case .identifier(let holder) = checked.expression[operand].kind
            {
                // Every kind of element is the name of a type as well.
                fault.help = self.holder(of: holder).map { "did you mean `\($0).\(name)`?" }
                return fault
            }
            guard case .object(let type) = checked.types[Int(operand)] else { return fault }
            let fields = environment.types.fieldNames(of: type) ?? []
            if type == RuleTypes.params {
                fault.help =
                    fields.isEmpty
                    ? "the rule has no params: write them under `params`"
                    : "its parameters are \(fields.joined(separator: ", "))"
            } else {
                fault.help = ModelTypes.shared.mistakes(of: type)[name]
            }
        default: break
        }
        return fault
    }

    private func holder(of name: String) -> String? {
        if source.selection == .change {
            if name == Selection.contract.rawValue { return "new" }
            if ModelTypes.shared.field(name, of: ModelTypes.changeSide) != nil { return "change.new.\(name)" }
        }
        return source.selection.variables.first { ModelTypes.shared.field(name, of: $0.type) != nil }
            .map { "\($0.name).\(name)" }
    }

    /// - Parameter type: what it must give; nil: anything.
    mutating func check(_ text: RuleText, as type: CELType?) -> CheckedExpression? {
        let parsed = Parser.parse(text.text)
        if !parsed.faults.isEmpty, let foreign = ForeignWords.fault(in: text.text) {
            note(foreign, in: text)
            return nil
        }
        for fault in parsed.faults { note(fault, in: text) }
        guard let expression = parsed.expression else { return nil }
        if isIncomplete { return nil }
        var checked = Checker.check(expression, abbreviations.declared(in: environment))
        for fault in checked.faults { note(advised(fault, checked), in: text) }
        if noteTooDeepLoop(expression, text) { return nil }
        guard checked.faults.isEmpty else { return nil }
        let size = abbreviations.size(of: checked, variables: environment.variables.count)
        if size > Self.mostParts, size > checked.expression.nodes.count {
            note(
                Fault(
                    "with its names written out this has more than \(Self.mostParts) parts",
                    at: expression[expression.root].range, help: "name less under `let`"), in: text)
            return nil
        }
        if let expanded = abbreviations.expanded(checked, variables: environment.variables.count) {
            if let capture = Abbreviations.capture(in: checked.expression, environment) {
                note(
                    Fault(
                        "`\(capture.name)` is what the names under `let` speak of", at: expression[capture.id].range,
                        help: "give the variable of the loop another name"), in: text)
                return nil
            }
            if noteTooDeepLoop(expanded, text) { return nil }
            checked = Checker.check(expanded, environment)
            for fault in checked.faults { note(fault, in: text) }
            guard checked.faults.isEmpty else { return nil }
        }
        noteReading(of: checked)
        checkPatterns(in: checked)
        let refusals = Refusals.faults(in: checked, source.selection) + WordFaults.faults(in: checked, words)
        for fault in refusals { note(fault, in: text) }
        guard refusals.isEmpty else { return nil }
        if let type, checked.type != type, checked.type != .dyn, checked.type != .error {
            note(
                Fault(
                    "this gives \(checked.type), and a condition is true or false",
                    at: expression[expression.root].range,
                    help: checked.type == .string || Self.isList(checked.type)
                        ? "ask something of it: `filled(…)`, `… == …`" : "compare it"), in: text)
            return nil
        }
        let faults = checked.compilePatterns()
        for fault in faults { note(fault, in: text) }
        return faults.isEmpty ? checked : nil
    }

    static func isList(_ type: CELType) -> Bool {
        if case .list = type { true } else { false }
    }

    private static func clause(
        _ name: String?, _ checked: CheckedExpression, _ text: String, _ demands: Demands,
        _ message: [Making<MessagePart>]
    ) -> Making<CompiledClause> {
        {
            CompiledClause(
                name: name, condition: CompiledExpression(checked, text), demands: demands,
                message: message.map { $0() })
        }
    }

    /// Number of parts that an expression may have once the names under `let` are written out.
    private static let mostParts = 4_000

    /// - Returns: whether loops lie too deep in each other, which is noted.
    private mutating func noteTooDeepLoop(_ expression: Expression, _ text: RuleText) -> Bool {
        guard let loop = Self.tooDeepLoop(expression) else { return false }
        note(
            Fault(
                "loops inside each other, more than \(Self.deepestLoops) deep", at: expression[loop].range,
                help: "select what the inner loop goes over, and let its rule look at one at a time"), in: text)
        return true
    }

    /// The first loop that lies in too many others.
    private static func tooDeepLoop(_ expression: Expression) -> ExprID? {
        var pending: [(id: ExprID, depth: Int)] = [(expression.root, 0)]
        while let (id, depth) = pending.popLast() {
            var inner = depth
            if case .comprehension = expression[id].kind { inner += 1 }
            if inner > deepestLoops { return id }
            pending += expression.children(of: id).map { ($0, inner) }
        }
        return nil
    }

    /// Reads the names under `let`.
    mutating func readAbbreviations() {
        for own in source.lets {
            let name = own.name.text
            if let fault = abbreviations.fault(of: name, environment) {
                note(Fault(fault, at: 0..<name.utf8.count, help: "give it a name of its own"), in: own.name)
                continue
            }
            guard let checked = check(own.text, as: nil) else {
                isIncomplete = true
                continue
            }
            abbreviations.add(name, checked)
        }
    }
}

extension CompiledExpression {
    /// - Parameter checked: without faults.
    init(_ checked: CheckedExpression, _ text: String) {
        self.init(program: Program(checked), text: text)
    }
}
