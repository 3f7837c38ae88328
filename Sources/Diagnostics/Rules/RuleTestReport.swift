/// Results of the examples of some rule packs: plain values, in the order of the packs' files.
package struct RuleTestReport: Sendable {
    package struct Pack: Sendable {
        package var id: String
        package var version: String
        package var file: String
        package var rules: [Rule]

        package init(id: String, version: String, file: String, rules: [Rule]) {
            self.id = id
            self.version = version
            self.file = file
            self.rules = rules
        }
    }

    package struct Rule: Sendable {
        package var id: String
        package var examples: [Example]
        /// Clauses that no failing example makes fail.
        package var unexercised: [String]
        /// Parts of its conditions that the examples do not make both true and false, in sentences.
        package var gaps: [String] = []
        /// Changes of the rule that no example notices, in sentences, with their places; nil: nobody has changed it.
        package var survivors: [(place: Place, text: String)]?

        package init(id: String, examples: [Example], unexercised: [String]) {
            self.id = id
            self.examples = examples
            self.unexercised = unexercised
        }
    }

    package struct Example: Sendable {
        /// True when the rule must find something in it.
        package var isFailing: Bool
        /// Among the examples of its kind, counted from 1.
        package var number: Int
        package var note: String?
        package var place: Place
        /// Mistake that it made; nil: it is right.
        package var problem: String?
        /// Document that it became: of a rule about changes the new version, then the old one.
        package var documents: [String] = []
        /// Of one that is wrong: what held and what did not, in lines.
        package var parts: [String] = []

        package init(isFailing: Bool, number: Int, note: String?, place: Place, problem: String?) {
            self.isFailing = isFailing
            self.number = number
            self.note = note
            self.place = place
            self.problem = problem
        }

        /// Unique among the examples of its rule: `fail 2: too open`.
        package var name: String { "\(isFailing ? "fail" : "pass") \(number)" + (note.map { ": \($0)" } ?? "") }
    }

    package var toolVersion: String
    package var packs: [Pack]
    /// Packs that cannot be read, and mistakes in them: the run is wrong.
    package var failures: [Report.Failure]

    package init(toolVersion: String, packs: [Pack], failures: [Report.Failure]) {
        self.toolVersion = toolVersion
        self.packs = packs
        self.failures = failures
    }

    package var ruleCount: Int { packs.reduce(0) { $0 + $1.rules.count } }
    package var examples: [Example] { packs.flatMap { $0.rules.flatMap(\.examples) } }
    package var exampleCount: Int { packs.reduce(0) { $0 + $1.rules.reduce(0) { $0 + $1.examples.count } } }
    package var wrongCount: Int { examples.lazy.filter { $0.problem != nil }.count }
    package var unexercisedCount: Int { packs.reduce(0) { $0 + $1.rules.reduce(0) { $0 + $1.unexercised.count } } }
}
