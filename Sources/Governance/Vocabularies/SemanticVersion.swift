/// A version as Semantic Versioning 2.0.0 (https://semver.org/spec/v2.0.0.html) has it: `2.1.0`, `3.0.0-rc.1+build.5`.
struct SemanticVersion {
    /// Whether a text is such a version, to the letter: three numbers without leading zeros, no `v` before them.
    static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var at = 0
        for part in 0..<3 {
            if part > 0 {
                guard at < text.count, text[at] == UInt8(ascii: ".") else { return false }
                at += 1
            }
            let start = at
            while at < text.count, text[at].isDigit { at += 1 }
            if at == start || (text[start] == UInt8(ascii: "0") && at - start > 1) { return false }
        }
        if at < text.count, text[at] == UInt8(ascii: "-") {
            at += 1
            guard identifiers(text, &at, mayLeadWithZero: false) else { return false }
        }
        if at < text.count, text[at] == UInt8(ascii: "+") {
            at += 1
            guard identifiers(text, &at, mayLeadWithZero: true) else { return false }
        }
        return at == text.count
    }

    /// Words of letters, digits and hyphens with dots between, of which none is empty.
    ///
    /// - Parameter mayLeadWithZero: whether a number may be written as `007`, as it may behind the `+`.
    private static func identifiers(
        _ text: UnsafeBufferPointer<UInt8>, _ at: inout Int, mayLeadWithZero: Bool
    ) -> Bool {
        while true {
            let start = at
            var isNumber = true
            while at < text.count, text[at].isLetter || text[at].isDigit || text[at] == UInt8(ascii: "-") {
                if !text[at].isDigit { isNumber = false }
                at += 1
            }
            if at == start { return false }
            if isNumber, !mayLeadWithZero, text[start] == UInt8(ascii: "0"), at - start > 1 { return false }
            guard at < text.count, text[at] == UInt8(ascii: ".") else { return true }
            at += 1
        }
    }
}
