internal import CEL
package import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Measures how well the examples of a rule test it: each part of its expressions and parameters is changed in turn, and some
/// example must come out wrong.
package struct MutationRun {
    private let pack: RulePack
    private let source: RuleSource
    private let trials: [ExampleTrial]
    private let today: Int
    private var result: RuleMutation

    /// - Parameters:
    ///   - today: for examples that name no day, in days since 1970-01-01.
    ///   - changes: finds the changes of examples with two versions.
    package static func run(
        _ pack: RulePack, today: Int, changes: (_ old: ContractDocument?, _ new: ContractDocument?) -> [ChangeFact]
    ) -> [RuleMutation] {
        pack.rules.compactMap { rule in
            guard let source = pack.sources[rule.id] else { return nil }
            var run = MutationRun(pack, source, today, changes)
            run.run()
            return run.result
        }
    }

    private init(
        _ pack: RulePack, _ source: RuleSource, _ today: Int,
        _ changes: (_ old: ContractDocument?, _ new: ContractDocument?) -> [ChangeFact]
    ) {
        self.pack = pack
        self.source = source
        self.today = today
        trials = source.examples.map { ExampleTrial($0, of: source.selection, in: pack.tree, changes: changes) }
        result = RuleMutation(source.id)
    }

    private mutating func run() {
        switch fate(of: source, [:]) {
        case .survived: break
        case .killed(let problem), .invalid(let problem):
            result = RuleMutation(source.id, problem: problem)
            return
        }
        // What points decides nothing.
        var plain = source
        plain.pointers = []
        if let condition = source.condition {
            mutate(condition, asAWhole: [("", "true")]) { text in
                var changed = plain
                changed.condition = text
                return changed
            }
        }
        for index in source.clauses.indices {
            mutate(source.clauses[index].text, asAWhole: [("true", "true"), ("false", "false")]) { text in
                // Messages may rely on what `where` knows, but not on a clause.
                var changed = plain
                changed.messages = []
                changed.clauses[index].text = text
                return changed
            }
        }
        for parameter in source.parameters {
            for change in ParameterMutator.changes(of: parameter.node, in: pack.tree) {
                let fate = fate(of: plain, [parameter.name: ParameterValue(change.node, in: change.tree)])
                // A value becomes another; an item of a list goes.
                let isItem = change.changed != parameter.node
                note(pack.tree.range(of: change.changed), change.original, isItem ? "" : change.text, fate)
            }
        }
    }

    /// - Parameter asAWhole: what becomes of the text as a whole beside the changes of its parts: how to show it, and how it
    ///   is written.
    private mutating func mutate(
        _ text: RuleText, asAWhole: [(shown: String, written: String)], in rule: (RuleText) -> RuleSource
    ) {
        guard let expression = Parser.parse(text.text).expression else { return }
        var seen: Set<String> = [expression.text]
        for (shown, written) in asAWhole where seen.insert(written).inserted {
            note(text.place, text.text, shown, fate(of: rule(text.replaced(by: written)), [:]))
        }
        for edit in ExpressionMutator.edits(of: expression, written: text.text) {
            let mutated = edit.applied(to: text.text)
            // Another way to write the same thing is no change.
            if let parsed = Parser.parse(mutated).expression, !seen.insert(parsed.text).inserted { continue }
            note(
                text.place(of: edit.range), edit.original(in: text.text), edit.replacement,
                fate(of: rule(text.replaced(by: mutated)), [:]))
        }
    }

    private mutating func note(_ range: SourceRange, _ original: String, _ mutated: String, _ fate: Mutant.Fate) {
        result.add(
            Mutant(
                place: pack.tree.place(of: range, withExcerpt: false), original: original, mutated: mutated,
                fate: fate))
    }

    /// Tries the examples until one comes out wrong.
    private func fate(of source: RuleSource, _ overrides: [String: ParameterValue]) -> Mutant.Fate {
        var compiler = RuleCompiler(
            source, in: pack.tree, overrides: overrides, words: pack.content.words, isMutant: true)
        guard let rule = compiler.compile(pack.identity) else {
            return .invalid(compiler.faults.first?.message ?? "")
        }
        for trial in trials {
            var asked = rule
            if !trial.parameters.isEmpty {
                let own = overrides.merging(trial.parameters) { $1 }
                var compiler = RuleCompiler(
                    source, in: pack.tree, overrides: own, words: pack.content.words, isMutant: true)
                guard let replacement = compiler.compile(pack.identity) else {
                    return .invalid(compiler.faults.first?.message ?? "")
                }
                asked = replacement
            }
            if let problem = trial.run(asked, today: today).problem { return .killed(problem) }
        }
        return .survived
    }
}
