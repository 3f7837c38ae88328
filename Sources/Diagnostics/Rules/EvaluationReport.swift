/// Values of an expression for the elements of a file: plain values, in the order of the file.
package struct EvaluationReport: Sendable {
    package struct Row: Sendable {
        /// Element that it was evaluated for, as reports call it.
        package var element: String
        package var line: Int
        package var value: String
        package var type: String
        package var parts: [(text: String, value: String)]

        package init(element: String, line: Int, value: String, type: String, parts: [(text: String, value: String)]) {
            self.element = element
            self.line = line
            self.value = value
            self.type = type
            self.parts = parts
        }
    }

    package var toolVersion: String
    package var expression: String
    package var file: String
    package var rows: [Row] = []
    /// Questions that a rule would be asked about the expression.
    package var notes: [String]

    package init(toolVersion: String, expression: String, file: String, notes: [String]) {
        self.toolVersion = toolVersion
        self.expression = expression
        self.file = file
        self.notes = notes
    }
}
