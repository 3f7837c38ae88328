internal import CEL
package import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Asks the rules of a set about documents, one after another: one pass over the elements of each for all rules together.
///
/// Belongs to one thread at a time. What it learns (compiled patterns, names it has seen) it keeps from one document to the
/// next.
package final class RuleEngine {
    private let rules: RuleSet
    private var asking: Asking?
    /// By which of the scopes a document is in: those of few kinds of contracts, gone through in the order they came.
    private var active: [(key: [Bool], rules: ActiveRules)] = []
    private static let mostActive = 256
    /// The values of the variables of the selection at hand.
    private let variables: UnsafeMutablePointer<CELValue>
    /// More than any selection has, with the parameters.
    private static let mostVariables = 8
    /// The day `today()` says, in seconds since 1970.
    private let today: Int64
    private let classifications: ClassificationOrder
    private let folder: FolderOfPaths

    package struct Findings {
        package var issues: [ElementIssue] = []
        package var failures: [RuleFailure] = []
        /// Rules that met a fact which is not at hand.
        package var unknown: Set<String> = []
    }

    /// - Parameters:
    ///   - today: days since 1970-01-01.
    ///   - classifications: of the configuration that the rules are asked for.
    ///   - folder: what the paths of files are relative to: that of the outermost configuration.
    package init(
        _ rules: RuleSet, today: Int, classifications: ClassificationOrder = .usual, folder: FolderOfPaths = .working
    ) {
        self.folder = folder
        self.rules = rules
        self.classifications = classifications
        self.today = Int64(today) * 86400
        variables = .allocate(capacity: Self.mostVariables)
        variables.initialize(repeating: .absent, count: Self.mostVariables)
    }

    deinit { variables.deallocate() }

    /// Judges a document.
    ///
    /// - Parameter counter: counts the elements that each rule is about; nil, as in every check: nobody does.
    package func check(_ document: ContractDocument, counter: SelectionCounter? = nil) -> Findings {
        check(document, earlier: [], counter: counter)
    }

    /// - Parameter earlier: what the document said of itself before: rules that were about it are so still.
    package func check(_ document: ContractDocument, earlier: [DocumentFacts], counter: SelectionCounter? = nil)
        -> Findings
    {
        guard !rules.rules.isEmpty, document.rootElement != nil else { return Findings() }
        return DocumentMemory.with(document) { memory in
            let asking = enter(document, memory)
            var walk = RuleWalk(
                rules: rules, active: activeRules(for: document, earlier, asking), asking: asking, memory: memory,
                counter: counter)
            walk.run()
            return walk.findings
        }
    }

    /// The rules that a document is in the scope of, and whose questions about the contract it answers with yes.
    private func activeRules(
        for document: ContractDocument, _ earlier: [DocumentFacts], _ asking: Asking
    ) -> ActiveRules {
        let facts = rules.scopes.isEmpty ? [] : [DocumentFacts(document)] + earlier
        var key = rules.scopes.map { facts.contains(where: $0.scope.contains) }
        defer { asking.evaluation.reset() }
        key += rules.contractQuestions.map { isPossible($0, asking) }
        if let known = active.first(where: { $0.key == key }) { return known.rules }
        // There are as many as there are kinds of contracts; a rule for each contract would make one for each.
        if active.count >= Self.mostActive { active.removeAll() }
        let concerned = rules.scopes.map(\.rule) + rules.contractQuestions.map(\.rule)
        let outside = Set(zip(concerned, key).filter { !$1 }.map(\.0))
        let made = ActiveRules(rules) { !outside.contains($0) }
        active.append((key, made))
        return made
    }

    private func isPossible(
        _ question: RuleSet.ContractQuestion, _ asking: Asking
    ) -> Bool {
        let own = asking.questions[question.rule]
        guard let condition = own.condition else { return true }
        asking.host.params = own.parameters
        asking.variables[question.contract] = asking.host.contract
        asking.variables[question.parameters] = CELValue(.object)
        return condition._withUnsafeGuaranteedRef {
            !asking.evaluation.evaluate($0, from: question.root, asking.variables).isFalse
        }
    }

    /// Judges the changes between two versions of a contract, one of which may not be there.
    ///
    /// - Parameter file: where the contract stands, for scopes: a version of it may come from somewhere else.
    package func judge(
        _ facts: [ChangeFact], old: ContractDocument?, new: ContractDocument?, file: String?
    ) -> ChangeJudgement {
        // Rules that are about one of the versions are asked: nobody leaves their scope along with the change.
        guard !facts.isEmpty, let document = new ?? old else { return ChangeJudgement() }
        let scopes = Dictionary(rules.scopes.map { ($0.rule, $0.scope) }, uniquingKeysWith: { first, _ in first })
        let file = file ?? document.tree.source.name
        let versions = [new, old].compactMap { $0 }.map { DocumentFacts($0, file: file) }
        let active = rules.ranges[Selection.change.number].filter { rule in
            scopes[rule].map { versions.contains(where: $0.contains) } ?? true
        }
        if active.isEmpty { return ChangeJudgement() }
        let joined = JoinedDocuments([new, old].compactMap { $0 })
        return joined.withMemory { memory in
            let asking = enter(document, memory, parts: joined.parts)
            var walk = ChangeWalk(rules: rules, active: active, asking: asking, old: old, new: new)
            walk.run(facts)
            return walk.judgement
        }
    }

    private func enter(
        _ document: ContractDocument, _ memory: DocumentMemory, parts: [JoinedDocuments.Part] = []
    ) -> Asking {
        if let asking {
            asking.host.enter(document, memory, parts: parts)
            return asking
        }
        let host = ModelHost(document, memory)
        let evaluation = Evaluation(host: host)
        host.evaluation = evaluation
        host.today = today
        host.classifications = classifications
        host.folder = folder
        host.enter(document, memory, parts: parts)
        let asking = Asking(
            questions: Questions(rules), variables: variables, host: host, evaluation: evaluation)
        self.asking = asking
        return asking
    }
}

/// Means of asking rules: the document at hand as expressions see it, the evaluator, and room for variables.
struct Asking {
    let questions: Questions
    /// By the index that the selection gives them.
    let variables: UnsafeMutablePointer<CELValue>
    let host: ModelHost
    let evaluation: Evaluation
}
