import ArgumentParser
internal import Basics
import Diagnostics
import Governance
import RuleLanguage
import SystemPackage
import Workspace

/// `contractlint rules new`
struct RulesNewCommand: AnsweringCommand {
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
        if RuleListing.native.contains(where: { $0.id == parts[0] }) || RuleBundle.names.contains(parts[0]) {
            throw ValidationError("'\(parts[0])' is a pack of contractlint's own: give yours another name")
        }
        if pack?.isEmpty ?? false { throw ValidationError("the path of the pack is empty") }
        _ = try selection()
    }

    func answer() throws -> ExitStatus {
        let parts = id.split(separator: "/").map(String.init)
        let workspace = try ConfigurationOptions.parse([]).workspace()
        let scaffold = RuleScaffold(packID: parts[0], ruleID: parts[1], selection: try selection())
        let (path, name) = workspace.located(Arguments.path(pack ?? "\(parts[0]).yaml"))
        var isThere = false
        do {
            isThere = try FileReading.kind(of: path) != .missing
            let snapshot = DiskSnapshot(shownFrom: workspace.folder)
            var text =
                isThere ? try scaffold.added(to: (name, try PackFiles.read(path, snapshot))) : scaffold.pack
            // Behind a symbolic link the file is written, not another one in the link's place.
            let target = isThere ? FileReading.resolved(path) : path
            try FileWriting.write(to: target, isNew: !isThere) { sink in text.withUTF8 { sink($0) } }
        } catch let refusal as RuleScaffold.Refusal {
            switch refusal {
            case .invalid(let faults): throw WorkspaceFault(faults)
            case .reason(let reason): throw WorkspaceFault(reason, file: name)
            }
        } catch {
            throw WorkspaceFault((error as? FileFault)?.message ?? "cannot be written", file: name)
        }
        try StandardStream.output.print(
            """
            \(Message.escaped(name)): the rule \(id) was \(isThere ? "added" : "written")
            next: contractlint rules test \(Message.escaped(name))

            """)
        return .clean
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
