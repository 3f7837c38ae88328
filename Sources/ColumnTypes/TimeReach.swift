/// The days that a date or a timestamp can name, by their years, and how fine its clock is.
package struct TimeReach: Hashable, Sendable {
    package let first: Int
    package let last: Int
    /// True when the last of its digits takes some values only: SQL Server's `datetime` counts 0, 3 and 7 thousandths.
    package let isCoarse: Bool

    package init(_ first: Int, _ last: Int, isCoarse: Bool = false) {
        self.first = first
        self.last = last
        self.isCoarse = isCoarse
    }

    /// From year 1 to 9999, as the SQL standard has it; what reaches further counts as no more.
    package static let any = TimeReach(1, 9999)
    /// Nanoseconds since 1970 in 64 bits end on 11 April 2262, and begin on 21 September 1677.
    package static let nanoseconds = TimeReach(1677, 2262)

    func covers(_ other: TimeReach) -> Bool { first <= other.first && last >= other.last }
}
