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

    /// Writes a file whole or not at all: into a neighbour first, which then takes its name.
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

    private static func replace(_ path: FilePath, _ isNew: Bool, _ content: (@escaping Sink) -> Void) throws {
        // Not made of the report's name, which may be as long as a name can be.
        var template = path.removingLastComponent().appending(".contractlint.XXXXXX").withPlatformString { start in
            Array(UnsafeBufferPointer(start: start, count: strlen(start) + 1))
        }
        let raw = template.withUnsafeMutableBufferPointer { mkstemp($0.baseAddress!) }
        guard raw >= 0 else { throw Errno(rawValue: errno) }
        do {
            try FileDescriptor(rawValue: raw).closeAfter {
                try fill(FileDescriptor(rawValue: raw), content)
                // mkstemp makes files for the owner alone; reports are for the whole CI.
                let mask = umask(0)
                umask(mask)
                _ = fchmod(raw, 0o666 & ~mask)
            }
            // A link is made only where nothing is; a name can be taken over.
            let result = path.withPlatformString { isNew ? link(template, $0) : rename(template, $0) }
            guard result == 0 else { throw Errno(rawValue: errno) }
            if isNew { unlink(template) }
        } catch {
            unlink(template)
            throw error
        }
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
