internal import Basics
internal import CEL
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Checks the expressions of a rule against the contract model and compiles them.
struct RuleCompiler {
    private let source: RuleSource
    private let tree: YAMLTree
    private let environment: Environment
    private let parameters: ParameterValues
    private var optional: Set<String> { source.selection.optionalVariables }
    private(set) var faults: [Issue] = []
    /// Faults of added clauses, by their places in the files they stand in.
    private(set) var additionFaults: [Issue] = []

    /// Something that is made when its rule is first asked: it has no faults, and most rules of a run are asked of nothing.
    private typealias Making<Part> = @Sendable () -> Part

    /// Nested loops of an expression; each multiplies the steps an evaluation takes.
    private static let deepestLoops = 3

    /// - Parameter overrides: values that a configuration or an example gives to parameters.
    init(_ source: RuleSource, in tree: YAMLTree, overrides: [String: ParameterValue] = [:]) {
        self.source = source
        self.tree = tree
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

    private static func environment(_ selection: Selection, _ parameters: ParameterValues) -> Environment {
        var environment = environments[selection.number].value
        environment.types = RuleTypes(parameters.types)
        return environment
    }

    /// - Parameter additions: clauses that layers add to those of the rule.
    /// - Returns: nil if anything is wrong with it; `faults` and `additionFaults` say what.
    mutating func compile(_ pack: PackIdentity, adding additions: [AddedClause] = []) -> Rule? {
        var facts: Guards.Facts = []
        var condition: (checked: CheckedExpression, compiled: CompiledExpression)?
        var checkedClauses: [CheckedExpression] = []
        if let text = source.condition, let checked = check(text, as: .bool) {
            for fault in Guards.faults(in: checked, optional: optional) { note(fault, in: text) }
            facts = Guards.facts(of: checked)
            condition = (checked, CompiledExpression(checked, text.text))
        }
        var clauses: [Making<CompiledClause>] = []
        for clause in source.clauses {
            guard let checked = check(clause.text, as: .bool) else { continue }
            for fault in Guards.faults(in: checked, given: facts, optional: optional) { note(fault, in: clause.text) }
            checkedClauses.append(checked)
            clauses.append(
                Self.clause(
                    clause.name, checked, clause.text.text, Demands(checked, source.selection, parameters),
                    message(for: clause, facts)))
        }
        let pointers = source.pointers.compactMap { pointer($0) }
        let prose = prose()
        checkFix()
        checkParameters()
        for addition in additions {
            // Its places are those of another file.
            let own = faults
            faults = []
            if let checked = check(addition.text, as: .bool) {
                for fault in Guards.faults(in: checked, given: facts) { note(fault, in: addition.text) }
                checkedClauses.append(checked)
                clauses.append(
                    Self.clause(
                        addition.name, checked, addition.text.text, Demands(checked, source.selection, parameters),
                        message(for: addition, facts)))
            }
            additionFaults += faults
            faults = own
        }
        guard additionFaults.isEmpty, faults.isEmpty else { return nil }
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

    private mutating func note(_ fault: Fault, in text: RuleText) {
        let issue = Issue(PackRules.invalid, fault.message, at: text.place(of: fault.range), help: fault.help)
        // Several messages may hold one expression, and several clauses one fault.
        if !faults.contains(where: { $0.range == issue.range && $0.message == issue.message }) { faults.append(issue) }
    }

    /// Fault with what the contract model knows to say about a name that the checker does not know.
    private func advised(_ fault: Fault, _ checked: CheckedExpression) -> Fault {
        guard fault.help == nil, let id = checked.expression.nodes.firstIndex(where: { $0.nameRange == fault.range })
        else { return fault }
        var fault = fault
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
    private mutating func check(_ text: RuleText, as type: CELType?) -> CheckedExpression? {
        let parsed = Parser.parse(text.text)
        for fault in parsed.faults { note(fault, in: text) }
        guard let expression = parsed.expression else { return nil }
        var checked = Checker.check(expression, environment)
        for fault in checked.faults { note(advised(fault, checked), in: text) }
        if let loop = Self.tooDeepLoop(expression) {
            note(
                Fault(
                    "loops inside each other, more than \(Self.deepestLoops) deep", at: expression[loop].range,
                    help: "select what the inner loop goes over, and let its rule look at one at a time"), in: text)
            return nil
        }
        guard checked.faults.isEmpty else { return nil }
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

    private static func isList(_ type: CELType) -> Bool {
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

    // MARK: Messages and places

    private mutating func message(for clause: RuleSource.Clause, _ facts: Guards.Facts) -> [Making<MessagePart>] {
        guard let text = source.messages.first(where: { $0.clause == nil || $0.clause == clause.name })?.text else {
            return []
        }
        return message(text, facts)
    }

    /// Message of an added clause; without one of its own what the rule says of all clauses, or the plain fact.
    private mutating func message(for addition: AddedClause, _ facts: Guards.Facts) -> [Making<MessagePart>] {
        if let text = addition.message { return message(text, facts) }
        if let text = source.messages.first(where: { $0.clause == nil })?.text { return message(text, facts) }
        return [{ .text("`\(addition.name)` does not hold, which the layer \(addition.layer.shortened) demands") }]
    }

    private mutating func message(_ text: RuleText, _ facts: Guards.Facts) -> [Making<MessagePart>] {
        let template = Template(text)
        for fault in template.faults { note(fault, in: text) }
        return template.parts.compactMap { part in
            switch part {
            case .text(let text): return { .text(text) }
            case .expression(let text):
                if text.text.trimmed == "clause" { return { .clause } }
                if let expression = Parser.parse(text.text).expression, AdviceReader.isMention(expression) {
                    guard let key = advice({ $0.mention(expression, in: text) }) else { return nil }
                    return { .key(key) }
                }
                guard let checked = check(text, as: nil) else { return nil }
                for fault in Guards.faults(in: checked, given: facts, isValue: false, optional: optional) {
                    note(fault, in: text)
                }
                return { [text = text.text] in .value(CompiledExpression(checked, text)) }
            }
        }
    }

    private mutating func prose() -> RuleProse {
        var prose = source.prose
        let texts = source.remedies.compactMap { remedy -> Advice.Text? in
            let parts = advice { $0.parts(of: remedy.text) }
            guard let word = remedy.standard else { return Advice.Text(scope: .everything, parts: parts) }
            guard let scope = StandardScope(word.text) else {
                let words = Standard.allCases.filter(\.isJudgedByPacks).map(\.title)
                note(
                    Fault(
                        "`\(word.text.shortened)` is no standard", at: 0..<word.text.utf8.count,
                        help: "write one of \(words.joined(separator: ", ")), with the numbers of a version if you like"
                    ),
                    in: word)
                return nil
            }
            return Advice.Text(scope: scope, parts: parts)
        }
        if !texts.isEmpty { prose.remedy = Advice(texts) }
        return prose
    }

    /// Result of reading a text as advice.
    private mutating func advice<Result>(_ read: (inout AdviceReader) -> Result) -> Result {
        var reader = AdviceReader(parameters)
        let result = read(&reader)
        for (fault, text) in reader.faults { note(fault, in: text) }
        return result
    }

    private mutating func pointer(_ text: RuleText) -> Making<CompiledPointer>? {
        guard let checked = check(text, as: nil) else { return nil }
        let root = checked.expression.root
        if case .select(let operand, let name, false) = checked.expression[root].kind,
            case .field = checked.references[Int(root)], let key = Self.key(name, of: checked.types[Int(operand)])
        {
            return { [text = text.text] in
                var holder = checked
                holder.expression.root = operand
                return .field(CompiledExpression(holder, text), key)
            }
        }
        guard Self.isPlace(checked.type) else {
            note(
                Fault(
                    "a finding cannot point at this", at: checked.expression[root].range,
                    help: "name a field, such as `\(Self.someField(source.selection))`"),
                in: text)
            return nil
        }
        return { [text = text.text] in .value(CompiledExpression(checked, text)) }
    }

    private static func isPlace(_ type: CELType) -> Bool {
        switch type {
        case .object, .list, .dyn: true
        default: false
        }
    }

    private static func someField(_ selection: Selection) -> String {
        if selection == .change { return "change.new.property" }
        let fields = ModelTypes.shared.fieldNames(of: selection.rawValue)
        return selection.rawValue + "." + (fields?.first { $0 == "name" || $0 == "description" } ?? "path")
    }

    private static func key(_ field: String, of type: CELType) -> Key? {
        guard case .object(let name) = type else { return nil }
        return ModelTypes.shared.key(field, of: name)
    }

    // MARK: Fixes and parameters

    private mutating func checkFix() {
        for entry in source.fix?.entries ?? [] {
            guard let checked = check(entry.target, as: nil) else { continue }
            let root = checked.expression.root
            guard case .select(let operand, let name, false) = checked.expression[root].kind,
                Self.key(name, of: checked.types[Int(operand)]) != nil
            else {
                note(
                    Fault(
                        "a fix can only set a field", at: checked.expression[root].range,
                        help: "write it as `property.classification`"), in: entry.target)
                continue
            }
            var type = checked.type
            if entry.isAddition, case .list(let items) = type { type = items }
            if !Self.fits(tree[entry.value].type, type) {
                faults.append(
                    Issue(
                        PackRules.invalid, "`\(entry.target.text)` takes a value of type \(type)",
                        at: tree.range(of: entry.value)))
            }
        }
    }

    private static func fits(_ value: ValueTypes, _ type: CELType) -> Bool {
        switch (type, value) {
        case (.string, .text), (.bool, .boolean), (.int, .integer), (.double, .integer), (.double, .fraction),
            (.list, .list), (.dyn, _), (.object, .mapping), (.map, .mapping):
            true
        default: false
        }
    }

    private mutating func checkParameters() {
        for parameter in source.parameters {
            let type = parameters.types.first { $0.name == parameter.name }?.type
            if type == .null {
                faults.append(
                    Issue(
                        PackRules.invalid, "a parameter is a number, a word, true or false, or a list of them",
                        at: tree.range(of: parameter.node), help: "write its value"))
            }
            let isFitting =
                switch (parameter.tighten, type) {
                case (nil, _), (.min, .int), (.min, .double), (.max, .int), (.max, .double), (.subset, .list),
                    (.superset, .list):
                    true
                default: false
                }
            if !isFitting, let tighten = parameter.tighten {
                let isList = tighten == .subset || tighten == .superset
                faults.append(
                    Issue(
                        PackRules.invalid,
                        "`\(tighten.rawValue)` is for \(isList ? "lists" : "numbers"), and this is none",
                        at: tree.range(of: parameter.node),
                        help: isList ? "write min or max" : "write subset or superset"))
            }
        }
    }
}

extension CompiledExpression {
    /// - Parameter checked: without faults.
    fileprivate init(_ checked: CheckedExpression, _ text: String) {
        self.init(program: Program(checked), text: text)
    }
}
