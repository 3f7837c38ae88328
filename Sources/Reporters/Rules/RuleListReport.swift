package import Diagnostics

/// The rules, pack by pack.
package enum RuleListReport {
    package static func text(_ packs: [PackFacts], color: Bool) -> String {
        var text = TextWriter(Output(), color: color)
        for pack in packs where !pack.rules.isEmpty { write(pack, to: &text) }
        let rules = packs.flatMap(\.rules)
        let off = rules.lazy.filter { $0.severity == nil }.count
        let line =
            Prose.count(rules.count, "rule") + " in "
            + Prose.count(packs.lazy.filter { !$0.rules.isEmpty }.count, "pack")
        text.write(line + (off == 0 ? "" : ", \(off) of them off"), in: .strong)
        text.out.write("\n")
        return text.out.text
    }

    private static func write(_ pack: PackFacts, to text: inout TextWriter) {
        text.write(UnsafeText.escaped(pack.id), in: .strong)
        let versions = ordered(pack.rules.compactMap { $0.pack?.version })
        if !versions.isEmpty { text.out.write(safe: " " + versions.joined(separator: ", ")) }
        let layers = ordered(pack.rules.compactMap { $0.pack?.layer })
        if !layers.isEmpty { text.out.write(safe: ", layer " + layers.joined(separator: ", ")) }
        text.out.write("\n")
        if let description = pack.description { text.out.write(Prose.wrapped(description, indent: 2)) }
        let names = pack.rules.map { UnsafeText.escaped(name(of: $0)) }
        let width = names.map(\.unicodeScalars.count).max() ?? 0
        for (name, rule) in zip(names, pack.rules) {
            text.out.write("  ")
            text.out.write(name)
            text.out.write(UInt8(ascii: " "), times: width + 2 - name.unicodeScalars.count)
            let severity = rule.severity?.rawValue ?? "off"
            text.write(severity, in: rule.severity.map { TextWriter.Colour($0) } ?? .faint)
            text.out.write(UInt8(ascii: " "), times: 9 - severity.utf8.count)
            if let pack = rule.pack {
                for word in [pack.enforcement, pack.lock] {
                    text.out.write(word)
                    text.out.write(UInt8(ascii: " "), times: 11 - word.utf8.count)
                }
            } else {
                text.out.write("built in")
                text.out.write(UInt8(ascii: " "), times: 14)
            }
            text.out.write(safe: Prose.firstSentence(rule.summary))
            if let layers = rule.pack?.adjustments.map(\.layer), !layers.isEmpty {
                text.out.write(safe: " (adjusted by \(Prose.list(ordered(layers))))")
            }
            text.out.write("\n")
        }
        text.out.write("\n")
    }

    private static func name(of rule: RuleFacts) -> String { String(rule.id.drop { $0 != "/" }.dropFirst()) }

    private static func ordered(_ words: [String]) -> [String] {
        var seen: Set<String> = []
        return words.filter { seen.insert($0).inserted }
    }

    /// Version 1: an interface.
    package static func json(_ packs: [PackFacts], toolVersion: String) -> String {
        var json = JSONWriter()
        json.object { json in
            json.header(toolVersion)
            json.key("packs")
            json.array { json in
                for pack in packs where !pack.rules.isEmpty {
                    json.object { json in
                        json.member("id", pack.id)
                        json.member("description", pack.description)
                        json.key("rules")
                        json.array { json in for rule in pack.rules { json.object { rule.members(to: &$0) } } }
                    }
                }
            }
        }
        json.end()
        return json.text
    }
}

extension JSONWriter {
    /// The members that every report of ours begins with.
    mutating func header(_ toolVersion: String) {
        member("version", 1)
        key("tool")
        object(.inline) { json in
            json.member("name", "contractlint")
            json.member("version", toolVersion)
        }
    }

    mutating func member(_ name: String, _ texts: [String]) {
        guard !texts.isEmpty else { return }
        key(name)
        array(.inline) { json in texts.forEach { json.value($0) } }
    }

    mutating func member(_ name: String, _ truth: Bool) {
        key(name)
        value(truth)
    }

    /// The member `failures`; left out when there are none.
    mutating func failures(_ failures: [Report.Failure]) {
        guard !failures.isEmpty else { return }
        key("failures")
        array { json in
            for failure in failures {
                json.object { json in
                    json.member("file", failure.file)
                    if let position = failure.position {
                        json.key("position")
                        json.object(.inline) { json in
                            json.member("line", position.line)
                            json.member("column", position.column)
                        }
                    }
                    json.member("message", failure.message)
                }
            }
        }
    }

    /// The members `file`, `line` and `column`.
    mutating func place(_ place: Place) {
        member("file", place.file)
        member("line", place.start.line)
        member("column", place.start.column)
    }
}

extension RuleFacts {
    /// Words of `rules list` and `rules explain` about a rule.
    func members(to json: inout JSONWriter) {
        json.member("id", id)
        json.member("severity", severity?.rawValue ?? "off")
        json.member("packSeverity", ownSeverity?.rawValue ?? "off")
        json.member("tier", tier)
        json.member("summary", summary)
        json.member("rationale", rationale)
        json.member("remedy", remedy)
        if !remedies.isEmpty {
            json.key("remedies")
            json.array { json in
                for remedy in remedies {
                    json.object(.inline) { json in
                        json.member("standard", remedy.standard)
                        json.member("text", remedy.text)
                    }
                }
            }
        }
        json.member("references", references)
        json.member("builtIn", pack == nil)
        guard let pack else { return }
        json.member("packVersion", pack.version)
        json.member("owner", pack.owner)
        json.member("layer", pack.layer)
        json.member("enforcement", pack.enforcement)
        json.member("lock", pack.lock)
        json.member("select", pack.selection)
        if !pack.scope.isEmpty {
            json.key("scope")
            json.object { json in for (key, patterns) in pack.scope { json.member(key, patterns) } }
        }
        json.member("where", pack.condition)
        json.key("require")
        json.array { json in
            for clause in pack.clauses {
                json.object(.inline) { json in
                    json.member("clause", clause.name)
                    json.member("expression", clause.expression)
                }
            }
        }
        if !pack.parameters.isEmpty {
            json.key("params")
            json.array { json in
                for parameter in pack.parameters { json.object(.inline) { parameter.members(to: &$0) } }
            }
        }
        if !pack.adjustments.isEmpty {
            json.key("adjustments")
            json.array { json in for adjustment in pack.adjustments { json.object { adjustment.members(to: &$0) } } }
        }
        json.member("message", message)
        for (name, examples) in [("failing", pack.failing), ("passing", pack.passing)] where !examples.isEmpty {
            json.key(name)
            json.array { json in
                for example in examples {
                    json.object { json in
                        json.member("note", example.note)
                        json.member("clauses", example.clauses)
                        json.member("yaml", example.yaml)
                    }
                }
            }
        }
    }
}

extension RuleFacts.Parameter {
    fileprivate func members(to json: inout JSONWriter) {
        json.member("name", name)
        json.member("value", value)
        json.member("packValue", packValue)
        json.member("tighten", tighten)
        json.member("meaning", meaning)
    }
}

extension RuleFacts.Adjustment {
    fileprivate func members(to json: inout JSONWriter) {
        json.member("layer", layer)
        json.member("partial", isPartial)
        json.member("severity", severity)
        for (key, value) in others { json.member(key, value) }
        if !parameters.isEmpty {
            json.key("params")
            json.object(.inline) { json in for (name, value) in parameters { json.member(name, value) } }
        }
    }
}
