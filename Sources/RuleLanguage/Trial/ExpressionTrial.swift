internal import CEL
package import ContractModel
package import Diagnostics
internal import YAMLTree

/// An expression tried on a contract, apart from any rule: what it gives for each element, and what its parts do.
package struct ExpressionTrial {
    private let selection: Selection
    private let expression: CompiledExpression
    /// Parts that are worth a line, in the order in which they are written, and whether each is a condition.
    private let parts: [(expression: CompiledExpression, isCondition: Bool)]
    private let parameters: ParameterValues
    /// Things that a rule would be asked about the expression; it can be tried all the same.
    package let notes: [String]

    /// Mistakes of an expression: where, in bytes, and what.
    package struct Invalid: Error {
        package let faults: [(range: Range<Int>, message: String, help: String?)]
    }

    /// More parts than these are no help.
    private static let mostParts = 40

    package init(_ text: String, _ selection: Selection) throws(Invalid) {
        let parsed = Parser.parse(text)
        let foreign = parsed.faults.isEmpty ? nil : ForeignWords.fault(in: text)
        guard let tree = parsed.expression, parsed.faults.isEmpty else {
            throw Self.invalid(foreign.map { [$0] } ?? parsed.faults)
        }
        var checked = Checker.check(tree, RuleCompiler.environment(selection, ParameterValues([])))
        guard checked.faults.isEmpty else {
            let advice = RefusalAdvice(checked)
            throw Self.invalid(
                checked.faults.map { fault in
                    var fault = fault
                    fault.help = advice.help(for: fault) ?? fault.help
                    return fault
                })
        }
        let faults = checked.compilePatterns()
        guard faults.isEmpty else { throw Self.invalid(faults) }
        self.init(checked, selection, ParameterValues([]))
    }

    /// - Parameter checked: an expression of a rule, without faults.
    init(_ checked: CheckedExpression, _ selection: Selection, _ parameters: ParameterValues) {
        self.selection = selection
        self.parameters = parameters
        expression = CompiledExpression(program: Program(checked), text: checked.expression.text)
        let faults =
            Guards.faults(in: checked, isValue: checked.type == .bool, optional: selection.optionalVariables)
            + Refusals.faults(in: checked, selection) + WordFaults.faults(in: checked, ModelWords(changeKinds: []))
        notes = faults.map { $0.message + ($0.help.map { "; \($0)" } ?? "") }
        parts = Self.parts(of: checked).prefix(Self.mostParts).map { id in
            var part = checked
            part.expression.root = id
            let own = CompiledExpression(program: Program(part), text: checked.expression.text(of: id))
            // A field that is true or false is what a contract says, not what an example tests.
            let isField = if case .select = checked.expression[id].kind { true } else { false }
            return (own, checked.types[Int(id)] == .bool && !isField)
        }
    }

    private static func invalid(_ faults: [Fault]) -> Invalid {
        Invalid(faults: faults.map { ($0.range, $0.message, $0.help) })
    }

    /// Subexpressions that have a value of their own, outside of loops.
    private static func parts(of checked: CheckedExpression) -> [ExprID] {
        var parts: [ExprID] = []
        var seen: Set<String> = []
        func visit(_ id: ExprID) {
            let isWorthALine: Bool
            switch checked.expression[id].kind {
            case .literal, .identifier, .list, .map: isWorthALine = false
            default: isWorthALine = id != checked.expression.root
            }
            switch checked.expression[id].kind {
            case .comprehension(let loop): visit(loop.range)
            case .bind, .optionalMap: break
            default: for child in checked.expression.children(of: id) { visit(child) }
            }
            guard isWorthALine, case .variable? = checked.references[Int(id)] else {
                if isWorthALine, seen.insert(checked.expression.text(of: id)).inserted { parts.append(id) }
                return
            }
        }
        visit(checked.expression.root)
        return parts
    }

    /// Texts of the parts that are true or false.
    var conditions: [String] { parts.lazy.filter(\.isCondition).map(\.expression.text) }

    /// - Parameter today: days since 1970-01-01.
    package func answers(_ document: ContractDocument, today: Int) -> [EvaluationReport.Row] {
        guard document.rootElement != nil else { return [] }
        return DocumentMemory.with(document) { memory in
            let host = ModelHost(document, memory)
            let evaluation = Evaluation(host: host)
            host.evaluation = evaluation
            host.today = Int64(today) * 86400
            host.params = UnsafeBufferPointer(parameters.values)
            host.enter(document, memory)
            let variables = RuleVariables(document, memory)
            defer { variables.values.deallocate() }
            var rows: [EvaluationReport.Row] = []
            let elements = (0..<ElementID(memory.elementCount)).filter { memory.kind(of: $0) == selection.element }
            for id in elements.sorted(by: { memory.node(of: $0) < memory.node(of: $1) }) {
                variables.bind(id, selection)
                rows.append(row(id, document, evaluation, variables))
                evaluation.reset()
            }
            return rows
        }
    }

    private static func word(for value: CELValue) -> String {
        switch value.tag {
        case .hostList: "list"
        case .hostMap: "map"
        case .optionalSome, .optionalNone: "optional"
        default: "\(value.tag)"
        }
    }

    private func row(
        _ id: ElementID, _ document: ContractDocument, _ evaluation: Evaluation, _ variables: RuleVariables
    ) -> EvaluationReport.Row {
        let secrets = document.tree.secrets
        func shown(_ expression: CompiledExpression) -> (value: String, type: String) {
            let value = evaluation.evaluate(expression.program, variables.values)
            if value.isError { return ("no value: " + secrets.redacted(evaluation.error(of: value).message), "error") }
            if value.tag == .absent { return ("missing", "none") }
            return (secrets.redacted(ValueText.text(of: value, evaluation)), Self.word(for: value))
        }
        let own = shown(expression)
        let start = document.tree.place(of: document.element(id).range, withExcerpt: false).start
        return EvaluationReport.Row(
            element: document.path(of: id).map { secrets.redacted($0) } ?? selection.rawValue, line: start.line,
            value: own.value, type: own.type,
            parts: parts.map { part in (part.expression.text, shown(part.expression).value) })
    }
}

/// The variables of a selection, filled element by element: `Selection.variables` says in which order.
struct RuleVariables {
    let values: UnsafeMutablePointer<CELValue>
    private let memory: DocumentMemory
    private let root: CELValue
    private let isProduct: Bool

    init(_ document: ContractDocument, _ memory: DocumentMemory) {
        self.memory = memory
        values = .allocate(capacity: Selection.mostVariables)
        values.initialize(repeating: .absent, count: Selection.mostVariables)
        isProduct = document.kind == .product
        let kind = isProduct ? Selection.product : .contract
        root = .object(0, node: memory.node(of: 0), type: ModelTypes.number(of: kind.rawValue))
    }

    func bind(_ id: ElementID, _ selection: Selection) {
        for (index, variable) in selection.variables.enumerated() {
            switch variable.name {
            case selection.rawValue:
                values[index] = .object(id, node: memory.node(of: id), type: ModelTypes.number(of: variable.type))
            case Selection.contract.rawValue: values[index] = isProduct ? .absent : root
            case Selection.product.rawValue: values[index] = isProduct ? root : .absent
            default: values[index] = Selection(rawValue: variable.name)?.element.map { ancestor($0, of: id) } ?? .absent
            }
        }
        values[selection.variables.count] = CELValue(.object)
    }

    private func ancestor(_ kind: ElementKind, of id: ElementID) -> CELValue {
        var here = memory.parent(of: id)
        while here >= 0, memory.kind(of: here) != kind { here = memory.parent(of: here) }
        return here < 0
            ? .absent : .object(here, node: memory.node(of: here), type: ModelTypes.number(of: kind.rawValue))
    }
}

extension Selection {
    /// More than any has, with the parameters.
    fileprivate static let mostVariables = 8
}
