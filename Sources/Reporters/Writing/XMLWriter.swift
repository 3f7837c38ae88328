/// Writes XML 1.0 as it goes.
///
/// Words of a contract appear as text, never as markup.
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

    mutating func text(_ text: String) { out.write(markup: text) }

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
