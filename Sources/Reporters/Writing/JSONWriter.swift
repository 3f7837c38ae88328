internal import Basics

/// Writes JSON as it goes, without a tree: keys stay in the order they are written in.
package struct JSONWriter {
    /// Layout of the members of an object or array: each on a line of its own, or all on one line.
    package enum Layout { case lines, inline }

    private(set) var out: Output

    package init() { out = Output() }

    init(_ out: Output) { self.out = out }

    /// Text written so far.
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
        quote(key, and: ": ")
        isAfterKey = true
    }

    package mutating func value(_ text: String) {
        separate()
        quote(Secrets.redacted(text))
    }

    /// A text of our own, such as a digest.
    mutating func value(own text: String) {
        separate()
        quote(text)
    }

    /// A value that was written before, on one line.
    mutating func value(rendered text: String) {
        separate()
        out.write(text)
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

    /// Comma, line break and indentation before a key or an element.
    private mutating func separate() {
        if isAfterKey {
            isAfterKey = false
            return
        }
        guard let container = open.last else { return }
        open[open.count - 1].count += 1
        let isFirst = container.count == 0
        if container.layout == .lines {
            breakLine(withComma: !isFirst)
        } else if !isFirst {
            out.write(", ")
        }
    }

    private mutating func breakLine(withComma: Bool = false) {
        let indentation = 2 * open.count
        out.write(upTo: indentation + 2) { place in
            place[0] = UInt8(ascii: ",")
            let start = withComma ? 1 : 0
            place[start] = UInt8(ascii: "\n")
            (place + start + 1).update(repeating: UInt8(ascii: " "), count: indentation)
            return start + 1 + indentation
        }
    }

    /// RFC 8259, section 7. Escaped is what the format demands, and what would be unsafe in a terminal or a log; the value
    /// that is read back is the same.
    private mutating func quote(_ text: String, and end: StaticString = "") {
        let isWritten = text.utf8.withContiguousStorageIfAvailable { bytes in
            guard UnsafeText.isPlain(bytes, UInt8(ascii: "\""), UInt8(ascii: "\\")) else { return false }
            out.write(upTo: bytes.count + 2 + end.utf8CodeUnitCount) { place in
                place[0] = UInt8(ascii: "\"")
                if let start = bytes.baseAddress { (place + 1).update(from: start, count: bytes.count) }
                place[bytes.count + 1] = UInt8(ascii: "\"")
                (place + bytes.count + 2).update(from: end.utf8Start, count: end.utf8CodeUnitCount)
                return bytes.count + 2 + end.utf8CodeUnitCount
            }
            return true
        }
        if isWritten == true { return }
        out.write("\"")
        escape(text)
        out.write("\"")
        out.write(UnsafeBufferPointer(start: end.utf8Start, count: end.utf8CodeUnitCount))
    }

    private mutating func escape(_ text: String) {
        // Often a single `…` at the end makes the difference.
        let special = text.utf8.firstIndex { byte in
            !(0x20..<0x7F ~= byte) || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
                || byte == UInt8(ascii: "#")
        }
        let start = special ?? text.endIndex
        out.write(String(text[..<start]))
        UnsafeText.scan(text.unicodeScalars[start...]) { scalar, isUnsafe in
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
