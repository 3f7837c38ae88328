package import SystemPackage

/// Where configurations, rule packs and the like are read from: the disk, or a revision of a repository.
package struct FileAccess: Sendable {
    /// What a path leads to.
    package let kind: @Sendable (FilePath) throws(FileFault) -> FileReading.Kind
    /// The bytes of a regular file; one that has more than a number of them is a fault.
    package let read: @Sendable (FilePath, Int) throws(FileFault) -> [UInt8]
    /// What a folder holds.
    package let list: @Sendable (FilePath) throws(FileFault) -> [FolderListing.Entry]
    /// What messages call a file.
    package let name: @Sendable (FilePath) -> String

    /// - Parameter workingFolder: what names are relative to.
    package static func disk(shownFrom workingFolder: FilePath) -> FileAccess {
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
    package static func tooLarge(_ limit: Int) -> FileFault { FileFault("is larger than \(limit) bytes") }
}
