import Foundation
import Testing

/// `contractlint diff`: two files in, every change out.
@Suite struct DiffTests {
    private let scratch: Scratch

    private static func contract(version: String = "1.4.0", type: String = "INT", extra: String = "") -> String {
        """
        apiVersion: v3.1.0
        kind: DataContract
        id: orders
        version: \(version)
        status: active
        servers:
          - {server: warehouse, type: postgresql, environment: prod}
        schema:
          - name: orders
            properties:
              - name: amount
                logicalType: integer
                physicalType: \(type)
        \(extra)
        """
    }

    init() throws {
        scratch = try Scratch()
        try scratch.write("old.odcs.yaml", Self.contract())
        try scratch.write("new.odcs.yaml", Self.contract(version: "1.4.1", type: "BIGINT"))
    }

    private func run(_ arguments: String...) throws -> Run { try Run(["diff"] + arguments, in: scratch.folder) }

    @Test(arguments: [
        ("nothing.yaml", nil, "nothing.yaml: no such file or folder"),
        (".", nil, ".: is a folder"),
        ("other.yaml", "services:\n  web: {image: nginx}\n", "other.yaml: holds no data contract"),
        ("empty.odcs.yaml", "", "empty.odcs.yaml: holds no data contract"),
        ("list.odcs.yaml", "- a\n- b\n", "list.odcs.yaml: holds no data contract"),
        (
            "half.odcs.yaml", "kind: DataContract\napiVersion: v3.1.0\nid: [\n",
            "half.odcs.yaml:3:5: cannot be compared: "
        ),
        ("none:x.yaml", nil, "none:x.yaml: "),
        (":x.yaml", nil, ":x.yaml: no such file; a file of a revision is written as main:contracts/orders.odcs.yaml"),
        ("product.yaml", "kind: DataProduct\napiVersion: v1.0.0\n", "product.yaml: is a data product"),
    ])
    func whatCannotBeCompared(_ name: String, _ text: String?, _ message: String) throws {
        if let text { try scratch.write(name, text) }
        for arguments in [["diff", name, "new.odcs.yaml"], ["diff", "old.odcs.yaml", name]] {
            let run = try Run(arguments, in: scratch.folder)
            #expect(run.exitCode == 2)
            #expect(run.output.isEmpty)
            #expect(run.errors.hasPrefix("contractlint: error: \(message)"), "\(run.errors)")
        }
    }

    @Test func bytesThatAreNoText() throws {
        try scratch.write("blob", Data((0..<2000).map { UInt8(truncatingIfNeeded: $0 &* 37) | 0x80 }))
        let run = try run("blob", "new.odcs.yaml")
        #expect(run.exitCode == 2)
        #expect(run.errors.contains("blob:1:1: cannot be compared"))
    }

    @Test(arguments: [
        ["old.odcs.yaml"], [], ["--profile", "nobody", "old.odcs.yaml", "new.odcs.yaml"], ["a", "b", "c"],
    ])
    func wrongUsage(_ arguments: [String]) throws {
        let run = try Run(["diff"] + arguments, in: scratch.folder)
        #expect(run.exitCode == 2)
        #expect(run.output.isEmpty)
    }

    @Test func filesOfARevision() throws {
        let repository = try Repository()
        try repository.write("a/old.odcs.yaml", Self.contract())
        try repository.write("a:b.odcs.yaml", Self.contract(type: "SMALLINT"))
        try repository.commit()
        try repository.write("a/old.odcs.yaml", Self.contract(version: "1.4.1", type: "BIGINT"))
        func ids(_ arguments: [String], in folder: String = "") throws -> [String?] {
            let run = try Run(
                ["diff", "--format", "json"] + arguments,
                in: folder.isEmpty ? repository.folder : repository.folder.appendingPathComponent(folder))
            #expect(run.exitCode == 0, "\(run.errors)")
            let report = try run.json()
            return try #require(report["changes"] as? [[String: Any]]).map { $0["id"] as? String }
        }
        #expect(try ids(["HEAD:a/old.odcs.yaml", "a/old.odcs.yaml"]) == ["physical-type-widened"])
        #expect(try ids(["a/old.odcs.yaml", "HEAD:a/old.odcs.yaml"]) == ["physical-type-narrowed"])
        #expect(try ids(["HEAD:./old.odcs.yaml", "old.odcs.yaml"], in: "a") == ["physical-type-widened"])
        #expect(try ids(["HEAD:a/../a/old.odcs.yaml", "HEAD:a/old.odcs.yaml"]) == [])
        // A file that is there is meant, whatever its name.
        #expect(try ids(["a:b.odcs.yaml", "a/old.odcs.yaml"]) == ["physical-type-widened"])
        for (name, message) in [
            ("HEAD:none", "the revision has no file of this path"), ("HEAD:a", "is a folder"),
            ("HEAD:../../etc/passwd", "the revision has no file of this path"), ("--x:a", "there is no revision `--x`"),
            ("HEAD^{tree}:a/old.odcs.yaml", "not a commit"), ("HEAD:", "is a folder"),
        ] {
            let run = try Run(["diff", "--", name, "a/old.odcs.yaml"], in: repository.folder)
            #expect(run.exitCode == 2)
            #expect(run.errors.contains(message), "\(run.errors)")
        }
    }

    @Test func standardInput() throws {
        let run = try Run.shell(
            "'\(Run.program.path)' diff old.odcs.yaml - < new.odcs.yaml", in: scratch.folder)
        #expect(run.exitCode == 0)
        #expect(run.text.contains("      new  <stdin>:13:23  BIGINT"))
        #expect(try self.run("-", "-").exitCode == 2)
    }

    /// By id, then in their order; what is left is new or gone.
    @Test func severalContracts() throws {
        func text(_ contracts: [(id: String, type: String)]) -> String {
            contracts.map { Self.contract(type: $0.type).replacingOccurrences(of: "id: orders", with: "id: \($0.id)") }
                .joined(separator: "\n---\n")
        }
        try scratch.write("old.yaml", text([("a", "INT"), ("b", "INT"), ("c", "INT")]))
        try scratch.write("new.yaml", text([("b", "BIGINT"), ("d", "INT")]))
        let run = try run("old.yaml", "new.yaml", "--format", "json")
        let report = try run.json()
        #expect(report["version"] as? Int == 1)
        let pairs = try #require(report["pairs"] as? [[String: Any]]).map { pair in
            let ids = ["old", "new"].map { (pair[$0] as? [String: String])?["id"] ?? "-" }
            let changes = (pair["changes"] as? [[String: Any]])?.compactMap { $0["id"] as? String } ?? []
            return (ids + changes).joined(separator: " ")
        }
        #expect(pairs == ["b b physical-type-widened", "a d contract-id-changed", "c - contract-removed"])
        let lines = try self.run("old.yaml", "new.yaml").lines
        #expect(lines.filter { ["a", "b", "c", "d"].contains($0) } == ["b", "d", "c"])
        #expect(try self.run("old.yaml", "new.yaml", "--format", "junit").text.contains("tests=\"3\" failures=\"3\""))
        #expect(try self.run("old.yaml", "old.yaml", "--quiet").text.isEmpty)
    }

    @Test func nothingChanged() throws {
        let run = try run("old.odcs.yaml", "old.odcs.yaml", "--format", "json")
        #expect(run.exitCode == 0)
        let report = try run.json()
        #expect((report["changes"] as? [Any])?.isEmpty == true)
        #expect(report["minimumBump"] as? String == "none")
    }

    @Test(arguments: [
        ("consumer", "late-bound", "risky"), ("consumer", "early-bound", "breaking"),
        ("producer", "late-bound", "compatible"), ("full", "late-bound", "risky"),
    ])
    func aWiderTypeByProfile(_ profile: String, _ readers: String, _ verdict: String) throws {
        let run = try run(
            "old.odcs.yaml", "new.odcs.yaml", "--profile", profile, "--readers", readers, "--format", "json")
        #expect(run.exitCode == 0)
        let report = try run.json()
        #expect(report["profile"] as? String == profile)
        #expect(report["declaredBump"] as? String == "patch")
        let changes = try #require(report["changes"] as? [[String: Any]])
        #expect(changes.map { $0["id"] as? String } == ["physical-type-widened"])
        let change = try #require(changes.first)
        #expect(change["verdict"] as? String == verdict)
        #expect(change["element"] as? String == "orders.amount")
        #expect(change["relation"] as? String == "widens")
        let sides = try ["old", "new"].map { try #require(change[$0] as? [String: Any]) }
        #expect(sides.map { $0["value"] as? String } == ["INT", "BIGINT"])
        #expect(
            sides.map { $0["route"] as? String } == Array(repeating: "/schema/0/properties/0/physicalType", count: 2))
        let starts = sides.compactMap { ($0["range"] as? [String: [String: Int]])?["start"] }
        #expect(starts == Array(repeating: ["line": 13, "column": 23], count: 2))
    }

    @Test func theReviewersText() throws {
        let run = try run("old.odcs.yaml", "new.odcs.yaml", "--today", "2026-01-31")
        #expect(run.exitCode == 0)
        #expect(run.lines.first == "orders.amount")
        #expect(run.lines.contains("  risky [physical-type-widened] `physicalType` went from INT to BIGINT"))
        #expect(run.lines.contains("      old  old.odcs.yaml:13:23  INT"))
        #expect(run.lines.contains("      new  new.odcs.yaml:13:23  BIGINT"))
        #expect(
            run.text.hasSuffix(
                "1 risky\nThe changes ask for a minor version; 1.4.0 to 1.4.1 is patch, which is too little. "
                    + "Suggested: 1.5.0.\n"))
    }

    /// What a stranger writes into a contract reaches no terminal, no mention and no HTML of a comment.
    @Test func hostileText() throws {
        try scratch.write("new.odcs.yaml", Self.contract(type: "\"`<img src=x>` @everyone \\e[31m\""))
        let markdown = try run("old.odcs.yaml", "new.odcs.yaml", "--format", "markdown").text
        #expect(!markdown.contains("\u{1B}"))
        for line in markdown.split(separator: "\n") where line.contains("@everyone") || line.contains("<img") {
            // HTML in a code span alone, a mention in none but one whose fence is longer than the backquotes inside.
            #expect(line.contains("`` `<img src=x>` @everyone") || line.contains("`<img src=x>` &#64;everyone"))
        }
        #expect(!(try run("old.odcs.yaml", "new.odcs.yaml").text.contains("\u{1B}")))
    }
}
