import ArgumentParser
import Compatibility
import ContractModel
import Diagnostics
import Governance
import Reporters
import SystemPackage
import YAMLTree

/// `contractlint diff`
struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Show every change between two versions of a contract, each with its verdict.",
        discussion: """
            OLD and NEW are files with one contract each. Exit codes: 0 compared, whatever changed; 2 a file cannot be read \
            or holds no contract.
            """)

    @Argument(help: "The file of the old version.")
    var old: String

    @Argument(help: "The file of the new version.")
    var new: String

    @OptionGroup var choices: ComparisonChoices

    @Option(help: "The form of the report: text, json, markdown, junit.")
    var format: ChangeFormat = .text

    @Option(
        name: .customLong("report"),
        help: ArgumentHelp("Write a report to a file as well; may be repeated.", valueName: "format=file"))
    var reports: [ChangeReportTarget] = []

    @Option(
        help: ArgumentHelp(
            "Use this configuration instead of looking for .contractlint.yaml beside NEW.", valueName: "file"))
    var config: String?

    @Flag(help: "Print only what is risky or breaking, and nothing when nothing is.")
    var quiet = false

    @Option(help: "Colour the text report: auto, always, never.")
    var color: ColorChoice = .auto

    func validate() throws {
        if choices.profile?.isTransitive == true {
            throw ValidationError("two files have no history: ask contractlint breaking for released versions")
        }
    }

    func run() throws {
        guard let workingFolder = WorkingFolder.path else {
            throw ValidationError("the working folder does not exist any more")
        }
        let sides = [old, new].map { VersionFile.read($0, in: workingFolder) }
        var documents: [ContractDocument] = []
        for side in sides {
            switch side {
            case .success(let document): documents.append(document)
            case .failure(let fault): StandardStream.error.write(Message.line(fault.failure))
            }
        }
        guard documents.count == 2 else { ContractLint.leave(.wrongRun) }
        let configurations = Configurations(workingFolder: workingFolder, named: config.map { FilePath($0) })
        let folder = workingFolder.pushing(FilePath(new)).lexicallyNormalized().removingLastComponent()
        let configured = configurations.found(for: folder).configuration.comparison
        guard configurations.failures.isEmpty else {
            Message.write(configurations.failures)
            ContractLint.leave(.wrongRun)
        }
        let result = Comparison(old: documents[0], new: documents[1], options: choices.options(over: configured)).run()
        let report = result.report(withExcerpts: false)
        let isColored = color.isColored(onTerminal: StandardStream.output.isTerminal)
        ContractLint.printOrLeave(format.render(report, color: isColored, quiet: quiet))
        ContractLint.leave(write(report) ? .clean : .wrongRun)
    }

    /// Returns whether each report could be written.
    private func write(_ report: ChangeReport) -> Bool {
        var isComplete = true
        for target in reports {
            do throws(FileFault) {
                try FileWriting.write(to: FilePath(target.file)) { sink in
                    var text = target.format.render(report)
                    text.withUTF8(sink)
                }
            } catch {
                isComplete = false
                StandardStream.error.write(Message.line(Report.Failure(file: target.file, message: error.message)))
            }
        }
        return isComplete
    }
}

/// `--report FORMAT=FILE`
struct ChangeReportTarget: ExpressibleByArgument {
    let format: ChangeFormat
    let file: String

    init?(argument: String) {
        guard let separator = argument.firstIndex(of: "="),
            let format = ChangeFormat(rawValue: String(argument[..<separator]))
        else { return nil }
        file = String(argument[argument.index(after: separator)...])
        self.format = format
        if file.isEmpty { return nil }
    }
}

/// A file that holds one version of a contract.
enum VersionFile {
    struct Fault: Error {
        let failure: Report.Failure
    }

    static func read(_ name: String, in workingFolder: FilePath) -> Result<ContractDocument, Fault> {
        func fault(_ message: String, at position: Position? = nil) -> Result<ContractDocument, Fault> {
            .failure(Fault(failure: Report.Failure(file: name, at: position, message: message)))
        }
        let limits = YAMLLimits()
        let raw: [UInt8]
        do throws(FileFault) {
            raw = try FileReading.read(workingFolder.pushing(FilePath(name)), limit: limits.fileBytes)
        } catch {
            return fault(error.message)
        }
        let tree = YAMLTree(name: name, raw: raw, vocabulary: .contracts, limits: limits)
        // Half a contract would show everything behind the fault as removed.
        if let issue = tree.issues.first(where: { $0.severity == .error && $0.rule.id != YAMLRules.duplicateKey.id }) {
            let place = tree.source.place(of: issue.range, withExcerpt: false)
            return fault("cannot be compared: \(issue.message)", at: place.start)
        }
        let documents = tree.documents.compactMap { ContractDocument(tree, $0) }
        guard let document = documents.first else { return fault("holds no data contract") }
        if documents.count > 1 { return fault("holds \(documents.count) documents; compare files with one each") }
        if document.kind == .product { return fault("is a data product; only contracts are compared") }
        if document.rootElement == nil { return fault("holds no data contract") }
        return .success(document)
    }
}
