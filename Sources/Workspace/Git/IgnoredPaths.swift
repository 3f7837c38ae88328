package import SystemPackage

/// The paths below a folder that git ignores: those of its repository, or where there is none by the `.gitignore` files of the
/// folder.
///
/// Git itself is asked, so that its rules hold to the letter. What is tracked is never ignored: no line of a `.gitignore` hides
/// a contract that a repository holds.
package struct IgnoredPaths: Sendable {
    /// By folder the names in it; a folder that is ignored stands for all that it holds.
    private var names: [String: Set<String>] = [:]

    private init() {}

    package func contains(_ name: String, in folder: FilePath) -> Bool {
        !names.isEmpty && (names[folder.string]?.contains(name) ?? false)
    }

    package mutating func add(_ other: IgnoredPaths) { names.merge(other.names) { $0.union($1) } }

    // MARK: Asking git

    /// - Parameters:
    ///   - folder: where git is asked.
    ///   - shown: the path by which it is known.
    ///   - top: the folder above which no `.gitignore` counts where there is no repository.
    ///   - hasFiles: whether there are such files below the folder: nobody else looks for them.
    /// - Returns: nil: there is no repository, and no `.gitignore` in the folder or between it and the top.
    package static func below(
        _ folder: FilePath, as shown: FilePath, top: FilePath, hasFiles: Bool
    ) throws(Git.Fault) -> IgnoredPaths? {
        if GitRepository.folder(around: FileReading.resolved(folder)) != nil {
            do throws(Git.Fault) {
                return try asked(Git(in: folder), [], as: shown)
            } catch  where error.hasNoRevisions {
                // A `.git` that is no repository.
            }
        }
        guard let root = rootOfFiles(folder, top) ?? (hasFiles ? folder : nil) else { return nil }
        return try withoutRepository(folder, as: shown, root: root)
    }

    /// The highest folder, from the top down to the one that is asked about, that has a `.gitignore`.
    private static func rootOfFiles(_ folder: FilePath, _ top: FilePath) -> FilePath? {
        var (folder, found) = (folder, FilePath?.none)
        let isBelow = folder.below(top) != nil
        repeat {
            if let kind = try? FileReading.kind(of: folder.appending(".gitignore")), kind == .file { found = folder }
        } while isBelow && folder != top && folder.removeLastComponent()
        return found
    }

    /// A repository without anything in it is all that git needs to read the `.gitignore` files of a folder.
    private static func withoutRepository(
        _ folder: FilePath, as shown: FilePath, root: FilePath
    ) throws(Git.Fault) -> IgnoredPaths {
        let git = try Git(in: folder)
        let answer: Result<IgnoredPaths, Git.Fault>
        do throws(FileFault) {
            answer = try FileWriting.withTemporaryFolder(
                folders: ["objects", "refs"], file: ("HEAD", "ref: refs/heads/main\n")
            ) { repository in
                Result { () throws(Git.Fault) in
                    try asked(git, ["--git-dir=\(repository.string)", "--work-tree=\(root.string)"], as: shown)
                }
            }
        } catch {
            throw Git.Fault("the temporary folder \(error.message)")
        }
        return try answer.get()
    }

    private static func asked(
        _ git: Git, _ repository: [String], as shown: FilePath
    ) throws(Git.Fault) -> IgnoredPaths {
        // Of a folder that is ignored as a whole git names the folder alone (git-ls-files, "--directory").
        let answer = try git.run(
            repository + ["ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z"])
        guard answer.code == 0 else { throw answer.refusal }
        var paths = IgnoredPaths()
        if answer.output.isEmpty { return paths }
        // Whoever names a folder that is ignored wants what is in it.
        let own = try git.run(repository + ["check-ignore", "--quiet", "--no-index", "."])
        if own.code == 0 { return paths }
        for line in answer.output.split(separator: 0) {
            // Paths are relative to where git runs; a folder's ends in a slash.
            let isFolder = line.last == UInt8(ascii: "/")
            let path = String(decoding: isFolder ? line.dropLast() : line, as: UTF8.self)
            let parent = path.lastIndex(of: "/").map { shown.pushing(FilePath(String(path[..<$0]))) } ?? shown
            let name = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
            paths.names[parent.string, default: []].insert(name)
        }
        return paths
    }
}
