import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The system's time zones: read once, kept, shared by all threads.
final class ZoneDirectory: Sendable {
    static let system = ZoneDirectory(folders: systemFolders())

    private let folders: [String]
    private let known = Mutex<[String: ZoneFile]>([:])

    /// More than the time zone database has names; so many files that do not belong to it cannot fill the memory.
    private static let mostKept = 2000
    /// The largest file of the database has under 4 kB.
    private static let mostBytes = 256 << 10
    private static let longestName = 64

    /// - Parameter folders: looked through in this order.
    init(folders: [String]) { self.folders = folders }

    private static func systemFolders() -> [String] {
        var folders = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo"]
        if let folder = getenv("TZDIR"), folder.pointee != 0 { folders.insert(String(cString: folder), at: 0) }
        return folders
    }

    /// - Parameter name: `Europe/Berlin`.
    /// - Returns: nil when there is no such zone, or its file cannot be read.
    func zone(named name: UnsafeBufferPointer<UInt8>) -> ZoneFile? {
        guard Self.isName(name) else { return nil }
        let name = String(decoding: name, as: UTF8.self)
        if let zone = known.withLock({ $0[name] }) { return zone }
        for folder in folders {
            guard let bytes = Self.read(folder + "/" + name), let zone = ZoneFile(bytes) else { continue }
            known.withLock { if $0.count < Self.mostKept { $0[name] = zone } }
            return zone
        }
        return nil
    }

    /// Parts of letters, digits, `_`, `-` and `+` between single slashes: no dot, so that no name leads out of the
    /// folder.
    static func isName(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        guard (1...longestName).contains(name.count) else { return false }
        var previous = UInt8(ascii: "/")
        for byte in name {
            switch byte {
            case UInt8(ascii: "/"):
                if previous == byte { return false }
            case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"): break
            default: return false
            }
            previous = byte
        }
        return previous != UInt8(ascii: "/")
    }

    /// Nil for what is no regular file, larger than any zone's, or cannot be read.
    private static func read(_ path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            (1...Int64(mostBytes)).contains(Int64(status.st_size))
        else { return nil }
        let size = Int(status.st_size)
        var isWhole = true
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let got = Self.readAgain(descriptor, buffer.baseAddress.unsafelyUnwrapped + count, size - count)
                guard got > 0 else {
                    isWhole = false
                    return
                }
                count += got
            }
        }
        return isWhole ? bytes : nil
    }

    private static func readAgain(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
        while true {
            #if canImport(Darwin)
                let got = Darwin.read(descriptor, buffer, count)
            #elseif canImport(Musl)
                let got = Musl.read(descriptor, buffer, count)
            #else
                let got = Glibc.read(descriptor, buffer, count)
            #endif
            if got >= 0 || errno != EINTR { return got }
        }
    }
}

/// Time zones as the functions of timestamps take them.
enum ZoneArgument {
    /// - Parameter text: `UTC`, a distance (`+02:00`, `-09:30`, `02:00`), or a name of the time zone database.
    /// - Returns: seconds east of UTC; nil when there is no such zone.
    static func offset(_ text: UnsafeBufferPointer<UInt8>, at seconds: Int64, in zones: ZoneDirectory = .system) -> Int?
    {
        if text.count == 3, text[0] == UInt8(ascii: "U"), text[1] == UInt8(ascii: "T"), text[2] == UInt8(ascii: "C") {
            return 0
        }
        guard let first = text.first else { return nil }
        if decimalDigit(first) != nil || first == UInt8(ascii: "+") || first == UInt8(ascii: "-") {
            return distance(text)
        }
        return zones.zone(named: text)?.offset(at: seconds)
    }

    private static func distance(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        var reader = DigitReader(text)
        let isNegative = reader.skip("-")
        if !isNegative { _ = reader.skip("+") }
        guard let hours = reader.number(2), hours < 24, reader.skip(":"), let minutes = reader.number(2), minutes < 60,
            reader.isAtEnd
        else { return nil }
        return (hours * 3600 + minutes * 60) * (isNegative ? -1 : 1)
    }
}
