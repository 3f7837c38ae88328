internal import Basics
package import SystemPackage

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The program that runs, by the file it was started from.
package struct Program: Sendable {
    private let path: FilePath
    /// Version, place and times of the file: quickly found, and others for each program.
    let identity: String

    /// - Parameter version: as reports have it.
    /// - Returns: nil: the system does not say which file it is.
    package init?(version: String) {
        guard let path = Self.path else { return nil }
        var status = stat()
        guard path.withPlatformString({ stat($0, &status) }) == 0 else { return nil }
        self.path = path
        #if canImport(Darwin)
            let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
        #else
            let (modified, changed) = (status.st_mtim, status.st_ctim)
        #endif
        identity = [
            version, path.string, "\(status.st_dev)", "\(status.st_ino)", "\(status.st_size)",
            "\(modified.tv_sec).\(modified.tv_nsec)", "\(changed.tv_sec).\(changed.tv_nsec)",
        ].joined(separator: " ")
    }

    private static var path: FilePath? {
        #if canImport(Darwin)
            let given = CommandLine.arguments.first ?? ""
            let name = given.contains("/") ? given : ""
        #else
            let name = "/proc/self/exe"
        #endif
        guard let resolved = realpath(name, nil) else { return nil }
        defer { free(resolved) }
        return FilePath(platformString: resolved)
    }

    /// SHA-256 of the file, by which the same program is known in another place. Takes a tenth of a second.
    func digest() -> String {
        #if DEBUG
            // A program of some hundred megabytes, hashed by code that is not optimised, takes minutes.
            return SHA256.hexDigest(of: identity)
        #else
            let raw = FileReading.readOwn(path, limit: 1 << 30) ?? []
            return raw.isEmpty ? SHA256.hexDigest(of: identity) : SHA256.hexDigest(of: raw)
        #endif
    }
}
