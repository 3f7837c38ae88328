internal import Basics

/// Words of SQL that cannot name a column without quotes.
enum ReservedWords {
    /// True when a name, in any case, is reserved.
    static func contains(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        guard name.count <= 20 else { return false }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { memory in
            for index in 0..<name.count { memory[index] = name[index].lowered }
            return words.contains(UnsafeBufferPointer(rebasing: memory[..<name.count]))
        }
    }

    /// Reserved in ISO/IEC 9075-2:2023, 5.2, and refused as a column's name by at least one of PostgreSQL 17 (appendix
    /// C), Snowflake ("Reserved & limited keywords") and BigQuery ("Reserved keywords").
    ///
    /// Words that all three take as names (`date`, `value`, `year`, `position`) are left out: people use them, and
    /// nothing breaks.
    private static let words = WordTable(
        """
        all alter analyse analyze and any array as asc assert_rows_modified asymmetric at authorization between binary
        both by case cast check collate collation column concurrently connect connection constraint contains create
        cross cube current current_catalog current_date current_role current_schema current_time current_timestamp
        current_user database default deferrable define delete desc distinct do drop else end enum escape except exclude
        exists extract false fetch following for foreign freeze from full grant group grouping groups hash having if
        ignore ilike in increment initially inner insert intersect interval into is isnull join lateral leading left
        like limit localtime localtimestamp lookup merge minus natural new no not notnull null nulls of offset on only
        or order organization outer over overlaps partition placing preceding primary proto qualify range recursive
        references regexp respect returning revoke right rlike rollup row rows sample schema select session_user set
        similar some start struct symmetric table tablesample then to trailing treat trigger true try_cast unbounded
        union unique unnest update user using values variadic verbose view when whenever where window with within
        """)
}
