/// Names that an organisation lists itself, in any case: `badge` is a word of the name, `emp_*` a pattern for all of
/// it.
enum NamePattern {
    /// - Parameter pattern: `*` stands for any characters, `?` for one byte. Without either it is one word or several
    ///   in a row, wherever they stand in the name: `staff number` and `staff_number` find `oldStaffNumber`.
    static func matches(_ name: UnsafeBufferPointer<UInt8>, _ pattern: UnsafeBufferPointer<UInt8>) -> Bool {
        if pattern.contains(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }) {
            return matchesGlob(name, pattern)
        }
        return NameWords.with(pattern) { wanted in
            guard wanted.count > 0 else { return false }
            return NameWords.with(name) { words in
                guard words.count >= wanted.count else { return false }
                return (0...words.count - wanted.count).contains { start in
                    words[start..<start + wanted.count].elementsEqual(wanted[0..<wanted.count])
                }
            }
        }
    }

    /// The last `*` takes one character more whenever what follows it does not match: the time is at most the product
    /// of both lengths.
    private static func matchesGlob(_ name: UnsafeBufferPointer<UInt8>, _ pattern: UnsafeBufferPointer<UInt8>) -> Bool {
        var at = 0
        var next = 0
        var star: (pattern: Int, name: Int)?
        while at < name.count {
            if next < pattern.count, pattern[next] == UInt8(ascii: "*") {
                star = (next, at)
                next += 1
            } else if next < pattern.count,
                pattern[next] == UInt8(ascii: "?") || pattern[next].lowered == name[at].lowered
            {
                next += 1
                at += 1
            } else if let (own, taken) = star {
                star = (own, taken + 1)
                next = own + 1
                at = taken + 1
            } else {
                return false
            }
        }
        while next < pattern.count, pattern[next] == UInt8(ascii: "*") { next += 1 }
        return next == pattern.count
    }
}
