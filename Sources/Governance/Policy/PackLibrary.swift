internal import Basics
internal import ContractModel
internal import Diagnostics
internal import RuleLanguage
internal import YAMLTree

/// The rule packs that a configuration and those above it have read, each file once.
struct PackLibrary {
    /// The files, in the order in which they were read.
    private(set) var files: [PackSource.File] = []
    /// By reference, as it is written in the nearest configuration: the files behind it, and those that their packs include.
    private(set) var filesByReference: [String: (own: [String], included: [String])] = [:]
    private(set) var failures: [Report.Failure] = []
    /// By file; nil: it is wrong, which has been said.
    private var packs: [String: RulePack?] = [:]
    /// By pack, as a later file may not take its name.
    private var byID: [String: RulePack] = [:]
    /// With all that the pack includes.
    private var rules: [String: RuleBundle] = [:]
    /// The packs being read, each with the place from which it includes the next one.
    private var open: [(file: String, place: String)] = []

    /// Packs that bring each other along.
    private static let deepest = 50

    /// SHA-256 of each file, in hexadecimal.
    var digests: [String] { files.map { pack(inFile: $0.name)?.identity.digest ?? "" } }

    mutating func takeFailures() -> [Report.Failure] {
        defer { failures = [] }
        return failures
    }

    /// The pack that a rule is from, as its file writes it.
    func content(of pack: PackIdentity) -> PackContent? { byID[pack.id]?.content ?? StandardPacks.content(of: pack.id) }

    func pack(inFile name: String) -> RulePack? { packs[name] ?? nil }

    /// Begins another configuration: its references are its own.
    mutating func forgetReferences() { filesByReference = [:] }

    /// The rules behind the reference of a configuration.
    mutating func rules(_ reference: String, from source: PackSource) throws(PackSource.Failure) -> RuleBundle {
        if let known = RuleBundle(standard: reference) { return known }
        try Self.demandFile(reference)
        let found = try source.files(reference, nil)
        if found.isEmpty {
            throw PackSource.Failure(
                whole: "no file matches `\(reference.shortened)`", help: "paths are relative to the folder of this file"
            )
        }
        var all = RuleBundle()
        for file in found { all += rules(of: file, source) }
        filesByReference[reference] = (found.map(\.name), included(by: found.map(\.name)))
        return all
    }

    /// Whatever looks like no path is meant to be a pack of the program.
    private static func demandFile(_ reference: String) throws(PackSource.Failure) {
        guard !reference.contains("/"), !reference.contains("*"), !reference.contains(".") else { return }
        let near = Spelling.nearest(to: reference, among: RuleBundle.names)
        throw PackSource.Failure(
            whole: "there is no rule pack `\(reference.shortened)`",
            help: near.map { "did you mean `\($0)`?" }
                ?? "name one of \(RuleBundle.names.joined(separator: ", ")), or a file such as ./rules.yaml")
    }

    /// All that some files include.
    private func included(by names: [String]) -> [String] {
        var seen = Set(names)
        var all = names
        var next = 0
        while next < all.count {
            for name in included[all[next]] ?? [] where seen.insert(name).inserted { all.append(name) }
            next += 1
        }
        return Array(all[names.count...])
    }

    /// By file the files that it includes itself.
    private var included: [String: [String]] = [:]

    // MARK: One file

    private mutating func rules(of file: PackSource.File, _ source: PackSource) -> RuleBundle {
        if let known = rules[file.name] { return known }
        guard let pack = read(file) else {
            rules[file.name] = RuleBundle()
            return RuleBundle()
        }
        var all = RuleBundle(rules: pack.rules)
        for include in pack.includes {
            let place = pack.tree.place(of: include.range, withExcerpt: false)
            open.append((file.name, "\(file.name):\(place.start.line):\(place.start.column)"))
            defer { open.removeLast() }
            do throws(PackSource.Failure) {
                all += try rules(including: include.text, in: file.name, source)
            } catch {
                failures.append(
                    Report.Failure(file: file.name, at: place.start, message: error.text(about: include.text)))
            }
        }
        rules[file.name] = all
        return all
    }

    private mutating func rules(
        including reference: String, in file: String, _ source: PackSource
    ) throws(PackSource.Failure) -> RuleBundle {
        if let known = RuleBundle(standard: reference) { return known }
        try Self.demandFile(reference)
        if open.count > Self.deepest {
            throw PackSource.Failure(
                whole: "packs include each other more than \(Self.deepest) deep", help: "name them in the configuration"
            )
        }
        let found = try source.files(reference, file)
        if found.isEmpty { throw PackSource.Failure(whole: "no file matches `\(reference.shortened)`", help: nil) }
        included[file, default: []] += found.map(\.name)
        for next in found {
            guard let start = open.firstIndex(where: { $0.file == next.name }) else { continue }
            let chain = open[start...].map(\.place) + [next.name]
            throw PackSource.Failure(
                whole: "packs include each other in a circle: \(chain.joined(separator: " → "))",
                help: "remove one of these includes")
        }
        var all = RuleBundle()
        for file in found { all += rules(of: file, source) }
        return all
    }

    private mutating func read(_ file: PackSource.File) -> RulePack? {
        if let known = packs[file.name] { return known }
        packs[file.name] = .some(nil)
        do throws(OwnFile.Invalid) {
            let pack = try RulePack(name: file.name, raw: file.raw, changeKinds: CompatibilityRules.kinds)
            let id = pack.identity.id
            let origin = byID[id].map(Self.place) ?? (RuleBundle.names.contains(id) ? "the standard packs" : nil)
            if let origin {
                failures.append(
                    Report.Failure(
                        file: file.name, at: pack.tree.place(of: pack.idPlace, withExcerpt: false).start,
                        message:
                            "a pack with the id `\(id.shortened)` is in \(origin) already; give it a name of its own"))
                return nil
            }
            for source in pack.sources.values.sorted(by: { $0.id < $1.id }) where source.tier != nil {
                failures.append(
                    Report.Failure(
                        file: file.name,
                        at: pack.tree.place(of: pack.tree.range(of: source.idNode), withExcerpt: false).start,
                        message:
                            "`tier` is for rules that come with contractlint; write rules that not everybody asks for into a file of their own"
                    ))
            }
            byID[id] = pack
            packs[file.name] = pack
            files.append(file)
            return pack
        } catch {
            failures += error.faults
            return nil
        }
    }

    private static func place(of pack: RulePack) -> String {
        let start = pack.tree.place(of: pack.idPlace, withExcerpt: false).start
        return "\(pack.file):\(start.line):\(start.column)"
    }
}
