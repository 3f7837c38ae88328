import ArgumentParser
internal import ContractModel
internal import Diagnostics
import Foundation
import Governance
import RuleLanguage

/// `contractlint-dev mutate [PATH…]`: how well the examples of rules test them.
struct MutateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mutate",
        abstract: "Changes rules in one place at a time and says which changes no example notices.",
        discussion: """
            Every operator, constant, condition, list item and parameter of a rule is changed in turn; some example must then \
            come out wrong. Exit status: 0 when at least the minimum share does, 1 when less, 2 when a pack cannot be read \
            or an example is wrong as it is.
            """)

    @Argument(help: "Rule packs, or folders of them.")
    var paths: [String] = ["rules"]

    @Flag(help: "Show every change with what became of it.")
    var verbose = false

    @Option(help: "The share of changes in percent that examples must notice.")
    var minimum = 90.0

    func run() throws {
        var report = MutationReport(isVerbose: verbose)
        for file in try RulePackFiles.below(paths) {
            do {
                let pack = try RulePack(name: file, raw: Array(Data(contentsOf: URL(fileURLWithPath: file))))
                report.add(MutationRun.run(pack, today: Self.today, changes: ChangeFact.between))
            } catch let invalid as OwnFile.Invalid {
                report.add(invalid.faults)
            } catch {
                report.add([Report.Failure(file: file, message: "it cannot be read: \(error.localizedDescription)")])
            }
        }
        for line in report.lines { print(line) }
        print(report.summary)
        if report.isIncomplete { throw ExitCode(2) }
        if report.share < minimum { throw ExitCode(1) }
    }

    /// Days since 1970-01-01.
    private static var today: Int { Int(Date().timeIntervalSince1970) / 86400 }
}

/// The rule packs that arguments name.
enum RulePackFiles {
    static func below(_ paths: [String]) throws -> [String] {
        try paths.flatMap { path in
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw ValidationError("there is no file or folder \(path)")
            }
            guard isFolder.boolValue else { return [path] }
            return try FileManager.default.contentsOfDirectory(atPath: path)
                .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted().map { "\(path)/\($0)" }
        }
    }
}
