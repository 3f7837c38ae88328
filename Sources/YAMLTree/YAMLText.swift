package import Diagnostics

/// The bytes of a file made into well-formed UTF-8 that libyaml accepts.
///
/// libyaml refuses a whole buffer for one bad byte and does not say where, so the bytes are judged here: what is wrong is
/// replaced by U+FFFD, one for each fault, and reported. The rest of the file is read as if nothing had happened.
package struct YAMLText {
    package private(set) var bytes: [UInt8]
    package private(set) var issues: [Issue] = []
    /// True when every byte is ASCII, so that code points and bytes are the same.
    let isASCII: Bool

    package init(_ raw: [UInt8]) {
        if let utf16 = Self.decodeUTF16(raw) {
            bytes = utf16
            isASCII = false
            replaceFaults()
            return
        }
        bytes = raw
        let clean = raw.withUnsafeBufferPointer(Self.isPlainASCII)
        isASCII = clean
        if !clean { replaceFaults() }
    }

    /// Printable ASCII, tabs and line breaks only: the usual case. Without a branch for each byte, so that the compiler
    /// takes many at once.
    private static func isPlainASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var start = 0
        while start < bytes.count {
            let end = min(start + 4096, bytes.count)
            var faults: UInt8 = 0
            for index in start..<end {
                let byte = bytes[index]
                let isPrintable: UInt8 = byte &- 0x20 <= 0x7E - 0x20 ? 1 : 0
                let isSpace: UInt8 = (byte == 0x0A ? 1 : 0) | (byte == 0x0D ? 1 : 0) | (byte == 0x09 ? 1 : 0)
                faults |= 1 ^ (isPrintable | isSpace)
            }
            if faults != 0 { return false }
            start = end
        }
        return true
    }

    private mutating func replaceFaults() {
        var out: [UInt8] = []
        var faults = 0
        var first: (what: String, range: SourceRange)?
        var copied = 0
        var index = 0
        while index < bytes.count {
            let length = Self.scalarLength(bytes, at: index)
            if length > 0 {
                index += length
                continue
            }
            if faults == 0 { out.reserveCapacity(bytes.count + 16) }
            out += bytes[copied..<index]
            if first == nil {
                first = (Self.name(of: bytes[index..<index - length]), SourceRange(out.count, out.count + 3))
            }
            out += [0xEF, 0xBF, 0xBD]
            faults += 1
            index += -length
            copied = index
        }
        guard let first else { return }
        out += bytes[copied...]
        bytes = out
        issues.append(Self.issue(first.what, at: first.range, count: faults))
    }

    /// Name for bytes that are wrong.
    private static func name(of fault: ArraySlice<UInt8>) -> String {
        let byte = fault[fault.startIndex]
        let digits = String(byte, radix: 16, uppercase: true)
        let hex = "0x" + (digits.count < 2 ? "0" + digits : digits)
        if byte < 0x20 || byte == 0x7F { return "the control character \(hex)" }
        if fault.count == 1 { return "the byte \(hex), which is not UTF-8" }
        if byte == 0xED { return "half of a surrogate pair" }
        if fault.elementsEqual([0xEF, 0xBB, 0xBF]) { return "a byte order mark that is not at the start" }
        return "a character that YAML forbids"
    }

    private static func issue(_ what: String, at range: SourceRange, count: Int) -> Issue {
        let more = count > 1 ? "; \(count - 1) more such \(count == 2 ? "place follows" : "places follow")" : ""
        return Issue(
            YAMLRules.encoding, "the file holds \(what)\(more)", at: range,
            help:
                "save the file as UTF-8 and write special characters as such or, in double quotes, as escapes like \"\\u00e9\""
        )
    }

    /// The length of the well-formed and permitted scalar at `index`, or minus the number of bytes that are wrong.
    private static func scalarLength(_ bytes: [UInt8], at index: Int) -> Int {
        let lead = bytes[index]
        if lead < 0x80 {
            return lead >= 0x20 ? (lead == 0x7F ? -1 : 1) : lead == 0x0A || lead == 0x0D || lead == 0x09 ? 1 : -1
        }
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard lead >= 0xC2, lead <= 0xF4, index + length <= bytes.count else { return -1 }
        for offset in 1..<length where bytes[index + offset] & 0xC0 != 0x80 { return -1 }
        let second = bytes[index + 1]
        // Overlong forms, surrogates and what lies beyond U+10FFFF (Unicode 15, table 3-7).
        if lead == 0xE0 && second < 0xA0 { return -1 }
        if lead == 0xED && second > 0x9F { return -length }
        if lead == 0xF0 && second < 0x90 || lead == 0xF4 && second > 0x8F { return -1 }
        return isForbidden(bytes, at: index) ? -length : length
    }

    /// C1 controls but NEL, U+FFFE and U+FFFF, and a byte order mark that is not at the start: YAML 1.2.2, section 5.1,
    /// and what libyaml takes of it.
    private static func isForbidden(_ bytes: [UInt8], at index: Int) -> Bool {
        if bytes[index] == 0xC2, index + 1 < bytes.count { return bytes[index + 1] < 0xA0 && bytes[index + 1] != 0x85 }
        if bytes[index] == 0xEF, index + 2 < bytes.count {
            if bytes[index + 1] == 0xBF { return bytes[index + 2] >= 0xBE }
            return index > 0 && bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF
        }
        return false
    }

    /// UTF-16 by its byte order mark, or by a zero beside the first byte (YAML 1.2.2, section 5.2). Half a pair, or half a
    /// unit, becomes the three bytes that a surrogate would have if UTF-8 had any.
    private static func decodeUTF16(_ raw: [UInt8]) -> [UInt8]? {
        guard raw.count >= 2 else { return nil }
        let isBigEndian: Bool
        switch (raw[0], raw[1]) {
        case (0xFE, 0xFF): isBigEndian = true
        case (0xFF, 0xFE): isBigEndian = false
        case (0, let second) where second != 0 && raw.count >= 4: isBigEndian = true
        case (let first, 0) where first != 0 && raw.count >= 4 && raw[2] != 0: isBigEndian = false
        default: return nil
        }
        func unit(_ index: Int) -> UInt32 {
            let first = UInt32(raw[index])
            let second = UInt32(raw[index + 1])
            return isBigEndian ? first << 8 | second : second << 8 | first
        }
        var out: [UInt8] = []
        out.reserveCapacity(raw.count)
        var index = unit(0) == 0xFEFF ? 2 : 0
        while index < raw.count {
            var scalar: Unicode.Scalar?
            if index + 1 < raw.count {
                let first = unit(index)
                if first & 0xFC00 == 0xD800, index + 3 < raw.count, unit(index + 2) & 0xFC00 == 0xDC00 {
                    scalar = Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + unit(index + 2) & 0x3FF)
                    index += 2
                } else {
                    scalar = Unicode.Scalar(first)
                }
            }
            out += scalar.flatMap { UTF8.encode($0).map(Array.init) } ?? [0xED, 0xA0, 0x80]
            index += 2
        }
        return out
    }
}
