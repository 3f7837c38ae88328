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

    @Option(help: "Who must be able to go on: consumer (who reads), producer (who writes), full (both).")
    var profile: CompatibilityProfile = .consumer

    @Flag(help: "What is risky counts as breaking.")
    var strict = false

    @Option(help: "When readers fix the types they read: late-bound (SQL), early-bound (generated classes).")
    var readers: ComparisonOptions.ReaderProfile = .lateBound

    @Option(
        help: ArgumentHelp(
            "The days that readers are promised between a notice and what it is about.", valueName: "days"))
    var notice = 90

    @Option(help: ArgumentHelp("The day that notices count from, as 2026-01-31. (default: today)", valueName: "date"))
    var today: Day?

    @Option(help: "The form of the report: text, json, markdown.")
    var format: ChangeFormat = .text

    @Option(help: "Colour the text report: auto, always, never.")
    var color: ColorChoice = .auto

    func validate() throws {
        if notice < 0 { throw ValidationError("--notice must not be negative") }
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
        let result = Comparison(old: documents[0], new: documents[1], options: options).run()
        let isColored = color.isColored(onTerminal: StandardStream.output.isTerminal)
        ContractLint.printOrLeave(format.render(result.report(withExcerpts: false), color: isColored))
        ContractLint.leave(.clean)
    }

    private var options: ComparisonOptions {
        var options = ComparisonOptions()
        options.profile = profile
        options.isStrict = strict
        options.readerProfile = readers
        options.noticeWindow = notice
        options.today = (today ?? .today).number
        return options
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

extension CompatibilityProfile: ExpressibleByArgument {}
extension ComparisonOptions.ReaderProfile: ExpressibleByArgument {}
extension ChangeFormat: ExpressibleByArgument {}
