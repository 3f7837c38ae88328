/// Writes JSON as it goes, without a tree: keys stay in the order they are written in.
package struct JSONWriter {
    /// How the members of an object or array are set: each on a line of its own, or all on one line.
    package enum Layout { case lines, inline }

    private(set) var out: Output

    package init() { out = Output() }

    init(_ out: Output) { self.out = out }

    /// What was written so far.
    package var text: String { out.text }

    /// The open objects and arrays, outermost first.
    private var open: [(layout: Layout, count: Int)] = []
    private var isAfterKey = false

    package mutating func object(_ layout: Layout = .lines, _ members: (inout JSONWriter) -> Void) {
        container("{", "}", layout, members)
    }

    package mutating func array(_ layout: Layout = .lines, _ elements: (inout JSONWriter) -> Void) {
        container("[", "]", layout, elements)
    }

    package mutating func key(_ key: String) {
        separate()
        quote(key)
        out.write(": ")
        isAfterKey = true
    }

    package mutating func value(_ text: String) {
        separate()
        quote(text)
    }

    package mutating func value(_ number: Int) {
        separate()
        out.write(number)
    }

    package mutating func value(_ truth: Bool) {
        separate()
        out.write(truth ? "true" : "false")
    }

    /// A member of the open object; left out when there is no value.
    package mutating func member(_ name: String, _ text: String?) {
        guard let text else { return }
        key(name)
        value(text)
    }

    package mutating func member(_ name: String, _ number: Int) {
        key(name)
        value(number)
    }

    /// Ends the text with a line break.
    package mutating func end() {
        out.write("\n")
    }

    private mutating func container(
        _ start: String, _ end: String, _ layout: Layout, _ body: (inout JSONWriter) -> Void
    ) {
        separate()
        out.write(start)
        open.append((open.last?.layout == .inline ? .inline : layout, 0))
        body(&self)
        let closed = open.removeLast()
        if closed.count > 0, closed.layout == .lines { breakLine() }
        out.write(end)
    }

    /// What stands before a key or an element.
    private mutating func separate() {
        if isAfterKey {
            isAfterKey = false
            return
        }
        guard let container = open.last else { return }
        if container.count > 0 { out.write(container.layout == .inline ? ", " : ",") }
        if container.layout == .lines { breakLine() }
        open[open.count - 1].count += 1
    }

    private mutating func breakLine() {
        out.write("\n")
        out.write(UInt8(ascii: " "), times: 2 * open.count)
    }

    /// RFC 8259, section 7. Escaped is what the format demands, and what would be unsafe in a terminal or a log; the value
    /// that is read back is the same.
    private mutating func quote(_ text: String) {
        out.write("\"")
        defer { out.write("\"") }
        if UnsafeText.isPlain(text, special: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
            return out.write(text)
        }
        UnsafeText.scan(text.unicodeScalars) { scalar, isUnsafe in
            switch scalar {
            case "\"": out.write("\\\"")
            case "\\": out.write("\\\\")
            case "\n": out.write("\\n")
            case "\r": out.write("\\r")
            case "\t": out.write("\\t")
            default:
                if isUnsafe { for unit in UTF16.encode(scalar)! { escape(unit) } } else { out.write(scalar) }
            }
        }
    }

    private mutating func escape(_ unit: UInt16) {
        out.write("\\u")
        for shift in [12, 8, 4, 0] {
            let digit = UInt8(truncatingIfNeeded: unit >> UInt16(shift) & 15)
            out.write(byte: digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
        }
    }
}
