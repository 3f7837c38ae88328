/// Facts about a waiver, as plain values.
package struct WaiverFacts: Hashable, Sendable {
    package var rule: String
    package var contract: String
    package var element: String?
    package var reason: String
    package var ticket: String?
    package var requestedBy: String
    package var approvedBy: String
    /// The last day that it counts, as it is written.
    package var expires: String
    /// Negative: it expired so many days ago.
    package var daysLeft: Int
    /// Reason why it does not count, in words; nil: it does.
    package var defect: String?
    package var place: Place
    /// Findings that it hides now, or would if it counted, in the order of reports.
    package var findings: [Finding]

    package init(
        rule: String, contract: String, element: String?, reason: String, ticket: String?, requestedBy: String,
        approvedBy: String, expires: String, daysLeft: Int, defect: String?, place: Place, findings: [Finding]
    ) {
        self.rule = rule
        self.contract = contract
        self.element = element
        self.reason = reason
        self.ticket = ticket
        self.requestedBy = requestedBy
        self.approvedBy = approvedBy
        self.expires = expires
        self.daysLeft = daysLeft
        self.defect = defect
        self.place = place
        self.findings = findings
    }
}
