package import SystemPackage

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

package enum FileWriting {
    /// Takes the next bytes of a file.
    package typealias Sink = (UnsafeBufferPointer<UInt8>) -> Void

    /// Writes a file whole or not at all: into one without a name first, which then takes its name.
    ///
    /// - Parameters:
    ///   - isNew: whether a file that has come to be there in the meantime is left alone, and an error.
    ///   - content: hands the bytes over, in as many pieces as it likes.
    package static func write(
        to path: FilePath, isNew: Bool = false, _ content: (@escaping Sink) -> Void
    ) throws(FileFault) {
        do {
            // What is no regular file (/dev/stdout, a named pipe) cannot be replaced, only written to.
            if try FileReading.kind(of: path) == .other {
                let descriptor = try FileDescriptor.open(path, .writeOnly)
                return try descriptor.closeAfter { try fill(descriptor, content) }
            }
            try replace(path, isNew, content)
        } catch {
            throw FileFault(cannot: "be written", error)
        }
    }

    /// Makes a folder with those above it that are missing.
    package static func makeFolder(_ path: FilePath) throws(FileFault) {
        if path.isEmpty { return }
        if try FileReading.kind(of: path) == .folder { return }
        try makeFolder(path.removingLastComponent())
        let result = path.withPlatformString { mkdir($0, 0o777) }
        // Somebody else may have made it in the meantime.
        let number = Errno(rawValue: errno)
        if result != 0, number != .fileExists { throw FileFault(cannot: "be made", number) }
    }

    private static func replace(_ path: FilePath, _ isNew: Bool, _ content: (@escaping Sink) -> Void) throws {
        let folder = path.removingLastComponent()
        // Not made of the report's name, which may be as long as a name can be.
        let name = folder.appending(".contractlint.\(UInt64.random(in: 0 ... .max))")
        if let unnamed = openUnnamed(in: folder) {
            // Until it is whole the file has no name: a process that is killed leaves nothing behind.
            let isLinked = try unnamed.closeAfter {
                try fill(unnamed, content)
                return try give(name: isNew ? path : name, to: unnamed)
            }
            if isLinked {
                if !isNew { try take(name, to: path) }
                return
            }
        }
        // Where a system or a file system has no files without a name, a kill in the middle can leave this one.
        let descriptor = try FileDescriptor.open(
            name, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
            permissions: FilePermissions(rawValue: 0o666))
        do {
            try descriptor.closeAfter { try fill(descriptor, content) }
            if isNew {
                // A link is made only where nothing is; a name can be taken over.
                guard name.withPlatformString({ own in path.withPlatformString { link(own, $0) } }) == 0 else {
                    throw Errno(rawValue: errno)
                }
                _ = name.withPlatformString { unlink($0) }
            } else {
                try take(name, to: path)
            }
        } catch {
            _ = name.withPlatformString { unlink($0) }
            throw error
        }
    }

    private static func take(_ name: FilePath, to path: FilePath) throws {
        let result = name.withPlatformString { own in path.withPlatformString { rename(own, $0) } }
        guard result == 0 else {
            let number = Errno(rawValue: errno)
            _ = name.withPlatformString { unlink($0) }
            throw number
        }
    }

    /// A file without a name; nil: there are none here.
    private static func openUnnamed(in folder: FilePath) -> FileDescriptor? {
        #if os(Linux)
            // O_TMPFILE, which the system's headers spell in a way that is not imported.
            let flags = O_WRONLY | O_CLOEXEC | O_DIRECTORY | 0o20000000
            let path = folder.isEmpty ? FilePath(".") : folder
            let raw = path.withPlatformString { open($0, flags, 0o666) }
            if raw >= 0 { return FileDescriptor(rawValue: raw) }
        #endif
        return nil
    }

    /// - Returns: false: the system cannot name it.
    private static func give(name: FilePath, to file: FileDescriptor) throws -> Bool {
        #if os(Linux)
            let result = "/proc/self/fd/\(file.rawValue)".withCString { own in
                name.withPlatformString { linkat(AT_FDCWD, own, AT_FDCWD, $0, AT_SYMLINK_FOLLOW) }
            }
            if result == 0 { return true }
            let number = Errno(rawValue: errno)
            if number == .fileExists { throw number }
        #endif
        return false
    }

    private static func fill(_ descriptor: FileDescriptor, _ content: (@escaping Sink) -> Void) throws {
        var fault: (any Error)?
        withoutActuallyEscaping({ (bytes: UnsafeBufferPointer<UInt8>) in
            guard fault == nil else { return }
            do { _ = try descriptor.writeAll(bytes) } catch { fault = error }
        }) { content($0) }
        if let fault { throw fault }
    }
}
