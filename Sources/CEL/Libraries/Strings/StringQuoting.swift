/// `strings.quote`: a text as a literal of CEL's.
enum StringQuoting {
    static let function = Function(
        "strings.quote",
        [
            Overload("strings_quote", [.string], .string) { arguments, evaluation in
                let text = arguments[0].utf8
                var length = 2
                for byte in text { length += escape(byte) == nil ? 1 : 2 }
                return evaluation.string(count: length) { place in
                    var next = place
                    func append(_ byte: UInt8) {
                        next.pointee = byte
                        next += 1
                    }
                    append(UInt8(ascii: "\""))
                    for byte in text {
                        if let letter = escape(byte) {
                            append(UInt8(ascii: "\\"))
                            append(letter)
                        } else {
                            append(byte)
                        }
                    }
                    append(UInt8(ascii: "\""))
                }
            }
        ])

    /// Letter behind the backslash in place of a character that is written with one.
    private static func escape(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x07: UInt8(ascii: "a")
        case 0x08: UInt8(ascii: "b")
        case 0x0C: UInt8(ascii: "f")
        case 0x0A: UInt8(ascii: "n")
        case 0x0D: UInt8(ascii: "r")
        case 0x09: UInt8(ascii: "t")
        case 0x0B: UInt8(ascii: "v")
        case UInt8(ascii: "\\"), UInt8(ascii: "\""): byte
        default: nil
        }
    }
}
