internal import ContractModel
internal import Diagnostics
package import RuleLanguage
internal import Synchronization

/// The rule packs that come with the program, inside it: the files of `rules/`, and beside them their rules as they were
/// checked and compiled when the program was built. A check reads the latter alone.
package enum StandardPacks {
    static let packs: [ReadyPack] = PackImage.packs(in: StandardRuleImage.texts)

    /// The rules of all packs, at their own severities.
    package static let rules: [Rule] = packs.flatMap(\.rules)

    private static let byID = Dictionary(rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

    /// The rule of an id; nil: no standard pack has it.
    static func rule(_ id: String) -> Rule? { byID[id] }

    /// The packs with their examples, compiled from their files.
    package static func complete() -> [RulePack] {
        StandardPackTexts.all.map { text in
            do throws(OwnFile.Invalid) {
                return try RulePack(
                    name: file(text.name), raw: Array(text.text.utf8))
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

    static func pack(_ id: String) -> ReadyPack? { packs.first { $0.identity.id == id } }
}
