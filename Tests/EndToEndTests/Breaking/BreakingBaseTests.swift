import Foundation
import Testing

/// What `--against` may be, and what it may not.
@Suite struct BreakingBaseTests {
    private let repository: Repository

    init() throws {
        repository = try Repository()
        try repository.write("orders.odcs.yaml", Orders.text(more: Orders.note))
        try repository.commit()
        try repository.write("orders.odcs.yaml", Orders.text(version: "2.0.0"))
    }

    private static let removal = ["property-removed error orders.odcs.yaml:7:11"]

    /// A script's variable is empty: the path behind it is not taken for the base.
    @Test func anEmptyBaseBeforeAPath() throws {
        for words in [["breaking", "--against=", "."], ["check", "--against=", "."], ["check", "--config=", "."]] {
            let run = try Run(words, in: repository.folder)
            #expect(run.exitCode == 2)
            #expect(run.errors.contains("'\(words[1])' has no value: nothing follows the '='"))
        }
    }

    @Test func aBaseFileWithoutAContract() throws {
        try repository.write("values.yaml", "a: 1\n")
        let run = try repository.breaking(".", "--against", "values.yaml")
        #expect(run.exitCode == 2)
        #expect(run.errors.contains("values.yaml: holds no data contract to compare with"))
    }

    @Test(arguments: [
        ("--upload-pack=x", "this looks like an option"), ("-x", "this looks like an option"),
        ("--", "this looks like an option"), ("", "'--against=' has no value"),
        (" ", "there is no revision"),
        ("nope", "there is no revision, no folder and no file of this name"),
        ("HEAD~7", "there is no revision, no folder and no file of this name"),
        ("./nope", "no such file or folder"), ("HEAD:orders.odcs.yaml", "there is no revision"),
        ("HEAD..HEAD", "there is no revision"), ("HEAD^{tree}", "not a commit"), ("HEAD HEAD", "there is no revision"),
        ("HEAD\nHEAD", "there is no revision"), ("^HEAD", "there is no revision"), ("@{-1}", "there is no revision"),
        ("orders.odcs.yaml/x", "there is no revision"),
        ("HEAD\u{1B}[31m", "HEAD\\u{1B}[31m: there is no revision"),
    ])
    func aBaseThatIsNone(_ base: String, _ message: String) throws {
        let run = try repository.breaking("--against=\(base)")
        #expect(run.exitCode == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(message), "\(run.errors)")
        #expect(!run.errors.contains("\u{1B}"))
    }

    @Test func noBaseAtAll() throws {
        #expect(try repository.breaking().exitCode == 2)
    }

    @Test func aFolderThatIsNoRepository() throws {
        let scratch = try Scratch()
        try scratch.write("orders.odcs.yaml", Orders.text())
        let run = try Run(
            ["breaking", "--against", "HEAD"], in: scratch.folder,
            environment: ["GIT_CEILING_DIRECTORIES": scratch.folder.deletingLastPathComponent().path])
        #expect(run.exitCode == 2)
        #expect(run.errors == "contractlint: error: --against HEAD: this is not a git repository\n")
    }

    /// What git refuses to look at may hold the revision that was meant: the folder is not taken for it.
    @Test func aRepositoryThatGitRefuses() throws {
        try repository.write("main/orders.odcs.yaml", Orders.text())
        try repository.git("config", "core.repositoryFormatVersion", "77")
        let run = try repository.breaking("--against", "main")
        #expect(run.exitCode == 2)
        #expect(run.errors.hasPrefix("contractlint: error: --against main: git says: "))
        #expect(try repository.breaking("orders.odcs.yaml", "--against", "./main").exitCode == 0)
    }

    @Test func gitIsMissing() throws {
        let run = try Run(["breaking", "--against", "HEAD"], in: repository.folder, environment: ["PATH": "/nowhere"])
        #expect(run.exitCode == 2)
        #expect(run.errors == "contractlint: error: --against HEAD: the program git is not on the PATH\n")
    }

    /// A program named git in the folder that is checked is not started, whatever the PATH says.
    @Test func aGitOfTheRepository() throws {
        try repository.write("git", "#!/bin/sh\ntouch started\n")
        chmod(repository.folder.appendingPathComponent("git").path, 0o755)
        let run = try Run(["breaking", "--against", "HEAD"], in: repository.folder, environment: ["PATH": ".:"])
        #expect(run.exitCode == 2)
        #expect(!repository.scratch.exists("repository/started"))
    }

    @Test(arguments: [
        "core.fsmonitor", "core.pager", "pager.ls-tree", "core.sshCommand", "gpg.program", "core.hooksPath",
        "filter.x.smudge", "filter.x.clean", "diff.external", "core.editor", "core.askPass", "credential.helper",
        "alias.ls-tree", "alias.rev-parse", "core.gitProxy", "core.alternateRefsCommand", "alias.cat-file",
        "alias.diff-tree", "alias.rev-list", "alias.for-each-ref", "diff.x.textconv", "diff.x.command",
        "filter.x.process",
        "merge.x.driver", "uploadpack.packObjectsHook", "remote.origin.uploadpack", "gpg.ssh.program",
        "interactive.diffFilter", "pager.diff-tree", "pager.cat-file", "sequence.editor",
    ])
    func aConfigurationStartsNothing(_ key: String) throws {
        let mark = repository.scratch.url("started").path
        try repository.git("config", key, "!touch \(mark);")
        try repository.write(".gitattributes", "*.yaml filter=x diff=x merge=x\n")
        try repository.git("config", "log.showSignature", "true")
        let folder = repository.folder
        func run() throws {
            let breaking = try repository.breaking("--against", "HEAD", "--profile", "consumer+transitive")
            #expect(breaking.exitCode == 1)
            let diff = try Run(["diff", "HEAD:orders.odcs.yaml", "orders.odcs.yaml"], in: folder)
            #expect(diff.exitCode == 0)
        }
        try run()
        try repository.git("config", key, "touch \(mark)")
        try run()
        #expect(!repository.scratch.exists("started"))
    }

    @Test func aNameThatIsARevisionAndAFolder() throws {
        try repository.write("main/orders.odcs.yaml", Orders.text(id: "other"))
        let run = try repository.breaking("--against", "main")
        #expect(run.exitCode == 2)
        #expect(
            run.errors.contains(
                "this is a revision and a folder as well; write ./main for the path, or say --base-is revision"))
        let revision = try repository.breaking(
            "orders.odcs.yaml", "--against", "main", "--base-is", "revision")
        #expect(revision.exitCode == 1)
        #expect(try Repository.findings(revision) == Self.removal)
        #expect(try repository.breaking("orders.odcs.yaml", "--against", "./main").exitCode == 1)
    }

    @Test(arguments: ["HEAD", "main", "@", "v1"]) func revisions(_ name: String) throws {
        try repository.git("tag", "v1")
        let run = try repository.breaking("--against", name)
        #expect(run.exitCode == 1)
        #expect(try Repository.findings(run) == Self.removal)
    }

    @Test func aFolderAndAFile() throws {
        let other = try Scratch()
        try other.write("old/orders.odcs.yaml", Orders.text(more: Orders.note))
        for base in ["old", "old/orders.odcs.yaml"] {
            let run = try repository.breaking("orders.odcs.yaml", "--against", other.url(base).path)
            #expect(run.exitCode == 1)
            #expect(try Repository.findings(run) == Self.removal)
        }
    }

    @Test func theOldSideBreaksOff() throws {
        try repository.write("orders.odcs.yaml", "kind: DataContract\napiVersion: v3.1.0\nid: [\n")
        try repository.commit()
        try repository.write("orders.odcs.yaml", Orders.text())
        let run = try repository.breaking("--against", "HEAD")
        #expect(run.exitCode == 2)
        #expect(run.errors.hasPrefix("contractlint: error: HEAD:orders.odcs.yaml:3:5: cannot be compared: "))
        #expect(try Repository.findings(run) == [])
    }

    @Test func theNewSideBreaksOff() throws {
        try repository.write("orders.odcs.yaml", "kind: DataContract\napiVersion: v3.1.0\nid: [\n")
        let run = try repository.breaking("--against", "HEAD")
        #expect(run.exitCode == 2)
        #expect(run.errors.hasPrefix("contractlint: error: orders.odcs.yaml:3:5: cannot be compared: "))
        // What cannot be read is not called gone.
        #expect(try Repository.findings(run) == [])
    }

    @Test func theOldSideIsABlobOfBytes() throws {
        try repository.write("orders.odcs.yaml", Data((0..<3000).map { UInt8(truncatingIfNeeded: $0 &* 37) | 0x80 }))
        try repository.commit()
        try repository.write("orders.odcs.yaml", Orders.text())
        let run = try repository.breaking("--against", "HEAD")
        #expect(run.exitCode == 2)
        #expect(run.errors.contains("HEAD:orders.odcs.yaml:1:1: cannot be compared"))
    }

    @Test func aShallowClone() throws {
        try repository.commit()
        let clone = try Repository(cloning: ["--depth", "1", "file://" + repository.folder.path])
        let run = try clone.breaking("--against", "HEAD~1")
        #expect(run.exitCode == 2)
        #expect(run.errors.contains("the clone is shallow: fetch the revision first"))
        #expect(try clone.breaking("--against", "HEAD").exitCode == 0)
    }

    @Test func aPartialClone() throws {
        try repository.commit()
        try repository.git("config", "uploadpack.allowFilter", "true")
        let clone = try Repository(cloning: ["--filter=blob:none", "file://" + repository.folder.path])
        let run = try clone.breaking("--against", "HEAD~1")
        #expect(run.exitCode == 2)
        #expect(run.errors.contains("a partial clone does not have all files"), "\(run.errors)")
    }

    /// Git would start what the address of the other repository says to get a file that is missing.
    @Test func aPartialCloneWhoseRemoteIsACommand() throws {
        try repository.commit()
        try repository.git("config", "uploadpack.allowFilter", "true")
        let clone = try Repository(cloning: ["--filter=blob:none", "file://" + repository.folder.path])
        let mark = clone.scratch.url("started").path
        try clone.git("config", "remote.origin.url", "ext::sh -c 'touch \(mark)'")
        try clone.git("config", "protocol.ext.allow", "always")
        try clone.git("config", "remote.origin.uploadpack", "touch \(mark);")
        let run = try clone.breaking("--against", "HEAD~1", "--profile", "full+transitive")
        #expect(run.exitCode == 2)
        // The base is here, and what came before it is not.
        try clone.write("orders.odcs.yaml", Orders.text(version: "3.0.0", type: "INT"))
        let transitive = try clone.breaking("--against", "HEAD", "--profile", "full+transitive")
        #expect(transitive.exitCode == 0)
        #expect(try Repository.findings(transitive) == ["physical-type-narrowed warning orders.odcs.yaml:11:23"])
        #expect(!clone.scratch.exists("started"))
    }

    @Test func aBareRepository() throws {
        let clone = try Repository(cloning: ["--bare", "file://" + repository.folder.path])
        try clone.write("orders.odcs.yaml", Orders.text())
        let run = try clone.breaking("--against", "HEAD")
        #expect(run.exitCode == 2)
        #expect(run.errors.contains("the repository is bare, so it has no files to compare"))
    }

    @Test func aTagOfATagAndABranchLeft() throws {
        try repository.git("tag", "-a", "first", "-m", "x")
        try repository.git("tag", "-a", "second", "-m", "x", "first")
        try repository.git("checkout", "-q", "--detach")
        for base in ["second", "@{-1}"] {
            #expect(try Repository.findings(try repository.breaking("--against", base)) == Self.removal)
        }
    }

    /// A file is a folder now, and the other way round; a name changed its case; symbolic links are no contracts.
    @Test func namesThatBecomeSomethingElse() throws {
        try repository.write("a.odcs.yaml", Orders.text(id: "a"))
        try repository.write("b.odcs.yaml/b.odcs.yaml", Orders.text(id: "b"))
        try repository.write("Case.odcs.yaml", Orders.text(id: "case"))
        try FileManager.default.createSymbolicLink(
            atPath: repository.folder.appendingPathComponent("link.odcs.yaml").path,
            withDestinationPath: "a.odcs.yaml")
        try repository.commit()
        for name in ["a.odcs.yaml", "b.odcs.yaml", "Case.odcs.yaml", "link.odcs.yaml"] { try repository.remove(name) }
        try repository.write("a.odcs.yaml/a.odcs.yaml", Orders.text(id: "a", type: "INT"))
        try repository.write("b.odcs.yaml", Orders.text(id: "b", type: "INT"))
        try repository.write("case.odcs.yaml", Orders.text(id: "case", type: "INT"))
        let run = try repository.breaking("--against", "HEAD", "--fail-on", "never")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(
            try Repository.findings(run).filter { $0.contains("physical-type-narrowed") } == [
                "physical-type-narrowed info a.odcs.yaml/a.odcs.yaml:11:23",
                "physical-type-narrowed info b.odcs.yaml:11:23", "physical-type-narrowed info case.odcs.yaml:11:23",
            ])
        #expect(!run.text.contains("contract-removed") && !run.text.contains("contract-added"))
    }

    /// A folder that lies where the command line looks is no part of what is compared with it.
    @Test(arguments: ["old", "old/orders.odcs.yaml"]) func aBaseBelowThePath(_ base: String) throws {
        try repository.write("old/orders.odcs.yaml", Orders.text(more: Orders.note))
        #expect(try Repository.findings(try repository.breaking("--against", base)) == Self.removal)
    }

    @Test func aHookWhereNothingIsToCompare() throws {
        let empty = try Repository()
        #expect(try empty.breaking("--against", "HEAD", "--staged").exitCode == 0)
        #expect(try empty.breaking("--against", "HEAD").exitCode == 2)
        try empty.write("readme.yaml", "a: b\n")
        try empty.commit()
        #expect(try empty.breaking("--against", "HEAD", "--staged").exitCode == 0)
        #expect(try empty.breaking("--against", "HEAD").exitCode == 3)
        try empty.write("orders.odcs.yaml", Orders.text())
        #expect(try empty.breaking("--against", "HEAD", "--staged").exitCode == 0)
        #expect(try empty.breaking("--against", "nope", "--staged").exitCode == 2)
    }

    @Test func aWorktreeAndAHook() throws {
        let worktree = repository.scratch.url("worktree")
        try repository.git("worktree", "add", "-q", worktree.path)
        try repository.scratch.write("worktree/orders.odcs.yaml", Orders.text(version: "2.0.0"))
        let run = try Run(
            ["breaking", "--format", "json", "--against", "HEAD"], in: worktree,
            environment: ["GIT_DIR": ".git", "GIT_INDEX_FILE": ".git/index"])
        #expect(run.exitCode == 1)
        #expect(try Repository.findings(run) == Self.removal)
    }

    @Test func aSubmodule() throws {
        let inner = try Repository()
        try inner.write("inner.odcs.yaml", Orders.text(id: "inner"))
        try inner.commit()
        try repository.git("submodule", "add", "-q", inner.folder.path, "module")
        try repository.commit()
        let run = try repository.breaking("--against", "HEAD")
        #expect(run.exitCode == 2)
        #expect(run.errors.contains("module/inner.odcs.yaml: lies in the submodule module"))
        // The repository around the working folder is asked, whatever lies in the path's place.
        #expect(try repository.breaking("module", "--against", "HEAD").exitCode == 2)
        #expect(try repository.breaking("--against", "HEAD", in: "module").exitCode == 0)
    }

    @Test func fromASubfolder() throws {
        try repository.write("a/b/orders.odcs.yaml", Orders.text(id: "deep", more: Orders.note))
        try repository.commit()
        try repository.write("a/b/orders.odcs.yaml", Orders.text(id: "deep", version: "2.0.0"))
        let run = try repository.breaking("--against", "HEAD", in: "a")
        #expect(try Repository.findings(run) == ["property-removed error b/orders.odcs.yaml:7:11"])
    }

    @Test func nothingIsCheckedOut() throws {
        let before = try repository.git("status", "--porcelain")
        _ = try repository.breaking("--against", "HEAD")
        #expect(try repository.git("status", "--porcelain") == before)
    }
}
