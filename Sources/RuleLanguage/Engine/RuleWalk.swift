internal import Basics
internal import CEL
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// The one walk of all rules over a document.
struct RuleWalk {
    let rules: RuleSet
    private let questions: Questions
    let host: ModelHost
    let evaluation: Evaluation
    let memory: DocumentMemory
    let variables: UnsafeMutablePointer<CELValue>
    private let counter: SelectionCounter?
    private(set) var findings = RuleEngine.Findings()
    private var caps = IssueCap(IssueCap.mostFound)
    /// Of the message at hand: a text that grows keeps room to grow further, and a run keeps all messages to its end.
    private var words: [UInt8] = []
    /// Steps that rules have taken on this document, of those that take many, and those that have taken too many.
    private var spent: [Int: Int] = [:]
    private var stopped: Set<Int> = []
    private let document: ContractDocument
    private let active: ActiveRules
    private let root: CELValue

    init(
        rules: RuleSet, active: ActiveRules, asking: Asking, memory: DocumentMemory,
        counter: SelectionCounter? = nil
    ) {
        self.rules = rules
        self.active = active
        questions = asking.questions
        host = asking.host
        evaluation = asking.evaluation
        variables = asking.variables
        self.memory = memory
        self.counter = counter
        document = host.document
        let selection = document.kind == .product ? Selection.product : .contract
        root = .object(0, node: memory.node(of: 0), type: Self.types[selection.number])
    }

    /// For each kind of selection the number of its objects' type.
    private static let types = Selection.allCases.map { ModelTypes.number(of: $0.rawValue) }

    /// Of a document that breaks off, what is missing may have been meant to come: only its strings are judged.
    mutating func run() {
        let isProduct = document.kind == .product
        let selections = Selection.allCases
        rules.bits.withUnsafeBufferPointer { bits in
            rules.selectionOfElement.withUnsafeBufferPointer { selectionOfElement in
                guard let bits = bits.baseAddress, !document.isIncomplete else { return }
                for id in 0..<ElementID(memory.elementCount) {
                    let number = selectionOfElement[memory.kind(of: id).number]
                    guard number >= 0, !active.ranges[Int(number)].isEmpty else { continue }
                    let mask = host.enter(id, bits: bits)
                    bind(id, selections[Int(number)], Self.types[Int(number)], isProduct)
                    judge(Int(number), mask, id)
                }
            }
        }
        texts(isProduct)
    }

    /// Fills the variables of a selection: `Selection.variables` says in which order.
    @inline(__always)
    private func bind(_ id: ElementID, _ selection: Selection, _ type: UInt8, _ isProduct: Bool) {
        variables[0] = .object(id, node: memory.node(of: id), type: type)
        var next = 1
        switch selection {
        case .property:
            variables[next] = ancestor(.object, of: id)
            next += 1
        case .quality, .relationship:
            variables[next] = ancestor(.property, of: id)
            variables[next + 1] = ancestor(.object, of: id)
            next += 2
        default: break
        }
        bindRoots(next, selection, isProduct)
    }

    @inline(__always)
    private func bindRoots(_ first: Int, _ selection: Selection, _ isProduct: Bool) {
        var next = first
        if selection != .contract {
            variables[next] = isProduct ? .absent : root
            next += 1
        }
        if selection != .product {
            variables[next] = isProduct ? root : .absent
            next += 1
        }
        // The parameters: the host knows those of the rule.
        variables[next] = CELValue(.object)
    }

    @inline(__always)
    private func ancestor(_ kind: ElementKind, of id: ElementID) -> CELValue {
        var here = memory.parent(of: id)
        while here >= 0, memory.kind(of: here) != kind { here = memory.parent(of: here) }
        return here < 0 ? .absent : .object(here, node: memory.node(of: here), type: 0)
    }

    /// Every string of the document: values, not keys.
    private mutating func texts(_ isProduct: Bool) {
        let gates = active.texts
        guard !gates.isEmpty else { return }
        bindRoots(1, .text, isProduct)
        // Most strings are words that no rule needs to see.
        let least = counter == nil ? gates.map(\.least).min() ?? 0 : 0
        for node in document.nodes where memory[node].type == .text {
            // Keys are no values; and what came through an alias is judged where the anchor is.
            if !memory[node].flags.isDisjoint(with: [.key, .aliased]) { continue }
            let text = memory.text(of: node)
            if text.count < least { continue }
            for index in gates.indices where gates[index].passes(node, text, memory, evaluation) || counter != nil {
                variables[0] = .object(-1, node: node, type: 0)
                ask(gates[index].rule, -1, node)
            }
        }
    }

    /// Asks the rules of a selection about what is bound.
    @inline(__always)
    private mutating func judge(_ selection: Int, _ mask: UInt64, _ element: ElementID) {
        // An element without any of the keys that rules ask about has this bit at least.
        let some = mask | Self.something
        let gates = active.gates
        withUnsafeTemporaryAllocation(of: HostText.self, capacity: ActiveRules.mostFields) { texts in
            for (index, key) in active.fields[selection].enumerated() {
                texts.initializeElement(at: index, to: host.text(key))
            }
            for index in active.ranges[selection] {
                let gate = gates[index]
                guard mask & gate.needs == gate.needs, some & gate.any != 0,
                    gate.field < 0 || texts[Int(gate.field)].meets(gate)
                else { continue }
                ask(Int(gate.rule), element, -1)
            }
        }
        // What was built for this element is of no use to the next one.
        evaluation.reset()
    }

    private static var something: UInt64 { 1 << 62 }

    @inline(__always)
    private mutating func ask(_ index: Int, _ element: ElementID, _ text: NodeID) {
        if !stopped.isEmpty, stopped.contains(index) { return }
        let question = questions[index]
        host.params = question.parameters
        if let condition = question.condition {
            let value = ask(condition)
            if evaluation.stepsTaken > Self.fewSteps, isOverBudget(index, element, text) { return }
            if value.isFalse { return }
            if !value.isTrue { return fail(index, nil, value, element, text) }
        }
        counter?.note(index)
        for clause in 0..<question.clauses.count {
            let value = ask(question.clauses[clause])
            if evaluation.stepsTaken > Self.fewSteps, isOverBudget(index, element, text) { return }
            if value.isTrue { continue }
            if value.isFalse {
                report(index, clause, element, text)
            } else {
                fail(index, clause, value, element, text)
            }
        }
    }

    @inline(__always)
    private func ask(_ program: Unmanaged<Program>) -> CELValue {
        program._withUnsafeGuaranteedRef { evaluation.evaluate($0, variables) }
    }

    // MARK: The budget of a document

    /// Steps that no rule needs unless it goes over much for each element: those below are not counted.
    private static let fewSteps = 2_000
    /// Steps that a rule may take on one document: some seconds.
    private static let mostSteps = 300_000_000

    /// Counts what the last evaluation took.
    ///
    /// - Returns: whether the rule has taken too much of this document, and is asked no more: its failure ends the run.
    @inline(never)
    private mutating func isOverBudget(_ index: Int, _ element: ElementID, _ text: NodeID) -> Bool {
        let taken = spent[index, default: 0] + evaluation.stepsTaken
        spent[index] = taken
        guard taken > Self.mostSteps else { return false }
        stopped.insert(index)
        let rule = rules.rules[index]
        let node = text >= 0 ? text : memory.node(of: max(element, 0))
        findings.failures.append(
            RuleFailure(
                rule: rule.id,
                message:
                    "it takes more than \(Self.mostSteps / 1_000_000) million steps on one document: it goes over much of it for each \(rule.selection.noun); select \(rule.selection == .contract ? "what it goes over" : "the contract or the object"), and go over it once",
                element: element < 0 ? nil : document.path(of: element),
                place: document.tree.place(of: document.tree.range(of: node), withExcerpt: false)))
        return true
    }

    // MARK: What is found

    @inline(never)
    private mutating func report(_ index: Int, _ number: Int, _ element: ElementID, _ text: NodeID) {
        // Field by field: a copy of the whole rule costs more than what is done with it.
        let descriptor = rules.rules[index].descriptor
        guard caps.hasRoom(for: descriptor) else { return }
        let compiled = rules.rules[index].expressions.compiled
        let clause = compiled.clauses[number]
        guard clause.demands.canBeAsked(in: document.keyNames) else { return }
        let place = place(of: compiled.pointers, element, text)
        let subject = place.element < 0 ? nil : document.element(place.element)
        var issue = Issue(
            descriptor, clause.message(evaluation, variables, about: subject, &words), at: place.range,
            help: rules.rules[index].prose.remedy?.text(in: document.standard, document.version, about: subject))
        issue.subject = text >= 0 ? document.tree.text(of: text, shortenedTo: 100) : ""
        guard let admitted = caps.admitted(issue) else { return }
        // A contract is the document itself: findings about it name no element.
        let owner = memory.isRoot(place.element) ? -1 : place.element
        findings.issues.append(ElementIssue(admitted, node: place.node, element: owner, clause: clause.name))
    }

    /// An evaluation that came to nothing. A required field that the document lacks makes the rule not applicable, since
    /// `standard/missing-key` has said so; a fact that is not at hand is said once for the rule.
    @inline(never)
    private mutating func fail(
        _ index: Int, _ clause: Int?, _ value: CELValue, _ element: ElementID, _ text: NodeID
    ) {
        let rule = rules.rules[index]
        guard let expression = clause.map({ rule.clauses[$0].condition }) ?? rule.condition else { return }
        if value.tag == .unknown {
            findings.unknown.insert(rule.id)
            return
        }
        if value.tag == .absent { return }
        let error = evaluation.error(of: value)
        if error.kind == .absent { return }
        // The first of a rule is enough to mend it.
        guard !findings.failures.contains(where: { $0.rule == rule.id }) else { return }
        let node = text >= 0 ? text : memory.node(of: max(element, 0))
        findings.failures.append(
            RuleFailure(
                rule: rule.id, message: "`\(expression.text.shortened(to: 120))` has no value: \(error.message)",
                element: element < 0 ? nil : document.path(of: element),
                place: document.tree.place(of: document.tree.range(of: node), withExcerpt: false)))
    }

    // MARK: Places

    private func place(
        of pointers: [CompiledPointer], _ element: ElementID, _ text: NodeID
    ) -> (range: SourceRange, node: NodeID, element: ElementID) {
        let pointed = pointers.place(host, evaluation, variables)
        var node = pointed.node
        if node < 0 { node = text }
        if node < 0 { node = host.anchor(of: max(0, element)) }
        return (document.tree.range(of: node), node, isInside(pointed.element, element) ? pointed.element : element)
    }

    /// Answer to whether an element is a part of another.
    private func isInside(_ part: ElementID, _ whole: ElementID) -> Bool {
        var here = part
        while here >= 0, here != whole { here = memory.parent(of: here) }
        return here >= 0
    }
}
