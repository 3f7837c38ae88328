extension String {
    /// As one line: without white space at its ends, and one blank for each run of it inside. Prose in a rule pack is
    /// broken into lines as its author liked.
    package var trimmed: String {
        if isOneLine { return self }
        return split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" || $0 == "\r\n" }.joined(separator: " ")
    }

    private var isOneLine: Bool {
        func isOneLine(_ bytes: some Sequence<UInt8>) -> Bool {
            var last = UInt8(ascii: " ")
            for byte in bytes {
                if byte < 0x20 || (byte == 0x20 && last == 0x20) { return false }
                last = byte
            }
            return last != 0x20 || isEmpty
        }
        return utf8.withContiguousStorageIfAvailable(isOneLine) ?? isOneLine(utf8)
    }
}
