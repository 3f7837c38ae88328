package import Diagnostics

/// Something wrong between units: in which unit it stands, and which places of others explain it.
package struct MeshFinding: Hashable, Sendable {
    package struct Related: Hashable, Sendable {
        package var place: Place
        package var message: String
    }

    package var rule: RuleDescriptor
    /// Nil: that of the rule.
    package var severity: Severity?
    /// Number of the unit in the mesh.
    package var unit: Int
    package var spot: Spot
    /// As reports call it; nil: the unit itself.
    package var element: String?
    package var message: String
    package var help: String?
    package var related: [Related] = []
    /// Subject, that which was found: part of the fingerprint, not shown.
    package var subject: String
    package var clause: String?

    /// More places than these explain nothing.
    static let mostRelated = 50
}

/// Answer of the rules about a mesh.
package struct MeshJudgement: Sendable {
    package var findings: [MeshFinding] = []
    /// Number of cases that a rule could not judge, with the reason, by its id.
    package var unknown: [String: Unknown] = [:]
    /// Rules that came to no end within bounds.
    package var failures: [String] = []

    package struct Unknown: Hashable, Sendable {
        package var count: Int
        package var reason: String
    }

    mutating func note(unknown rule: RuleDescriptor, _ reason: String) {
        unknown[rule.id, default: Unknown(count: 0, reason: reason)].count += 1
    }
}
