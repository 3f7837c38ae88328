internal import SystemPackage

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

extension FileWriting {
    /// Runs a body with a folder for its own, which is gone afterwards with the files and folders in it that the body names.
    ///
    /// - Parameters:
    ///   - folders: made in it before, by name.
    ///   - file: made in it before: its name and its text.
    static func withTemporaryFolder<Value>(
        folders: [String], file: (name: String, text: String), _ body: (FilePath) throws(FileFault) -> Value
    ) throws(FileFault) -> Value {
        let parent = FilePath(Machine.environment("TMPDIR").flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp")
        var template = parent.appending("contractlint.XXXXXX").withPlatformString { start in
            Array(UnsafeBufferPointer(start: start, count: strlen(start) + 1))
        }
        guard template.withUnsafeMutableBufferPointer({ mkdtemp($0.baseAddress!) }) != nil else {
            throw FileFault(cannot: "be made", Errno(rawValue: errno))
        }
        let path = FilePath(platformString: template)
        defer {
            _ = path.appending(file.name).withPlatformString { unlink($0) }
            for folder in folders { _ = path.appending(folder).withPlatformString { rmdir($0) } }
            _ = path.withPlatformString { rmdir($0) }
        }
        for folder in folders { try makeFolder(path.appending(folder)) }
        var text = file.text
        try write(to: path.appending(file.name)) { sink in text.withUTF8(sink) }
        return try body(path)
    }
}
