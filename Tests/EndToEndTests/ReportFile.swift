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

    /// A contract with lines of its own, from the sixth on.
    static func contract(_ id: String, _ lines: String...) -> String {
        head(id: id) + lines.map { $0 + "\n" }.joined()
            + "schema: [{name: orders, properties: [{name: id, logicalType: string}]}]\n"
    }

    static let clean = contract("clean", "name: Orders")
    /// One error, in line 6: `standard/unknown-key`.
    static let wrong = contract("wrong", "nmae: Orders")
    /// One warning, in line 6: `yaml/ambiguous-scalar`.
    static let warned = contract("warned", "tags: [NO]")
    /// One information, in line 6: `yaml/anchor-unused`.
    static let noted = contract("noted", "tags: [&unused a]")
}
