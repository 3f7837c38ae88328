internal import Diagnostics
package import SystemPackage

/// The place that contracts are compared with.
package enum BasePlace {
    case revision(GitRevision)
    case folder(FilePath)
    case file(FilePath)
    /// The repository has no commit yet.
    case nothing

    /// Way to read `--against`.
    package enum Meaning: String, CaseIterable {
        case auto, revision, path
    }

    /// Finds out what a text means: a path that is there, else a revision. One that is both must be told apart by whoever
    /// wrote it: comparing with the wrong one would let a breaking change through.
    ///
    /// - Parameters:
    ///   - folder: in the repository.
    ///   - mayBeNothing: whether a hook asks: it runs before the first commit as well.
    package static func find(
        _ text: String, _ meaning: Meaning, _ point: GitRevision.Point = .tip, in workingFolder: FilePath,
        repository folder: FilePath,
        mayBeNothing: Bool
    ) throws(WorkspaceFault) -> BasePlace {
        if text.isEmpty { throw WorkspaceFault("--against is empty: name a revision, a folder or a file") }
        // Whatever starts with a dash was meant for git, or is a mistake.
        if text.hasPrefix("-") {
            throw WorkspaceFault(
                "--against \(text): this looks like an option, not like a revision, a folder or a file")
        }
        let isPathOnly = text.hasPrefix("./") || text.hasPrefix("../") || text.hasPrefix("/")
        var isThere = false
        var path: BasePlace?
        if meaning != .revision {
            (path, isThere) = try place(workingFolder.pushing(FilePath(text)).lexicallyNormalized(), text)
            if meaning == .path || isPathOnly {
                guard let path else { throw WorkspaceFault("--against \(text): no such file or folder") }
                return path
            }
        }
        let revision: BasePlace?
        do throws(Git.Fault) {
            revision = try GitRevision.find(text, point, in: folder).map { .revision($0) }
        } catch {
            // Outside of a repository a path is enough; in one that git refuses the name may be a revision all the same.
            if let path, error.hasNoRevisions { return path }
            throw WorkspaceFault("--against \(text): \(error.message)")
        }
        switch (path, revision) {
        case (_?, _?):
            throw WorkspaceFault(
                "--against \(text): this is a revision and a \(isFolder(path) ? "folder" : "file") as well; "
                    + "write ./\(text) for the path, or say --base-is revision")
        case (let path?, nil):
            if isTracked(text, in: workingFolder) {
                throw WorkspaceFault(
                    "--against \(text): there is no revision of this name, and the \(isFolder(path) ? "folder" : "file") is a "
                        + "part of this version, which a change could bring along\(hint(folder)); write ./\(text) for the path"
                )
            }
            return path
        case (nil, let revision?): return revision
        case (nil, nil):
            if mayBeNothing, let git = try? Git(in: folder), GitRevision.isUnborn(git) { return .nothing }
            let others = meaning == .revision || isThere ? "no revision" : "no revision, no folder and no file"
            throw WorkspaceFault("--against \(text): there is \(others) of this name\(hint(folder))")
        }
    }

    /// True when this version of the repository holds something at a path.
    private static func isTracked(_ path: String, in workingFolder: FilePath) -> Bool {
        let answer = try? Git(in: workingFolder).run(["ls-files", "-z", "--", path])
        return answer.map { $0.code == 0 && !$0.output.isEmpty } ?? false
    }

    private static func isFolder(_ base: BasePlace?) -> Bool {
        if case .folder = base { true } else { false }
    }

    /// - Returns: the path, and whether anything is there.
    private static func place(_ path: FilePath, _ text: String) throws(WorkspaceFault) -> (BasePlace?, Bool) {
        let kind: FileReading.Kind
        do throws(FileFault) {
            kind = try FileReading.kind(of: path)
        } catch {
            // `main/x` where main is a file is no path, and may be a branch.
            return (nil, false)
        }
        switch kind {
        case .folder: return (.folder(path), true)
        case .file: return (.file(path), true)
        case .other: throw WorkspaceFault("--against \(text): \(FileFault.notRegular)")
        case .missing, .brokenLink: return (nil, false)
        }
    }

    private static func hint(_ folder: FilePath) -> String {
        guard let git = try? Git(in: folder), GitRevision.isShallow(git) else { return "" }
        return "; the clone is shallow: fetch the revision first (with actions/checkout: fetch-depth: 0)"
    }
}
