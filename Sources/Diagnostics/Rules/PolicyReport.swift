/// Rules that govern the documents of a file, as plain values.
package struct PolicyReport: Sendable {
    /// The rules in force for one document, and whose they are.
    package struct Document: Sendable {
        package var kind: Report.DocumentKind
        package var id: String?
        package var line: Int
        package var layers: [Layer] = []
        package var rules: [Rule] = []

        package init(kind: Report.DocumentKind, id: String?, line: Int) {
            self.kind = kind
            self.id = id
            self.line = line
        }
    }

    package struct Layer: Sendable {
        package var name: String
        /// Place where it is written; nil: nowhere, it holds where no configuration names any.
        package var file: String?
        /// Reason why it does not match; nil: it does.
        package var mismatch: String?

        package init(name: String, file: String?, mismatch: String?) {
            self.name = name
            self.file = file
            self.mismatch = mismatch
        }
    }

    package struct Rule: Sendable {
        package var id: String
        /// As it counts on the day of the run; nil: it is off.
        package var severity: Severity?
        package var provenance: Provenance
        /// The day from which it is in force; nil: it is.
        package var effectiveFrom: String?
        /// True when it looks at this document at all, by its scope.
        package var isInScope = true
        /// Those that differ from the pack's.
        package var parameters: [(name: String, value: String, packValue: String)] = []

        package init(id: String, severity: Severity?, provenance: Provenance) {
            self.id = id
            self.severity = severity
            self.provenance = provenance
        }
    }

    package let toolVersion: String
    package let file: String
    package var documents: [Document] = []

    package init(toolVersion: String, file: String) {
        self.toolVersion = toolVersion
        self.file = file
    }
}
