internal import Basics
internal import Diagnostics
internal import RuleLanguage
internal import YAMLTree

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A comment that is meant for contractlint: `# contractlint:disable privacy/pii-classified -- why`.
struct SuppressionComment {
    /// Reach of a comment.
    enum Scope: String, CaseIterable {
        /// Its line, or the one below.
        case line = "disable"
        /// The key or list item in its line or below it, with all that it holds.
        case block = "disable-block"
        case file = "disable-file"
    }

    /// Word behind `contractlint:`.
    let verb: String
    let scope: Scope?
    let rules: [(id: String, range: SourceRange)]
    let hasReason: Bool
    let reason: String

    /// True: some `#` of a file is followed by what such a comment begins with. One search through the bytes.
    static func mayStand(in text: [UInt8]) -> Bool {
        text.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return false }
            var at = 0
            while at < bytes.count, let found = memchr(base + at, Int32(UInt8(ascii: "#")), bytes.count - at) {
                at = UnsafeRawPointer(found) - base + 1
                while at < bytes.count, isBlank(bytes[at]) { at += 1 }
                if bytes[at...].starts(with: mark) { return true }
            }
            return false
        }
    }

    private static let mark = Array("contractlint:".utf8)

    /// - Returns: nil for a comment that is for people.
    init?(_ comment: YAMLTree.Comment) {
        let text = Array(comment.text.utf8)
        let base = comment.range.start + 1
        var at = 0
        while at < text.count, Self.isBlank(text[at]) { at += 1 }
        guard text[at...].starts(with: Self.mark) else { return nil }
        at += Self.mark.count
        var end = at
        while end < text.count, !Self.isBlank(text[end]) { end += 1 }
        verb = String(decoding: text[at..<end], as: UTF8.self)
        scope = Scope(rawValue: verb)
        var rules: [(id: String, range: SourceRange)] = []
        var reason = ""
        at = end
        while at < text.count {
            if Self.isBlank(text[at]) || text[at] == UInt8(ascii: ",") {
                at += 1
                continue
            }
            end = at
            while end < text.count, !Self.isBlank(text[end]), text[end] != UInt8(ascii: ",") { end += 1 }
            let word = text[at..<end]
            if word.elementsEqual("--".utf8) {
                reason = String(decoding: text[end...], as: UTF8.self).trimmed
                break
            }
            rules.append((String(decoding: word, as: UTF8.self), SourceRange(base + at, base + end)))
            at = end
        }
        self.rules = rules
        self.reason = reason
        hasReason = reason.contains { $0.isLetter || $0.isNumber }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
