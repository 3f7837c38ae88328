import ArgumentParser
import Foundation

/// `contractlint-dev generate`: writes what is made from other files, or says what is stale.
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract:
            "Writes the files that are made from others: the rule packs in the program, the pages of rules and of the rule language.",
        discussion: "Run it in the project's folder. With --check nothing is written, and stale files fail the run.")

    @Flag(help: "Write nothing; fail if a file differs from what would be written.")
    var check = false

    func run() throws {
        var stale: [String] = []
        for file in try GeneratedFile.all() {
            let old = try? String(contentsOfFile: file.path, encoding: .utf8)
            guard old != file.text else { continue }
            stale.append(file.path)
            let folder = URL(fileURLWithPath: file.path).deletingLastPathComponent()
            if !check { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
            if !check { try file.text.write(toFile: file.path, atomically: true, encoding: .utf8) }
        }
        for path in try GeneratedFile.orphans() {
            stale.append(path)
            if !check { try FileManager.default.removeItem(atPath: path) }
        }
        for path in stale { print(check ? "\(path) is stale" : "\(path) written") }
        if check, !stale.isEmpty {
            print("run `swift run contractlint-dev generate`")
            throw ExitCode(1)
        }
    }
}

/// A file that is made from others.
struct GeneratedFile {
    let path: String
    let text: String

    static func all() throws -> [GeneratedFile] {
        try PackTexts.all() + (try RulePages.all()) + (try ReferencePages.all()) + [try ChangeTable.page()]
    }

    /// Pages of rules that are no more.
    static func orphans() throws -> [String] {
        let known = Set(try all().map(\.path))
        let found = FileManager.default.enumerator(atPath: RulePages.folder)?.compactMap { $0 as? String } ?? []
        return found.map { "\(RulePages.folder)/\($0)" }.filter { $0.hasSuffix(".md") && !known.contains($0) }.sorted()
    }
}
