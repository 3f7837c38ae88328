import ContractModel
import Diagnostics
import Foundation
import Governance
import Testing
import YAMLTree

/// The samples: a mesh without a fault, and a contract for each fault.
@Suite struct SampleTests {
    static let broken = Run.root.appendingPathComponent("samples/broken")

    @Test func theMeshIsClean() throws {
        let run = try Run(["check", "--fail-on", "info", "--today", "2026-06-01", "samples"])
        #expect(run.exitCode == 0)
        #expect(run.text.contains("; 1 waived; "))
        #expect(run.lines.count == 2 && run.text.hasPrefix("No findings in "), "\(run.text)")
        #expect(run.errors.isEmpty)
        let summary = try ReportFile(Run(["check", "--format", "json", "samples"])).summary
        #expect(summary.contracts > 3 && summary.products > 3)
    }

    /// Where a broken contract is wrong, by what its first line says: the line the finding stands in, and the part of it
    /// that is marked. Of several such lines the last one is meant.
    struct Fault {
        var line: String
        var marked: String

        init(_ line: String, _ marked: String) {
            self.line = line
            self.marked = marked
        }
    }

    static let faults: [String: Fault] = [
        // "both contracts in this file have the same id": the later one is reported.
        "interoperability/id-unique": Fault(
            "id: broken-interoperability-id-unique", "broken-interoperability-id-unique"),
        "reference/ambiguous": Fault(
            "- to: /schema/carriers/properties/carrier_id", "/schema/carriers/properties/carrier_id"),
        "reference/dangling": Fault("- to: carriers.carrier_id", "carriers.carrier_id"),
        "reference/duplicate-id": Fault("- id: parcel_key", "parcel_key"),
        "reference/encrypted-name-unknown": Fault("encryptedName: contact_cipher", "contact_cipher"),
        "reference/not-a-key": Fault("- to: carriers.carrier_code", "carriers.carrier_code"),
        "reference/sla-element-unknown": Fault(
            "- {property: latency, value: 4, unit: h, element: parcels.loaded_at}", "parcels.loaded_at"),
        "reference/type-mismatch": Fault("- to: carriers.carrier_id", "carriers.carrier_id"),
        "quality/argument-sensible": Fault(
            "- {metric: invalidValues, mustBe: 0, arguments: {pattern: '[A-Z{12}'}, description: Numbers have twelve letters.}",
            "'[A-Z{12}'"),
        "quality/schedule-sensible": Fault(
            "- {metric: rowCount, mustBeGreaterThan: 0, scheduler: cron, schedule: 0 6 * *, description: The table is never empty.}",
            "0 6 * *"),
        "reference/duplicate-entry": Fault(
            "- {channel: logistics-help, url: 'https://chat.acme.example/parcels-help'}", "logistics-help"),
        "schema/duplicate-object": Fault("- name: parcels", "parcels"),
        "schema/duplicate-property": Fault("- name: weight_kg", "weight_kg"),
        "schema/example-violates-type": Fault("examples: [12, heavy]", "heavy"),
        "schema/options-disagreement": Fault("logicalTypeOptions: {minLength: 9, maxLength: 3}", "3"),
        "schema/partition-positions": Fault("partitionKeyPosition: 3", "3"),
        "schema/primary-key-positions": Fault("primaryKeyPosition: 1", "1"),
        "schema/type-disagreement": Fault("physicalType: VARCHAR(20)", "VARCHAR(20)"),
        "standard/deprecated-key": Fault("dataProduct: parcels", "dataProduct"),
        "standard/empty-value": Fault("- {property: '', value: 3, unit: d}", "''"),
        "standard/exclusive-keys": Fault(
            "- {metric: nullValues, mustBe: 0, mustBeLessThan: 5, description: Every parcel is weighed.}",
            "mustBeLessThan"),
        "standard/invalid-value": Fault("logicalType: datetime", "datetime"),
        "standard/misplaced-key": Fault("classification: internal", "classification"),
        // What is not there has no place: the name of what lacks it is marked.
        "standard/missing-key": Fault("name: Parcels", "Parcels"),
        "standard/prose-conflict": Fault("- server: production", "production"),
        "standard/unknown-key": Fault("clasification: internal", "clasification"),
        "standard/unknown-version": Fault("apiVersion: v3.9.0", "v3.9.0"),
        "standard/wrong-type": Fault("required: 'true'", "'true'"),
        "yaml/ambiguous-scalar": Fault("examples: [DE, NO, SE]", "NO"),
        "yaml/anchor-unused": Fault("- &kilograms", "&kilograms"),
        "yaml/duplicate-key": Fault("description: Weight as printed on the label.", "description"),
        "yaml/encoding": Fault(
            "- {channel: logistics-help, url: 'https://chat.acme.example/logistics-help', description: Caf\u{FFFD} team.}",
            "\u{FFFD}"),
        // The 65th of 70 brackets.
        "yaml/limit": Fault(
            "value: " + String(repeating: "[", count: 70) + String(repeating: "]", count: 70), "["),
        "yaml/merge-key": Fault("- <<: *day", "<<"),
        "yaml/syntax": Fault("tags: [logistics, parcels", "["),
        "yaml/tab-indentation": Fault("url: https://chat.acme.example/logistics-help", "\t"),
    ]

    /// The rule that a file of broken/ is named after: `standard-unknown-key.odcs.yaml`.
    static func rule(of file: String) -> String {
        let stem = file.prefix { $0 != "." }
        let dash = stem.firstIndex(of: "-")!
        return stem[..<dash] + "/" + stem[stem.index(after: dash)...]
    }

    /// Not only the rules that this version has: a sample can come before its rule.
    static let files =
        (try? FileManager.default.contentsOfDirectory(atPath: broken.path))?
        .filter { $0.hasSuffix(".odcs.yaml") }.sorted() ?? []
    /// Rules of packs have their examples instead of a sample; one file alone shows no change, and what is wrong with an
    /// exception is shown where exceptions are tested.
    static let known = Set(
        RuleCatalogue.native.filter { CompatibilityRules.isOfFile($0.id) && $0.pack != GovernanceRules.pack[...] }
            .map(\.id))
    /// Nothing is left out, and the recommended rules are asked; what is of the strict tier is named.
    static let configuration = """
        version: 1
        rules: {standard/prose-conflict: warning, yaml/anchor-unused: warning, yaml/merge-key: warning}

        """

    @Test func everyRuleHasASampleAndEverySampleARule() {
        #expect(Set(Self.files.map(Self.rule)) == Self.known)
        #expect(Set(Self.faults.keys) == Self.known)
    }

    @Test(arguments: files) func aBrokenContractHasItsFaultAtItsPlaceAndNoOther(_ file: String) throws {
        let rule = Self.rule(of: file)
        try #require(Self.known.contains(rule), "no rule of this version")
        let fault = try #require(Self.faults[rule])
        let scratch = try Scratch()
        let configuration = try scratch.write("all.yaml", Self.configuration).path
        let run = try Run(["check", "--config", configuration, "--format", "json", "samples/broken/\(file)"])
        let report = try ReportFile(run)
        #expect(report.findings.map(\.rule) == [rule])
        let finding = try #require(report.findings.first)
        #expect(run.exitCode == (finding.severity == "error" ? 1 : 0))
        #expect(finding.file == "samples/broken/\(file)")

        let text = String(decoding: try Data(contentsOf: Self.broken.appendingPathComponent(file)), as: UTF8.self)
        let lines = text.components(separatedBy: "\n")
        let line = lines[finding.range.start.line - 1]
        #expect(line.trimmingCharacters(in: .whitespaces) == fault.line)
        #expect(finding.range.start.line == finding.range.end.line)
        let scalars = Array(line.unicodeScalars)
        let marked = scalars[(finding.range.start.column - 1)..<(finding.range.end.column - 1)]
        #expect(String(String.UnicodeScalarView(marked)) == fault.marked)
        let same = lines.lastIndex { $0.trimmingCharacters(in: .whitespaces) == fault.line }
        #expect(finding.range.start.line - 1 == same, "of several such lines the last one is at fault")
    }

    /// Lines that mend a sample in the place of those that are wrong leave nothing to say.
    @Test(arguments: files) func whatMendsASampleMendsIt(_ file: String) throws {
        let rule = Self.rule(of: file)
        let tree = YAMLTree(
            name: "remedies.yaml",
            raw: Array(try Data(contentsOf: Self.broken.appendingPathComponent("remedies.yaml"))),
            vocabulary: .contracts)
        let root = try #require(tree.documents.first?.root)
        let entry = try #require(tree.entries(of: root).first { tree.text(of: $0.key) == rule }).value
        func text(_ key: String) throws -> [UInt8] {
            let value = try #require(tree.entries(of: entry).first { tree.text(of: $0.key) == key }).value
            return Array(tree.text(of: value).utf8)
        }
        #expect(try !text("remedy").isEmpty)
        var bytes = Array(try Data(contentsOf: Self.broken.appendingPathComponent(file)))
        if rule == "yaml/encoding" {
            // As UTF-8, which no text of YAML can say of another encoding.
            let index = try #require(bytes.lastIndex(of: 0xE9))
            bytes.replaceSubrange(index...index, with: Array("é".utf8))
        } else {
            let wrong = try text("wrong")
            let start = try #require(
                bytes.indices.last { bytes[$0...].starts(with: wrong) }, "the lines are not those of the sample")
            bytes.replaceSubrange(start..<start + wrong.count, with: try text("right"))
        }
        let scratch = try Scratch()
        let configuration = try scratch.write("all.yaml", Self.configuration).path
        let path = try scratch.write(file, String(decoding: bytes, as: UTF8.self)).path
        let report = try ReportFile(Run(["check", "--config", configuration, "--format", "json", path]))
        #expect(report.findings.map { "\($0.rule) \($0.message)" } == [])
    }

    /// The same files in a folder give the same findings as one by one.
    @Test func theFolderHoldsThemAll() throws {
        let scratch = try Scratch()
        let configuration = try scratch.write("all.yaml", Self.configuration).path
        let run = try Run(["check", "--config", configuration, "--format", "json", "samples/broken"])
        let report = try ReportFile(run)
        #expect(run.exitCode == 1)
        #expect(report.findings.map(\.file) == Self.files.map { "samples/broken/" + $0 })
        #expect(Set(report.findings.map(\.fingerprint)).count == report.findings.count)
    }
}
