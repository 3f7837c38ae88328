internal import Basics
package import ContractModel
package import Diagnostics
package import YAMLTree

/// Reads a rule pack from its file: what it says, and what is wrong with its form. Its expressions are the compiler's.
package struct PackReader {
    package let tree: YAMLTree
    package private(set) var faults: [Issue] = []
    package private(set) var id = ""
    package private(set) var version = ""
    package private(set) var owner: String?
    package private(set) var description: String?
    package private(set) var idNode: NodeID = 0
    package private(set) var rules: [RuleSource] = []
    /// Other packs that it brings along.
    package private(set) var includes: [ContractModel.Value] = []
    /// Rules that may do without examples: those of the binary, whose examples stand apart.
    private let needsExamples: Bool

    package init(name: String, raw: [UInt8], needsExamples: Bool) {
        let file = OwnFile(
            name: name, raw: raw, as: .rulePack,
            second: ("a rule pack is one document; this is a second one", "write a file for each pack"),
            empty: ("the file holds no rule pack", "begin with `apiVersion: contractlint/v1`"))
        tree = file.tree
        self.needsExamples = needsExamples
        // A key of the form that is missing or wrong: the reader leaves out what it cannot read.
        faults = file.issues
        // Where the YAML is broken, nothing else can be told.
        let syntax = faults.filter { $0.rule.pack == "yaml" }
        if syntax.isEmpty { if let root = file.root { read(root) } } else { faults = syntax }
    }

    private mutating func fault(_ message: String, at range: SourceRange, help: String? = nil) {
        faults.append(Issue(PackRules.invalid, message, at: range, help: help))
    }

    private mutating func read(_ root: ElementRef) {
        id = root.text(.id) ?? ""
        idNode = root.node(.id) ?? root.node
        version = root.text(.version) ?? ""
        if let value = root.value(.version), SemanticVersion(value.text) == nil {
            fault("`\(value.text.shortened)` is no version", at: value.range, help: "write it as 1.4.0")
        }
        owner = root.text(.owner)
        description = root.text(.description)
        includes = root.values(.includes)
        var seen: [String: NodeID] = [:]
        for element in root.elements(.rules) {
            guard let rule = rule(element) else { continue }
            if let earlier = seen[rule.id] {
                faults.append(
                    Issue(
                        PackRules.invalid, "the rule id `\(rule.id.shortened)` is there twice",
                        at: tree.range(of: rule.idNode), help: "give each rule a name of its own",
                        related: [(tree.range(of: earlier), "the first one")]))
                continue
            }
            seen[rule.id] = rule.idNode
            rules.append(rule)
        }
    }

    private mutating func rule(_ element: ElementRef) -> RuleSource? {
        let name = element.text(.id) ?? ""
        let idNode = element.node(.id) ?? element.node
        guard let selected = element.value(.select) else { return nil }
        let isReadable = checkQuotes(element)
        let selection = selection(selected)
        let clauses = clauses(element)
        let messages = messages(element, clauses)
        let examples = examples(element)
        let needsExamples = needsExamples
        for (isFailing, word) in [(true, "fail"), (false, "pass")]
        where needsExamples && !examples.contains(where: { $0.isFailing == isFailing }) {
            fault(
                "the rule has no example that \(isFailing ? "fails" : "passes")", at: tree.range(of: idNode),
                help: "write one under examples.\(word): it tests the rule and documents it")
        }
        let parameters = parameters(element)
        for example in examples {
            faults += ExampleForm.faults(
                example.node, in: tree, of: selection, clauses: clauses.compactMap(\.name),
                parameters: parameters.map(\.name))
        }
        faults += RuleScope.faults(element.elements(.scope).first, PackRules.invalid)
        guard let selection, isReadable else { return nil }
        return RuleSource(
            id: "\(id)/\(name)", idNode: idNode, element: element,
            severity: element.text(.severity).flatMap(Severity.init) ?? .info,
            isOff: element.text(.severity) == "off", tier: element.text(.tier).flatMap(Tier.init),
            enforcement: element.text(.enforcement).flatMap(Enforcement.init) ?? .waivable,
            lock: element.text(.lock).flatMap(Lock.init) ?? .open, effectiveFrom: day(element),
            scope: RuleScope(element.elements(.scope).first),
            selection: selection,
            lets: lets(element), condition: text(element, .where), parameters: parameters, clauses: clauses,
            pointers: element.values(.at).map { RuleText(tree, $0.node) }, messages: messages,
            remedies: remedies(element),
            prose: prose(element),
            examples: examples)
    }

    private mutating func day(_ element: ElementRef) -> Int? {
        guard let value = element.value(.effectiveFrom) else { return nil }
        let day = Day(value.text)
        if day == nil { faults.append(Day.fault(value, PackRules.invalid)) }
        return day?.number
    }

    private func text(_ element: ElementRef, _ key: Key) -> RuleText? {
        element.value(key).map { RuleText(tree, $0.node) }
    }

    /// Expressions without quotes whose first character YAML takes for its own.
    ///
    /// - Returns: whether all of them are what they look like.
    private mutating func checkQuotes(_ element: ElementRef) -> Bool {
        var isReadable = true
        let nodes = [Key.let, .where, .require, .at].compactMap { element.node($0) }.flatMap { node in
            tree[node].isMapping ? tree.entries(of: node).map(\.value) : [node]
        }
        for node in nodes {
            guard let word = tag(of: node) else { continue }
            isReadable = false
            fault(
                "YAML reads `\(word.shortened)` as a tag, not as a part of the expression", at: tagRange(node, word),
                help: "put the expression in quotes: '\(word.shortened(to: 60))…'")
        }
        return isReadable
    }

    /// The word that begins with `!` before a value without quotes, where that is an expression.
    private func tag(of node: NodeID) -> String? {
        let text = tree.source.text
        let start = tree.range(of: node).start
        func word(from at: Int) -> String? {
            guard at >= 0, at < text.count, text[at] == UInt8(ascii: "!") else { return nil }
            return String(decoding: text[at...].prefix { $0 > 0x20 }.prefix(80), as: UTF8.self)
        }
        if let own = word(from: start) { return own }
        // Of an empty value the place is behind the tag; of another one the tag stands before it.
        var at = start - 1
        while at >= 0, text[at] == 0x20 { at -= 1 }
        while at >= 0, text[at] > 0x20 { at -= 1 }
        return word(from: at + 1)
    }

    private func tagRange(_ node: NodeID, _ word: String) -> SourceRange {
        let start = tree.range(of: node).start
        let text = tree.source.text
        var at = start
        while at > 0, !(text[at] == UInt8(ascii: "!") && text[at...].starts(with: word.utf8)), start - at < 200 {
            at -= 1
        }
        return SourceRange(at, at + word.utf8.count)
    }

    /// Words of databases and other standards for what is selected.
    private static let otherWords: [String: String] = [
        "table": "object", "view": "object", "model": "object", "schema": "object", "topic": "object",
        "dataset": "contract",
        "column": "property", "field": "property", "attribute": "property", "columns": "property", "fields": "property",
        "tables": "object", "data product": "product", "dataproduct": "product", "check": "quality",
        "foreign key": "relationship",
        "reference": "relationship", "owner": "member", "team": "member", "servicelevel": "sla", "diff": "change",
        "string": "text", "value": "text", "port": "outputPort",
    ]

    private mutating func selection(_ value: Value) -> Selection? {
        if let known = Selection(rawValue: value.text) { return known }
        let words = Selection.allCases.map(\.rawValue)
        if Selection.unread.contains(value.text) {
            fault(
                "rules that select `\(value.text)` are not judged yet, so this one would never be asked",
                at: value.range,
                help: "select one of: \(words.joined(separator: ", "))")
            return nil
        }
        let near = Self.otherWords[value.text.lowercased()] ?? Spelling.nearest(to: value.text, among: words)
        fault(
            "nothing can be selected by `\(value.text.shortened)`", at: value.range,
            help: near.map { "did you mean `\($0)`?" } ?? "select one of: \(words.joined(separator: ", "))")
        return nil
    }

    private func lets(_ element: ElementRef) -> [RuleSource.Let] {
        guard let node = element.node(.let), tree[node].isMapping else { return [] }
        return tree.entries(of: node).map { .init(name: RuleText(tree, $0.key), text: RuleText(tree, $0.value)) }
    }

    private func clauses(_ element: ElementRef) -> [RuleSource.Clause] {
        guard let node = element.node(.require) else { return [] }
        guard tree[node].isMapping else { return [.init(name: nil, text: RuleText(tree, node))] }
        return tree.entries(of: node).map { .init(name: tree.text(of: $0.key), text: RuleText(tree, $0.value)) }
    }

    private mutating func messages(
        _ element: ElementRef, _ clauses: [RuleSource.Clause]
    ) -> [(clause: String?, text: RuleText)] {
        guard let node = element.node(.message) else { return [] }
        guard tree[node].isMapping else { return [(nil, RuleText(tree, node))] }
        let names = clauses.compactMap(\.name)
        var messages: [(clause: String?, text: RuleText)] = []
        for entry in tree.entries(of: node) {
            let name = tree.text(of: entry.key)
            if !names.contains(name) {
                let near = Spelling.nearest(to: name, among: names)
                fault(
                    "`require` has no clause `\(name.shortened)`", at: tree.range(of: entry.key),
                    help: near.map { "did you mean `\($0)`?" } ?? "write a message for each clause, or one for all")
            }
            messages.append((name, RuleText(tree, entry.value)))
        }
        for name in names where !messages.contains(where: { $0.clause == name }) {
            fault(
                "the clause `\(name.shortened)` has no message", at: tree.range(of: node),
                help: "write one, or one text for all clauses")
        }
        return messages
    }

    private func remedies(_ element: ElementRef) -> [(standard: RuleText?, text: RuleText)] {
        guard let node = element.node(.remedy) else { return [] }
        guard tree[node].isMapping else { return [(nil, RuleText(tree, node))] }
        return tree.entries(of: node).map { (RuleText(tree, $0.key), RuleText(tree, $0.value)) }
    }

    private mutating func parameters(_ element: ElementRef) -> [RuleSource.Parameter] {
        guard let node = element.node(.params), tree[node].isMapping else { return [] }
        var parameters: [RuleSource.Parameter] = []
        for entry in tree.entries(of: node) {
            var parameter = RuleSource.Parameter(
                name: tree.text(of: entry.key), keyNode: entry.key, node: entry.value)
            if tree[entry.value].isMapping {
                parameter = detailed(parameter, entry.key)
            }
            parameters.append(parameter)
        }
        return parameters
    }

    /// A parameter with more to say than its value.
    private mutating func detailed(_ parameter: RuleSource.Parameter, _ key: NodeID) -> RuleSource.Parameter {
        var parameter = parameter
        var hasValue = false
        for detail in tree.entries(of: parameter.node) {
            let name = tree.text(of: detail.key)
            switch name {
            case "value":
                parameter.node = detail.value
                hasValue = true
            case "tighten":
                let word = tree.text(of: detail.value)
                parameter.tighten = Tightening(rawValue: word)
                if parameter.tighten == nil {
                    let words = Tightening.allCases.map(\.rawValue)
                    fault(
                        "a parameter cannot be tightened by `\(word.shortened)`", at: tree.range(of: detail.value),
                        help: Spelling.nearest(to: word, among: words).map { "did you mean `\($0)`?" }
                            ?? "write one of: \(words.joined(separator: ", "))")
                }
            case "description": parameter.meaning = tree.text(of: detail.value).trimmed
            default:
                let near = Spelling.nearest(to: name, among: ["value", "tighten", "description"])
                fault(
                    "a parameter has no key `\(name.shortened)`", at: tree.range(of: detail.key),
                    help: near.map { "did you mean `\($0)`?" } ?? "write value, tighten and description")
            }
        }
        if !hasValue { fault("the parameter has no value", at: tree.range(of: key), help: "write value: …") }
        return parameter
    }

    private func prose(_ element: ElementRef) -> RuleProse {
        var prose = RuleProse()
        prose.rationale = element.text(.rationale)?.trimmed
        prose.references = element.values(.references).map(\.text)
        prose.topic = element.text(.topic)?.trimmed
        prose.summary = element.text(.summary)?.trimmed ?? element.text(.remedy)?.trimmed ?? element.text(.id) ?? ""
        return prose
    }

    private func examples(_ element: ElementRef) -> [RuleExample] {
        guard let examples = element.elements(.examples).first else { return [] }
        return [(Key.fail, true), (Key.pass, false)].flatMap { key, isFailing in
            (examples.node(key).map { Array(tree.items(of: $0)) } ?? []).map {
                RuleExample(node: $0, isFailing: isFailing)
            }
        }
    }
}

/// Statements about packs: no rules about contracts, and never among the findings.
package enum PackRules {
    package static let invalid = RuleDescriptor(
        "governance/rule-pack", .error, "A rule pack can be read and its expressions make sense.",
        why: "A rule that cannot be evaluated would let contracts pass that it was written to stop.")
}
