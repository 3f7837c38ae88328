import Diagnostics
import TestSupport
import Testing
import YAMLTree

/// Bytes that are not UTF-8, and bytes that need not be.
@Suite struct EncodingTests {
    private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { bigEndian ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)] }
    }

    static let documents: [MarkedText] = [
        "⟦⟦name⟧: ⟦größe 😀⟧\n⟦日本⟧: ⟦[⟦é⟧, ⟦2⟧]⟧⟧\n", "⟦⟦a⟧: ⟦b⟧⟧", "⟦⟦a⟧: ⟦|\r\n  x\r\n  ß⟧⟧\r\n",
    ]

    @Test(arguments: documents, [(true, true), (true, false), (false, true), (false, false)])
    func utf16ReadsAsUTF8(_ text: MarkedText, _ form: (bigEndian: Bool, mark: Bool)) {
        let tree = read(Self.utf16((form.mark ? "\u{FEFF}" : "") + text.text, bigEndian: form.bigEndian))
        #expect(tree.issues.map(\.message) == [])
        #expect(tree.dump == read(text.text).dump)
        #expect(tree.reachable.map { tree.show(tree.range(of: $0)) } == text.marks.map { text.place($0) })
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let bytes: [UInt8]
        /// The text as it is read, the fault marked.
        let text: MarkedText
        let message: String
    }

    static let faults = [
        Fault(
            testDescription: "Latin-1", bytes: Array("é: gr".utf8) + [0xF6, 0xDF] + Array("e\nb: 1".utf8),
            text: "é: gr⟦\u{FFFD}⟧\u{FFFD}e\nb: 1",
            message: "the byte 0xF6, which is not UTF-8; 1 more such place follows"),
        Fault(
            testDescription: "an overlong form", bytes: Array("a: ".utf8) + [0xC0, 0xAF] + Array("x".utf8),
            text: "a: ⟦\u{FFFD}⟧\u{FFFD}x", message: "the byte 0xC0, which is not UTF-8"),
        Fault(
            testDescription: "beyond U+10FFFF", bytes: Array("a: ".utf8) + [0xF4, 0x90, 0x80, 0x80],
            text: "a: ⟦\u{FFFD}⟧\u{FFFD}\u{FFFD}\u{FFFD}", message: "3 more such places follow"),
        Fault(
            testDescription: "a cut off scalar", bytes: Array("a: é".utf8.dropLast()), text: "a: ⟦\u{FFFD}⟧",
            message: "the byte 0xC3, which is not UTF-8"),
        Fault(
            testDescription: "half of a surrogate pair",
            bytes: Array("a: ".utf8) + [0xED, 0xA0, 0xBD] + Array("b".utf8),
            text: "a: ⟦\u{FFFD}⟧b", message: "half of a surrogate pair"),
        Fault(
            testDescription: "NUL", bytes: Array("a: x\0y\nb: 2".utf8), text: "a: x⟦\u{FFFD}⟧y\nb: 2",
            message: "the control character 0x00"),
        Fault(
            testDescription: "ESC", bytes: Array("ä: \u{1B}[1m".utf8), text: "ä: ⟦\u{FFFD}⟧[1m",
            message: "the control character 0x1B"),
        Fault(
            testDescription: "DEL", bytes: Array("a: \u{7F}".utf8), text: "a: ⟦\u{FFFD}⟧",
            message: "the control character 0x7F"),
        Fault(
            testDescription: "C1", bytes: Array("a: \u{9F}b".utf8), text: "a: ⟦\u{FFFD}⟧b",
            message: "a character that YAML forbids"),
        Fault(
            testDescription: "U+FFFF", bytes: Array("a: \u{FFFF}b".utf8), text: "a: ⟦\u{FFFD}⟧b",
            message: "a character that YAML forbids"),
        Fault(
            testDescription: "a second byte order mark", bytes: Array("\u{FEFF}a: b\n\u{FEFF}c: d".utf8),
            text: "\u{FEFF}a: b\n⟦\u{FFFD}⟧c: d", message: "a byte order mark that is not at the start"),
        Fault(
            testDescription: "a UTF-16 surrogate alone",
            bytes: [0xFE, 0xFF, 0, 0x61, 0, 0x3A, 0, 0x20, 0, 0x01, 0xD8, 0x3D, 0, 0x62],
            text: "a: ⟦\u{FFFD}⟧\u{FFFD}b", message: "the control character 0x01; 1 more such place follows"),
        Fault(
            testDescription: "an odd byte of UTF-16", bytes: [0xFF, 0xFE, 0x61, 0, 0x3A, 0, 0x20, 0, 0xE9, 0, 0x62],
            text: "a: é⟦\u{FFFD}⟧", message: "half of a surrogate pair"),
    ]

    @Test(arguments: faults) func aFaultIsReportedOnceAndReadOver(_ fault: Fault) throws {
        let tree = read(fault.bytes)
        #expect(String(decoding: tree.source.text, as: UTF8.self) == fault.text.text)
        let issue = try #require(tree.issues.first)
        #expect(tree.issues.count == 1)
        #expect(issue.rule == YAMLRules.encoding)
        #expect(issue.message.contains(fault.message), "\(issue.message)")
        #expect(issue.range == fault.text.range())
        #expect(tree.show(issue.range) == fault.text.place())
        #expect(tree.dump == read(fault.text.text.replacing("\u{FEFF}", with: "")).dump)
    }

    @Test(
        arguments: [[], [0xEF, 0xBB, 0xBF], [0xFE, 0xFF], [0xFF, 0xFE], [0x0A], Array("# only a comment\n".utf8)]
            as [[UInt8]])
    func nothingIsNoDocument(_ bytes: [UInt8]) {
        let tree = read(bytes)
        #expect(tree.documents.isEmpty && tree.issues.isEmpty)
    }

    @Test(arguments: ["\u{FFFD}", "\u{A0}", "\u{85}", "\u{D7FF}", "\u{E000}", "\u{10FFFF}", "\u{1FFFE}", "\t"])
    func permitted(_ character: String) {
        let tree = read("a: \"x\(character)\"")
        #expect(tree.issues.map(\.message) == [])
    }
}
