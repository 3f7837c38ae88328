import Foundation
import Testing

/// Folders and files that a walk leaves out unless they are named.
@Suite struct WalkTests {
    private let repository: Repository

    init() throws { repository = try Repository() }

    /// Every contract here holds one error.
    private func write(_ names: String...) throws {
        for name in names { try repository.write(name, Sample.contract("\(UUID())", "nmae: x")) }
    }

    private func run(_ arguments: String..., in subfolder: String? = nil) throws -> ReportFile {
        let folder = subfolder.map { repository.folder.appendingPathComponent($0) } ?? repository.folder
        return try ReportFile(Run(["check", "--format", "json"] + arguments, in: folder))
    }

    private func files(_ arguments: String..., in subfolder: String? = nil) throws -> [String] {
        let folder = subfolder.map { repository.folder.appendingPathComponent($0) } ?? repository.folder
        return try ReportFile(Run(["check", "--format", "json"] + arguments, in: folder)).findings.map(\.file)
    }

    private func leaveRepository() throws { try repository.remove(".git") }

    // MARK: By name

    @Test func packagesAndHiddenFolders() throws {
        try write(
            "a.yaml", ".hidden/b.yaml", "node_modules/c/d.yaml", "x/node_modules/e.yaml", "venv/f.yaml",
            "lib/site-packages/g.yaml", "own/h.yaml", "conda/i.yaml", ".j.yaml")
        try repository.write("own/pyvenv.cfg", "home = /usr\n")
        try repository.write("conda/conda-meta/history", "")
        #expect(try files() == [".j.yaml", "a.yaml"])
        #expect(try files(".hidden", "own") == [".hidden/b.yaml", "own/h.yaml"], "what is named is walked")
        #expect(try files("x/node_modules/e.yaml") == ["x/node_modules/e.yaml"])
        #expect(try files(".hidden/*.yaml") == [".hidden/b.yaml"])
        #expect(try files("**/.hidden/*.yaml") == [".hidden/b.yaml"], "a pattern names it")
        try repository.write(".contractlint.yaml", "version: 1\ninclude: ['.hidden/**', a.yaml]\n")
        #expect(try files() == [".hidden/b.yaml", "a.yaml"], "so does a configuration")
    }

    // MARK: By git

    @Test(arguments: [true, false]) func whatGitIgnores(_ isRepository: Bool) throws {
        if !isRepository { try leaveRepository() }
        try repository.write(
            ".gitignore", "build/\n/root.yaml\n*.tmp.yaml\n!keep.tmp.yaml\ngen/**/x.yaml\n\\#odd.yaml\n")
        try write(
            "a.yaml", "build/b.yaml", "c/build/d.yaml", "root.yaml", "c/root.yaml", "e.tmp.yaml", "c/keep.tmp.yaml",
            "gen/f/g/x.yaml", "gen/y.yaml", "#odd.yaml", "c/h.yaml")
        try repository.write("c/.gitignore", "h.yaml\n!e.tmp.yaml\n")
        try write("c/e.tmp.yaml")
        #expect(try files() == ["a.yaml", "c/e.tmp.yaml", "c/keep.tmp.yaml", "c/root.yaml", "gen/y.yaml"])
        #expect(try files("c") == ["c/e.tmp.yaml", "c/keep.tmp.yaml", "c/root.yaml"])
        // Without a repository nothing says how far up to look.
        let rest = ["e.tmp.yaml", "keep.tmp.yaml", "root.yaml"]
        #expect(try files(in: "c") == (isRepository ? rest : ["build/d.yaml"] + rest))
        #expect(try files("*.yaml") == ["a.yaml"])
        #expect(try files("build", "c/h.yaml") == ["build/b.yaml", "c/h.yaml"], "what is named is checked")
        #expect(try run().failures == nil)
    }

    /// A `.gitignore` in a folder below the one that is walked, where there is no repository.
    @Test func filesBelowWithoutRepository() throws {
        try leaveRepository()
        try write("a/b.yaml", "a/c.yaml", "d/c.yaml")
        try repository.write("a/.gitignore", "c.yaml\n")
        #expect(try files() == ["a/b.yaml", "d/c.yaml"])
    }

    /// Nobody hides a contract of a repository with a line in a `.gitignore`.
    @Test func whatIsTrackedIsNeverIgnored() throws {
        try write("contracts/a.yaml", "contracts/b.yaml")
        try repository.write("contracts/b.yaml", Sample.contract("b", "nmae: x"))
        try repository.commit()
        try repository.write(".gitignore", "contracts/\n")
        try write("contracts/new.yaml")
        #expect(try files() == ["contracts/a.yaml", "contracts/b.yaml"])
        // What is taken out of the repository and ignored at once is gone for those who rely on it.
        try repository.git("rm", "-q", "--cached", "contracts/b.yaml")
        #expect(try files() == ["contracts/a.yaml"])
        #expect(
            try Repository.findings(repository.breaking("--against", "HEAD")).filter { $0.contains("contract-removed") }
                .count == 1)
    }

    @Test func repositoriesInARepository() throws {
        try repository.write(".gitignore", "a.yaml\n")
        try write("a.yaml", "inner/a.yaml", "inner/b.yaml")
        try Repository.git(["init", "-q", "inner"], in: repository.folder)
        try repository.write("inner/.gitignore", "b.yaml\n")
        #expect(try files() == ["inner/a.yaml"])
    }

    @Test func gitThatRefusesIsSaidOnce() throws {
        try repository.write(".gitignore", "a.yaml\n")
        try write("a.yaml")
        let run = try Run.shell(
            "GIT_TEST_ASSUME_DIFFERENT_OWNER=1 GIT_CONFIG_GLOBAL=/dev/null \"$CL\" check --format concise .",
            in: repository.folder)
        #expect(run.exitCode == 1, "nothing is hidden")
        #expect(run.text.hasPrefix("a.yaml:6:1: error: "))
        #expect(
            run.errors.hasPrefix(
                "contractlint: note: what .gitignore excludes is looked at as well: git refuses the repository because its folder"
            ))
        #expect(run.errors.contains("git config --global --add safe.directory \(repository.folder.path)"))
    }

    // MARK: Paths that lead nowhere

    @Test(arguments: [
        ("contracts/order.yaml", "did you mean 'contracts/orders.yaml'?"),
        ("contract/orders.yaml", "did you mean 'contracts/orders.yaml'?"), ("contrcats", "did you mean 'contracts'?"),
        ("nothing/like/it", nil), ("contract/nothing.yaml", nil),
    ])
    func aMisspeltPathGetsASuggestion(_ path: String, _ hint: String?) throws {
        try write("contracts/orders.yaml")
        let message = "no such file or folder" + (hint.map { "; " + $0 } ?? "")
        #expect(try run(path).failures == [.init(file: path, message: message)])
    }
}
