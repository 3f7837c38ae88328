package import ContractModel
package import Diagnostics
internal import YAMLTree

/// Runs the examples of rule packs: each must do what it says.
package enum ExampleRun {
    /// Outcome of the examples of one rule.
    package struct RuleOutcome: Sendable {
        package let rule: Rule
        package let file: String
        package var examples: [Outcome] = []
        /// Clauses that no failing example makes fail.
        package var unexercised: [String] = []
        /// Parts of its conditions that the examples do not make both true and false, in sentences.
        package var gaps: [String] = []
    }

    package struct Outcome: Sendable {
        package let isFailing: Bool
        package let note: String?
        /// Place of the example in its pack.
        package let place: Place
        /// Fault in what it did; nil: it is right.
        package let problem: String?
        /// Messages of the rule about it.
        package var messages: [String] = []
        /// Document that it became: of a rule about changes the new version, then the old one.
        package var documents: [String] = []
        /// Of one that is wrong: what held and what did not, in lines.
        package var parts: [String] = []
    }

    /// - Parameters:
    ///   - today: for examples that name no day, in days since 1970-01-01.
    ///   - isMeasuring: whether the parts of conditions that no example reaches are looked for.
    ///   - changes: finds the changes of examples with two versions.
    package static func run(
        _ pack: RulePack, today: Int, isMeasuring: Bool = false,
        changes: (_ old: ContractDocument?, _ new: ContractDocument?) -> [ChangeFact]
    ) -> [RuleOutcome] {
        pack.rules.map { rule in
            var outcome = RuleOutcome(rule: rule, file: pack.file)
            var failed: Set<String> = []
            var coverage = ExampleCoverage()
            for example in pack.examples[rule.id] ?? [] {
                var (result, clauses) = run(example, of: rule, in: pack, today: today, changes: changes)
                let trial = ExampleTrial(example, of: rule.selection, in: pack.tree, changes: changes)
                result.documents = [trial.document.new, trial.document.old].compactMap { $0?.text }
                // A rule is compiled part by part for whoever asks, and where an example is wrong.
                if isMeasuring || result.problem != nil, let document = trial.contract,
                    let source = pack.sources[rule.id],
                    let trials = RuleTrials(source, in: pack, overriding: trial.parameters)
                {
                    let day = trial.document.today ?? today
                    if isMeasuring { coverage.add(trials, document, today: day) }
                    if result.problem != nil { result.parts = trials.lines(document, today: day) }
                }
                outcome.examples.append(result)
                if example.isFailing { failed.formUnion(clauses) }
            }
            outcome.gaps = coverage.gaps
            outcome.unexercised = rule.clauseNames.filter { !failed.contains($0) }
            return outcome
        }
    }

    /// - Returns: what became of it, and the clauses that failed.
    package static func run(
        _ example: RuleExample, of rule: Rule, in pack: RulePack, today: Int,
        changes: (_ old: ContractDocument?, _ new: ContractDocument?) -> [ChangeFact]
    ) -> (outcome: Outcome, failed: Set<String>) {
        let trial = ExampleTrial(example, of: rule.selection, in: pack.tree, changes: changes)
        let place = pack.tree.place(of: pack.tree.range(of: example.node), withExcerpt: true)
        func outcome(_ problem: String?, _ failed: Set<String> = []) -> (Outcome, Set<String>) {
            (Outcome(isFailing: example.isFailing, note: trial.document.note, place: place, problem: problem), failed)
        }
        var asked = rule
        if !trial.parameters.isEmpty {
            let variant = pack.content.rule(rule.id, overriding: trial.parameters)
            guard let replacement = variant.rule else {
                let faults = variant.messages + variant.parameterFaults.map(\.message)
                return outcome("its params do not fit: \(faults.joined(separator: "; "))")
            }
            asked = replacement
        }
        let (problem, failed, messages) = trial.run(asked, today: today)
        var (found, clauses) = outcome(problem, failed)
        if problem == nil { found.messages = messages }
        return (found, clauses)
    }
}
