import Foundation
import Testing

/// Which commit of a branch the contracts are compared with.
@Suite struct MergeBaseTests {
    private let repository: Repository

    /// Two commits on `main`, of which the branch `change` has the first, and one of its own.
    init() throws {
        repository = try Repository()
        try repository.write("orders.odcs.yaml", Orders.text())
        try repository.commit("first")
        try repository.git("checkout", "-q", "-b", "change")
        try repository.write("orders.odcs.yaml", Orders.text(version: "1.1.0", type: "BIGINT"))
        try repository.commit("of the branch")
        try repository.git("checkout", "-q", "main")
        try repository.write("orders.odcs.yaml", Orders.text(version: "1.1.0", more: Orders.note))
        try repository.commit("second")
        try repository.git("checkout", "-q", "change")
    }

    private func removals(_ run: Run) throws -> [String] {
        try Repository.findings(run).filter { $0.hasPrefix("property-removed") }
    }

    /// What came to `main` since is missing in the branch, and was not taken out by it.
    @Test func theTipIsTheDefault() throws {
        let run = try repository.breaking("--against", "main", "--no-merge-base")
        #expect(try removals(run).count == 1)
    }

    @Test(arguments: [["--against", "main", "--merge-base"], ["--against", "main...HEAD"], ["--against", "main..."]])
    func theCommitWhereTheBranchLeft(_ arguments: [String]) throws {
        let commit = try repository.git("rev-parse", "--short=12", "main~1").split(separator: "\n")[0]
        let run = try Run(["breaking", "--format", "json"] + arguments, in: repository.folder)
        #expect(try removals(run) == [] && run.exitCode == 0, "\(run.text)\(run.errors)")
        #expect(run.errors.contains("compared with \(commit), where HEAD left main"))
    }

    /// A CI service builds what is to be merged.
    @Test func byDefaultInCI() throws {
        let run = try Run.shell("CI=true \"$CL\" breaking --format json --against main", in: repository.folder)
        #expect(try removals(run) == [])
        #expect(run.errors.contains("where HEAD left main"))
        let tag = try Run.shell(
            "git tag t main && CI=true \"$CL\" breaking --format json --against t", in: repository.folder)
        #expect(try removals(tag).count == 1)
    }

    @Test func whatHasNothingInCommonEndsTheRun() throws {
        try repository.git("checkout", "-q", "--orphan", "other")
        try repository.commit("another beginning")
        let run = try repository.breaking("--against", "main...HEAD")
        #expect(run.exitCode == 2 && run.errors.contains("have no commit in common"), "\(run.errors)")
        let other = try repository.breaking("--against", "main...change")
        #expect(other.exitCode == 2 && other.errors.contains("is not the version that is here"), "\(other.errors)")
    }

    @Test func aShallowCloneHasNoEarlierReleases() throws {
        let clone = try Repository(cloning: ["--depth", "1", "--branch", "change", "file://\(repository.folder.path)"])
        try clone.write("orders.odcs.yaml", Orders.text(version: "1.2.0", type: "BIGINT", more: Orders.note))
        let run = try clone.breaking("--against", "HEAD", "--profile", "consumer+transitive")
        #expect(run.exitCode == 2 && run.errors.contains("the clone is shallow"), "\(run.errors)")
        #expect(try clone.breaking("--against", "HEAD").exitCode == 0)
    }
}
