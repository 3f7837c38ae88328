import Foundation
import Testing

/// `--cache`: the report is the same bytes with and without it, whatever has changed and whatever has become of its file.
@Suite struct CacheTests {
    private let scratch: Scratch
    private let results: URL

    init() throws {
        scratch = try Scratch()
        results = scratch.url("kept/contractlint-results")
        for (number, name) in ["a", "b", "c"].enumerated() {
            try scratch.write("mesh/\(name).odcs.yaml", Self.contract(name, properties: number + 1))
        }
    }

    private static func contract(_ id: String, properties: Int, _ more: String = "") -> String {
        """
        apiVersion: v3.1.0
        kind: DataContract
        id: \(id)
        version: 1.0.0
        status: activ
        schema:
          - name: orders
            properties:
        \((0..<properties).map { "      - {name: p\($0), logicalType: strin}\n" }.joined())
        """ + more
    }

    /// A run with the cache, of which the report must be that of a run without.
    ///
    /// - Returns: number of the results that came from the cache.
    private func kept(_ arguments: [String] = []) throws -> Int {
        let arguments = ["check", "mesh", "--format", "json", "--today", "2026-01-01"] + arguments
        let plain = try Run(arguments, in: scratch.folder)
        let run = try Run(arguments + ["--stats", "--cache", "kept"], in: scratch.folder)
        #expect(run.output == plain.output && run.exitCode == plain.exitCode)
        #expect(!plain.output.isEmpty)
        let line = try #require(run.errors.split(separator: "\n").first { $0.hasPrefix("files") })
        return try #require(Int(line.split(separator: " ").dropLast(3).last ?? ""))
    }

    @Test func whatIsAsItWasIsNotLookedAtAgain() throws {
        #expect(try kept() == 0)
        #expect(try kept() == 3)
        #expect(try kept(["--jobs", "1"]) == 3)
        try scratch.write("mesh/b.odcs.yaml", Self.contract("b", properties: 5))
        #expect(try kept() == 2)
        #expect(try kept() == 3)
        // What the report shows, the day and the rules decide as well.
        #expect(try kept(["--today", "2026-01-02"]) == 0)
        try scratch.write(".contractlint.yaml", "version: 1\nlayers: [{name: none}]\n")
        #expect(try kept() == 0)
        #expect(try kept() == 3)
    }

    @Test func reportsForPeopleShowTheirLines() throws {
        let arguments = ["check", "mesh", "--color", "never", "--verbose"]
        let plain = try Run(arguments, in: scratch.folder)
        for _ in 0..<2 {
            let run = try Run(arguments + ["--cache", "kept"], in: scratch.folder)
            // One line holds the time.
            #expect(
                run.lines.filter { !$0.contains(" in 3 files") } == plain.lines.filter { !$0.contains(" in 3 files") })
        }
    }

    /// Comments that suppress, other files, secrets: what depends on more than the file, or may not lie about, is not kept.
    @Test func whatIsNotKept() throws {
        try scratch.write(
            "mesh/a.odcs.yaml",
            "# contractlint: ignore-file standard/invalid-value\n" + Self.contract("a", properties: 1))
        try scratch.write(
            "mesh/b.odcs.yaml", Self.contract("b", properties: 1, "price: {password: hunter2-is-not-it}\n"))
        _ = try kept()
        let written = try Data(contentsOf: results)
        #expect(!String(decoding: written, as: UTF8.self).contains("hunter2"))
        #expect(try kept() == 1)
    }

    @Test func aDamagedFileIsAsNone() throws {
        _ = try kept()
        let whole = try Data(contentsOf: results)
        for place in stride(from: 0, to: whole.count, by: max(1, whole.count / 12)) {
            var damaged = whole
            damaged[place] ^= 0x41
            try damaged.write(to: results)
            _ = try kept()
            try whole.prefix(place).write(to: results)
            _ = try kept()
        }
        try Data(repeating: 0xFF, count: 3000).write(to: results)
        #expect(try kept() == 0)
    }

    @Test func aFolderOfSomethingElseIsLeftAlone() throws {
        let run = try Run(["check", "--cache", "mesh"], in: scratch.folder)
        #expect(run.exitCode == 2 && run.errors.contains("--cache") && run.errors.contains("holds other files"))
        let file = try Run(["check", "--cache", "mesh/a.odcs.yaml"], in: scratch.folder)
        #expect(file.exitCode == 2 && file.errors.contains("this is no folder"))
    }

    @Test func withoutAFolderItLiesInThatOfTheUser() throws {
        let run = try Run(
            ["check", "mesh", "--cache"], in: scratch.folder, environment: ["XDG_CACHE_HOME": scratch.url("own").path])
        #expect(run.exitCode == 1)
        #expect(FileManager.default.fileExists(atPath: scratch.url("own/contractlint/contractlint-results").path))
    }

    /// Units of the mesh are read anew, and what they mean for each other is found as without the cache.
    @Test func theMeshIsLinked() throws {
        try scratch.write(
            "mesh/p.odps.yaml",
            """
            {apiVersion: v1.0.0, kind: DataProduct, id: p, status: active, domain: d,
             inputPorts: [{name: i, version: 9.9.9, contractId: a}]}

            """)
        for _ in 0..<2 { _ = try kept() }
        let run = try Run(["check", "mesh", "--format", "json", "--cache", "kept"], in: scratch.folder)
        #expect(run.text.contains("product/port-version-exists"))
    }

    /// Whoever compares two ways of reading wants both to read.
    @Test func anotherWayOfReadingLooksAgain() throws {
        _ = try kept()
        let run = try Run(
            ["check", "mesh", "--format", "json", "--today", "2026-01-01", "--stats", "--cache", "kept"],
            in: scratch.folder, environment: ["CONTRACTLINT_SCAN": "libyaml"])
        let line = try #require(run.errors.split(separator: "\n").first { $0.hasPrefix("files") })
        #expect(line.contains("of which 0 from the cache"), "\(line)")
    }
}
