/// A clause that a layer adds to a rule.
package struct AddedClause: Sendable {
    package let name: String
    package let layer: String
    // Trees are read by whoever compiles the rule, one at a time.
    package nonisolated(unsafe) let text: RuleText
    package nonisolated(unsafe) let message: RuleText?

    package init(name: String, layer: String, text: RuleText, message: RuleText?) {
        self.name = name
        self.layer = layer
        self.text = text
        self.message = message
    }
}
