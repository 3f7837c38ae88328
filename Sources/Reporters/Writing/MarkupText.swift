internal import Basics

/// Text of contracts in XML and HTML: none of it can become markup.
extension Output {
    /// The five special characters become entities, white space that a parser would change or a log would break at becomes a
    /// character reference, and what XML forbids (or no page should show) appears as `\u{1B}`.
    mutating func write(markup text: String) {
        let text = Secrets.redacted(text)
        if UnsafeText.isPlain(text, special: { "<>&\"'".utf8.contains($0) }) { return write(text) }
        UnsafeText.scan(text.unicodeScalars) { scalar, isUnsafe in
            switch scalar {
            case "<": write("&lt;")
            case ">": write("&gt;")
            case "&": write("&amp;")
            case "\"": write("&quot;")
            case "'": write("&apos;")
            case "\t": write("&#9;")
            case "\n": write("&#10;")
            case "\r": write("&#13;")
            default: if isUnsafe { write(escape: scalar) } else { write(scalar) }
            }
        }
    }
}
