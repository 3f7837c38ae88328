internal import ContractModel
internal import Diagnostics
package import RuleLanguage
internal import Synchronization

/// The rule packs that come with the program, inside it: the files of `rules/`, and beside them their rules as they were
/// checked and compiled when the program was built. A check reads the latter alone.
package enum StandardPacks {
    private static let packs: [ReadyPack] = PackImage.packs(in: StandardRuleImage.texts)

    /// The rules of all packs, at the severities of `recommended`.
    package static let rules: [Rule] = packs.flatMap(\.rules)

    /// The packs with their examples, compiled from their files.
    package static func complete() -> [RulePack] {
        StandardPackTexts.all.map { text in
            do throws(OwnFile.Invalid) {
                return try RulePack(name: file(text.name), raw: Array(text.text.utf8))
            } catch {
                let faults = error.faults.map { "\($0.place ?? ""): \($0.message)" }.joined(separator: "\n")
                preconditionFailure("a standard rule pack is wrong:\n\(faults)")
            }
        }
    }

    private static func file(_ name: String) -> String { "rules/\(name).yaml" }

    /// The file of a pack with its examples; empty: there is no such pack.
    static func completeFiles(named name: String) -> [PackSource.File] {
        StandardPackTexts.all.filter { $0.name == name }.map { (file($0.name), Array($0.text.utf8)) }
    }

    // Read when somebody first wants a rule of it otherwise; below the lock.
    private nonisolated(unsafe) static var contents: [String: PackContent] = [:]
    private static let lock = Mutex(())

    /// A pack as its file writes it; nil: there is none of that id.
    static func content(of id: String) -> PackContent? {
        guard let pack = packs.first(where: { $0.identity.id == id }) else { return nil }
        return lock.withLock { _ in
            if let known = contents[id] { return known }
            guard let text = StandardPackTexts.all.first(where: { $0.name == id })?.text else { return nil }
            let content = PackContent(name: file(id), raw: Array(text.utf8), identity: pack.identity)
            contents[id] = content
            return content
        }
    }

    /// The names that a layer can list: the profiles, then the packs.
    package static let names: [String] = profiles + packs.map(\.identity.id)

    /// The ids of all their rules, and `pack/*` for each of them.
    static var ruleNames: [String] { rules.map(\.id) + packs.map { $0.identity.id + "/*" } }

    static let profiles = ["recommended", "strict"]

    static func pack(_ id: String) -> ReadyPack? { packs.first { $0.identity.id == id } }

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
}
