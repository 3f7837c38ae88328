import Foundation
import Testing

/// Layers over files: what they lock, what lower ones may do, how nested files come together.
@Suite struct LayerTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try scratch.write("governance/acme.yaml", FederationFiles.pack())
        try scratch.write("sales/orders.odcs.yaml", FederationFiles.contract())
        try scratch.write("crm/leads.odcs.yaml", FederationFiles.contract(id: "leads", domain: "crm"))
    }

    private func check(_ arguments: String...) throws -> Run {
        try Run(["check", "--format", "json", "--today", "2026-06-01"] + arguments, in: scratch.folder)
    }

    private func failures(_ run: Run) throws -> [String] {
        try (ReportFile(run).failures ?? []).map { failure in
            let place = failure.position.map { ":\($0.line):\($0.column)" } ?? ""
            return "\(failure.file ?? "")\(place) \(failure.message)"
        }
    }

    @Test(arguments: [
        ("{severity: info}", "3:54", "allowed is warning or more"),
        ("{severity: off}", "3:54", "allowed is warning or more"),
        ("{enforcement: advisory}", "3:57", "allowed is waivable or more"),
        ("{lock: open}", "3:50", "allowed is tighten or more"),
        ("{effectiveFrom: 2030-01-01}", "3:59", "it is in force already"),
        ("{params: {allowed: [restricted, confidential, public]}}", "3:62", "or some of it"),
        ("{params: {longest: 31}}", "3:62", "allowed is 30 or less"),
        ("{params: {word: y}}", "3:59", "allowed is x alone"),
        ("{scope: {domains: [sales]}}", "3:51", "holds all of: all contracts"),
    ])
    func whatIsLockedIsNotLoosened(_ adjustment: String, _ place: String, _ allowed: String) throws {
        try scratch.write(
            ".contractlint.yaml", "version: 1\nlayers: [{name: organisation, packs: [governance/acme.yaml]}]\n")
        try scratch.write(
            "sales/.contractlint.yaml",
            "version: 1\nlayers:\n- {name: sales, adjust: {acme/classified: \(adjustment)}}\n")
        let found = try failures(check("sales"))
        #expect(found.count == 1)
        let message = try #require(found.first)
        #expect(message.hasPrefix("sales/.contractlint.yaml:\(place) this loosens `acme/classified`"), "\(message)")
        #expect(
            message.contains("the layer `organisation` (governance/acme.yaml:6:9) has locked (tighten)"), "\(message)")
        #expect(message.contains(allowed), "\(message)")
        // The tightest holds all the same.
        #expect(try FederationFiles.findings(check("sales")) == [])
    }

    @Test(arguments: [
        ("{severity: error, params: {allowed: []}}", ["acme/classified class error organisation"]),
        ("{params: {allowed: [restricted]}}", ["acme/classified class warning organisation"]),
        ("{enforcement: mandatory, lock: sealed}", []),
        ("{require: {named: 'property.name != \"email\"'}}", ["acme/classified named warning organisation"]),
        ("{params: {longest: 3}}", ["acme/classified short warning organisation"]),
    ])
    func aLowerLayerTightens(_ adjustment: String, _ expected: [String]) throws {
        try scratch.write(
            ".contractlint.yaml", "version: 1\nlayers: [{name: organisation, packs: [governance/acme.yaml]}]\n")
        let own = "{name: sales, match: {domains: [sales]}, adjust: {acme/classified: \(adjustment)}}"
        try scratch.write("sales/.contractlint.yaml", "version: 1\nlayers: [\(own)]\n")
        let run = try check(".")
        #expect(try failures(run) == [])
        #expect(try FederationFiles.findings(run) == expected, "only the contracts of sales are concerned")
    }

    @Test func sealedAllowsNothingAndTheSectionRulesIsALayer() throws {
        try scratch.write("governance/acme.yaml", FederationFiles.pack(lock: "sealed"))
        try scratch.write(
            ".contractlint.yaml",
            """
            version: 1
            layers: [{name: organisation, packs: [governance/acme.yaml]}]
            rules:
              acme/classified: error
            """)
        #expect(
            try failures(check("sales")) == [
                ".contractlint.yaml:4:20 this changes `acme/classified`, which the layer `organisation` "
                    + "(governance/acme.yaml:6:9) has locked (sealed); nothing may be changed below: remove this"
            ])
        try scratch.write("governance/acme.yaml", FederationFiles.pack(severity: "error"))
        try scratch.write(
            ".contractlint.yaml",
            """
            version: 1
            layers: [{name: organisation, packs: [governance/acme.yaml]}]
            rules:
              acme/*: warning
            """)
        let found = try failures(check("sales"))
        #expect(found.count == 1 && found[0].hasPrefix(".contractlint.yaml:4:11 this loosens `acme/classified`"))
    }

    /// Layers that no contract can have together do not bind each other; others do.
    @Test(arguments: [
        ("{domains: [sales]}", "{domains: [crm, hr]}", 0), ("{domains: [sales]}", "{domains: ['s*']}", 1),
        ("{domains: [sales]}", "{statuses: [draft]}", 1), ("{tags: [a]}", "{tags: [b]}", 1),
        ("{tenants: [a, b]}", "{tenants: ['c*'], domains: [sales]}", 0),
    ])
    func onlyLayersThatCanMeetAreJudged(_ upper: String, _ lower: String, _ count: Int) throws {
        try scratch.write("governance/acme.yaml", FederationFiles.pack(lock: "open"))
        try scratch.write(
            ".contractlint.yaml",
            """
            version: 1
            layers:
              - {name: organisation, packs: [governance/acme.yaml]}
              - {name: upper, match: \(upper), adjust: {acme/classified: {severity: error, lock: tighten}}}
              - {name: lower, match: \(lower), adjust: {acme/classified: {severity: info}}}
            """)
        #expect(try failures(check("sales")).count == count)
    }

    @Test func allFilesFromTheOutermostDownHold() throws {
        try scratch.write(
            ".contractlint.yaml", "version: 1\nlayers: [{name: organisation, packs: [governance/acme.yaml]}]\n")
        try scratch.write("sales/rules.yaml", FederationFiles.pack(id: "acme-sales", severity: "error"))
        try scratch.write(
            "sales/.contractlint.yaml",
            """
            version: 1
            layers:
              - {name: sales, under: organisation, packs: [./rules.yaml], adjust: {acme/classified: {severity: error, params: {allowed: [restricted]}}}}
              - {name: by-path, match: {paths: [orders.odcs.yaml]}, adjust: {acme-sales/classified: {params: {allowed: []}}}}
            """)
        for (folder, arguments) in [("", ["."]), ("sales", ["."]), ("sales", ["../sales", "../crm"])] {
            let run = try Run(
                ["check", "--format", "json"] + arguments, in: folder.isEmpty ? scratch.folder : scratch.url(folder))
            #expect(
                try FederationFiles.findings(run, pack: "acme") == [
                    "acme-sales/classified class error sales", "acme/classified class error organisation",
                ], "\(folder) \(arguments)")
        }
        // A file named on the command line is the only one.
        let named = try check("--config", "sales/.contractlint.yaml", "sales")
        #expect(named.exitCode == 2, "the layer it is under, and the rule that it adjusts, are not there")
    }

    @Test func theSearchStopsAtTheRepository() throws {
        try scratch.write(".contractlint.yaml", "version: 1\nrules: {standard/unknown-key: off}\n")
        try scratch.write("sales/wrong.odcs.yaml", Sample.wrong)
        #expect(try ReportFile(check("sales")).findings.map(\.rule).contains("standard/unknown-key") == false)
        try scratch.write("sales/.git", "gitdir: elsewhere\n")
        #expect(try ReportFile(check("sales")).findings.map(\.rule).contains("standard/unknown-key"))
    }

    /// Whoever locks a rule locks the files it is about.
    @Test func aNestedFileDoesNotEscape() throws {
        try scratch.write(
            ".contractlint.yaml", "version: 1\nlayers: [{name: organisation, packs: [governance/acme.yaml]}]\n")
        try scratch.write(
            "sales/.contractlint.yaml",
            """
            version: 1
            exclude: ["orders*"]
            include: [none.yaml]
            failOn: never
            limits: {fileBytes: 99999999}
            rules: {yaml/syntax: off}
            """)
        let found = try failures(check("sales"))
        #expect(
            found.map { $0.split(separator: " ")[0] } == [
                "sales/.contractlint.yaml:2:10", "sales/.contractlint.yaml:3:10", "sales/.contractlint.yaml:4:9",
                "sales/.contractlint.yaml:5:21", "sales/.contractlint.yaml:6:22",
            ])
        #expect(found[0].contains("takes files out of reach of `acme/classified`"))
        // Without a lock above, all of it but the limit is allowed.
        try scratch.write("governance/acme.yaml", FederationFiles.pack(lock: "open"))
        #expect(try failures(check("sales")).map { $0.split(separator: " ")[0] } == ["sales/.contractlint.yaml:5:21"])
        try scratch.write(".contractlint.yaml", "version: 1\nfailOn: warning\n")
        try scratch.write("sales/.contractlint.yaml", "version: 1\nfailOn: error\n")
        #expect(
            try failures(check("sales")) == [
                "sales/.contractlint.yaml:2:9 `failOn: error` is laxer than a configuration above demands; "
                    + "write warning or something stricter, or leave it out"
            ])
    }

    // MARK: Enforcement and dates

    @Test func whatIsAdvisoryFailsNoRun() throws {
        try scratch.write(
            ".contractlint.yaml",
            """
            version: 1
            layers:
              - name: organisation
                packs: [governance/acme.yaml]
                adjust: {acme/classified: {severity: error, enforcement: advisory, params: {allowed: []}}}
            """)
        let run = try check("--fail-on", "info", "sales")
        #expect(try FederationFiles.findings(run) == ["acme/classified class error organisation"])
        let errors = try ReportFile(run).findings.filter { $0.rule == "acme/classified" }
        #expect(errors.count == 1 && run.exitCode == 0)
        let text = try Run(["check", "sales"], in: scratch.folder).text
        #expect(text.contains("error[acme/classified] (advisory): `orders.email` fails class (x)"), "\(text)")
    }

    @Test(arguments: [("2026-06-01", "error", true), ("2026-06-02", "warning", false)])
    func aRuleWarnsUntilItIsInForce(_ day: String, _ severity: String, _ fails: Bool) throws {
        try scratch.write(
            ".contractlint.yaml",
            """
            version: 1
            layers:
              - name: organisation
                packs: [governance/acme.yaml]
                adjust:
                  acme/classified: {severity: error, params: {allowed: []}, effectiveFrom: \(day)}
                  standard/unknown-key: {effectiveFrom: \(day)}
            """)
        try scratch.write("sales/wrong.odcs.yaml", Sample.wrong)
        let run = try check("sales")
        let findings = try ReportFile(run).findings.filter {
            ["acme/classified", "standard/unknown-key"].contains($0.rule)
        }
        #expect(!findings.isEmpty && findings.allSatisfy { $0.severity == severity })
        #expect((run.exitCode == 1) == fails)
        let note = "from \(day) on this is an error"
        #expect(run.text.contains(note) == !fails)
    }

    /// Rules that are part of the program are adjusted like any other, for the contracts that a layer matches.
    @Test func nativeRulesHaveLayersAsWell() throws {
        try scratch.write("sales/wrong.odcs.yaml", FederationFiles.contract(id: "wrong") + "nope: 1\n")
        try scratch.write(
            "crm/wrong.odcs.yaml", FederationFiles.contract(id: "also-wrong", domain: "crm") + "nope: 1\n")
        try scratch.write(
            ".contractlint.yaml",
            """
            version: 1
            layers:
              - {name: sales, match: {domains: [sales]}, adjust: {standard/unknown-key: {severity: info, lock: sealed}}}
              - {name: team, match: {domains: [crm]}, adjust: {standard/*: {enforcement: mandatory}}}
            """)
        let run = try check(".")
        #expect(try failures(run) == [])
        let report = try run.json()
        let found = try #require(report["findings"] as? [[String: Any]])
        #expect(
            found.map { "\($0["file"] ?? "") \($0["severity"] ?? "")" } == [
                "crm/wrong.odcs.yaml error", "sales/wrong.odcs.yaml info",
            ])
        #expect(found[0]["enforcement"] as? String == "mandatory")
        let provenance = try #require(found[1]["provenance"] as? [String: Any])
        #expect(provenance["lock"] as? String == "sealed" && provenance["pack"] as? String == "standard")
        #expect(
            provenance["changes"] as? [[String: String]] == [
                ["layer": "sales", "change": "severity: error → info"],
                ["layer": "sales", "change": "lock: open → sealed"],
            ])
    }

    @Test func rulesAboutChangesHaveLayersAsWell() throws {
        let note = "      - {name: note, logicalType: string}\n"
        for (domain, folder) in [("sales", "sales"), ("crm", "crm")] {
            let contract = FederationFiles.contract(id: folder, domain: domain)
            try scratch.write("old/\(folder)/c.odcs.yaml", contract + note)
            try scratch.write("new/\(folder)/c.odcs.yaml", contract.replacingOccurrences(of: "1.0.0", with: "2.0.0"))
        }
        try scratch.write(
            ".contractlint.yaml",
            """
            version: 1
            layers:
              - {name: sales, match: {domains: [sales]}, adjust: {compatibility/property-removed: {enforcement: advisory}}}
              - {name: crm, match: {domains: [crm]}, adjust: {compatibility/*: {severity: warning, lock: tighten}}}
            """)
        let run = { (path: String) in
            try Run(["breaking", "--format", "json", "new/\(path)", "--against", "./old/\(path)"], in: scratch.folder)
        }
        #expect(
            try FederationFiles.findings(run("sales"), pack: "compatibility/property") == [
                "compatibility/property-removed  error "
            ])
        #expect(
            try FederationFiles.findings(run("crm"), pack: "compatibility/property") == [
                "compatibility/property-removed  warning "
            ])
        #expect(try run("sales").exitCode == 0 && run("crm").exitCode == 0)
        try FileManager.default.removeItem(at: scratch.url(".contractlint.yaml"))
        #expect(try run("sales").exitCode == 1)
    }

    @Test func aFindingSaysWhereItsRuleComesFrom() throws {
        try scratch.write(
            ".contractlint.yaml",
            """
            version: 1
            layers:
              - {name: organisation, packs: [governance/acme.yaml]}
              - {name: sales, adjust: {acme/classified: {severity: error, params: {allowed: [restricted]}}}}
            """)
        let text = try Run(["check", "--verbose", "sales"], in: scratch.folder).text
        #expect(text.contains("= pack: acme@1.0.0 ("))
        for line in [
            "= layer: organisation", "= changed: severity: warning → error, by the layer sales",
            "= changed: params.allowed: [restricted, confidential] → [restricted], by the layer sales",
            "= lock: tighten",
        ] { #expect(text.contains(line), "\(line) in \(text)") }
    }
}
