#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import SystemPackage

enum FileWriting {
    /// Writes a file whole or not at all: into a neighbour first, which then takes its name.
    static func write(_ text: String, to path: FilePath) throws(FileFault) {
        // What is no regular file (/dev/stdout, a named pipe) cannot be replaced, only written to.
        if try FileReading.kind(of: path) == .other { return try writeInto(path, text) }
        var template = Array(path.removingLastComponent().appending(".\(path.lastComponent?.string ?? "report").XXXXXX").string.utf8CString)
        let raw = template.withUnsafeMutableBufferPointer { mkstemp($0.baseAddress!) }
        guard raw >= 0 else { throw FileFault("cannot be written: \(Errno(rawValue: errno))") }
        let descriptor = FileDescriptor(rawValue: raw)
        do {
            var text = text
            try text.withUTF8 { _ = try descriptor.writeAll($0) }
            // mkstemp makes files for the owner alone; reports are for the whole CI.
            let mask = umask(0)
            umask(mask)
            _ = fchmod(raw, 0o666 & ~mask)
            try descriptor.close()
            guard rename(template, path.string) == 0 else { throw Errno(rawValue: errno) }
        } catch {
            unlink(template)
            throw FileFault("cannot be written: \((error as? Errno) ?? .ioError)")
        }
    }

    private static func writeInto(_ path: FilePath, _ text: String) throws(FileFault) {
        do {
            let descriptor = try FileDescriptor.open(path, .writeOnly)
            var text = text
            try descriptor.closeAfter { try text.withUTF8 { _ = try descriptor.writeAll($0) } }
        } catch {
            throw FileFault("cannot be written: \((error as? Errno) ?? .ioError)")
        }
    }
}
