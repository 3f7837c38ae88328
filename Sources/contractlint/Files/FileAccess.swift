import SystemPackage

/// Where configurations, rule packs and the like are read from: the disk, or a revision of a repository.
struct FileAccess: Sendable {
    /// What a path leads to.
    let kind: @Sendable (FilePath) throws(FileFault) -> FileReading.Kind
    /// The bytes of a regular file; one that has more than a number of them is a fault.
    let read: @Sendable (FilePath, Int) throws(FileFault) -> [UInt8]
    /// What a folder holds.
    let list: @Sendable (FilePath) throws(FileFault) -> [FolderListing.Entry]
    /// What messages call a file.
    let name: @Sendable (FilePath) -> String

    /// - Parameter workingFolder: what names are relative to.
    static func disk(shownFrom workingFolder: FilePath) -> FileAccess {
        FileAccess(
            kind: { path throws(FileFault) in
                let kind = try FileReading.kind(of: path)
                // What a broken link was to lead to is missed, not absent: whoever reads it says so.
                return kind == .missing && FileReading.isLink(path) ? .other : kind
            },
            read: { path, limit throws(FileFault) in
                let raw = try FileReading.read(path, limit: limit)
                if raw.count > limit { throw FileFault.tooLarge(limit) }
                return raw
            },
            list: { path throws(FileFault) in try FolderListing(path).entries },
            name: { $0.displayName(in: workingFolder) })
    }
}

extension FileFault {
    static func tooLarge(_ limit: Int) -> FileFault { FileFault("is larger than \(limit) bytes") }
}
