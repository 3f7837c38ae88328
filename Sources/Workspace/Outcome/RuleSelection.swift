internal import Basics
internal import Diagnostics
internal import Governance
internal import RuleLanguage

/// The rules whose findings a run reports, as somebody names them: by id, by pack, or by a pattern of either.
package struct RuleSelection: Sendable {
    /// An option that names rules.
    private struct Choice: Sendable {
        var option: String
        var pattern: GlobPattern

        func names(_ rule: String) -> Bool {
            pattern.matches(rule) || pattern.matches(String(rule.prefix { $0 != "/" }))
        }
    }

    private let selected: [Choice]
    private let ignored: [Choice]

    /// - Parameters:
    ///   - selected: none: all.
    ///   - ignored: those that are left out of them.
    ///   - option: the one that selects.
    package init(select selected: [String] = [], ignore ignored: [String] = [], option: String = "--select") {
        self.selected = selected.map { Choice(option: option, pattern: GlobPattern($0)) }
        self.ignored = ignored.map { Choice(option: "--ignore", pattern: GlobPattern($0)) }
    }

    package var isEverything: Bool { selected.isEmpty && ignored.isEmpty }

    /// True for findings that are reported. That a file cannot be read to its end always is: it hides all others.
    func keeps(_ finding: Finding) -> Bool {
        isEverything || finding.descriptor.isOfUnreadText || includes(finding.rule)
    }

    package func includes(_ rule: String) -> Bool {
        (selected.isEmpty || selected.contains { $0.names(rule) }) && !ignored.contains { $0.names(rule) }
    }

    /// Demands that every pattern names a rule of the program or of some policies.
    func demandRules(of policies: [Policy]) throws(WorkspaceFault) {
        if isEverything { return }
        try demandRules(RuleCatalogue.all.map(\.id) + policies.flatMap { $0.rules.map(\.descriptor.id) })
    }

    /// Demands that every pattern names one of some rules: one that is misspelt would let everything pass.
    package func demandRules(_ rules: [String]) throws(WorkspaceFault) {
        let known = Set(rules)
        for choice in selected + ignored where !known.contains(where: choice.names) {
            let name = choice.pattern.text
            let packs = Set(known.map { String($0.prefix { $0 != "/" }) })
            let near =
                known.sorted().first { $0.hasSuffix("/\(name)") }
                ?? Spelling.nearest(to: name, among: packs.sorted() + known.sorted() + packs.sorted().map { $0 + "/*" })
            let help = near.map { "did you mean '\($0)'?" } ?? "`contractlint rules list` shows all rules"
            throw WorkspaceFault("\(choice.option) \(name.shortened): no rule has this name; \(help)")
        }
    }
}
