import Foundation
import Governance
import SystemPackage
import TestSupport
import Testing

@testable import Workspace

/// The same questions, asked of the same files on the disk, in a revision, in the index, in a folder that stands for
/// another, and, of one file, in a file that stands for it.
@Suite struct SnapshotTests {
    /// Places that hold the same, each with what it calls `a/c.yaml`.
    private struct Places {
        let folder: TestFolder
        let all: [(snapshot: any Snapshot, name: String)]

        init() throws {
            folder = try TestFolder(isRepository: true)
            try Self.fill("repository/", folder)
            let path = folder.path
            let working = path.appending("repository")
            let disk = DiskSnapshot(shownFrom: working)
            try folder.git("add", "repository")
            try folder.git("commit", "-q", "-m", "a commit")
            try Self.fill("copy/", folder)
            let revision = try #require(try GitRevision.find("HEAD", in: path))
            all = [
                (disk, "a/c.yaml"),
                (GitSnapshot(revision, from: working), "HEAD:repository/a/c.yaml"),
                (try GitSnapshot(ofIndexFrom: working), ":repository/a/c.yaml"),
                (
                    DiskSnapshot(path.appending("copy"), inPlaceOf: working, shownFrom: path), "copy/a/c.yaml"
                ),
            ]
        }

        static func fill(_ prefix: String, _ folder: TestFolder) throws {
            try folder.write(prefix + ".contractlint.yaml", "version: 1\n")
            try folder.write(prefix + "a/b/pack.yaml", "id: x\n")
            try folder.write(prefix + "a/c.yaml", "c\n")
            try folder.write(prefix + "a/é ü.json", "{}\n")
            try folder.write(prefix + "a/notes.txt", "no\n")
        }

        var working: FilePath { folder.path.appending("repository") }
    }

    private func fault(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch { return (error as? FileFault)?.message }
    }

    @Test func allAnswerTheSame() async throws {
        try await onItsOwnThread {
            let places = try Places()
            for (snapshot, name) in places.all { try self.ask(snapshot, places.working, name) }
        }
    }

    private func ask(_ snapshot: any Snapshot, _ folder: FilePath, _ name: String) throws {
        #expect(try snapshot.kind(of: folder) == .folder, "\(name)")
        #expect(try snapshot.kind(of: folder.pushing("a/b")) == .folder, "\(name)")
        #expect(try snapshot.kind(of: folder.pushing("a/b/../c.yaml")) == .file, "\(name)")
        #expect(try snapshot.kind(of: folder.appending("x.yaml")) == .missing, "\(name)")
        #expect(try snapshot.list(folder).map(\.text) == [".contractlint.yaml", "a"], "\(name)")
        #expect(
            try snapshot.list(folder.appending("a")).map(\.text) == ["b", "c.yaml", "notes.txt", "é ü.json"], "\(name)")
        #expect(try snapshot.read(folder.pushing("a/c.yaml"), limit: 10) == Array("c\n".utf8), "\(name)")
        #expect(snapshot.name(of: folder.pushing("a/c.yaml")) == name)
        #expect(
            snapshot.path(of: folder.pushing("a/c.yaml")) ?? folder.pushing("a/c.yaml") == folder.pushing("a/c.yaml"))
        #expect(
            fault { _ = try snapshot.readWhole(folder.pushing("a/c.yaml"), limit: 1) } == "is larger than 1 bytes",
            "\(name)")
        #expect(fault { _ = try snapshot.read(folder.appending("a"), limit: 9) } == "is a folder", "\(name)")
        #expect(
            fault { _ = try snapshot.read(folder.appending("x"), limit: 9) }?.hasPrefix("no such file or folder")
                ?? false,
            "\(name)")
        #expect(fault { _ = try snapshot.list(folder.appending("x")) }?.hasPrefix("no such file") ?? false, "\(name)")
        let read = try snapshot.read(
            [
                FileRequest(folder.pushing("a/c.yaml"), limit: 10),
                FileRequest(folder.appending("x"), limit: 10),
                // What another place knows already is what is here, or it is not taken.
                FileRequest(folder.pushing("a/b/pack.yaml"), limit: 10, known: Array("id: x\n".utf8)),
                FileRequest(folder.pushing("a/é ü.json"), limit: 10, known: Array("[]\n".utf8)),
            ], jobs: 2)
        #expect(
            read.map { (try? $0.get()).map { String(decoding: $0, as: UTF8.self) } } == [
                "c\n", nil, "id: x\n", "{}\n",
            ],
            "\(name)")
        var folders: [String] = []
        snapshot.walk(folder) { path, entries in
            folders.append(path.below(folder) ?? "")
            return entries.filter { $0.kind == .folder }.map { path.appending($0.name) }
        } unreadable: { path, _ in
            folders.append("unreadable \(path)")
        }
        #expect(folders == ["", "a", "a/b"], "\(name)")
        let own = Set(try snapshot.ownFiles().map { $0.below(folder) ?? "outside" })
        let all: Set = [".contractlint.yaml", "a/b/pack.yaml", "a/c.yaml", "a/é ü.json"]
        // The disk has everything, and nothing that is its own.
        #expect(own == (name == "a/c.yaml" ? [] : all), "\(name)")
    }

    /// The same files are found by the same walk, whatever place they are in.
    @Test func allHoldTheSameDocuments() async throws {
        try await onItsOwnThread {
            let places = try Places()
            for (snapshot, name) in places.all {
                let configurations = Configurations(workingFolder: places.working, named: nil, from: snapshot)
                for (path, found) in [
                    (".", ["a/b/pack.yaml", "a/c.yaml"]), ("a/c.yaml", ["a/c.yaml"]), ("*/*.json", ["a/é ü.json"]),
                ] {
                    var discovery = FileDiscovery(
                        workingFolder: places.working, configurations: configurations, isStaged: false)
                    discovery.add(GivenPath(text: path, path: FilePath(path)))
                    #expect(discovery.files.compactMap { $0.path?.below(places.working) }.sorted() == found, "\(name)")
                    #expect(discovery.failures.isEmpty, "\(name)")
                }
            }
        }
    }

    @Test func aFileInThePlaceOfAnother() throws {
        let folder = try TestFolder()
        try folder.write("old.yaml", "old\n")
        try folder.write("new.yaml", "new\n")
        let (old, new) = (folder.path.appending("old.yaml"), folder.path.appending("new.yaml"))
        let snapshot = DiskSnapshot(old, inPlaceOf: new, shownFrom: folder.path)
        #expect(try snapshot.kind(of: new) == .file)
        #expect(try snapshot.read(new, limit: 10) == Array("old\n".utf8))
        #expect(snapshot.name(of: new) == "old.yaml")
        #expect(try snapshot.ownFiles() == [new])
        #expect(snapshot.path(of: new) == new && snapshot.path(of: folder.path.appending("x.yaml")) == nil)
    }

    /// What is staged is what a commit will hold: neither what the last one had nor what the disk has.
    @Test func theIndexIsWhatIsStaged() async throws {
        try await onItsOwnThread {
            let folder = try TestFolder(isRepository: true)
            try folder.write("a.yaml", "committed\n")
            try folder.write("gone.yaml", "gone\n")
            try folder.commit()
            try folder.write("a.yaml", "staged\n")
            try folder.write("new.yaml", "new\n")
            try folder.git("rm", "-q", "--cached", "gone.yaml")
            try folder.git("add", "a.yaml", "new.yaml")
            try folder.write("a.yaml", "edited\n")
            try folder.remove("new.yaml")
            let index = try GitSnapshot(ofIndexFrom: folder.path)
            #expect(try index.read(folder.path.appending("a.yaml"), limit: 100) == Array("staged\n".utf8))
            #expect(try index.kind(of: folder.path.appending("new.yaml")) == .file)
            #expect(try index.kind(of: folder.path.appending("gone.yaml")) == .missing)
            #expect(index.name(of: folder.path.appending("a.yaml")) == ":a.yaml")
        }
    }

    /// As seen from a folder that is gone from the disk; links lead where they led in the revision, and nowhere else.
    @Test func aRevisionAnswersAsTheDiskDidThen() async throws {
        try await onItsOwnThread {
            let folder = try TestFolder(isRepository: true)
            try folder.write("a/c.yaml", "c\n")
            try folder.link("a/link.yaml", to: "c.yaml")
            try folder.link("b", to: "a")
            try folder.link("a/out.yaml", to: "../../out.yaml")
            try folder.link("a/round.yaml", to: "../b/round.yaml")
            try folder.link("a/nothing.yaml", to: "nothing")
            try folder.commit()
            try folder.remove("a")
            try folder.write("new.yaml", "later\n")
            let revision = try #require(try GitRevision.find("HEAD", in: folder.path))
            for working in [folder.path, folder.path.appending("a")] {
                let snapshot = GitSnapshot(revision, from: working)
                #expect(try snapshot.kind(of: folder.path.appending(".git")) == .folder)
                #expect(try snapshot.kind(of: folder.path.pushing("a/link.yaml")) == .file)
                #expect(try snapshot.kind(of: folder.path.appending("b")) == .folder)
                #expect(try snapshot.kind(of: folder.path.pushing("a/out.yaml")) == .other)
                #expect(try snapshot.kind(of: folder.path.pushing("b/round.yaml")) == .other)
                #expect(try snapshot.kind(of: folder.path.pushing("b/nothing.yaml")) == .brokenLink)
                #expect(try snapshot.kind(of: folder.path.appending("new.yaml")) == .missing)
                #expect(try snapshot.kind(of: folder.path.removingLastComponent()) == .missing)
                #expect(
                    try snapshot.list(folder.path.appending("b")).map(\.text) == [
                        "c.yaml", "link.yaml", "nothing.yaml", "out.yaml", "round.yaml",
                    ])
                #expect(try snapshot.read(folder.path.pushing("b/link.yaml"), limit: 9) == Array("c\n".utf8))
                #expect(
                    self.fault { _ = try snapshot.read(folder.path.pushing("a/out.yaml"), limit: 9) }
                        == "is a symbolic link that leads out of the repository, or round in a circle")
                #expect(
                    self.fault { _ = try snapshot.read(folder.path.appending("new.yaml"), limit: 9) }
                        == "no such file or folder in HEAD")
            }
        }
    }

    /// A configuration, and the packs that it names by a glob, as they were.
    @Test func aConfigurationOfARevision() async throws {
        try await onItsOwnThread {
            let folder = try TestFolder(isRepository: true)
            let pack = "governance/organisation/finance.yaml"
            try folder.write("packs/acme.yaml", Data(try sample(pack)))
            try folder.write(
                ".contractlint.yaml", "version: 1\nfailOn: info\nlayers: [{name: acme, packs: [packs/*.yaml]}]\n")
            try folder.commit()
            try folder.write(".contractlint.yaml", "version: 1\n")
            try folder.remove("packs")
            let revision = try #require(try GitRevision.find("HEAD", in: folder.path))
            let old = Configurations(
                workingFolder: folder.path, named: nil, from: GitSnapshot(revision, from: folder.path))
            let found = old.found(for: folder.path.pushing("domains/sales")).configuration
            #expect(found.failOn == .info)
            #expect(found.policy.packFiles.map(\.name) == ["HEAD:packs/acme.yaml"], "\(old.failures)")
            let new = Workspace(in: folder.path, toolVersion: "test")
            #expect(new.configuration.policy.packFiles.isEmpty && new.failures.isEmpty)
        }
    }
}
