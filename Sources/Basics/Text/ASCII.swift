/// Classes of ASCII characters.
extension UInt8 {
    @inlinable
    package var isUpper: Bool { self >= 0x41 && self <= 0x5A }
    @inlinable
    package var isLower: Bool { self >= 0x61 && self <= 0x7A }
    @inlinable
    package var isLetter: Bool { (self | 0x20).isLower }
    @inlinable
    package var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    /// In lower case, if it is an ASCII letter.
    @inlinable
    package var lowered: UInt8 { isUpper ? self | 0x20 : self }

    @inlinable
    package var hexadecimalValue: UInt8? {
        isDigit ? self - 0x30 : (self | 0x20) >= 0x61 && (self | 0x20) <= 0x66 ? (self | 0x20) - 0x61 + 10 : nil
    }
    @inlinable
    package var isHexadecimal: Bool { hexadecimalValue != nil }
}

extension UnsafeBufferPointer<UInt8> {
    /// Without blanks and line breaks at both ends.
    package var trimmed: UnsafeBufferPointer<UInt8> {
        var start = 0
        var end = count
        while start < end, self[start] <= 0x20 { start += 1 }
        while start < end, self[end - 1] <= 0x20 { end -= 1 }
        return UnsafeBufferPointer(rebasing: self[start..<end])
    }

    /// The result of a function of the text in lower case, as far as it is ASCII; nil for a text of more than 24 bytes.
    package func withLowercase<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
        guard count <= 24 else { return nil }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { memory in
            for index in 0..<count { memory[index] = self[index].lowered }
            return body(UnsafeBufferPointer(rebasing: memory[..<count]))
        }
    }

    /// True when a word in small letters stands anywhere in the text, be its letters there small or not.
    package func contains(lowercase word: StaticString) -> Bool {
        let size = word.utf8CodeUnitCount
        guard count >= size else { return false }
        for start in 0...count - size {
            var length = 0
            while length < size, self[start + length].lowered == word.utf8Start[length] { length += 1 }
            if length == size { return true }
        }
        return false
    }
}
