import ArgumentParser
internal import Basics
import Diagnostics
import Governance
import SystemPackage
import Workspace

/// `contractlint rules new`
struct RulesNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Write the first draft of a rule: it passes 'rules test', and its comments lead on.",
        discussion: """
            ID is pack/rule, as acme-privacy/pii-classified. Without --pack the file is PACK.yaml in the current folder. \
            Where the file exists, the rule is added behind those that it has, and nothing else in it changes.
            """)

    @Argument(help: "The rule's id: pack/rule.")
    var id: String

    @Option(help: ArgumentHelp("The file of the pack.", valueName: "file"))
    var pack: String?

    @Option(
        help: ArgumentHelp(
            "What the rule looks at: \(RuleScaffold.selections.map(\.rawValue).joined(separator: ", ")).",
            valueName: "kind"))
    var select: String = Selection.property.rawValue

    func validate() throws {
        let parts = id.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, parts.allSatisfy(RuleScaffold.isID) else {
            throw ValidationError(
                "an id is pack/rule, both lower-case words with hyphens between, as acme-privacy/pii-classified")
        }
        if RuleListing.native.contains(where: { $0.id == parts[0] }) || StandardPacks.names.contains(parts[0]) {
            throw ValidationError("'\(parts[0])' is a pack of contractlint's own: give yours another name")
        }
        if pack?.isEmpty ?? false { throw ValidationError("the path of the pack is empty") }
        _ = try selection()
    }

    func run() throws {
        let parts = id.split(separator: "/").map(String.init)
        guard let folder = Machine.workingFolder else {
            throw ValidationError("the working folder does not exist any more")
        }
        let scaffold = RuleScaffold(packID: parts[0], ruleID: parts[1], selection: try selection())
        let given = Arguments.paths(pack.map { [$0] } ?? []).first?.path ?? FilePath("\(parts[0]).yaml")
        let path = folder.pushing(given).lexicallyNormalized()
        let name = path.displayName(in: folder)
        do {
            let isThere = try FileReading.kind(of: path) != .missing
            var text =
                isThere
                ? try scaffold.added(to: (name, try PackFiles.read(path, .disk(shownFrom: folder)))) : scaffold.pack
            // Behind a symbolic link the file is written, not another one in the link's place.
            let target = isThere ? FileReading.resolved(path) : path
            try FileWriting.write(to: target, isNew: !isThere) { sink in text.withUTF8 { sink($0) } }
            ContractLint.printOrLeave(
                """
                \(Message.escaped(name)): the rule \(id) was \(isThere ? "added" : "written")
                next: contractlint rules test \(Message.escaped(name))

                """)
        } catch let refusal as RuleScaffold.Refusal {
            switch refusal {
            case .invalid(let faults): Message.write(faults)
            case .reason(let reason): Message.write([Report.Failure(file: name, message: reason)])
            }
            ContractLint.leave(.wrongRun)
        } catch {
            Message.write([Report.Failure(file: name, message: (error as? FileFault)?.message ?? "cannot be written")])
            ContractLint.leave(.wrongRun)
        }
    }

    private func selection() throws -> Selection {
        let known = RuleScaffold.selections
        if let selection = known.first(where: { $0.rawValue == select }) { return selection }
        let near = Spelling.nearest(to: select, among: known.map(\.rawValue))
        throw ValidationError(
            "nothing can be selected by '\(Message.escaped(select.shortened))'"
                + (near.map { "; did you mean '\($0)'?" }
                    ?? "; it is one of \(known.map(\.rawValue).joined(separator: ", "))"))
    }
}
