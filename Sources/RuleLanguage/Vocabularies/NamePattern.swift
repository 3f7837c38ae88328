internal import Basics

/// Names that an organisation lists itself, in any case: `badge` is a word of the name, `emp_*` a pattern for all of
/// it.
enum NamePattern {
    /// - Parameter pattern: `*` stands for any characters, `?` for one. Without either it is one word or several
    ///   in a row, wherever they stand in the name: `staff number` and `staff_number` find `oldStaffNumber`.
    static func matches(_ name: UnsafeBufferPointer<UInt8>, _ pattern: UnsafeBufferPointer<UInt8>) -> Bool {
        if pattern.contains(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }) {
            return GlobPattern.matches(name, pattern, .anyCase)
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
}
