import Diagnostics
import Foundation
import Governance
import Testing

/// Meshes of which each has one fault: where it stands says the first line of the file.
@Suite struct BrokenMeshTests {
    static let folder = Run.root.appendingPathComponent("samples/broken-mesh")

    static let meshes =
        (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.filter { !$0.contains(".") }.sorted() ?? []

    @Test func everyRuleOfTheMeshHasABrokenOne() {
        let rules = RuleCatalogue.native.filter {
            !CompatibilityRules.isOfFile($0.id) && CompatibilityRules.isOther($0.id)
        }
        #expect(Set(Self.meshes.map { SampleTests.rule(of: $0) }) == Set(rules.map(\.id)))
    }

    @Test(arguments: meshes) func aBrokenMeshHasItsFaultAtItsPlaceAndNoOther(_ mesh: String) throws {
        let folder = Self.folder.appendingPathComponent(mesh)
        let marked = try FileManager.default.contentsOfDirectory(atPath: folder.path).compactMap {
            name -> (String, String)? in
            let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            guard text.hasPrefix("# "), let line = text.split(separator: "\n").first else { return nil }
            return (name, String(line.dropFirst(2)))
        }
        let (file, words) = try #require(marked.first)
        let element = words.components(separatedBy: ": ")[0]
        let run = try Run([
            "check", "--config",
            "samples/broken-mesh/\(mesh == "mesh-need-unstated" ? mesh + "/" : "")contractlint.yaml", "--today",
            "2026-06-01", "--format", "json",
            "samples/broken-mesh/\(mesh)",
        ])
        let findings = try ReportFile(run).findings
        #expect(findings.map(\.rule) == [SampleTests.rule(of: mesh)])
        let finding = try #require(findings.first)
        #expect(finding.file == "samples/broken-mesh/\(mesh)/\(file)")
        let isWhole = ["product", "contract", "agreement"].contains(element)
        #expect(finding.element == (isWhole ? nil : element))
        #expect(run.errors == "")
    }
}
