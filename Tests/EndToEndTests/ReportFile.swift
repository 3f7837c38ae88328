import Foundation
import Testing

/// What the JSON report says, as far as the tests look at it.
struct ReportFile: Decodable {
    struct Position: Decodable, Hashable {
        var line: Int
        var column: Int
    }

    struct Range: Decodable, Hashable {
        var start: Position
        var end: Position
    }

    struct Related: Decodable {
        var file: String
        var range: Range
        var message: String
    }

    struct Finding: Decodable {
        var rule: String
        var severity: String
        var message: String
        var file: String
        var range: Range
        var route: String?
        var contract: String?
        var element: String?
        var help: String?
        var related: [Related]?
        var fingerprint: String
    }

    struct Failure: Decodable, Equatable {
        var file: String?
        var position: Position?
        var message: String

        static func == (a: Failure, b: Failure) -> Bool {
            (a.file, a.position, a.message) == (b.file, b.position, b.message)
        }
    }

    struct Summary: Decodable {
        var files: Int
        var contracts: Int
        var products: Int
        var errors: Int
        var warnings: Int
        var infos: Int
    }

    var summary: Summary
    var findings: [Finding]
    var failures: [Failure]?

    init(_ data: Data) throws { self = try JSONDecoder().decode(ReportFile.self, from: data) }

    /// The report of a run with `--format json`.
    init(_ run: Run) throws { try self.init(run.output) }
}

/// Contracts that tests are made of.
enum Sample {
    /// What every contract begins with.
    static func head(id: String) -> String {
        "apiVersion: v3.1.0\nkind: DataContract\nid: \(id)\nversion: 1.0.0\nstatus: active\n"
    }

    /// A contract with lines of its own, from the sixth on, and nothing else that any rule finds fault with.
    static func contract(_ id: String, _ lines: String...) -> String {
        head(id: id) + lines.map { $0 + "\n" }.joined() + rest
    }

    /// What the recommended rules demand of a contract.
    private static let rest = """
        domain: sales
        description: {purpose: Orders as customers placed them., limitations: Test orders are left out., usage: Join on id.}
        team:
          name: Orders
          members: [{username: ann, role: owner}, {username: bob, role: data steward}]
        support: [{channel: help, url: 'https://chat.example/help'}]
        roles: [{role: reader, access: read, firstLevelApprovers: ann}]
        servers: [{server: prod, type: custom, environment: prod, location: eu}]
        slaProperties:
          - {property: latency, value: 1, unit: d, element: orders.id}
          - {property: frequency, value: 1, unit: d}
          - {property: retention, value: 1, unit: y, element: orders.id}
          - {property: availability, value: 99, unit: percent}
          - {property: generalAvailability, value: '2025-01-01T00:00:00Z'}
        schema:
          - name: orders
            description: One row for every order that a customer placed.
            authoritativeDefinitions: [{type: businessDefinition, url: 'https://definitions.example/order'}]
            quality:
              - {metric: rowCount, mustBeGreaterThan: 0, dimension: completeness}
              - {metric: duplicateValues, mustBe: 0, dimension: uniqueness, arguments: {properties: [id]}}
            properties:
              - name: id
                description: Tells one order from all others, given when it is placed.
                logicalType: string
                physicalType: VARCHAR(36)
                required: true
                unique: true
                primaryKey: true
                primaryKeyPosition: 1
                classification: internal
                authoritativeDefinitions: [{type: businessDefinition, url: 'https://definitions.example/order-id'}]
                quality: [{metric: nullValues, mustBe: 0, dimension: completeness}]

        """

    static let clean = contract("clean", "name: Orders")
    /// One error, in line 6: `standard/unknown-key`.
    static let wrong = contract("wrong", "nmae: Orders")
    /// One warning, in line 6: `yaml/ambiguous-scalar`.
    static let warned = contract("warned", "tags: [NO]")
    /// One information: a pattern that is not checked, `schema/example-violates-type`.
    static let noted = contract("noted", "name: Orders").replacing(
        "        logicalType: string\n",
        with: "        logicalType: string\n        logicalTypeOptions: {pattern: '(?=a)'}\n")
}
