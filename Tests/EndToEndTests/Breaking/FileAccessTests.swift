import Foundation
import Governance
import SystemPackage
import Testing

@testable import Workspace

/// The same questions, asked of the disk and of a revision.
@Suite struct FileAccessTests {
    private func faults(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch { return (error as? FileFault)?.message }
    }

    /// Whoever asks git waits for its answer, which a thread of the tests' own pool must not.
    private func onItsOwnThread(_ body: @escaping @Sendable () throws -> Void) async throws {
        try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
            Thread { done.resume(with: Result(catching: body)) }.start()
        }
    }

    @Test func aRevisionAnswersAsTheDiskDidThen() async throws {
        try await onItsOwnThread { try self.askARevision() }
    }

    private func askARevision() throws {
        let repository = try Repository()
        try repository.write(".contractlint.yaml", "version: 1\n")
        try repository.write("a/b/pack.yaml", "id: x\n")
        try repository.write("a/c.yaml", "c\n")
        try FileManager.default.createSymbolicLink(
            atPath: repository.folder.appendingPathComponent("a/link.yaml").path, withDestinationPath: "c.yaml")
        try repository.commit()
        try repository.remove("a")
        try repository.write("new.yaml", "later\n")
        let folder = FilePath(repository.folder.path)
        guard case .revision(let revision) = try Base.find("HEAD", .revision, in: folder, repository: folder) else {
            Issue.record("no revision")
            return
        }
        // As seen from a folder that is gone from the disk.
        for working in [folder, folder.appending("a")] {
            let access = revision.access(from: working)
            #expect(try access.kind(folder) == .folder)
            #expect(try access.kind(folder.appending(".git")) == .folder)
            #expect(try access.kind(folder.pushing("a/b")) == .folder)
            #expect(try access.kind(folder.pushing("a/b/pack.yaml")) == .file)
            #expect(try access.kind(folder.pushing("a/b/../c.yaml")) == .file)
            #expect(try access.kind(folder.pushing("a/link.yaml")) == .other)
            #expect(try access.kind(folder.appending("new.yaml")) == .missing)
            #expect(try access.kind(folder.removingLastComponent()) == .missing)
            #expect(try access.list(folder).map(\.text).sorted() == [".contractlint.yaml", "a"])
            #expect(try access.list(folder.appending("a")).map(\.text).sorted() == ["b", "c.yaml", "link.yaml"])
            #expect(try access.read(folder.pushing("a/c.yaml"), 10) == Array("c\n".utf8))
            #expect(access.name(folder.pushing("a/c.yaml")) == "HEAD:a/c.yaml")
            #expect(faults { _ = try access.read(folder.pushing("a/c.yaml"), 1) } == "is larger than 1 bytes")
            #expect(faults { _ = try access.read(folder.appending("a"), 9) } == "is a folder")
            #expect(
                faults { _ = try access.read(folder.pushing("a/link.yaml"), 9) }
                    == "is a symbolic link, which is not followed in a revision")
            #expect(
                faults { _ = try access.read(folder.appending("new.yaml"), 9) } == "no such file or folder in HEAD")
            #expect(faults { _ = try access.list(folder.appending("x")) } == "no such file or folder in HEAD")
        }
    }

    /// A configuration, and the packs that it names by a glob, as they were.
    @Test func aConfigurationOfARevision() async throws {
        try await onItsOwnThread { try self.askAConfiguration() }
    }

    private func askAConfiguration() throws {
        let repository = try Repository()
        try repository.write("packs/acme.yaml", RulePackFiles.right)
        try repository.write(
            ".contractlint.yaml", "version: 1\nfailOn: info\nlayers: [{name: acme, packs: [packs/*.yaml]}]\n")
        try repository.commit()
        try repository.write(".contractlint.yaml", "version: 1\n")
        try repository.remove("packs")
        let folder = FilePath(repository.folder.path)
        guard case .revision(let revision) = try Base.find("HEAD", .revision, in: folder, repository: folder) else {
            Issue.record("no revision")
            return
        }
        let old = Configurations(workingFolder: folder, named: nil, from: revision.access(from: folder))
        let found = old.found(for: folder.pushing("domains/sales")).configuration
        #expect(old.failures.isEmpty && found.failOn == .info)
        #expect(found.policy.packFiles.map(\.name) == ["HEAD:packs/acme.yaml"])
        let new = Configurations(workingFolder: folder, named: nil)
        #expect(new.found(for: folder).configuration.policy.packFiles.isEmpty)
    }
}
