import Foundation

/// Rule packs and contracts for the tests of `contractlint rules`.
enum RulePackFiles {
    /// One rule with two clauses, right in all its examples.
    static let right = """
        apiVersion: contractlint/v1
        kind: RulePack
        id: acme
        version: 1.2.0
        owner: privacy-office
        description: How we treat personal data.
        rules:
          - id: protected
            summary: Personal data is classified and encrypted.
            severity: error
            lock: open
            select: property
            where: '"pii" in property.tags'
            params:
              allowed: {value: [restricted], tighten: subset, description: classes for personal data}
            require:
              classified: property.classification in params.allowed
              encrypted: filled(property.encryptedName)
            message: "`{property.path}` is not {clause}"
            remedy: Classify and encrypt it.
            rationale: People are behind it.
            references: [GDPR Art. 32]
            examples:
              fail:
                - note: neither
                  property: {name: email, tags: [pii]}
                  clauses: [classified, encrypted]
              pass:
                - {property: {name: email, tags: [pii], classification: restricted, encryptedName: email_enc}}

        """

    /// The same, but its first failing example passes.
    static let wrong = right.replacingOccurrences(of: "{name: email, tags: [pii]}", with: "{name: email}")

    static let configuration = """
        version: 1
        layers:
          - name: organisation
            packs: [recommended, ./acme.yaml]
          - name: crm
            match: {domains: [crm]}
            adjust: {acme/protected: {severity: warning}}
        rules:
          privacy/pii-untagged: off

        """

    /// A contract with one property that breaks both clauses and one that breaks none.
    static func contract(id: String = "orders", domain: String = "sales", tags: String = "[pii]") -> String {
        """
        apiVersion: v3.1.0
        kind: DataContract
        id: \(id)
        version: 1.0.0
        status: active
        domain: \(domain)
        schema:
          - name: orders
            properties:
              - name: email
                tags: \(tags)
              - name: total

        """
    }
}
