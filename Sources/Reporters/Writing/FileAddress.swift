internal import Basics

/// A file's path as a relative URI reference (RFC 3986, section 4.2): what may not stand there is percent-encoded.
enum FileAddress {
    static func relative(_ path: String) -> String {
        // Now: what is encoded is no longer known for a secret.
        let path = Secrets.redacted(path)
        var address = ""
        // A first segment with a colon would read as a scheme.
        if path.prefix(while: { $0 != "/" }).contains(":") { address = "./" }
        for byte in path.utf8 {
            if isPlain(byte) {
                address.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                address += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return address
    }

    /// Unreserved characters, and those that a path may hold (RFC 3986, sections 2.3 and 3.3).
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "/-._~!$&'()*+,;=:@".utf8.contains(byte)
        }
    }
}
