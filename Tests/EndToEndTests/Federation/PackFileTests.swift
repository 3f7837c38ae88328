import Foundation
import Testing

/// Packs that bring others along, and the lock that says what they are.
@Suite struct PackFileTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try scratch.write("orders.odcs.yaml", FederationFiles.contract())
    }

    private func failures(_ arguments: [String] = ["check", "--format", "json", "orders.odcs.yaml"]) throws -> [String]
    {
        try (ReportFile(Run(arguments, in: scratch.folder)).failures ?? []).map { failure in
            let place = failure.position.map { ":\($0.line):\($0.column)" } ?? ""
            return "\(failure.file ?? "")\(place) \(failure.message)"
        }
    }

    private func configure(_ packs: String) throws {
        try scratch.write(".contractlint.yaml", "version: 1\nlayers: [{name: organisation, packs: [\(packs)]}]\n")
    }

    @Test func packsBringOthersAlong() throws {
        try configure("packs/a.yaml")
        try scratch.write(
            "packs/a.yaml", FederationFiles.pack(id: "acme-a", header: "\nincludes: [privacy, b.yaml, ./sub/c.yaml]"))
        try scratch.write("packs/b.yaml", FederationFiles.pack(id: "acme-b", header: "\nincludes: [sub/c.yaml]"))
        try scratch.write("packs/sub/c.yaml", FederationFiles.pack(id: "acme-c"))
        let run = try Run(["rules", "list", "--format", "json"], in: scratch.folder)
        #expect(run.exitCode == 0, "\(run.errors)")
        for id in ["acme-a", "acme-b", "acme-c", "privacy"] { #expect(run.text.contains("\"id\": \"\(id)\"")) }
    }

    @Test func aCircleIsNamed() throws {
        try configure("a.yaml")
        try scratch.write("a.yaml", FederationFiles.pack(id: "acme-a", header: "\nincludes: [b.yaml]"))
        try scratch.write("b.yaml", FederationFiles.pack(id: "acme-b", header: "\nincludes: [c.yaml]"))
        try scratch.write("c.yaml", FederationFiles.pack(id: "acme-c", header: "\nincludes: [./b.yaml]"))
        #expect(
            try failures() == [
                "c.yaml:5:12 packs include each other in a circle: b.yaml:5:12 → c.yaml:5:12 → b.yaml; "
                    + "remove one of these includes"
            ])
    }

    /// However deep the chain, it ends with a word.
    @Test func aChainWithoutEndIsCutOff() throws {
        try configure("p0.yaml")
        for index in 0..<200 {
            try scratch.write(
                "p\(index).yaml", FederationFiles.pack(id: "acme-\(index)", header: "\nincludes: [p\(index + 1).yaml]"))
        }
        let found = try failures()
        #expect(found.count == 1 && found[0].contains("packs include each other more than 50 deep"), "\(found)")
    }

    @Test func aLockHoldsPacksToTheLastByte() throws {
        try configure("recommended, 'packs/*.yaml', ./own.yaml")
        try scratch.write("packs/b.yaml", FederationFiles.pack(id: "acme-b"))
        try scratch.write("packs/a.yaml", FederationFiles.pack(id: "acme-a", header: "\nincludes: [../shared.yaml]"))
        try scratch.write("shared.yaml", FederationFiles.pack(id: "acme-shared"))
        try scratch.write("own.yaml", FederationFiles.pack(id: "acme-own"))
        let lock = { try Run(["rules", "lock"] + $0, in: scratch.folder) }
        #expect(try lock(["--check"]).exitCode == 2)
        #expect(try lock([]).text == ".contractlint.lock was written\n")
        let first = try scratch.read(".contractlint.lock")
        #expect(
            first.contains(
                "  - reference: \"./own.yaml\"\n    files:\n      - path: \"own.yaml\"\n        id: \"acme-own\""))
        #expect(try lock([]).exitCode == 0 && scratch.read(".contractlint.lock") == first)
        #expect(try lock(["--check"]).exitCode == 0 && failures() == [])
        let help = "; look at the difference, then write the lock anew with `contractlint rules lock`"
        let glob = ".contractlint.yaml:2:52 the rule pack `packs/*.yaml` is not as .contractlint.lock has it: "

        try scratch.write("packs/b.yaml", FederationFiles.pack(id: "acme-b", lock: "open"))
        #expect(try failures() == [glob + "`packs/b.yaml` has changed" + help])
        #expect(try lock(["--check"]).exitCode == 2)
        try FileManager.default.removeItem(at: scratch.url("packs/b.yaml"))
        #expect(try failures() == [glob + "`packs/b.yaml` is gone" + help])
        try scratch.write("packs/b.yaml", FederationFiles.pack(id: "acme-b"))
        try scratch.write("packs/c.yaml", FederationFiles.pack(id: "acme-c"))
        #expect(try failures() == [glob + "`packs/c.yaml` has come since" + help])
        try FileManager.default.removeItem(at: scratch.url("packs/c.yaml"))
        try scratch.write("shared.yaml", FederationFiles.pack(id: "acme-shared", lock: "open"))
        #expect(
            try failures() == [
                "packs/a.yaml:5:12 the rule pack `../shared.yaml` is not as .contractlint.lock has it: "
                    + "`shared.yaml` has changed" + help
            ])
        #expect(try lock(["./own.yaml"]).exitCode == 0)
        #expect(try failures().count == 1, "the other references are as they were")
        #expect(try lock(["own.yaml"]).errors.contains("did you mean './own.yaml'?"))

        try scratch.write(".contractlint.lock", "version: 2\npacks: [{reference: x, fils: []}]\n")
        #expect(
            try failures().map { $0.split(separator: " ")[0] } == [
                ".contractlint.lock:1:10", ".contractlint.lock:2:10", ".contractlint.lock:2:24",
            ])
        // It hides no other mistake.
        try configure("packs/gone.yaml")
        #expect(try failures().map { $0.split(separator: " ")[0] }.contains(".contractlint.yaml:2:39"))
    }

    // MARK: Every mistake at once

    /// Of a pack that cannot be read nobody knows the rules; a slip of the pen shows all the same.
    @Test func aPackThatIsMissingMakesNoRuleUnknown() throws {
        try scratch.write("broken.yaml", FederationFiles.pack(severity: "grave"))
        try scratch.write(
            ".contractlint.yaml",
            """
            version: 1
            layers:
              - name: organisation
                packs: [recomended, broken.yaml]
                adjust:
                  privacy/pii-classified: {severity: error}
                  privacy/*: {lock: tighten}
                  privacy/pii-clasified: {severity: error}
                  acme/classified: {severity: error}
            rules: {freshness/latency-declared: off, freshness/latency-declard: off}
            """)
        #expect(
            try failures() == [
                ".contractlint.yaml:4:13 there is no rule pack `recomended`; did you mean `recommended`?",
                ".contractlint.yaml:8:7 no pack of this layer or of one above it has a rule `privacy/pii-clasified`; "
                    + "did you mean `privacy/pii-classified`?",
                ".contractlint.yaml:10:42 there is no rule `freshness/latency-declard`; "
                    + "did you mean `freshness/latency-declared`?",
                "broken.yaml:7:15 `severity` cannot be the text `grave`; allowed: `error`, `warning`, `info` or `off`",
            ])
    }

    @Test func everyMistakeIsFoundInOneRun() throws {
        try scratch.write("good.yaml", FederationFiles.pack(severity: "error"))
        try scratch.write("twin.yaml", FederationFiles.pack())
        try scratch.write("a.yaml", FederationFiles.pack(id: "acme-a", header: "\nincludes: [a.yaml]"))
        try scratch.write("date.yaml", FederationFiles.pack(id: "acme-date", more: "\n    effectiveFrom: 2026-02-30"))
        try FileManager.default.createDirectory(at: scratch.url("folder.yaml/x"), withIntermediateDirectories: true)
        try scratch.write(
            ".contractlint.yaml",
            """
            version: 1
            layers:
              - name: organisation
                packs: [good.yaml, twin.yaml, a.yaml, date.yaml, gone.yaml, privcy]
              - name: sales
                under: organization
                pakcs: [recommended]
                adjust:
                  acme/clasified: {severity: error}
                  acme/classified:
                    severity: warning
                    params: {allwed: [], longest: "x"}
                    effectiveFrom: tomorrow
                    require: {class: 'true', more: 'property.nmae == "x"'}
                  standard/unknown-key: {params: {x: 1}}
                match: [sales]
            rules:
              acme/classified: warning
              acm/classified: off
            failOn: 3
            """)
        let found = try failures()
        #expect(
            found.map { $0.split(separator: " ")[0] } == [
                ".contractlint.yaml:4:54", ".contractlint.yaml:4:65", ".contractlint.yaml:6:12",
                ".contractlint.yaml:7:5",
                ".contractlint.yaml:9:7", ".contractlint.yaml:11:19", ".contractlint.yaml:12:18",
                ".contractlint.yaml:12:39", ".contractlint.yaml:13:24", ".contractlint.yaml:14:19",
                ".contractlint.yaml:14:50", ".contractlint.yaml:15:38", ".contractlint.yaml:16:12",
                ".contractlint.yaml:18:20", ".contractlint.yaml:19:3", ".contractlint.yaml:20:9", "a.yaml:5:12",
                "date.yaml:9:20", "twin.yaml:3:5",
            ], "\(found.joined(separator: "\n"))")
        for (index, words) in [
            (0, "does not exist"), (1, "did you mean `privacy`?"), (2, "did you mean `organisation`?"), (3, "`packs`"),
            (4, "did you mean `acme/classified`?"), (5, "allowed is error or more"), (6, "did you mean `allowed`?"),
            (7, "is a whole number, and this is a word"), (8, "`tomorrow` is no day"),
            (9, "has a clause `class` already"), (10, "did you mean"), (11, "`params` cannot be changed of"),
            (14, "did you mean `acme/classified`?"), (16, "in a circle: a.yaml:5:12 → a.yaml"),
            (17, "`2026-02-30` is no day"), (18, "is in good.yaml:3:5 already"),
        ] where index < found.count { #expect(found[index].contains(words), "\(found[index])") }
    }
}
