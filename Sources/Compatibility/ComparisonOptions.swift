package import Diagnostics

/// What an organisation decides about comparisons.
package struct ComparisonOptions: Sendable {
    /// When readers fix the types they read.
    package enum ReaderProfile: String, CaseIterable, Sendable {
        /// When they run: SQL, Spark, pandas. A wider type is risky.
        case lateBound = "late-bound"
        /// When they are compiled: generated classes. A wider type breaks them.
        case earlyBound = "early-bound"
    }

    package var profile = CompatibilityProfile.consumer
    /// Whether what is risky counts as breaking.
    package var isStrict = false
    package var readerProfile = ReaderProfile.lateBound
    /// Classifications from the least to the most strict, in lower case. What is not among them has no rank.
    package var classificationOrder = ["public", "internal", "confidential", "restricted"]
    /// The days that readers are promised between a notice and what it is about.
    package var noticeWindow = 90
    /// The day it is, as days since 1970-01-01; nil: not known, and nothing that depends on it is taken for granted.
    package var today: Int?
    /// The custom property that marks what is deprecated, before ODCS 3.2.
    package var deprecationProperty = "deprecated"
    /// For elements of the old version, by path (`orders.email`): since which day, counted as `today` is, they have
    /// been deprecated, as history proves it. What is not among them has no proof.
    package var deprecatedSince: [String: Int] = [:]

    package init() {}
}
