import Foundation
import SystemPackage
import Testing

/// A folder that goes when the test is over; a git repository, where it is asked for.
final class TestFolder {
    let url: URL
    /// Without symbolic links.
    let path: FilePath

    init(isRepository: Bool = false) throws {
        let temporary = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
        url = temporary.appendingPathComponent("contractlint-test-\(UUID().uuidString)")
        path = FilePath(url.path)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        if isRepository { try git("init", "-q", "-b", "main", ".") }
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

    func write(_ name: String, _ data: Data) throws {
        let file = url.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(at: url.appendingPathComponent(name)) }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: url.appendingPathComponent(name).path, withDestinationPath: target)
    }

    func commit() throws {
        try git("add", "-A")
        try git("commit", "-q", "-m", "a commit")
    }

    /// Without the configuration of whoever runs the tests.
    @discardableResult
    func git(_ arguments: String...) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["git"] + arguments
        process.currentDirectoryURL = url
        let person = ["NAME": "a", "EMAIL": "a@example.org", "DATE": "2026-01-01T00:00:00Z"]
        process.environment = person.reduce(
            into: ["PATH": "/usr/bin:/bin", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"]
        ) { environment, fact in
            environment["GIT_AUTHOR_\(fact.key)"] = fact.value
            environment["GIT_COMMITTER_\(fact.key)"] = fact.value
        }
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "git \(arguments)")
        return String(decoding: data, as: UTF8.self)
    }
}

/// Whoever asks git waits for its answer, which a thread of the tests' own pool must not.
func onItsOwnThread(_ body: @escaping @Sendable () throws -> Void) async throws {
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
        Thread { done.resume(with: Result(catching: body)) }.start()
    }
}
