internal import Glibc

/// A folder of the repository or beside it, for tests that read files.
package struct Folder: Sendable {
    package let path: String

    /// - Parameter path: relative to the root of the repository.
    package init(_ path: String) { self.path = Self.root + "/" + path }

    /// Where `Tests/TestSupport/Folder.swift` stands.
    private static let root =
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")

    package var exists: Bool { access(path, R_OK) == 0 }

    /// The files below it that are no folders, relative to it, in order.
    package var files: [String] {
        var files: [String] = []
        var pending = [""]
        while let folder = pending.popLast() {
            guard let stream = opendir(path + "/" + folder) else { continue }
            defer { closedir(stream) }
            while let entry = readdir(stream) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                if name.hasPrefix(".") { continue }
                if entry.pointee.d_type == UInt8(DT_DIR) {
                    pending.append(folder + name + "/")
                } else {
                    files.append(folder + name)
                }
            }
        }
        return files.sorted()
    }

    package func read(_ file: String) -> [UInt8] {
        guard let stream = fopen(path + "/" + file, "rb") else { return [] }
        defer { fclose(stream) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&buffer, 1, buffer.count, stream)
            if count <= 0 { return bytes }
            bytes += buffer[..<count]
        }
    }
}
