import Foundation
import Reporters
import Testing

/// Secrets in every kind of place: none of them is in any output, of whatever command and in whatever format.
///
/// Every one is made up, and put together from two parts so that no scanner takes it for a real one.
@Suite struct PlantedSecretTests {
    private struct Planted {
        /// As a contract holds it.
        var text: String
        /// Part that nobody may see.
        var needle: String

        init(_ prefix: String, _ needle: String, _ suffix: String = "") {
            text = prefix + needle + suffix
            self.needle = needle
        }
    }

    private static let secrets: [Planted] = [
        Planted("AK" + "IA", "Q3EGRZ5XJ4BWVT2N"),
        Planted("gh" + "p_", "Zq8Xv2Lm5Rt7Kp3Wn9Bd4Hs6Fj1Gc0Ty8Ua5"),
        Planted("xo" + "xb-", "2318-Lm5Rt7Kp3Wn9Bd4Hs6Fj1Gc0"),
        Planted("da" + "pi", "3f9a1c7e5b2d8046af13c95e7d20b86e"),
        Planted("postgres://etl:", "Xk29vTqL77", "@db.acme.example/sales"),
        Planted("Server=db1;User=etl;Pass" + "word=", "Rk31wSpM88", ";Encrypt=true"),
        Planted("Authorization: Bear" + "er ", "Wn9Bd4Hs6Fj1Gc0Ty8Ua5Qe2"),
        Planted("ey" + "JhbGciOiJIUzI1NiJ9.", "eyJzdWIiOiI0MjAxIn0.Ty8Ua5Qe2Io7Px4Lz9Vb3Mk6Rn1Sd8Zq8Xv2Lm5Rt7Kp"),
    ]

    /// Told by their names alone.
    private static let named = "swordfish-and-chips-7"
    private static let block = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7"
    private static let others = [named, block, "Qe2Io7Px4Lz9Vb3M"]

    private static func quoted(_ text: String) -> String { "\"" + text.replacing("\"", with: "\\\"") + "\"" }

    /// A contract with a secret in each kind of place, where something is wrong with each of them.
    private static func contract(_ secret: Planted, version: String = "1.0.0") -> String {
        let escaped = secret.text.unicodeScalars.first.map { String(format: "\\x%02x", $0.value) } ?? ""
        let text = secret.text
        return """
            apiVersion: v3.1.0
            kind: DataContract
            id: planted
            version: \(version)
            status: activ # \(text)
            domain: \(quoted(text))
            tags: [\(quoted(text)), \(quoted(text))]
            \(quoted(text)): unknown
            password: \(named)
            description:
              purpose: \(quoted("read with " + text))
              usage: >-
                Fold it:
                \(text)
              limitations: "\(escaped)\(text.dropFirst())"
            customProperties:
              - {property: dbPassword, value: \(named)}
              - {property: dbPassword, value: \(named), valeu: \(named)}
              - property: key
                value: |
                  -----BEGIN PRIVATE KEY-----
                  \(block)
                  -----END PRIVATE KEY-----
            # -----BEGIN PRIVATE KEY-----
            # \(block)
            # -----END PRIVATE KEY-----
            servers:
              - {server: lake, type: postgrs, host: \(quoted(text)), database: d, schema: s, secretKey: Qe2Io7Px4Lz9Vb3M}
            team:
              name: \(quoted(text))
            schema:
              - name: \(quoted(text))
                physicalType: table
                properties:
                  - name: \(quoted(text))
                    logicalType: strin # \(text)
                    physicalType: \(quoted(text))
                    examples: [\(quoted(text))]
                    relationships: [{to: \(quoted(text))}]
                  - {name: \(quoted(text)), logicalType: integer, examples: [\(quoted(text))]}
                  - {name: p, logicalType: integer, logicalTypeOptions: {pattern: \(quoted(text + "(?=x)"))}}

            """
    }

    private static let pack = """
        apiVersion: contractlint/v1
        kind: RulePack
        id: prints
        version: 1.0.0
        owner: x
        description: It prints what it finds.
        rules:
          - id: text
            summary: No text.
            severity: warning
            select: text
            require: "text.value == ''"
            message: "{text.key} is {text.value}, in small letters {text.value.lowerAscii()}"
            remedy: Remove it.
            rationale: None.
        """

    private func demandNothing(_ secret: String, in run: Run, _ what: String) {
        let said = run.text + run.errors
        let lowered = said.lowercased()
        for needle in [secret] + Self.others {
            #expect(!lowered.contains(needle.lowercased()), "\(what): \(said)")
        }
    }

    @Test(arguments: 0..<8) func noOutputHoldsOne(_ number: Int) throws {
        let secret = Self.secrets[number]
        let scratch = try Scratch()
        try scratch.write("p.odcs.yaml", Self.contract(secret))
        // In the name of a file as well, where it can stand there.
        if !secret.text.contains("/") {
            try scratch.write("\(secret.text).odcs.yaml", Self.contract(secret))
        }
        try scratch.write("prints.yaml", Self.pack)
        try scratch.write(
            ".contractlint.yaml", "version: 1\nlayers: [{name: all, packs: [strict, prints.yaml]}]\n")
        for format in ReportFormat.allCases.map(\.rawValue) {
            let run = try Run(["check", "--format", format, "--show", "info", "."], in: scratch.folder)
            demandNothing(secret.needle, in: run, format)
        }
        // A committed baseline is an output as well.
        _ = try Run(["check", "--write-baseline", "b.json", "."], in: scratch.folder)
        if scratch.exists("b.json") { #expect(!(try scratch.read("b.json")).contains(secret.needle)) }
        for command in [
            ["policy", "explain", "p.odcs.yaml"], ["policy", "explain", "p.odcs.yaml", "--format", "json"],
            ["rules", "impact", "prints.yaml", "."], ["rules", "impact", "prints.yaml", ".", "--format", "json"],
        ] {
            demandNothing(secret.needle, in: try Run(command, in: scratch.folder), command.joined(separator: " "))
        }
    }

    /// The pull request that takes a secret out does not publish it.
    @Test(arguments: 0..<8) func noChangeHoldsOne(_ number: Int) throws {
        let secret = Self.secrets[number]
        let scratch = try Scratch()
        try scratch.write("old.odcs.yaml", Self.contract(secret))
        let clean = Self.contract(Planted("", "nothing")).replacing(Self.named, with: "${PASSWORD}").replacing(
            "Qe2Io7Px4Lz9Vb3M", with: "${KEY}")
        try scratch.write("new.odcs.yaml", clean)
        for format in ["text", "json", "markdown", "junit"] {
            for pair in [["old.odcs.yaml", "new.odcs.yaml"], ["new.odcs.yaml", "old.odcs.yaml"]] {
                demandNothing(
                    secret.needle, in: try Run(["diff", "--format", format] + pair, in: scratch.folder), format)
            }
        }
        try scratch.write("before/p.odcs.yaml", Self.contract(secret))
        try scratch.write("after/p.odcs.yaml", clean)
        for format in ReportFormat.allCases.map(\.rawValue) {
            let run = try Run(
                ["breaking", "--format", format, "--against", "../before", "."], in: scratch.url("after"))
            demandNothing(secret.needle, in: run, format)
        }
    }

    /// What stands behind a fault of the text is known by its lines alone.
    @Test(arguments: 0..<8) func noSyntaxErrorShowsOne(_ number: Int) throws {
        let secret = Self.secrets[number]
        let scratch = try Scratch()
        for (name, line) in [
            ("a", "tags: [\(secret.text)"), ("b", "x: \"\(secret.text)"), ("c", "\(secret.text): : x"),
            ("d", "\t\(secret.text)"), ("e", "password: \(Self.named): x"), ("f", "x: *\(secret.text)"),
        ] {
            try scratch.write(
                "\(name).odcs.yaml", "apiVersion: v3.1.0\nkind: DataContract\nid: x\n\(line)\n\(secret.text)\n")
        }
        for format in ReportFormat.allCases.map(\.rawValue) {
            demandNothing(secret.needle, in: try Run(["check", "--format", format, "."], in: scratch.folder), format)
        }
    }

    /// Files of our own say what is wrong with them without it.
    @Test(arguments: 0..<8) func noFaultOfAnOwnFileHoldsOne(_ number: Int) throws {
        let secret = Self.secrets[number]
        let text = Self.quoted(secret.text)
        let contract = Self.contract(Planted("", "nothing")).replacing(Self.named, with: "x").replacing(
            "Qe2Io7Px4Lz9Vb3M", with: "x"
        ).replacing(Self.block, with: "x")
        for (name, content) in [
            (".contractlint.yaml", "version: 1\n\(text): x\npassword: \(Self.named)\nfailOn: \(text)\n"),
            (
                ".contractlint.yaml",
                "version: \(text)\nlayers: [{name: \(text), packs: [\(text)], adjust: {\(text): {}}}]\n"
            ),
            (".contractlint.yaml", "version: 1\nwaivers: [\(text)]\nbaseline: \(text)\n"),
            (
                "pack.yaml",
                Self.pack.replacing("id: text", with: "id: \(text)").replacing("select: text", with: "select: \(text)")
            ),
            (
                "pack.yaml",
                Self.pack.replacing("text.value == ''", with: "text.valeu == '\(secret.text)' && \(Self.named)")
            ),
            (
                "waivers.yaml",
                "apiVersion: contractlint/v1\nwaivers: [{rule: \(text), contract: \(text), expires: \(text), reason: \(text)}]\n"
            ),
        ] {
            let scratch = try Scratch()
            try scratch.write("p.odcs.yaml", contract)
            if name != ".contractlint.yaml" {
                let key = name == "pack.yaml" ? "layers: [{name: all, packs: [pack.yaml]}]" : "waivers: [waivers.yaml]"
                try scratch.write(".contractlint.yaml", "version: 1\n\(key)\n")
            }
            try scratch.write(name, content)
            for command in [
                ["check", "."], ["check", "--format", "json", "."], ["waivers", "list"], ["rules", "list"],
                ["rules", "test", "pack.yaml"], ["policy", "explain", "p.odcs.yaml"],
            ] {
                let run = try Run(command, in: scratch.folder)
                #expect(
                    !(run.text + run.errors).contains(secret.needle), "\(name) \(command): \(run.text) \(run.errors)")
            }
        }
    }

    /// A finding is what it was before: what hides in its words is no part of what it is known by.
    @Test func fingerprintsStayWhatTheyWere() throws {
        let scratch = try Scratch()
        let keys = ["1A", "2A"].map { "AK" + "IAQ3EGRZ5XJ4BWVT\($0): x\n" }.joined()
        try scratch.write(
            "c.odcs.yaml", "apiVersion: v3.1.0\nkind: DataContract\nid: x\nversion: 1.0.0\nstatus: active\n" + keys)
        let report = try ReportFile(try Run(["check", "--format", "json", "."], in: scratch.folder))
        let unknown = report.findings.filter { $0.rule == "standard/unknown-key" }
        #expect(unknown.count == 2)
        #expect(Set(unknown.map(\.message)).count == 1)
        #expect(Set(unknown.map(\.fingerprint)).count == 2)
    }
}
