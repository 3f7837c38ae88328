import Foundation
import Testing

/// One run of the program that was built beside the tests: what it wrote and how it ended.
struct Run {
    let exitCode: Int32
    let output: Data
    let errors: String

    var text: String { String(decoding: output, as: UTF8.self) }

    /// What standard output holds, as a JSON object.
    func json() throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: output) as? [String: Any])
    }

    /// The lines of standard output without the closing one, which holds the time.
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    static let program: URL = {
        let bundles = [Bundle.main.bundleURL] + Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() }
        let folders = bundles + [Bundle.main.executableURL?.deletingLastPathComponent()].compactMap { $0 }
        let found = folders.map { $0.appendingPathComponent("contractlint") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
        return found ?? root.appendingPathComponent(".build/debug/contractlint")
    }()

    /// The folder of the package.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Runs the program.
    ///
    /// - Parameters:
    ///   - folder: the working folder; the package's when nil.
    ///   - input: what standard input holds.
    init(_ arguments: [String], in folder: URL = Run.root, input: Data = Data(), environment: [String: String] = [:])
        throws
    {
        try self.init(Self.program, arguments, folder, input, environment)
    }

    /// Runs a script of the shell, in which `$CL` is the program: for what a shell does with streams and with bytes.
    static func shell(_ script: String, in folder: URL, input: Data = Data()) throws -> Run {
        try Run(
            URL(fileURLWithPath: "/bin/bash"), ["-c", script], folder, input, ["CL": program.path])
    }

    private init(
        _ executable: URL, _ arguments: [String], _ folder: URL, _ input: Data, _ environment: [String: String]
    ) throws {
        // Files instead of pipes: nobody has to read while the program writes.
        let scratch = try Scratch()
        let streams = try ["in", "out", "err"].map { name in
            let url = scratch.url(name)
            try (name == "in" ? input : Data()).write(to: url)
            return name == "in" ? try FileHandle(forReadingFrom: url) : try FileHandle(forWritingTo: url)
        }
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        var variables = ProcessInfo.processInfo.environment
        for name in ["NO_COLOR", "FORCE_COLOR", "GITHUB_ACTIONS", "CI", "TF_BUILD"] { variables[name] = nil }
        process.environment = variables.merging(environment) { $1 }
        (process.standardInput, process.standardOutput, process.standardError) = (streams[0], streams[1], streams[2])
        try process.run()
        // A run that never ends must not take the tests with it.
        let deadline = Date(timeIntervalSinceNow: 120)
        while process.isRunning, Date() < deadline { usleep(2000) }
        if process.isRunning {
            kill(process.processIdentifier, SIGKILL)
            Issue.record("it ran for two minutes: \(arguments)")
        }
        process.waitUntilExit()
        for stream in streams { try stream.close() }
        let isSignal = process.terminationReason == .uncaughtSignal
        exitCode = isSignal ? -process.terminationStatus : process.terminationStatus
        output = try Data(contentsOf: scratch.url("out"))
        errors = String(decoding: try Data(contentsOf: scratch.url("err")), as: UTF8.self)
    }
}

/// A folder that goes when the test is over.
final class Scratch {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("contractlint-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        // Folders that nobody may read were made on purpose.
        let paths =
            FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        for path in paths where (try? path.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true {
            chmod(path.path, 0o700)
        }
        try? FileManager.default.removeItem(at: folder)
    }

    func url(_ name: String) -> URL { folder.appendingPathComponent(name) }

    /// Writes a file; folders in its name are made.
    @discardableResult
    func write(_ name: String, _ text: String) throws -> URL { try write(name, Data(text.utf8)) }

    @discardableResult
    func write(_ name: String, _ data: Data) throws -> URL {
        let url = url(name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: url)
        return url
    }

    func read(_ name: String) throws -> String { String(decoding: try Data(contentsOf: url(name)), as: UTF8.self) }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: url(name).path) }

    var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() } }
}
