package import SystemPackage

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Why a file could not be read, in words.
package struct FileFault: Error {
    package let message: String
    /// Error that the system gave.
    package var number: Errno?

    package init(_ message: String) { self.message = message }

    package init(_ error: any Error) {
        let number = (error as? Errno) ?? .ioError
        self.number = number
        switch number {
        case .noSuchFileOrDirectory: message = "no such file or folder"
        case .permissionDenied: message = "permission denied"
        case .isDirectory: message = "is a folder"
        case .tooManySymbolicLinkLevels: message = "symbolic links lead round in a circle"
        case .fileNameTooLong: message = "the name is too long"
        case .notDirectory: message = "a part of the path is no folder"
        // What opening a socket gives.
        case .noSuchAddressOrDevice: message = Self.notRegular
        default: message = "cannot be read: \(number)"
        }
    }

    /// - Parameter be: what was to be done, as in "cannot be written".
    package init(cannot be: String, _ error: any Error) {
        message = (error as? FileFault)?.message ?? "cannot \(be): \((error as? Errno) ?? .ioError)"
    }

    package static let linkToNothing = "is a symbolic link to nothing"
    package static let notRegular = "is no regular file (a pipe, socket or device)"
}

package enum FileReading {
    /// Reads a regular file, at most `limit` bytes and one more, which tells that there are more.
    ///
    /// A FIFO or a device is never waited for, and what a link leads to outside of the repository is not opened.
    package static func read(_ path: FilePath, limit: Int) throws(FileFault) -> [UInt8] {
        do {
            let descriptor = try FileDescriptor.open(
                Enclosure.resolved(path), .readOnly, options: [.nonBlocking, .closeOnExec])
            defer { try? descriptor.close() }
            var status = stat()
            guard fstat(descriptor.rawValue, &status) == 0 else { throw Errno(rawValue: errno) }
            switch status.st_mode & S_IFMT {
            case S_IFREG: break
            case S_IFDIR: throw FileFault("is a folder")
            default: throw FileFault(FileFault.notRegular)
            }
            return try readAll(descriptor, expected: Int(status.st_size), limit: limit)
        } catch let fault as FileFault {
            throw fault
        } catch Errno.noSuchFileOrDirectory where isLink(path) {
            throw FileFault(FileFault.linkToNothing)
        } catch {
            throw FileFault(error)
        }
    }

    /// Bytes of a small file that git keeps for itself, of which no report shows anything; nil: it cannot be read.
    static func readOfGit(_ path: FilePath) -> [UInt8]? { readOwn(path, limit: 4096) }

    /// Bytes of a file that is no part of what is looked at, at most `limit` and one more; nil: it cannot be read.
    static func readOwn(_ path: FilePath, limit: Int) -> [UInt8]? {
        guard let descriptor = try? FileDescriptor.open(path, .readOnly, options: [.nonBlocking, .closeOnExec]) else {
            return nil
        }
        defer { try? descriptor.close() }
        return try? readAll(descriptor, expected: 0, limit: limit)
    }

    /// Reads standard input to its end, at most `limit` bytes and one more.
    package static func readStandardInput(limit: Int) throws(FileFault) -> [UInt8] {
        do {
            return try readAll(.standardInput, expected: 0, limit: limit)
        } catch {
            throw FileFault(error)
        }
    }

    private static func readAll(_ descriptor: FileDescriptor, expected: Int, limit: Int) throws -> [UInt8] {
        let most = limit == .max ? limit : limit + 1
        var size = min(max(expected + 1, 4096), most)
        var bytes: [UInt8] = []
        while true {
            let held = bytes.count
            let read = try [UInt8](unsafeUninitializedCapacity: size - held) { buffer, count in
                count = try descriptor.read(into: UnsafeMutableRawBufferPointer(buffer))
            }
            if read.isEmpty { return bytes }
            if held == 0 { bytes = read } else { bytes += read }
            if bytes.count >= most { return bytes }
            if bytes.count == expected { return bytes }
            size = min(max(size, bytes.count * 2 + 4096), most)
        }
    }

    /// The path without symbolic links; itself when it leads nowhere.
    package static func resolved(_ path: FilePath) -> FilePath { target(of: path) ?? path }

    /// The path without symbolic links; nil: it leads nowhere.
    static func target(of path: FilePath) -> FilePath? {
        guard let raw = path.withPlatformString({ realpath($0, nil) }) else { return nil }
        defer { free(raw) }
        return FilePath(platformString: raw)
    }

    /// True when a path is itself a symbolic link, wherever that leads.
    package static func isLink(_ path: FilePath) -> Bool {
        var status = stat()
        return path.withPlatformString { lstat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    /// The path that a symbolic link holds; nil: it is none.
    static func target(ofLink path: FilePath) -> FilePath? {
        guard isLink(path) else { return nil }
        var target = [CInterop.PlatformChar](repeating: 0, count: Int(PATH_MAX) + 1)
        let count = path.withPlatformString { readlink($0, &target, Int(PATH_MAX)) }
        return count > 0 ? FilePath(platformString: target) : nil
    }

    package enum Kind {
        case file, folder, other, missing
        /// A symbolic link to nothing, where somebody asks for it.
        case brokenLink
    }

    /// Kind of what a path leads to, symbolic links followed.
    package static func kind(of path: FilePath) throws(FileFault) -> Kind {
        var status = stat()
        let result = path.withPlatformString { stat($0, &status) }
        guard result == 0 else {
            let number = Errno(rawValue: errno)
            if number == .noSuchFileOrDirectory { return .missing }
            throw FileFault(number)
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        default: return .other
        }
    }
}
