/// History of contracts between two revisions, version by version, as plain values.
package struct ChangelogReport: Sendable {
    /// A contract, and what became of it.
    package struct Contract: Sendable {
        package var id: String?
        /// The file that holds it, or held it.
        package var file: String
        /// Newest first.
        package var releases: [Release]

        package init(id: String?, file: String, releases: [Release]) {
            self.id = id
            self.file = file
            self.releases = releases
        }
    }

    /// A version, and what it changed in the one before.
    package struct Release: Sendable {
        /// Day of its last commit, as 2026-01-31; nil: not known.
        package var day: String?
        package var commit: String?
        package var report: ChangeReport

        package init(day: String?, commit: String?, report: ChangeReport) {
            self.day = day
            self.commit = commit
            self.report = report
        }
    }

    /// Names of the two revisions.
    package var from: String
    package var to: String
    /// Those alone that changed.
    package var contracts: [Contract]

    package init(from: String, to: String, contracts: [Contract]) {
        self.from = from
        self.to = to
        self.contracts = contracts
    }
}
