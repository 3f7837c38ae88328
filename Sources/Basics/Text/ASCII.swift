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
}
