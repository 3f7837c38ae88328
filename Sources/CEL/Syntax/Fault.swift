/// Something wrong with an expression, and where.
package struct Fault: Error, Hashable, Sendable {
    package var message: String
    /// Bytes of the expression's UTF-8 text.
    package var range: Range<Int>
    /// Advice: "did you mean `classification`?"
    package var help: String?

    package init(_ message: String, at range: Range<Int>, help: String? = nil) {
        self.message = message
        self.range = range
        self.help = help
    }
}
