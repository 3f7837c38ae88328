/// Findings of a new or changed rule pack in a mesh: plain values.
package struct ImpactReport: Sendable {
    package struct Rule: Sendable {
        package var id: String
        package var severity: Severity
        /// Its pack leaves it off: what is said here holds once it is turned on.
        package var isOff: Bool
        /// Elements that it looks at: the noun of one and of several.
        package var noun: String
        package var plural: String
        /// One version of a contract shows nothing of it.
        package var isAboutChanges = false
        /// Number of elements in the mesh, and of those that the rule is about: in its scope, with a true `where`.
        package var elements = 0
        package var selected = 0
        /// Findings that the configuration in force does not give already, and those that it does.
        package var newFindings = 0
        package var knownFindings = 0
        /// Findings of now that the rule would no longer give.
        package var goneFindings = 0
        /// Elements that newly fail: their number, the contracts and products by id or file, their domains.
        package var elementsFailing = 0
        package var contracts: [String] = []
        package var domains: [String] = []
        /// The first few new findings.
        package var places: [Finding] = []

        package init(id: String, severity: Severity, isOff: Bool, noun: String, plural: String) {
            self.id = id
            self.severity = severity
            self.isOff = isOff
            self.noun = noun
            self.plural = plural
        }

        package var neverApplies: Bool { selected == 0 && !isAboutChanges }
        /// Of all elements of its kind the part it is about, in thousandths, rounded.
        package var share: Int { elements == 0 ? 0 : (selected * 1000 + elements / 2) / elements }
    }

    package var toolVersion: String
    package var pack: String
    package var version: String
    package var file: String
    package var contractCount = 0
    package var productCount = 0
    /// The domains of the mesh, in order.
    package var domains: [String] = []
    package var rules: [Rule] = []
    /// Contracts and domains in which something newly fails by any of the rules.
    package var contractsFailing: [String] = []
    package var domainsFailing: [String] = []
    package var failures: [Report.Failure] = []

    package init(toolVersion: String, pack: String, version: String, file: String) {
        self.toolVersion = toolVersion
        self.pack = pack
        self.version = version
        self.file = file
    }
}
