internal import Basics
internal import CEL
package import ContractModel
package import Diagnostics
package import YAMLTree

/// Statement of a rule about a change.
package struct ChangeIssue {
    /// The change's number among those that were asked about.
    package let change: Int
    package let rule: RuleDescriptor
    package let clause: String?
    package let message: String
    package let help: String?
    /// Place that the rule points at, in one of the two versions; nil: where the change is.
    package let pointed: (document: ContractDocument, node: NodeID)?
}

/// Judgement of the rules about changes on those between two versions.
package struct ChangeJudgement {
    package var issues: [ChangeIssue] = []
    package var failures: [RuleFailure] = []
    /// Rules that met a fact which is not at hand.
    package var unknown: Set<String> = []
}

/// Asks the rules that select changes about each change of a pair.
struct ChangeWalk {
    let rules: RuleSet
    let asking: Asking
    /// The rules whose scope the contract lies in, by number in the set.
    let active: [Int]
    let new: ContractDocument?
    let old: ContractDocument?
    private(set) var judgement = ChangeJudgement()
    private var words: [UInt8] = []
    private var host: ModelHost { asking.host }
    private var evaluation: Evaluation { asking.evaluation }

    init(rules: RuleSet, active: [Int], asking: Asking, old: ContractDocument?, new: ContractDocument?) {
        self.rules = rules
        self.active = active
        self.asking = asking
        self.old = old
        self.new = new
    }

    /// Fills the variables, in the order of `Selection.variables`, and asks.
    mutating func run(_ facts: [ChangeFact]) {
        asking.variables[0] = ModelHost.changeObject
        asking.variables[1] = root(of: new)
        asking.variables[2] = root(of: old)
        // The parameters: the host knows those of the rule.
        asking.variables[3] = CELValue(.object)
        for (number, fact) in facts.enumerated() {
            host.change = fact
            for index in active { ask(index, number) }
            // What was built for this change is of no use to the next one.
            evaluation.reset()
        }
        host.change = nil
    }

    private func root(of document: ContractDocument?) -> CELValue {
        guard let root = document?.rootElement else { return .absent }
        return host.object(root, type: ModelTypes.number(of: Selection.contract.rawValue))
    }

    private mutating func ask(_ index: Int, _ change: Int) {
        let rule = rules.rules[index]
        host.params = UnsafeBufferPointer(rule.parameters.values)
        if let condition = rule.condition {
            let value = evaluation.evaluate(condition.program, asking.variables)
            if value.isFalse { return }
            if !value.isTrue { return fail(rule, condition, value) }
        }
        for clause in rule.clauses {
            let value = evaluation.evaluate(clause.condition.program, asking.variables)
            if value.isTrue { continue }
            if value.isFalse {
                report(rule, clause, change)
            } else {
                fail(rule, clause.condition, value)
            }
        }
    }

    private mutating func report(_ rule: Rule, _ clause: CompiledClause, _ change: Int) {
        let node = rule.pointers.place(host, evaluation, asking.variables).node
        judgement.issues.append(
            ChangeIssue(
                change: change, rule: rule.descriptor, clause: clause.name,
                message: clause.message(evaluation, asking.variables, about: nil, &words),
                help: rule.prose.remedy?.text(in: host.document.standard, host.document.version),
                pointed: node < 0 ? nil : host.home(of: node)))
    }

    /// An evaluation that came to nothing fails the run, but for a required field that a contract lacks: `check` says so.
    private mutating func fail(_ rule: Rule, _ expression: CompiledExpression, _ value: CELValue) {
        if value.tag == .unknown {
            judgement.unknown.insert(rule.id)
            return
        }
        if value.tag == .absent { return }
        let error = evaluation.error(of: value)
        // The first of a rule is enough to mend it.
        if error.kind == .absent || judgement.failures.contains(where: { $0.rule == rule.id }) { return }
        guard let change = host.change?.change else { return }
        judgement.failures.append(
            RuleFailure(
                rule: rule.id, message: "`\(expression.text.shortened(to: 120))` has no value: \(error.message)",
                element: change.element, place: change.new.place))
    }
}
