internal import Dispatch
internal import Subprocess
internal import Synchronization
package import SystemPackage

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The `git` program, asked in a way in which the repository's own configuration can start nothing.
///
/// Only plumbing is asked that reads objects and lists the index: no command that refreshes the index (file system monitors),
/// runs filters or hooks, checks signatures (`gpg.program`), or talks to a server, as a partial clone would to fetch what it lacks.
package struct Git: Sendable {
    /// Why git gave no answer.
    package struct Fault: Error {
        package let message: String
        /// True when there can be no revisions here at all: no repository, or no git.
        package let hasNoRevisions: Bool

        package init(_ message: String, hasNoRevisions: Bool = false) {
            self.message = message
            self.hasNoRevisions = hasNoRevisions
        }
    }

    package struct Answer: Sendable {
        package let code: Int32
        package let output: [UInt8]
        package let errors: String

        /// Without the line break at its end.
        package var line: String {
            var text = String(decoding: output, as: UTF8.self)
            if text.last?.isNewline == true { text.removeLast() }
            return text
        }
    }

    private let program: FilePath
    private let folder: FilePath

    /// - Parameter folder: where git looks for the repository.
    package init(in folder: FilePath) throws(Fault) {
        guard let program = Self.find() else {
            throw Fault("the program git is not on the PATH", hasNoRevisions: true)
        }
        self.program = program
        self.folder = folder
    }

    /// The first `git` of the PATH. Entries that are relative would find a program of the folder that is checked.
    private static func find() -> FilePath? {
        for entry in (Machine.environment("PATH") ?? "").split(separator: ":") where entry.hasPrefix("/") {
            let path = FilePath(String(entry)).appending("git")
            guard (try? FileReading.kind(of: path)) == .file else { continue }
            if path.withPlatformString({ access($0, X_OK) }) == 0 { return path }
        }
        return nil
    }

    /// Before the command: nothing that a repository configures is started.
    private static let guards = [
        "--no-pager", "--no-replace-objects", "--no-optional-locks", "--literal-pathspecs", "-c",
        "core.fsmonitor=false",
        "-c", "core.hooksPath=/dev/null", "-c", "core.pager=cat", "-c", "protocol.allow=never", "-c",
        "credential.helper=", "-c", "core.sshCommand=false", "-c", "core.askPass=false", "-c", "core.gitProxy=false",
        // A repository without a work tree can be committed into another one as plain files.
        "-c", "safe.bareRepository=explicit",
    ]

    /// The variables that hooks set point at the repository of the commit, which is found from the folder as well.
    private static let variables: [Environment.Key: String?] = [
        "GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0",
        "GIT_PAGER": "cat", "GIT_ASKPASS": "false", "SSH_ASKPASS": "false", "LC_ALL": "C", "GIT_DIR": nil,
        "GIT_WORK_TREE": nil, "GIT_COMMON_DIR": nil, "GIT_PREFIX": nil, "GIT_EXTERNAL_DIFF": nil,
    ]

    /// Runs a command.
    ///
    /// - Parameters:
    ///   - input: for its standard input.
    ///   - limit: the most bytes of standard output that are taken; more is a fault.
    ///   - isOfHook: whether the index is the one that a hook was started for, which need not be the repository's: a commit of
    ///     some files alone has one of its own.
    package func run(
        _ arguments: [String], input: [UInt8] = [], limit: Int = 1 << 28, ofHook isOfHook: Bool = false
    ) throws(Fault) -> Answer {
        let variables =
            isOfHook ? Self.variables : Self.variables.merging(["GIT_INDEX_FILE": nil]) { first, _ in first }
        let program = program
        let folder = folder
        return try Self.wait { () async throws(Fault) -> Answer in
            do {
                let result = try await Subprocess.run(
                    .path(program), arguments: .init(Self.guards + arguments),
                    environment: .inherit.updating(variables), workingDirectory: folder, input: .array(input),
                    output: .bytes(limit: limit), error: .string(limit: 1 << 16))
                let code: Int32 =
                    switch result.terminationStatus {
                    case .exited(let code): code
                    case .signaled(let signal): 128 + signal
                    }
                return Answer(code: code, output: result.standardOutput, errors: result.standardError)
            } catch {
                throw Fault("git \(arguments.first ?? "") could not be run: \(error)")
            }
        }
    }

    /// The command line waits for its answer; git runs on threads of its own.
    private static func wait(_ body: @escaping @Sendable () async throws(Fault) -> Answer) throws(Fault) -> Answer {
        let done = DispatchSemaphore(value: 0)
        let slot = Slot()
        Task.detached {
            do throws(Fault) {
                slot.put(.success(try await body()))
            } catch {
                slot.put(.failure(error))
            }
            done.signal()
        }
        done.wait()
        return try (slot.take() ?? .failure(Fault("git gave no answer"))).get()
    }

    private final class Slot: Sendable {
        private let value = Mutex<Result<Answer, Fault>?>(nil)
        package func put(_ result: Result<Answer, Fault>) { value.withLock { $0 = result } }
        package func take() -> Result<Answer, Fault>? { value.withLock { $0 } }
    }
}

extension Git.Fault {
    static let bare = Git.Fault("the repository is bare, so it has no files to compare; run contractlint in a clone")
}

extension Git.Answer {
    /// Fault of a command that failed.
    var refusal: Git.Fault {
        if errors.contains("not a git repository") {
            return Git.Fault("this is not a git repository", hasNoRevisions: true)
        }
        if errors.contains("must be run in a work tree") || errors.contains("safe.bareRepository") { return .bare }
        if errors.contains("dubious ownership") {
            // `detected dubious ownership in repository at '/x'` (git-config, "safe.directory")
            let quoted = errors.split(separator: "'", omittingEmptySubsequences: false).dropFirst().first
            let folder = quoted.map(String.init) ?? "FOLDER"
            return Git.Fault(
                "git refuses the repository because its folder belongs to another user, as it does in a container; "
                    + "if you trust it: git config --global --add safe.directory \(folder)")
        }
        return Git.Fault(words)
    }

    /// Message of git, in one line.
    var words: String {
        let first = errors.split(whereSeparator: \.isNewline).first { !$0.isEmpty }
        guard let first else { return "git failed with code \(code)" }
        let text = first.hasPrefix("fatal: ") ? first.dropFirst(7) : first
        if errors.contains("promisor") || errors.contains("transport ") {
            return "git lacks an object (\(text)); a partial clone does not have all files: fetch it whole, nothing is "
                + "fetched here"
        }
        return "git says: \(text)"
    }
}
