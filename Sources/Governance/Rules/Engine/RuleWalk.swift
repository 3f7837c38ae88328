internal import CEL
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// The one walk of all rules over a document.
struct RuleWalk {
    let rules: RuleSet
    let host: ModelHost
    let evaluation: Evaluation
    let memory: DocumentMemory
    let variables: UnsafeMutablePointer<CELValue>
    private let counter: SelectionCounter?
    private(set) var findings = RuleEngine.Findings()
    private var caps = IssueCap()
    private let document: ContractDocument
    /// The rules that this document is in the scope of, for each kind of selection.
    private var active: [[Int]]
    private let root: CELValue
    private let types: [UInt8]

    init(
        rules: RuleSet, host: ModelHost, evaluation: Evaluation, memory: DocumentMemory,
        variables: UnsafeMutablePointer<CELValue>, counter: SelectionCounter? = nil
    ) {
        self.rules = rules
        self.host = host
        self.evaluation = evaluation
        self.memory = memory
        self.variables = variables
        self.counter = counter
        document = host.document
        active = rules.bySelection
        if rules.hasScopes {
            let facts = DocumentFacts(document)
            active = active.map { $0.filter { rules.rules[$0].scope.contains(facts) } }
        }
        types = Self.typeNumbers
        root = .object(0, node: memory.node(of: 0), type: Self.typeNumbers[(document.kind == .product ? Selection.product : .contract).number])
    }

    /// For each kind of selection the number of its objects' type.
    private static let typeNumbers = Selection.allCases.map { ModelTypes.shared.number(of: $0.rawValue) }
    private static let text = Selection.text.number

    mutating func run() {
        let isProduct = document.kind == .product
        for id in 0..<ElementID(memory.elementCount) {
            let number = rules.selectionOfElement[memory.kind(of: id).number]
            guard number >= 0, !active[Int(number)].isEmpty else { continue }
            let mask = rules.bits.withUnsafeBufferPointer { host.enter(id, bits: $0.baseAddress!) }
            bind(id, Int(number), isProduct)
            judge(Int(number), mask, id)
        }
        if !active[Self.text].isEmpty { texts(isProduct) }
    }

    /// Fills the variables of a selection: `Selection.variables` says in which order.
    @inline(__always)
    private mutating func bind(_ id: ElementID, _ number: Int, _ isProduct: Bool) {
        let selection = Selection.allCases[number]
        variables[0] = .object(id, node: memory.node(of: id), type: types[number])
        var next = 1
        switch selection {
        case .property:
            variables[next] = ancestor(.object, of: id, Selection.object.number)
            next += 1
        case .quality, .relationship:
            variables[next] = ancestor(.property, of: id, Selection.property.number)
            variables[next + 1] = ancestor(.object, of: id, Selection.object.number)
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
    private func ancestor(_ kind: ElementKind, of id: ElementID, _ number: Int) -> CELValue {
        var here = memory.parent(of: id)
        while here >= 0, memory.kind(of: here) != kind { here = memory.parent(of: here) }
        return here < 0 ? .absent : .object(here, node: memory.node(of: here), type: types[number])
    }

    /// Every string of the document: values, not keys.
    private mutating func texts(_ isProduct: Bool) {
        bindRoots(1, .text, isProduct)
        for node in document.nodes where memory[node].type == .text && !memory[node].flags.contains(.key) {
            // What came through an alias is judged where the anchor is.
            if memory[node].flags.contains(.aliased) { continue }
            variables[0] = .object(-1, node: node, type: types[Self.text])
            judge(Self.text, 0, -1, text: node)
        }
    }

    /// Asks the rules of a selection about what is bound.
    @inline(__always)
    private mutating func judge(_ number: Int, _ mask: UInt64, _ element: ElementID, text: NodeID = -1) {
        for index in active[number] {
            let needs = rules.needs[index]
            if mask & needs != needs { continue }
            ask(index, element, text)
        }
    }

    private mutating func ask(_ index: Int, _ element: ElementID, _ text: NodeID) {
        rules.rules.withUnsafeBufferPointer { all in
            let rule = all.baseAddress! + index
            host.params = UnsafeBufferPointer(rule.pointee.parameters.values)
            if let condition = rule.pointee.condition {
                let value = evaluation.evaluate(condition.program, variables)
                if value.isFalse { return }
                if !value.isTrue { return fail(rule.pointee, condition, value, element, text) }
            }
            counter?.note(index)
            for clause in rule.pointee.clauses {
                let value = evaluation.evaluate(clause.condition.program, variables)
                if value.isTrue { continue }
                if value.isFalse {
                    report(rule.pointee, clause, element, text)
                } else {
                    fail(rule.pointee, clause.condition, value, element, text)
                }
            }
        }
        // What was built for this element is of no use to the next one.
        evaluation.reset()
    }

    // MARK: What is found

    @inline(never)
    private mutating func report(_ rule: Rule, _ clause: CompiledClause, _ element: ElementID, _ text: NodeID) {
        guard caps.hasRoom(for: rule.descriptor) else { return }
        let place = place(of: rule, element, text)
        var issue = Issue(rule.descriptor, message(rule, clause), at: place.range, help: rule.prose.remedy)
        issue.subject = text >= 0 ? document.tree.text(of: text, shortenedTo: 100) : ""
        guard let admitted = caps.admitted(issue) else { return }
        // A contract is the document itself: findings about it name no element.
        let owner = memory.isRoot(element) ? -1 : element
        findings.issues.append(ElementIssue(admitted, node: place.node, element: owner, clause: clause.name))
    }

    private func message(_ rule: Rule, _ clause: CompiledClause) -> String {
        var message = ""
        for part in clause.message {
            switch part {
            case .text(let text): message += text
            case .clause: message += clause.name ?? ""
            case .value(let expression):
                message += ValueText.text(of: evaluation.evaluate(expression.program, variables), evaluation)
            }
        }
        return message.trimmed
    }

    /// An evaluation that came to nothing. A required field that the document lacks makes the rule not applicable, since
    /// `standard/missing-key` has said so; a fact that is not at hand is said once for the rule.
    @inline(never)
    private mutating func fail(
        _ rule: Rule, _ expression: CompiledExpression, _ value: CELValue, _ element: ElementID, _ text: NodeID
    ) {
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
                place: document.tree.source.place(of: document.tree.range(of: node), withExcerpt: false)))
    }

    // MARK: Places

    private func place(of rule: Rule, _ element: ElementID, _ text: NodeID) -> (range: SourceRange, node: NodeID) {
        let tree = document.tree
        switch rule.pointer {
        case .field(let holder, let key):
            let object = evaluation.evaluate(holder.program, variables)
            let node = object.tag == .object ? host.node(key.fieldNumber, of: object) : -1
            if node >= 0 { return (tree.range(of: node), node) }
            if object.tag == .object, object.elementID >= 0, !memory.isRoot(object.elementID) {
                return ElementAnchor.place(of: object.elementID, memory, document)
            }
        case .value(let expression):
            let value = evaluation.evaluate(expression.program, variables)
            if value.tag == .object, value.elementID >= 0 {
                return ElementAnchor.place(of: value.elementID, memory, document)
            }
            let node = value.tag == .object ? value.objectNode : value.isObjects ? -1 : value.tag == .hostList ? value.collectionNode : -1
            if node >= 0 { return (tree.range(of: node), node) }
        case nil: break
        }
        if text >= 0 { return (tree.range(of: text), text) }
        return ElementAnchor.place(of: max(0, element), memory, document)
    }
}
