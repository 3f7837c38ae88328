package import SystemPackage

/// Where the files of a repository stand, as seen from the working folder.
package struct RepositoryPaths {
    private let workingFolder: FilePath
    /// The working folder without symbolic links, as git knows it.
    private let resolvedFolder: FilePath

    package init(workingFolder: FilePath) {
        self.workingFolder = workingFolder
        resolvedFolder = FileReading.resolved(workingFolder)
    }

    /// The path that a file of the repository has in the working folder.
    package func workingPath(of file: String, in revision: GitRevision) -> FilePath {
        let path = revision.root.pushing(FilePath(file)).lexicallyNormalized()
        guard let below = path.below(resolvedFolder) else { return path }
        return below.isEmpty ? workingFolder : workingFolder.pushing(FilePath(below))
    }

    /// The path of a file in the repository; nil: it lies outside.
    package static func key(of path: FilePath, in revision: GitRevision) -> String? {
        guard let name = path.lastComponent else { return nil }
        return FileReading.resolved(path.removingLastComponent()).appending(name).below(revision.root)
    }
}
