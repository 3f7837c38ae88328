#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Looks for a text in another in time linear in the longer one, whatever the two are.
enum TextSearch {
    /// Up to so many bytes every place that begins right is compared.
    private static let short = 16

    /// - Parameter part: not empty and not longer than the text.
    static func contains(_ text: UnsafeBufferPointer<UInt8>, _ part: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let start = text.baseAddress, let needle = part.baseAddress else { return false }
        return part.count <= short
            ? containsShort(start, text.count, needle, part.count) : containsLong(start, text.count, needle, part.count)
    }

    private static func containsShort(
        _ text: UnsafePointer<UInt8>, _ count: Int, _ part: UnsafePointer<UInt8>, _ length: Int
    ) -> Bool {
        var offset = 0
        while offset <= count - length {
            guard let hit = memchr(text + offset, Int32(part[0]), count - length - offset + 1) else { return false }
            if memcmp(hit, part, length) == 0 { return true }
            offset = UnsafeRawPointer(hit) - UnsafeRawPointer(text) + 1
        }
        return false
    }

    /// Rabin and Karp's: a hash rolls over the text, and what has the part's hash is compared. The base is random, so that
    /// nobody can write a text whose every place has it.
    private static func containsLong(
        _ text: UnsafePointer<UInt8>, _ count: Int, _ part: UnsafePointer<UInt8>, _ length: Int
    ) -> Bool {
        var wanted: UInt64 = 0
        var hash: UInt64 = 0
        var highest: UInt64 = 1
        for index in 0..<length {
            wanted = wanted &* base &+ UInt64(part[index])
            hash = hash &* base &+ UInt64(text[index])
            if index > 0 { highest = highest &* base }
        }
        var offset = 0
        while true {
            if hash == wanted, memcmp(text + offset, part, length) == 0 { return true }
            guard offset < count - length else { return false }
            hash = (hash &- UInt64(text[offset]) &* highest) &* base &+ UInt64(text[offset + length])
            offset += 1
        }
    }

    private static let base = UInt64.random(in: 0 ... .max) | 1
}
