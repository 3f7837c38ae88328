import Foundation
import Testing

/// A repository with a rule that the organisation has locked, and a branch that changes something.
final class PullRequest {
    let repository: Repository

    static let pack = """
        apiVersion: contractlint/v1
        kind: RulePack
        id: acme
        version: 1.0.0
        rules:
          - id: tenant
            severity: error
            lock: tighten
            select: contract
            require: filled(contract.tenant)
            message: the contract names no tenant
            examples:
              fail: [{contract: {name: a}}]
              pass: [{contract: {tenant: a}}]
          - id: purpose
            severity: error
            select: contract
            require: filled(contract.description.?purpose)
            message: the contract says not what it is for
            examples:
              fail: [{contract: {name: a}}]
              pass: [{contract: {description: {purpose: a}}}]

        """

    static let configuration = """
        version: 1
        layers:
          - name: organisation
            packs: [governance/*.yaml]

        """

    static func contract(_ id: String = "orders", _ lines: String...) -> String {
        Sample.head(id: id) + lines.map { $0 + "\n" }.joined()
            + "schema:\n  - name: orders\n    properties:\n      - {name: id, logicalType: string}\n"
    }

    /// What both rules ask for.
    static let good = contract("orders", "tenant: acme", "description: {purpose: Orders.}")
    /// One error of the locked rule.
    static let bad = contract("orders", "description: {purpose: Orders.}")
    /// One error of the open rule.
    static let open = contract("orders", "tenant: acme")

    static func waivers(_ rule: String, expires: String = "2026-12-31", contract: String = "orders") -> String {
        """
        apiVersion: contractlint/v1
        kind: Waivers
        waivers:
          - rule: \(rule)
            contract: '\(contract)'
            reason: An old feed.
            requestedBy: ann
            approvedBy: bob
            expires: \(expires)

        """
    }

    /// - Parameter files: on main, beside the rule pack.
    init(_ files: [String: String] = [:], withConfiguration: Bool = true) throws {
        repository = try Repository()
        try repository.write("contracts/orders.odcs.yaml", Self.good)
        try repository.write("governance/acme.yaml", Self.pack)
        if withConfiguration { try repository.write(".contractlint.yaml", Self.configuration) }
        for (name, text) in files { try repository.write(name, text) }
        try repository.commit()
        try repository.git("checkout", "-q", "-b", "change")
    }

    func write(_ name: String, _ text: String) throws { try repository.write(name, text) }

    func check(_ arguments: String...) throws -> Run { try check(arguments) }

    func check(_ arguments: [String]) throws -> Run {
        try Run(["check", "--format", "json", "--today", "2026-06-01"] + arguments, in: repository.folder)
    }

    /// The rules of the findings that count.
    static func rules(_ run: Run) throws -> [String] { try ReportFile(run).findings.map(\.rule) }
}
