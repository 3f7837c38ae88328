package import SystemPackage

/// The disk as it is, or with a folder or a file in the place of another one; what lies outside of that is as it is.
package struct DiskSnapshot: Snapshot {
    private let workingFolder: FilePath
    /// Path that is read, and the one that it stands for.
    private let replacement: (own: FilePath, other: FilePath)?
    package let followsLinks = true

    /// - Parameter workingFolder: what names are relative to.
    package init(shownFrom workingFolder: FilePath) {
        self.workingFolder = workingFolder
        replacement = nil
    }

    /// - Parameters:
    ///   - own: the folder or file that is read.
    ///   - other: the one that it stands for.
    package init(_ own: FilePath, inPlaceOf other: FilePath, shownFrom workingFolder: FilePath) {
        self.workingFolder = workingFolder
        replacement = (own, other)
    }

    /// Path where the bytes of a file are.
    private func real(_ path: FilePath) -> FilePath {
        guard let replacement, let below = path.lexicallyNormalized().below(replacement.other) else { return path }
        return below.isEmpty ? replacement.own : replacement.own.pushing(FilePath(below))
    }

    package func kind(of path: FilePath) throws(FileFault) -> FileReading.Kind {
        let path = real(path)
        let kind = try FileReading.kind(of: path)
        // What a broken link was to lead to is missed, not absent: whoever reads it says so.
        return kind == .missing && FileReading.isLink(path) ? .brokenLink : kind
    }

    package func read(_ path: FilePath, limit: Int) throws(FileFault) -> [UInt8] {
        try FileReading.read(real(path), limit: limit)
    }

    package func read(_ files: [FileRequest], jobs: Int) throws(FileFault) -> [Result<[UInt8], FileFault>] {
        sideBySide(files.count, jobs: jobs) { index in
            Result { () throws(FileFault) in try read(files[index].path, limit: files[index].limit) }
        }
    }

    package func list(_ folder: FilePath) throws(FileFault) -> [FolderListing.Entry] {
        try FolderListing(real(folder)).entries
    }

    package func ignoredPaths(below folder: FilePath, hasFiles: Bool) throws(Git.Fault) -> IgnoredPaths? {
        try IgnoredPaths.below(
            real(folder), as: folder, top: replacement?.own ?? workingFolder, hasFiles: hasFiles)
    }

    package func ownFiles() -> [FilePath] {
        guard let replacement else { return [] }
        if (try? FileReading.kind(of: replacement.own)) != .folder { return [replacement.other] }
        var files: [FilePath] = []
        walk(replacement.other) { folder, entries in
            var folders: [FilePath] = []
            for entry in entries {
                let path = folder.appending(entry.name)
                switch entry.kind {
                case .folder where entry.text == ".git": break
                case .folder: folders.append(path)
                case .link where (try? kind(of: path)) != .file: break
                case .file, .link: if entry.text.isNameOfYAML || entry.text.hasSuffix(".json") { files.append(path) }
                case .other: break
                }
            }
            return folders
        } unreadable: { _, _ in
        }
        return files
    }

    package func path(of current: FilePath) -> FilePath? {
        guard let replacement else { return nil }
        return current.lexicallyNormalized().below(replacement.other) == nil ? nil : current
    }

    package func name(of path: FilePath) -> String { real(path).displayName(in: workingFolder) }
}
