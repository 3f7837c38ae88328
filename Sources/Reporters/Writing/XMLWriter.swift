internal import Basics

/// Writes XML 1.0 as it goes.
///
/// Words of a contract appear as text, never as markup: the five special characters become entities, white space that a
/// parser would change or a log would break at becomes a character reference, and what XML forbids (or no page should
/// show) appears as `\u{1B}`.
struct XMLWriter {
    typealias Attributes = KeyValuePairs<String, String>

    private(set) var out: Output
    private var depth = 0

    init(_ out: Output) {
        self.out = out
        self.out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    }

    mutating func element(_ name: String, _ attributes: Attributes) {
        start(name, attributes, "/>\n")
    }

    /// An element that holds elements, each on lines of its own.
    mutating func element(_ name: String, _ attributes: Attributes, children: (inout XMLWriter) -> Void) {
        start(name, attributes, ">\n")
        depth += 1
        children(&self)
        depth -= 1
        out.write(UInt8(ascii: " "), times: 2 * depth)
        out.write("</\(name)>\n")
    }

    /// An element that holds text.
    mutating func textElement(_ name: String, _ attributes: Attributes, text: (inout XMLWriter) -> Void) {
        start(name, attributes, ">")
        text(&self)
        out.write("</\(name)>\n")
    }

    mutating func text(_ text: String) {
        let text = Secrets.redacted(text)
        if UnsafeText.isPlain(text, special: { Self.special.contains($0) }) { return out.write(text) }
        UnsafeText.scan(text.unicodeScalars) { scalar, isUnsafe in
            switch scalar {
            case "<": out.write("&lt;")
            case ">": out.write("&gt;")
            case "&": out.write("&amp;")
            case "\"": out.write("&quot;")
            case "'": out.write("&apos;")
            case "\t": out.write("&#9;")
            case "\n": out.write("&#10;")
            case "\r": out.write("&#13;")
            default: if isUnsafe { out.write(escape: scalar) } else { out.write(scalar) }
            }
        }
    }

    private static let special = Array("<>&\"'".utf8)

    /// A line break of our own within text.
    mutating func breakLine() {
        out.write("\n")
    }

    private mutating func start(_ name: String, _ attributes: Attributes, _ end: String) {
        out.write(UInt8(ascii: " "), times: 2 * depth)
        out.write("<")
        out.write(name)
        for (name, value) in attributes {
            out.write(" ")
            out.write(name)
            out.write("=\"")
            text(value)
            out.write("\"")
        }
        out.write(end)
    }
}
