package import ContractModel

/// Promotions of each system: which lossless changes of a column's type it makes without writing the data
/// anew, and what Avro resolves beyond them.
package enum Promotions {
    /// The ways in which a type can widen.
    struct Steps: OptionSet, Sendable {
        let rawValue: UInt16
        static let integer = Steps(rawValue: 1)
        static let integerToDecimal = Steps(rawValue: 2)
        static let integerToFloat = Steps(rawValue: 4)
        static let precision = Steps(rawValue: 8)
        static let scale = Steps(rawValue: 16)
        static let floatToDouble = Steps(rawValue: 32)
        static let text = Steps(rawValue: 64)
        static let bytes = Steps(rawValue: 128)
        static let dateToTimestamp = Steps(rawValue: 256)
        static let time = Steps(rawValue: 512)
    }

    /// True when a dialect widens one type to another in place; nil where nothing is known of it.
    package static func isInPlace(_ old: PhysicalType, _ new: PhysicalType, _ dialect: Dialect) -> Bool? {
        guard let steps = steps[dialect], let step = step(old, new) else { return nil }
        return steps.isSuperset(of: step)
    }

    private static let steps: [Dialect: Steps] = [
        .postgres: postgres, .redshift: redshift, .snowflake: snowflake, .bigquery: bigquery, .spark: delta,
        .iceberg: iceberg, .avro: avro, .parquet: parquet, .mysql: mysql, .sqlserver: sqlserver, .oracle: oracle,
    ]

    /// PostgreSQL 17, "ALTER TABLE", notes: a change to a type that is binary coercible rewrites nothing; longer
    /// VARCHAR, NUMERIC of greater precision and finer times are such
    /// (https://www.postgresql.org/docs/17/sql-altertable.html).
    private static let postgres: Steps = [.text, .precision, .time]

    /// Amazon Redshift, "ALTER TABLE", ALTER COLUMN TYPE: the size of a VARCHAR alone
    /// (https://docs.aws.amazon.com/redshift/latest/dg/r_ALTER_TABLE.html).
    private static let redshift: Steps = [.text]

    /// Snowflake, "ALTER TABLE … ALTER COLUMN": longer texts, greater precision of numbers, the scale stays
    /// (https://docs.snowflake.com/en/sql-reference/sql/alter-table-column).
    private static let snowflake: Steps = [.text, .precision]

    /// BigQuery, "ALTER COLUMN SET DATA TYPE": INT64 to NUMERIC, BIGNUMERIC or FLOAT64, NUMERIC to BIGNUMERIC, greater
    /// parameters (https://cloud.google.com/bigquery/docs/reference/standard-sql/data-definition-language).
    private static let bigquery: Steps = [.integerToDecimal, .integerToFloat, .precision, .scale, .text, .bytes]

    /// Delta Lake, "Type widening": supported type changes (https://docs.delta.io/latest/delta-type-widening.html).
    private static let delta: Steps = [
        .integer, .integerToDecimal, .integerToFloat, .precision, .scale, .floatToDouble, .dateToTimestamp,
    ]

    /// Apache Iceberg, "Table Spec", "Schema Evolution": int to long, float to double, decimal(P, S) to decimal(P2, S);
    /// since version 3 date to timestamp (https://iceberg.apache.org/spec/#schema-evolution).
    private static let iceberg: Steps = [.integer, .floatToDouble, .precision, .dateToTimestamp]

    /// Apache Avro 1.12, "Schema Resolution" (https://avro.apache.org/docs/1.12.0/specification/#schema-resolution).
    private static let avro: Steps = [.integer, .integerToFloat, .floatToDouble]

    /// Apache Parquet, "File Format": each file carries its types, and nothing is promoted from one to the other
    /// (https://parquet.apache.org/docs/file-format/types/).
    private static let parquet: Steps = []

    /// MySQL 8.4, 17.12.1 "Online DDL Operations": extending a VARCHAR changes metadata, other types are copied
    /// (https://dev.mysql.com/doc/refman/8.4/en/innodb-online-ddl-operations.html).
    private static let mysql: Steps = [.text]

    /// SQL Server 2022, "ALTER TABLE", ALTER COLUMN: a longer variable-length type changes metadata only
    /// (https://learn.microsoft.com/en-us/sql/t-sql/statements/alter-table-transact-sql).
    private static let sqlserver: Steps = [.text, .bytes]

    /// Oracle Database 23ai, "ALTER TABLE", modify_col_properties: longer texts, greater precision
    /// (https://docs.oracle.com/en/database/oracle/oracle-database/23/sqlrf/ALTER-TABLE.html).
    private static let oracle: Steps = [.text, .bytes, .precision, .scale]

    /// Kind of widening of a lossless change; nil for one that is none of these.
    private static func step(_ old: PhysicalType, _ new: PhysicalType) -> Steps? {
        switch (old, new) {
        case (.int, .int): return .integer
        case (.int, .decimal): return .integerToDecimal
        case (.int, .float): return .integerToFloat
        case (.decimal(_, let scale), .decimal(_, let newScale)): return scale == newScale ? .precision : .scale
        case (.float, .float): return .floatToDouble
        case (.char(_, _, let isWide), .char(_, _, let isNewWide)): return isWide == isNewWide ? .text : nil
        case (.bytes, .bytes): return .bytes
        case (.date, .timestamp): return .dateToTimestamp
        case (.time, .time), (.timestamp, .timestamp): return .time
        default: return nil
        }
    }

    // MARK: Avro

    /// Avro resolves `int` and `long` as `float` and `double` though digits are lost ("Schema Resolution", see `avro`).
    static func promotes(_ old: PhysicalType, to new: PhysicalType, _ dialect: Dialect) -> Bool {
        guard dialect == .avro, case .int(true, let bits) = old, case .float = new else { return false }
        return bits == 32 || bits == 64
    }

    /// Avro resolves `string` as `bytes` and the other way round (see `avro`): bytes that are no text cannot be read
    /// so.
    static func isEitherWay(_ old: PhysicalType, _ new: PhysicalType, _ dialect: Dialect) -> Bool {
        guard dialect == .avro else { return false }
        switch (old, new) {
        case (.char, .bytes(nil, fixed: false)), (.bytes(nil, fixed: false), .char): return true
        default: return false
        }
    }
}
