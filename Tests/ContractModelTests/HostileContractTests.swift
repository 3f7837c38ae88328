import Diagnostics
import TestSupport
import Testing

/// Contracts cut off or disfigured anywhere: findings in order, each at a place that there is.
@Suite struct HostileContractTests {
    private func violations(_ bytes: [UInt8], file: String, isCut: Bool = true) -> [String] {
        let report = check(bytes: bytes, file: file)
        var found: [String] = []
        let lines = LineTable(bytes).lineCount
        for finding in report.findings {
            let places = [finding.place] + finding.related.map(\.place)
            for place in places
            where place.start > place.end || place.start.line < 1 || place.start.column < 1 || place.end.line > lines {
                found.append("\(finding.rule) at \(place.start) to \(place.end)")
            }
            if finding.message.isEmpty || finding.fingerprint.isEmpty { found.append("\(finding.rule) says nothing") }
        }
        if Set(report.findings.map(\.fingerprint)).count != report.findings.count {
            found.append("two findings have one fingerprint")
        }
        let offsets = report.findings.map(\.offset)
        if offsets != offsets.sorted() { found.append("findings are out of order") }
        // What is missing at the root of a file that breaks off may have been meant to come.
        let isBroken = isCut && report.findings.contains { $0.rule == "yaml/syntax" }
        if isBroken, report.findings.contains(where: { $0.rule == "standard/missing-key" && $0.route == "" }) {
            found.append("a key is missing at the end of a broken file")
        }
        return found
    }

    @Test(arguments: ["broken/standard-exclusive-keys.odcs.yaml", "sales/orders/orders.odps.yaml"]) func cutAnywhere(
        _ name: String
    ) throws {
        let source = try sample(name)
        for length in 0...source.count {
            #expect(violations(Array(source.prefix(length)), file: name) == [], "the first \(length) bytes")
        }
    }

    @Test func aDCSContractCutAnywhere() {
        let source = Array(ElementFieldTests.dcs.utf8)
        for length in 0...source.count {
            #expect(
                violations(Array(source.prefix(length)), file: "datacontract.yaml") == [], "the first \(length) bytes")
        }
    }

    @Test(arguments: 0..<30) func mutated(seed: Int) throws {
        let names = [
            "sales/orders/customers.odcs.yaml", "logistics/shipments/shipments.odps.yaml",
            "broken/yaml-merge-key.odcs.yaml",
        ]
        let sources = try names.map(sample) + [Array(ElementFieldTests.dcs.utf8), Array(ElementFieldTests.odcs22.utf8)]
        let pieces = [
            "name", "type", ": ", "- ", "\n", "  ", "[", "]", "{", "}", "null", "1.5", "é", "&a ", "*a", "<<: ", "\"",
            "#", "items:", "$ref: ", "properties:\n",
        ]
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<40 {
            var bytes = sources.randomElement(using: &random) ?? []
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                let start = Int.random(in: 0..<bytes.count, using: &random)
                let end = min(bytes.count, start + Int.random(in: 0...30, using: &random))
                switch Int.random(in: 0...2, using: &random) {
                case 0: bytes.replaceSubrange(start..<end, with: (pieces.randomElement(using: &random) ?? "").utf8)
                case 1:
                    bytes.insert(contentsOf: bytes[start..<end], at: Int.random(in: 0...bytes.count, using: &random))
                default: bytes.insert(contentsOf: (pieces.randomElement(using: &random) ?? "").utf8, at: start)
                }
                if bytes.isEmpty { bytes = [0x61] }
            }
            #expect(
                violations(bytes, file: "x.odcs.yaml", isCut: false) == [],
                "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
        }
    }
}
