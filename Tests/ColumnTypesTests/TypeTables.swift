import ColumnTypes
import ContractModel
import Diagnostics
import Testing

/// What the documentation of each system says of its types, a line for each pair.
enum TypeTables {
    struct Line: Sendable, CustomStringConvertible {
        let dialect: Dialect
        let verdict: Character
        let old: String
        let new: String

        var description: String { "\(dialect): \(old) to \(new)" }
    }

    private static let main: [(Dialect, String)] = [
        (Dialect.postgres, postgres), (.mysql, mysql), (.sqlserver, sqlserver), (.oracle, oracle), (.duckdb, duckdb),
        (.clickhouse, clickhouse), (.snowflake, snowflake), (.bigquery, bigquery), (.redshift, redshift),
        (.spark, spark), (.hive, hive), (.trino, trino), (.iceberg, iceberg), (.avro, avro), (.parquet, parquet),
        (.json, json),
    ]

    static let all: [Line] = (main + documented).flatMap { dialect, table in
        table.split(separator: "\n").map { line in
            let parts = line.split(separator: "|", maxSplits: 2).map { $0.drop { $0 == " " } }
            let old = String(parts[1].dropLast())
            return Line(dialect: dialect, verdict: parts[0].first ?? "?", old: old, new: String(parts[2]))
        }
    }
}

@Suite struct TypeTableTests {
    private func verdict(_ shift: TypeShift) -> Character {
        switch shift.relation {
        case _ where shift.contains(.losesTime): "X"
        case .equal: "="
        case .widens: shift.contains(.reduces) ? "R" : "W"
        case .narrows: shift.contains(.extends) ? "E" : "N"
        case .unknown: "?"
        case .overlaps, .disjoint: "X"
        }
    }

    @Test(arguments: PlacementTable.lines) func whatSystemsDoWithTheData(_ line: PlacementTable.Line) {
        let old = PhysicalType(line.old, dialect: line.dialect)
        let new = PhysicalType(line.new, dialect: line.dialect)
        let found =
            switch Promotions.placement(old, new, line.dialect) {
            case .inPlace?: "in place"
            case .inPlaceIf(let condition)?: "in place " + condition
            case .anew?: "anew"
            case nil: "unknown"
            }
        #expect(found == line.placement)
    }

    /// In both directions.
    @Test(arguments: TypeTables.all) func systemsAndTheirTypes(_ line: TypeTables.Line) {
        let old = PhysicalType(line.old, dialect: line.dialect)
        let new = PhysicalType(line.new, dialect: line.dialect)
        let shift = old.shift(to: new, line.dialect)
        #expect(verdict(shift) == line.verdict)
        let isDay = line.dialect == .iceberg || line.dialect == .spark
        let back = new.shift(to: old, line.dialect)
        // Formats that promote dates do not turn them back.
        #expect(
            back == shift.flipped || (isDay && [back, shift].contains(.losesTime) && [back, shift].contains(.widens)))
    }
}
