/// All there is to say about a rule, as plain values: for whoever lists or explains it.
package struct RuleFacts: Sendable {
    /// `pack/name`.
    package var id: String
    package var summary: String
    /// Reason why it matters.
    package var rationale: String?
    /// Advice on what to do about a finding.
    package var remedy: String?
    /// The same in the words of each standard, where these differ.
    package var remedies: [(standard: String, text: String)] = []
    package var references: [String] = []
    /// Message of a finding: of the first example that fails.
    package var message: String?
    /// As configured; nil: the rule is off.
    package var severity: Severity?
    /// As its pack or the program says; nil: off until a configuration turns it on.
    package var ownSeverity: Severity?
    /// The smallest set that has it, of those that come with the program.
    package var tier: String?
    /// Facts that only rules of packs have; nil: the rule is written in Swift.
    package var pack: Pack?

    package struct Pack: Sendable {
        package var version: String
        package var owner: String?
        /// The layer of the configuration that brings the pack.
        package var layer: String?
        /// Layers that change the rule, each with what it makes of it.
        package var adjustments: [Adjustment] = []
        package var enforcement: String
        package var lock: String
        /// Elements that it looks at, one by one, in the rule language's word and in people's.
        package var selection: String
        package var noun: String
        /// The contracts it is about: by key (`domains`, `statuses`, …) the patterns.
        package var scope: [(key: String, patterns: [String])] = []
        package var parameters: [Parameter] = []
        /// Its own expressions.
        package var condition: String?
        package var clauses: [Clause] = []
        package var failing: [Example] = []
        package var passing: [Example] = []
    }

    package struct Adjustment: Sendable {
        package var layer: String
        /// True when it is for some contracts only.
        package var isPartial: Bool
        package var severity: String?
        package var parameters: [(name: String, value: String)] = []
        /// Other things that it changes, by the keys of the configuration.
        package var others: [(key: String, value: String)] = []
    }

    package struct Parameter: Sendable {
        package var name: String
        /// In force, as YAML writes it.
        package var value: String
        /// Severity as the pack has it, where a configuration has changed it.
        package var packValue: String?
        /// `min`, `max`, `subset` or `superset`.
        package var tighten: String?
        package var meaning: String?
    }

    package struct Clause: Sendable {
        package var name: String?
        package var expression: String
    }

    package struct Example: Sendable {
        package var note: String?
        /// The clauses that it says it breaks.
        package var clauses: [String] = []
        /// As the pack writes it, without what is said above.
        package var yaml: String
    }

    /// The part of the id before the slash.
    package var packID: String { String(id.prefix { $0 != "/" }) }

    package init(id: String, summary: String, severity: Severity?, ownSeverity: Severity?) {
        self.id = id
        self.summary = summary
        self.severity = severity
        self.ownSeverity = ownSeverity
    }
}

extension RuleFacts.Pack {
    package init(version: String, enforcement: String, lock: String, selection: String, noun: String) {
        self.version = version
        self.enforcement = enforcement
        self.lock = lock
        self.selection = selection
        self.noun = noun
    }
}

extension RuleFacts.Adjustment {
    package init(in layer: String, isPartial: Bool) {
        self.layer = layer
        self.isPartial = isPartial
    }
}

extension RuleFacts.Parameter {
    package init(_ name: String, value: String) {
        self.name = name
        self.value = value
    }

    /// Freedom of a lower layer to change it, in plain words.
    package var tightening: String? {
        switch tighten {
        case "min": "a lower layer may only raise it"
        case "max": "a lower layer may only lower it"
        case "subset": "a lower layer may only take items away"
        case "superset": "a lower layer may only add items"
        default: nil
        }
    }
}

extension RuleFacts.Clause {
    package init(_ name: String?, _ expression: String) {
        self.name = name
        self.expression = expression
    }
}

extension RuleFacts.Example {
    package init(_ yaml: String, note: String?, clauses: [String]) {
        self.yaml = yaml
        self.note = note
        self.clauses = clauses
    }
}

/// Facts about a pack, and its rules.
package struct PackFacts: Sendable {
    package var id: String
    package var description: String?
    package var rules: [RuleFacts]

    package init(id: String, description: String?, rules: [RuleFacts]) {
        self.id = id
        self.description = description
        self.rules = rules
    }
}
