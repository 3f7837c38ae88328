package import ContractModel

extension Promotions {
    /// Handling of a lossless change by a system.
    package enum Placement: Equatable, Sendable {
        case inPlace
        /// In place where a condition holds: completes "changes the column in place …".
        case inPlaceIf(String)
        case anew
    }

    /// Handling of the data when a type takes the place of another in a system; nil where nothing is known of it.
    package static func placement(_ old: PhysicalType, _ new: PhysicalType, _ dialect: Dialect) -> Placement? {
        switch dialect {
        case .postgres: of(isInPlaceInPostgres(old, new))
        case .redshift: of(isLongerText(old, new))
        case .snowflake: of(isInPlaceInSnowflake(old, new))
        case .bigquery: bigquery(old, new)
        case .spark: delta(old, new)
        case .iceberg where step(old, new) == .dateToTimestamp: .inPlaceIf("from version 3 of the table format on")
        case .iceberg, .icebergV2, .avro, .protobuf: of(widens(old, to: new, dialect))
        // See `Promotions.parquet`.
        case .parquet: .anew
        // "LanguageManual DDL", "Change Column": metadata alone
        // (https://cwiki.apache.org/confluence/display/Hive/LanguageManual+DDL).
        case .hive, .impala: .inPlace
        case .mysql, .mariadb: mysql(old, new, isMariaDB: dialect == .mariadb)
        case .sqlserver: sqlserver(old, new)
        case .oracle: oracle(old, new)
        // "Column manipulations", MODIFY COLUMN: the column is written anew, but for values added to an Enum
        // (https://clickhouse.com/docs/sql-reference/statements/alter/column, …/data-types/enum).
        case .clickhouse: of(isLongerList(old, new))
        // "ALTER TABLE", SET DATA TYPE: the column is cast (https://duckdb.org/docs/stable/sql/statements/alter_table).
        case .duckdb: .anew
        // Db2 12.1, "ALTER TABLE", SET DATA TYPE: all but a longer VARCHAR or VARBINARY wants a reorganisation
        // (https://www.ibm.com/docs/en/db2/12.1?topic=statements-alter-table).
        case .db2: of(isLongerText(old, new) || isLongerBinary(old, new))
        case .generic, .trino, .informix, .vertica, .dremio, .json, .csv: nil
        }
    }

    private static func of(_ isInPlace: Bool) -> Placement { isInPlace ? .inPlace : .anew }

    // MARK: What several systems do

    /// A text of variable length that has room for more of the same letters.
    private static func isLongerText(_ old: PhysicalType, _ new: PhysicalType) -> Bool {
        guard case .char(_, fixed: false, let unit) = old, case .char(_, fixed: false, let newUnit) = new else {
            return false
        }
        return unit == newUnit
    }

    private static func isLongerBinary(_ old: PhysicalType, _ new: PhysicalType) -> Bool {
        if case .bytes(_, fixed: false) = old, case .bytes(_, fixed: false) = new { true } else { false }
    }

    /// Values added behind all others, so that the numbers of those stay.
    private static func isLongerList(_ old: PhysicalType, _ new: PhysicalType) -> Bool {
        guard case .enumeration(let own) = old, case .enumeration(let other) = new else { return false }
        // One byte for up to 255 values, two for more.
        return other.starts(with: own) && (own.count > 255) == (other.count > 255)
    }

    // MARK: Single systems

    /// PostgreSQL 17, "ALTER TABLE", notes: a change to a type that is binary coercible rewrites nothing: longer VARCHAR and
    /// BIT VARYING, NUMERIC of greater precision, finer times (https://www.postgresql.org/docs/17/sql-altertable.html); as the
    /// file nodes of PostgreSQL 15 show.
    private static func isInPlaceInPostgres(_ old: PhysicalType, _ new: PhysicalType) -> Bool {
        switch (old, new) {
        case (.char, .char): isLongerText(old, new)
        case (.bytes, .bytes), (.raw("cidr"), .raw("inet")): true
        case (.bits(_, let isFixed), .bits(let length, fixed: false)): !isFixed || length == nil
        case (.decimal(_, let scale), .decimal(let newPrecision, let newScale)):
            newPrecision == nil || (scale ?? 0) == (newScale ?? 0)
        case (.time, .time), (.timestamp, .timestamp): true
        default: false
        }
    }

    /// Snowflake, "ALTER TABLE … ALTER COLUMN": longer texts and binaries, greater precision of numbers, the scale stays
    /// (https://docs.snowflake.com/en/sql-reference/sql/alter-table-column).
    private static func isInPlaceInSnowflake(_ old: PhysicalType, _ new: PhysicalType) -> Bool {
        isLongerText(old, new) || isLongerBinary(old, new) || step(old, new) == .precision
    }

    /// BigQuery, "ALTER COLUMN SET DATA TYPE": INT64 to NUMERIC, BIGNUMERIC or FLOAT64, NUMERIC to BIGNUMERIC, greater
    /// parameters (https://cloud.google.com/bigquery/docs/reference/standard-sql/data-definition-language).
    private static func bigquery(_ old: PhysicalType, _ new: PhysicalType) -> Placement? {
        guard let step = step(old, new) else { return nil }
        let steps: Steps = [.integerToDecimal, .integerToFloat, .precision, .scale, .text, .bytes]
        return steps.isSuperset(of: step) ? .inPlace : step == .dateToTimestamp ? nil : .anew
    }

    /// Delta Lake, "Type widening": byte, short and int to longer ones, to double, and to decimals of ten digits before the
    /// point; long to decimals of twenty; float to double, decimals, date to timestamp_ntz
    /// (https://docs.delta.io/latest/delta-type-widening.html). VARCHAR and CHAR are limits on a STRING.
    private static func delta(_ old: PhysicalType, _ new: PhysicalType) -> Placement? {
        let isWidened: Bool
        switch (old, new) {
        case (.int(_, let bits), .decimal(let precision?, let scale)):
            isWidened = precision - (scale ?? 0) >= (bits <= 32 ? 10 : 20)
        case (.int(_, let bits), .float(let fraction)): isWidened = bits <= 32 && fraction == 53
        case (.char, .char): return .inPlace
        case (.int, .int), (.decimal, .decimal), (.float, .float), (.date, .timestamp): isWidened = true
        default: isWidened = false
        }
        return isWidened ? .inPlaceIf("where type widening is on") : .anew
    }

    /// MySQL 8.4, 17.12.1 "Online DDL Operations": a longer VARCHAR, but not across 255 bytes, and values behind those of an
    /// ENUM; what changes the data type copies the table
    /// (https://dev.mysql.com/doc/refman/8.4/en/innodb-online-ddl-operations.html).
    ///
    /// MariaDB, "Instant ALTER TABLE": from up to 127 bytes to any length
    /// (https://mariadb.com/kb/en/innodb-online-ddl-operations-with-the-instant-alter-algorithm/).
    private static func mysql(_ old: PhysicalType, _ new: PhysicalType, isMariaDB: Bool) -> Placement? {
        func isInPlace(_ length: Int, _ newLength: Int) -> Bool {
            (length > 255) == (newLength > 255) || (isMariaDB && length <= 127)
        }
        switch (old, new) {
        case (.char(let length?, fixed: false, .characters), .char(let newLength?, fixed: false, .characters)):
            // One byte for a character at the least, four at the most.
            let (least, most) = (isInPlace(length, newLength), isInPlace(length * 4, newLength * 4))
            if least == most { return of(least) }
            let narrow = "with one byte a character", wide = "with four"
            return .inPlaceIf(
                least
                    ? "\(narrow), and writes it anew \(wide)" : "\(wide) bytes a character, and writes it anew with one"
            )
        case (.bytes(let length?, fixed: false), .bytes(let newLength?, fixed: false)) where newLength <= 65532:
            return of(isInPlace(length, newLength))
        case (.enumeration, .enumeration): return of(isLongerList(old, new))
        default: return .anew
        }
    }

    /// SQL Server 2022, "ALTER TABLE", ALTER COLUMN: a longer type of variable length changes metadata only
    /// (https://learn.microsoft.com/en-us/sql/t-sql/statements/alter-table-transact-sql).
    private static func sqlserver(_ old: PhysicalType, _ new: PhysicalType) -> Placement? {
        guard isLongerText(old, new) || isLongerBinary(old, new) else { return .anew }
        return new.length == nil ? nil : .inPlace
    }

    /// Oracle Database 23ai, "ALTER TABLE", modify_col_properties: longer texts and RAW, greater precision; neither becomes a
    /// LOB so (https://docs.oracle.com/en/database/oracle/oracle-database/23/sqlrf/ALTER-TABLE.html).
    private static func oracle(_ old: PhysicalType, _ new: PhysicalType) -> Placement? {
        switch (old, new) {
        case (.char(_, fixed: false, let unit), .char(let length, fixed: false, let newUnit)):
            of(length != nil && newUnit != .national || length != nil && unit == newUnit)
        case (.bytes, .bytes(let length, _)): of(length != nil)
        case (.decimal, .decimal), (.decfloat, .decfloat), (.decfloat, .decimal): .inPlace
        case (.date, .timestamp), (.timestamp, .timestamp): nil
        default: .anew
        }
    }
}
