package import Diagnostics

/// One rule for people: what it demands, why, how to comply, what fails and what passes, in plain English; how it is checked
/// comes last.
package struct RuleExplanation {
    private var text: TextWriter
    private let rule: RuleFacts

    package static func text(_ rule: RuleFacts, color: Bool) -> String {
        var own = RuleExplanation(rule, color: color)
        own.write()
        return own.text.out.text
    }

    package static func json(_ rule: RuleFacts, toolVersion: String) -> String {
        var json = JSONWriter()
        json.object { json in
            json.header(toolVersion)
            json.key("rule")
            json.object { rule.members(to: &$0) }
        }
        json.end()
        return json.text
    }

    private init(_ rule: RuleFacts, color: Bool) {
        text = TextWriter(Output(), color: color)
        self.rule = rule
    }

    private mutating func write() {
        text.write(UnsafeText.escaped(rule.id), in: .strong)
        text.out.write("\n")
        fact("severity", severity)
        if let tier = rule.tier { fact("tier", RuleWords.tier(tier)) }
        if let pack = rule.pack {
            fact("enforcement", RuleWords.enforcement(pack.enforcement))
            fact("lock", RuleWords.lock(pack.lock))
            fact("pack", packLine(pack))
            fact("looks at", RuleWords.subject(of: pack))
            for adjustment in pack.adjustments { fact("adjusted", Self.words(for: adjustment)) }
        } else {
            fact("pack", "\(rule.packID), built into contractlint")
        }
        if rule.summary != rule.remedy { section("What it demands", rule.summary) }
        section("What a finding says", rule.message)
        section("Why it matters", rule.rationale)
        if rule.remedies.isEmpty {
            section("How to comply", rule.remedy)
        } else {
            heading("How to comply")
            for remedy in rule.remedies {
                text.out.write(Prose.wrapped("\(remedy.standard): \(remedy.text)", indent: 2))
            }
        }
        if let pack = rule.pack { write(pack) }
        writeExceptions()
        if !rule.references.isEmpty {
            heading("References")
            for reference in rule.references { text.out.write(Prose.wrapped(reference, indent: 2)) }
        }
        if let pack = rule.pack { writeExpressions(of: pack) }
    }

    private var severity: String {
        let now = rule.severity?.rawValue ?? "off: it is not checked until a configuration gives it a severity"
        guard rule.severity != rule.ownSeverity else { return now }
        return now + ", as configured; the pack says \(rule.ownSeverity?.rawValue ?? "off")"
    }

    private func packLine(_ pack: RuleFacts.Pack) -> String {
        var line = "\(rule.packID) \(pack.version)"
        if let owner = pack.owner { line += ", owned by \(owner)" }
        if let layer = pack.layer { line += ", in the layer \(layer)" }
        return line
    }

    private static func words(for adjustment: RuleFacts.Adjustment) -> String {
        var changes = adjustment.severity.map { ["severity \($0)"] } ?? []
        changes += adjustment.others.map { "\($0.key) \($0.value)" }
        changes += adjustment.parameters.map { "\($0.name) = \($0.value)" }
        let who =
            adjustment.isPartial
            ? "the layer \(adjustment.layer), for the contracts it matches" : "the layer \(adjustment.layer)"
        return "by \(who): " + (changes.isEmpty ? "no change" : changes.joined(separator: ", "))
    }

    private mutating func write(_ pack: RuleFacts.Pack) {
        if !pack.parameters.isEmpty {
            heading("Parameters in force")
            for parameter in pack.parameters {
                text.out.write(Prose.wrapped("\(parameter.name) = \(parameter.value)", indent: 2))
                var notes = parameter.meaning.map { [$0] } ?? []
                if let before = parameter.packValue { notes.append("the pack says \(before)") }
                notes.append(parameter.tightening ?? "a lower layer may change it as the lock allows")
                text.out.write(Prose.wrapped(notes.joined(separator: "; "), indent: 6))
            }
        }
        example(pack.failing.first, "Fails", pack.failing.count)
        example(pack.passing.first, "Passes", pack.passing.count)
    }

    private mutating func writeExceptions() {
        if rule.pack?.enforcement == "mandatory" { return }
        heading("How to be excepted")
        if rule.pack?.lock ?? "open" == "open" {
            fact("comment", "# contractlint:disable \(rule.id) -- the reason, at the element or above it")
        }
        fact("waiver", "another person agrees, until a day: a file that the configuration names under waivers")
        fact("baseline", "what is there today does not count: contractlint check --write-baseline FILE")
    }

    private mutating func example(_ example: RuleFacts.Example?, _ title: String, _ count: Int) {
        guard let example else { return }
        var notes = example.note.map { [$0] } ?? []
        if !example.clauses.isEmpty { notes.append("it breaks \(Prose.list(example.clauses))") }
        if count > 1 { notes.append("the first of \(count) examples") }
        heading(title + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))"))
        text.out.write(Prose.lines(of: example.yaml, indent: 4))
    }

    private mutating func writeExpressions(of pack: RuleFacts.Pack) {
        heading("How it is checked")
        fact("select", pack.selection)
        if let condition = pack.condition { fact("where", condition) }
        for clause in pack.clauses { fact(clause.name.map { "require \($0)" } ?? "require", clause.expression) }
    }

    // MARK: Lines

    private mutating func heading(_ title: String) {
        text.out.write("\n")
        text.write(UnsafeText.escaped(title), in: .strong)
        text.out.write("\n")
    }

    private mutating func section(_ title: String, _ prose: String?) {
        guard let prose, !prose.isEmpty else { return }
        heading(title)
        text.out.write(Prose.wrapped(prose, indent: 2))
    }

    /// A label and what stands behind it, all such lines aligned.
    private mutating func fact(_ label: String, _ value: String) {
        text.out.write("  ")
        text.write(UnsafeText.escaped(label), in: .faint)
        text.out.write(UInt8(ascii: " "), times: max(1, 13 - label.unicodeScalars.count))
        text.out.write(String(Prose.wrapped(value, indent: 15).drop { $0 == " " }))
    }
}

/// The words of the rule format in plain English, for pages and terminals alike.
package enum RuleWords {
    package static func enforcement(_ word: String) -> String {
        switch word {
        case "advisory": "advisory: advice that nobody has to follow"
        case "mandatory": "mandatory: there is no exception"
        default: "waivable: exceptions can be granted, with a reason and an end"
        }
    }

    /// Sets that have a rule, by the smallest of them.
    package static func tier(_ word: String) -> String {
        switch word {
        case "core": "core, and so in every set"
        case "recommended": "recommended, where it warns; an error in strict"
        default: "strict: it holds where a configuration names this set, the rule or its pack"
        }
    }

    package static func lock(_ word: String) -> String {
        switch word {
        case "sealed": "sealed: no lower layer may change it"
        case "tighten": "tighten: a lower layer may make it stricter, never looser"
        default: "open: a lower layer may change it"
        }
    }

    /// `every property, of contracts with domains sales or crm-*`
    package static func subject(of pack: RuleFacts.Pack) -> String {
        var words = "every \(pack.noun)"
        if pack.condition != nil { words += " that meets its condition" }
        if !pack.scope.isEmpty {
            words += ", in contracts whose "
            words += pack.scope.map { scope in
                let what =
                    switch scope.key {
                    case "domains": "domain"
                    case "tenants": "tenant"
                    case "statuses": "status"
                    case "tags": "tags"
                    default: "file"
                    }
                return "\(what) \(scope.key == "tags" ? "include" : "is") \(scope.patterns.joined(separator: " or "))"
            }.joined(separator: " and whose ")
        }
        return words
    }
}
