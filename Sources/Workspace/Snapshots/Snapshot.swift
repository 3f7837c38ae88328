package import SystemPackage

/// The files of a place: of the disk, of the disk with a folder or a file in the place of another, of a revision of a
/// repository or of its index.
///
/// All are asked by the paths that files have, or would have, in the working folder: whoever compares two places asks both
/// of them the same.
package protocol Snapshot: Sendable {
    /// True when symbolic links are followed; else they lead nowhere.
    var followsLinks: Bool { get }

    /// Kind of what a path leads to.
    func kind(of path: FilePath) throws(FileFault) -> FileReading.Kind

    /// Bytes of a regular file: at most `limit` and one more, which tells that there are more. A place that can only read
    /// files whole says that it is too large.
    func read(_ path: FilePath, limit: Int) throws(FileFault) -> [UInt8]

    /// Bytes of several files, read together: of each those it has, or why there are none.
    ///
    /// - Throws: where the place can tell nothing at all.
    func read(_ files: [FileRequest], jobs: Int) throws(FileFault) -> [Result<[UInt8], FileFault>]

    /// Entries of a folder, in the order of their names.
    func list(_ folder: FilePath) throws(FileFault) -> [FolderListing.Entry]

    /// Paths of all YAML and JSON files that the place holds for itself: those of a revision, of the folder that stands for
    /// another. The disk as a whole has none.
    func ownFiles() -> [FilePath]

    /// Paths below a folder that git ignores there; nil: nothing in the folder or above it says that it ignores any.
    ///
    /// - Parameter hasFiles: whether there are `.gitignore` files below the folder.
    func ignoredPaths(below folder: FilePath, hasFiles: Bool) throws(Git.Fault) -> IgnoredPaths?

    /// Path by which the place knows a file of the working folder; nil: it lies outside.
    func path(of current: FilePath) -> FilePath?

    /// Name of a file in messages.
    func name(of path: FilePath) -> String
}

/// A file that is to be read.
package struct FileRequest: Sendable {
    package var path: FilePath
    /// The most bytes.
    package var limit: Int
    /// Bytes that the file has in another place: where it has the same in this one, it need not be read.
    package var known: [UInt8]?

    package init(_ path: FilePath, limit: Int, known: [UInt8]? = nil) {
        self.path = path
        self.limit = limit
        self.known = known
    }
}

extension Snapshot {
    /// Bytes of a regular file, of which more than a number are a fault.
    package func readWhole(_ path: FilePath, limit: Int) throws(FileFault) -> [UInt8] {
        let raw = try read(path, limit: limit)
        if raw.count > limit { throw FileFault.tooLarge(limit) }
        return raw
    }

    /// Walks a folder and those below, each in the order of its names, and never follows a link to a folder: it can lead
    /// round in a circle.
    ///
    /// - Parameters:
    ///   - visit: sees a folder with what it holds, and says which of the folders in it are walked.
    ///   - unreadable: hears which folder cannot be listed, and why.
    package func walk<Failure: Error>(
        _ root: FilePath, _ visit: (FilePath, [FolderListing.Entry]) throws(Failure) -> [FilePath],
        unreadable: (FilePath, FileFault) throws(Failure) -> Void
    ) throws(Failure) {
        var pending = [root]
        while let folder = pending.popLast() {
            let entries: [FolderListing.Entry]
            switch listing(folder) {
            case .success(let found): entries = found
            case .failure(let fault):
                try unreadable(folder, fault)
                continue
            }
            pending += try visit(folder, entries).reversed()
        }
    }

    private func listing(_ folder: FilePath) -> Result<[FolderListing.Entry], FileFault> {
        Result { () throws(FileFault) in try list(folder) }
    }
}

extension FileFault {
    static func tooLarge(_ limit: Int) -> FileFault { FileFault("is larger than \(limit) bytes") }
}

extension String {
    var isNameOfYAML: Bool { hasSuffix(".yaml") || hasSuffix(".yml") }
}
