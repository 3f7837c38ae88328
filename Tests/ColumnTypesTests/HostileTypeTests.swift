import ColumnTypes
import ContractModel
import TestSupport
import Testing

/// No text makes the parser crash, hang or nest without bound.
@Suite struct HostileTypeTests {
    @Test(arguments: [
        String(repeating: "array<", count: 100_000),
        String(repeating: "array<", count: 10_000) + "int" + String(repeating: ">", count: 10_000),
        String(repeating: "array(", count: 10_000),
        String(repeating: "struct<a:", count: 7_000),
        String(repeating: "struct<a:map<int,", count: 3_000),
        "int" + String(repeating: "[]", count: 30_000),
        "int" + String(repeating: " array", count: 10_000),
        "int" + String(repeating: " unsigned", count: 7_000),
        String(repeating: "nullable(", count: 7_000),
        String(repeating: "double precision ", count: 3_000),
        "decimal(" + String(repeating: "1,", count: 30_000) + "1)",
        "enum(" + String(repeating: "'a',", count: 15_000) + "'b')",
        "struct<" + String(repeating: "a int,", count: 10_000) + "b int>",
        String(repeating: "(", count: 65_000), String(repeating: ">", count: 65_000),
        String(repeating: "'", count: 65_001),
        String(repeating: "a ", count: 32_000), String(repeating: "9", count: 65_000),
        String(repeating: "-", count: 65_000),
    ])
    func longTextsEnd(_ text: String) {
        for dialect in [Dialect.generic, .postgres, .clickhouse, .iceberg] {
            // Hashing walks the whole type: nesting is bounded too.
            _ = PhysicalType(text, dialect: dialect).hashValue
        }
    }

    @Test func nestingIsReadToADepth() {
        func nested(_ depth: Int) -> String {
            String(repeating: "array<", count: depth) + "int" + String(repeating: ">", count: depth)
        }
        var type = PhysicalType(nested(31))
        for _ in 0..<31 {
            guard case .array(let element?) = type else {
                Issue.record("\(type) is no array")
                return
            }
            type = element
        }
        #expect(type == .int(signed: true, bits: 32))
        // Deeper, the innermost are raw and the outer ones still known.
        guard case .array = PhysicalType(nested(40)) else {
            Issue.record("the outer type is lost")
            return
        }
    }

    @Test func aWideStructIsReadWhole() {
        let fields = (0..<5_000).map { "f\($0) int" }.joined(separator: ", ")
        guard case .struct(let read) = PhysicalType("STRUCT<\(fields)>") else {
            Issue.record("no struct")
            return
        }
        #expect(read.count == 5_000 && read[4_999].name == "f4999")
    }

    @Test(arguments: 0..<20) func randomBytes(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let bytes = (0..<Int.random(in: 0..<60, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            bytes.withUnsafeBufferPointer {
                _ = PhysicalType($0, dialect: .allCases.randomElement(using: &random)!).hashValue
            }
        }
    }

    /// Near misses reach further into the parser than noise does.
    @Test(arguments: 0..<20) func randomParts(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let parts = [
            "array", "map", "struct", "decimal", "varchar", "int", "timestamp", "with", "time", "zone", "unsigned",
            "enum",
            "nullable", "<", ">", "(", ")", "[", "]", ",", ":", "10", "-2", "*", "max", "'a'", "`b`", "=", "not",
            "null",
            "character", "set", "collate", "comment", " ", "é",
        ]
        for _ in 0..<400 {
            let text = (0..<Int.random(in: 1..<16, using: &random)).map { _ in parts.randomElement(using: &random)! }
                .joined(separator: Bool.random(using: &random) ? " " : "")
            let dialect = Dialect.allCases.randomElement(using: &random)!
            #expect(
                PhysicalType(text, dialect: dialect) == PhysicalType(text.uppercased().lowercased(), dialect: dialect))
        }
    }
}
