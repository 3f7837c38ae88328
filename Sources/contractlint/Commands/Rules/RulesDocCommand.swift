import ArgumentParser
import Basics
import ContractModel
import Diagnostics
import Governance
import Reporters
import RuleLanguage
import SystemPackage
import Workspace

/// `contractlint rules doc`
struct RulesDocCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "doc",
        abstract: "Write a page for each rule of a pack, and an index of them, in Markdown.",
        discussion:
            "The pages are those that contractlint has of its own rules: what is demanded, why, how to comply, examples."
    )

    @Argument(help: ArgumentHelp("The file of the rule pack.", valueName: "rulefile"))
    var ruleFile: String

    @Option(name: .shortAndLong, help: ArgumentHelp("The folder that the pages are written into.", valueName: "folder"))
    var output: String

    @OptionGroup var configuration: ConfigurationOptions

    func validate() throws {
        if ruleFile.isEmpty { throw ValidationError("the path of the rule pack is empty") }
        if output.isEmpty { throw ValidationError("the path of the folder is empty") }
    }

    func answer() throws -> ExitStatus {
        let workspace = try configuration.workspace()
        let (path, name) = workspace.located(Arguments.path(ruleFile))
        let (folder, shown) = workspace.located(Arguments.path(output))
        do {
            let pack = try RulePack(
                name: name, raw: PackFiles.read(path, DiskSnapshot(shownFrom: workspace.folder)),
                changeKinds: CompatibilityRules.kinds)
            let facts = RuleListing.facts(of: pack)
            let title = facts.id
            let introduction = facts.description ?? "The rules of this pack."
            try write(RulePage.index([facts], title: title, introduction), to: folder.appending("README.md"))
            for rule in facts.rules {
                let page = RulePage.page(rule, silencing: Self.silencing(rule))
                let file = rule.id.split(separator: "/").reduce(folder) { $0.appending(String($1)) }
                try write(page, to: FilePath("\(file).md"))
            }
            try StandardStream.output.print(
                "\(Message.escaped(shown)): \(facts.rules.count) pages and their index were written\n")
        } catch let invalid as OwnFile.Invalid {
            throw WorkspaceFault(invalid.faults)
        } catch let fault as FileFault {
            throw WorkspaceFault(fault.message, file: name)
        }
        return .clean
    }

    private func write(_ text: String, to path: FilePath) throws {
        var text = text
        try FileWriting.write(to: path) { sink in text.withUTF8 { sink($0) } }
    }

    private static func silencing(_ rule: RuleFacts) -> String {
        var ways = ["- For all contracts of a folder: `rules: {\(rule.id): off}` in its `.contractlint.yaml`."]
        if rule.pack?.lock == "open" {
            ways.insert(
                "- In the file, on the line or the one above it: `# contractlint:disable \(rule.id) -- the reason`.",
                at: 0)
        }
        if rule.pack?.enforcement != "mandatory" {
            ways.append("- For one contract and a while: a waiver, which another person approves.")
        }
        return ways.joined(separator: "\n")
    }
}
