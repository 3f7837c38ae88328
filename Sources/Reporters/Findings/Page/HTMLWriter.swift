internal import Basics

/// Writes HTML: every text is escaped, so that none of a contract can become markup.
struct HTMLWriter {
    private(set) var out: Output
    private var open: [String] = []

    init(_ out: Output) { self.out = out }

    /// Writes what this program says itself.
    mutating func raw(_ markup: String) { out.write(markup) }

    /// Writes text, with `code` spans where it has backquotes in pairs, as messages put them around names.
    mutating func prose(_ text: String) {
        // As a whole: a part of a secret is not known for one.
        let parts = Secrets.redacted(text).split(separator: "`", omittingEmptySubsequences: false)
        // An odd one at the end is a character like any other.
        let paired = parts.count % 2 == 1 ? parts.count : parts.count - 1
        for (number, part) in parts.enumerated() {
            switch number {
            case paired...:
                self.text("`" + part)
            case _ where number % 2 == 1:
                element("code", String(part))
            default:
                self.text(String(part))
            }
        }
    }

    mutating func element(_ name: String, _ text: String) {
        raw("<\(name)>")
        self.text(text)
        raw("</\(name)>")
    }

    /// Text, of which nothing means anything to a browser.
    mutating func text(_ text: String) { out.write(markup: text) }
}
