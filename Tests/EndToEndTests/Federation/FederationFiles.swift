import Foundation
import Testing

/// Packs and contracts for the tests of layers.
enum FederationFiles {
    /// A rule with a parameter of each direction.
    static func pack(
        id: String = "acme", lock: String = "tighten", severity: String = "warning", more: String = "",
        header: String = ""
    ) -> String {
        """
        apiVersion: contractlint/v1
        kind: RulePack
        id: \(id)
        version: 1.0.0\(header)
        rules:
          - id: classified
            severity: \(severity)
            lock: \(lock)\(more)
            select: property
            params:
              allowed: {value: [restricted, confidential], tighten: subset}
              longest: {value: 30, tighten: max}
              word: x
            require:
              class: property.classification in params.allowed
              short: property.name.size() <= params.longest
            message: "`{property.path}` fails {clause} ({params.word})"
            examples:
              fail:
                - {property: {name: email}, clauses: [class]}
                - {property: {name: a_name_that_goes_on_for_ever_and_a_day, classification: restricted}, clauses: [short]}
              pass: [{property: {name: email, classification: restricted}}]

        """
    }

    static func contract(
        id: String = "orders", domain: String = "sales", classification: String = "confidential", tags: String = "[]"
    ) -> String {
        """
        apiVersion: v3.1.0
        kind: DataContract
        id: \(id)
        name: Orders
        version: 1.0.0
        status: active
        domain: \(domain)
        tags: \(tags)
        schema:
          - name: orders
            properties:
              - name: email
                logicalType: string
                classification: \(classification)

        """
    }

    /// Rule, clause, severity and layer of each finding of a rule of the tests' own.
    static func findings(_ run: Run, pack: String = "acme/") throws -> [String] {
        let report = try run.json()
        return try #require(report["findings"] as? [[String: Any]]).compactMap { finding in
            let rule = finding["rule"] as? String ?? ""
            guard rule.hasPrefix(pack) else { return nil }
            return "\(rule) \(finding["clause"] ?? "") \(finding["severity"] ?? "") \(finding["layer"] ?? "")"
        }
    }
}
