internal import CRE2

/// A regular expression of RE2's: matched in time linear in the text, whatever the pattern.
package final class Pattern: Sendable {
    // RE2 programs never change once compiled.
    private nonisolated(unsafe) let program: OpaquePointer

    /// Reason why a pattern is none of RE2's.
    package struct Unusable: Error, Hashable, Sendable {
        package let reason: String
    }

    /// The most memory a compiled pattern may take, in bytes: RE2's own default.
    package static let memory = 8 << 20

    /// - Parameter memory: the most memory it may take, in bytes; also bounds how long compiling takes.
    /// - Throws: `Unusable` for what RE2 cannot compile: look-around, back references, huge repeats, a syntax error.
    package init(_ regex: String, memory: Int = Pattern.memory) throws(Unusable) {
        var regex = regex
        let compiled = regex.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cre2_compile($0.baseAddress, $0.count, memory) }
        }
        guard let compiled else { throw Unusable(reason: "no memory") }
        if let error = cre2_error(compiled) {
            let reason = String(cString: error)
            cre2_free(compiled)
            throw Unusable(reason: reason)
        }
        program = compiled
    }

    deinit { cre2_free(program) }

    /// Number of instructions: what compiling it took, and what a search takes for each byte at worst.
    package var size: Int { Int(cre2_size(program)) }

    /// True when the pattern matches anywhere in a text.
    package func isFound(in text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.withMemoryRebound(to: CChar.self) { cre2_search(program, $0.baseAddress, $0.count) }
    }

    package func isFound(in text: String) -> Bool {
        var text = text
        return text.withUTF8(isFound(in:))
    }

    /// More groups than anybody tells apart.
    private static let mostGroups = 100

    /// The ranges of the groups where the pattern matches first, of a pattern without groups that of the whole match; nil: it
    /// does not match. A group that has no part in the match has an empty range.
    package func groups(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>]? {
        let count = min(Int(cre2_groups(program)), Self.mostGroups) + 1
        var offsets = [Int](repeating: -1, count: 2 * count)
        let isFound = text.withMemoryRebound(to: CChar.self) {
            cre2_captures(program, $0.baseAddress, $0.count, &offsets, Int32(count))
        }
        guard isFound else { return nil }
        return (count > 1 ? 1..<count : 0..<1).map { group in
            max(0, offsets[2 * group])..<max(0, offsets[2 * group + 1])
        }
    }
}
