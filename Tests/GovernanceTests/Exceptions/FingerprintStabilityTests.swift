import Diagnostics
import Governance
import TestSupport
import Testing

/// Fingerprints stay when lines move, properties change places and files get other names.
@Suite struct FingerprintStabilityTests {
    private struct Contract {
        var id: String
        var file: String
        /// Objects with their properties, each as lines of YAML without indentation.
        var objects: [(name: String, properties: [[String]])]

        func text(_ random: inout SeededGenerator, gaps: Bool) -> String {
            var lines = [
                "apiVersion: v3.1.0", "kind: DataContract", "id: \(id)", "version: 1.0.0", "status: active", "schema:",
            ]
            func gap() { if gaps, random.next() % 3 == 0 { lines += ["", "# a comment"] } }
            for object in objects {
                gap()
                lines += ["  - name: \(object.name)", "    properties:"]
                for property in object.properties {
                    gap()
                    lines += property.enumerated().map { ($0 == 0 ? "      - " : "        ") + $1 }
                }
            }
            return lines.joined(separator: "\n") + "\n"
        }
    }

    private func contract(_ number: Int, _ random: inout SeededGenerator) -> Contract {
        let faults = [
            "clasification: x", "nullable: true", "tags: [pii]", "logicalType: strnig", "examples: [1, a]",
            "logicalTypeOptions: {minLength: 9, maxLength: 3}", "physicalType: INT", "primaryKeyPosition: 4",
        ]
        return Contract(
            id: "c\(number)", file: "c\(number).odcs.yaml",
            objects: (0..<Int(random.next() % 3 + 1)).map { object in
                (
                    "o\(object)",
                    (0..<Int(random.next() % 5 + 1)).map { property in
                        // Some have no name of their own, and some the same.
                        let name =
                            random.next() % 6 == 0 ? "businessName: n" : "name: p\(random.next() % 4)\(property % 3)"
                        let own = faults.filter { _ in random.next() % 3 == 0 }
                        return [name, "logicalType: integer"] + own.filter { !$0.hasPrefix("logicalType:") }
                    }
                )
            })
    }

    private func fingerprints(_ contracts: [Contract], _ random: inout SeededGenerator, gaps: Bool) -> [String] {
        let files = contracts.map { (name: $0.file, text: $0.text(&random, gaps: gaps)) }
        return Excepting.run(files, Configuration()).findings.map(\.fingerprint).sorted()
    }

    @Test(arguments: 1...25) func theyStay(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let before = (0..<3).map { contract($0, &random) }
        let own = fingerprints(before, &random, gaps: false)
        #expect(!own.isEmpty && Set(own).count == own.count)
        var after = before
        for index in after.indices {
            after[index].file = "moved/\(after.count - index)-\(random.next() % 100).odcs.yaml"
            after[index].objects.shuffle(using: &random)
            for object in after[index].objects.indices {
                after[index].objects[object].properties.shuffle(using: &random)
            }
        }
        after.shuffle(using: &random)
        // Positions of keys are demanded in order: what is said of them is about the order.
        #expect(fingerprints(after, &random, gaps: true) == own, "seed \(seed)")
    }

    @Test func whatIsHiddenBesideDoesNotChangeThem() throws {
        let text = Excepting.contract().replacing("        nmae: b\n", with: "        nmae: b\n        nmae: c\n")
        let all = Excepting.run(text, .builtIn).findings.filter { $0.rule == "standard/unknown-key" }
        let hidden = text.replacing(
            "        nmae: b\n", with: "        nmae: b # contractlint:disable standard/unknown-key -- x\n")
        let rest = Excepting.run(hidden, .builtIn)
        #expect(
            Set(rest.findings.map(\.fingerprint)).isSubset(
                of: Set(Excepting.run(text, .builtIn).findings.map(\.fingerprint))))
        #expect(all.count == rest.findings.filter { $0.rule == "standard/unknown-key" }.count + rest.excepted.count)
    }
}
