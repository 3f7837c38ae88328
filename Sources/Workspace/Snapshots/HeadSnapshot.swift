package import SystemPackage

/// The files of this version where the disk alone does not hold them as they are meant: those of the index, with the disk
/// beside them.
package struct HeadSnapshot: Snapshot {
    private let index: GitSnapshot
    private let disk: DiskSnapshot
    /// True: a commit is about to be made, which holds what is staged, whatever has been edited since. False: what a sparse
    /// checkout leaves out is there all the same.
    private let isStaged: Bool
    package let followsLinks = true

    /// The files that are staged.
    ///
    /// - Returns: nil: there is no repository.
    static func staged(in workingFolder: FilePath) throws(WorkspaceFault) -> HeadSnapshot? {
        do throws(Git.Fault) {
            let index = try GitSnapshot(ofIndexFrom: workingFolder)
            return HeadSnapshot(index: index, disk: DiskSnapshot(shownFrom: workingFolder), isStaged: true)
        } catch {
            if error.hasNoRevisions { return nil }
            throw WorkspaceFault("--staged: \(error.message)")
        }
    }

    /// The files of a sparse checkout, with those that it leaves out.
    ///
    /// - Returns: nil: the checkout is whole, or none.
    static func sparse(in workingFolder: FilePath) -> HeadSnapshot? {
        guard let root = GitRepository.folder(around: workingFolder),
            let own = GitRepository.ownFolder(of: root),
            (try? FileReading.kind(of: own.pushing("info/sparse-checkout"))) == .file,
            let index = try? GitSnapshot(ofIndexFrom: workingFolder, onlySkipped: true), !index.isEmpty
        else { return nil }
        return HeadSnapshot(index: index, disk: DiskSnapshot(shownFrom: workingFolder), isStaged: false)
    }

    /// True when the index has the word on a path.
    private func isIndexed(_ path: FilePath) throws(FileFault) -> Bool {
        if isStaged { return try index.kind(of: path) != .missing }
        return try diskKind(path) == .missing
    }

    /// Kind by the disk. Nothing lies below a file.
    private func diskKind(_ path: FilePath) throws(FileFault) -> FileReading.Kind {
        do throws(FileFault) {
            return try disk.kind(of: path)
        } catch {
            if error.number == .notDirectory { return .missing }
            throw error
        }
    }

    package func kind(of path: FilePath) throws(FileFault) -> FileReading.Kind {
        try isIndexed(path) ? index.kind(of: path) : disk.kind(of: path)
    }

    package func read(_ path: FilePath, limit: Int) throws(FileFault) -> [UInt8] {
        try isIndexed(path) ? index.read(path, limit: limit) : disk.read(path, limit: limit)
    }

    package func read(_ files: [FileRequest], jobs: Int) throws(FileFault) -> [Result<[UInt8], FileFault>] {
        var (indexed, others): ([Int], [Int]) = ([], [])
        for number in files.indices {
            if try isIndexed(files[number].path) { indexed.append(number) } else { others.append(number) }
        }
        var read = try Dictionary(
            uniqueKeysWithValues: zip(indexed, index.read(indexed.map { files[$0] }, jobs: jobs)))
        for (number, result) in zip(others, try disk.read(others.map { files[$0] }, jobs: jobs)) {
            read[number] = result
        }
        return files.indices.map { read[$0] ?? .failure(FileFault("cannot be read")) }
    }

    package func list(_ folder: FilePath) throws(FileFault) -> [FolderListing.Entry] {
        if isStaged { return try isIndexed(folder) ? index.list(folder) : disk.list(folder) }
        guard try index.kind(of: folder) == .folder else { return try disk.list(folder) }
        guard try diskKind(folder) == .folder else { return try index.list(folder) }
        let own = try disk.list(folder)
        let names = Set(own.map(\.name))
        return (own + (try index.list(folder).filter { !names.contains($0.name) })).sorted { $0.text < $1.text }
    }

    package func ownFiles() -> [FilePath] { [] }

    /// None of what is staged: git ignores nothing that it tracks.
    package func ignoredPaths(below folder: FilePath, hasFiles: Bool) throws(Git.Fault) -> IgnoredPaths? {
        isStaged ? nil : try disk.ignoredPaths(below: folder, hasFiles: hasFiles)
    }

    package func path(of current: FilePath) -> FilePath? { nil }

    package func name(of path: FilePath) -> String { disk.name(of: path) }

    /// Bytes of files that the disk does not hold as they are meant, by number; those of the others stay unread.
    func contents(of files: [FileRequest]) throws(FileFault) -> [(number: Int, bytes: Result<[UInt8], FileFault>)] {
        var indexed: [Int] = []
        for number in files.indices where try isIndexed(files[number].path) { indexed.append(number) }
        return zip(indexed, try index.read(indexed.map { files[$0] }, jobs: 1)).map { ($0, $1) }
    }
}
