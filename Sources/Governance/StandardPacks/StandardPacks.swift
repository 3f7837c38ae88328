internal import ContractModel
internal import Diagnostics
internal import Patterns

/// The rule packs that come with the program, inside it: the files of `rules/`.
package enum StandardPacks {
    // Never changes once it is read, so threads may share it.
    private nonisolated(unsafe) static let read: [RulePack] = load(StandardPackTexts.rules, needsExamples: false)

    /// The rules of all packs, at the severities of `recommended`.
    package static let rules: [Rule] = read.flatMap(\.rules)

    /// The packs with their examples, which a check does not need.
    package static func complete() -> [RulePack] {
        load(StandardPackTexts.complete, needsExamples: true)
    }

    /// The file of a pack with its examples; empty: there is no such pack.
    static func completeFiles(named name: String) -> [PackSource.File] {
        StandardPackTexts.complete.filter { $0.name == name }.map { ("rules/\($0.name).yaml", Array($0.text.utf8)) }
    }

    private static func load(_ texts: [(name: String, text: String)], needsExamples: Bool) -> [RulePack] {
        texts.map { text in
            do throws(OwnFile.Invalid) {
                return try RulePack(
                    name: "rules/\(text.name).yaml", raw: Array(text.text.utf8), needsExamples: needsExamples)
            } catch {
                let faults = error.faults.map { "\($0.place ?? ""): \($0.message)" }.joined(separator: "\n")
                preconditionFailure("a standard rule pack is wrong:\n\(faults)")
            }
        }
    }

    /// The names that a layer can list: the profiles, then the packs.
    package static let names: [String] = profiles + read.map(\.identity.id)

    /// The ids of all their rules, and `pack/*` for each of them.
    static var ruleNames: [String] { rules.map(\.id) + read.map { $0.identity.id + "/*" } }

    static let profiles = ["recommended", "strict"]

    static func pack(_ id: String) -> RulePack? { read.first { $0.identity.id == id } }

    /// The rules of a profile or a pack; nil: there is none of that name.
    ///
    /// `strict` raises infos to warnings and warnings to errors.
    static func rules(named name: String) -> [Rule]? {
        switch name {
        case "recommended": rules
        case "strict":
            rules.map { rule in
                var rule = rule
                rule.raise()
                return rule
            }
        default: pack(name)?.rules
        }
    }
}

extension Rule {
    /// One severity up; who raises a rule wants it to count.
    mutating func raise() {
        enforcement = max(enforcement, .waivable)
        descriptor = descriptor.with(descriptor.severity == .info ? .warning : .error)
    }

    package var parameterNames: [String] { parameters.types.map(\.name) }
}
