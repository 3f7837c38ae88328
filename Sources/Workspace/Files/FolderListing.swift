package import SystemPackage

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The entries of a folder, by name. Names are bytes: one that is no UTF-8 still leads to its file.
package struct FolderListing {
    package struct Entry {
        package var name: FilePath.Component
        /// The name as text; bytes that are no UTF-8 show as U+FFFD.
        package var text: String
        package var kind: Kind
    }

    package enum Kind { case file, folder, link, other }

    package private(set) var entries: [Entry] = []

    package init(_ path: FilePath) throws(FileFault) {
        guard let folder = try Enclosure.resolved(path).withPlatformString({ opendir($0) }) else {
            throw FileFault(Errno(rawValue: errno))
        }
        defer { closedir(folder) }
        while let entry = readdir(folder) {
            let type = Int32(entry.pointee.d_type)
            let component = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CInterop.PlatformChar.self, capacity: Int(NAME_MAX) + 1) {
                    FilePath.Component(platformString: $0)
                }
            }
            guard let component, component.kind == .regular else { continue }
            entries.append(Entry(name: component, text: component.string, kind: Self.kind(type, path, component)))
        }
        entries.sort { $0.text < $1.text }
    }

    /// True when a name is among the entries, in whatever case: to some file systems that is the same.
    package static func mayHold(_ name: String, _ entries: [Entry]) -> Bool {
        entries.contains { $0.text.utf8.first == name.utf8.first && $0.text.lowercased() == name }
    }

    private static func kind(_ type: Int32, _ folder: FilePath, _ name: FilePath.Component) -> Kind {
        switch type {
        case Int32(DT_REG): return .file
        case Int32(DT_DIR): return .folder
        case Int32(DT_LNK): return .link
        case Int32(DT_UNKNOWN):
            // Some file systems do not say.
            var status = stat()
            guard folder.appending(name).withPlatformString({ lstat($0, &status) }) == 0 else { return .other }
            switch status.st_mode & S_IFMT {
            case S_IFREG: return .file
            case S_IFDIR: return .folder
            case S_IFLNK: return .link
            default: return .other
            }
        default: return .other
        }
    }
}
