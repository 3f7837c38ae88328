package import Diagnostics

/// A rule changed in one place, and whether its examples notice.
package struct Mutant: Sendable {
    package enum Fate: Sendable {
        /// Some example comes out wrong: it says so.
        case killed(String)
        /// All examples come out as they should: nothing tests what was changed.
        case survived
        /// It does not compile, or asks what may be absent without a guard: no one could have written it.
        case invalid(String)
    }

    /// Place of the change, in the file of the pack.
    package let place: Place
    /// The text that was changed, and what it became; an empty text is left out.
    package let original: String
    package let mutated: String
    package let fate: Fate
}

/// Outcome of all mutants of a rule.
package struct RuleMutation: Sendable {
    package let rule: String
    package fileprivate(set) var mutants: [Mutant] = []
    /// Why there are no mutants: an example of the rule is wrong as it is.
    package fileprivate(set) var problem: String?

    init(_ rule: String, problem: String? = nil) {
        self.rule = rule
        self.problem = problem
    }

    mutating func add(_ mutant: Mutant) { mutants.append(mutant) }

    package var survivors: [Mutant] { mutants.filter { if case .survived = $0.fate { true } else { false } } }
    package var invalid: Int { mutants.count { if case .invalid = $0.fate { true } else { false } } }
    package var killed: Int { mutants.count - survivors.count - invalid }
}
