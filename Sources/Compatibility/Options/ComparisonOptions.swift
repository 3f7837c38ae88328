package import ContractModel
package import Diagnostics

/// Decisions of an organisation about comparisons.
package struct ComparisonOptions: Sendable {
    /// When readers fix the types they read.
    package enum ReaderProfile: String, CaseIterable, Sendable {
        /// When they run: SQL, Spark, pandas. A wider type is risky.
        case lateBound = "late-bound"
        /// When they are compiled: generated classes. A wider type breaks them.
        case earlyBound = "early-bound"
    }

    package var profile = CompatibilityProfile.consumer
    /// True when every released version is compared with the new one, not the last alone. Whoever has the history does so.
    package var isTransitive = false
    /// True when these are all there ever were, not those alone since the newest major version that was accepted.
    package var isOfAllMajors = false
    /// True when what is risky counts as breaking.
    package var isStrict = false
    /// True when a change that breaks passes once the version has risen by a major.
    package var majorAllows = false
    package var readerProfile = ReaderProfile.lateBound
    package var classifications = ClassificationOrder.usual
    /// The days that readers are promised between a notice and what it is about.
    package var noticeWindow = 90
    /// The day it is, as days since 1970-01-01; nil: not known, and nothing that depends on it is taken for granted.
    package var today: Int?
    /// The custom property that marks what is deprecated, before ODCS 3.2.
    package var deprecationProperty = "deprecated"
    /// For elements of the old version, by path (`orders.email`): since which day, counted as `today` is, they have
    /// been deprecated, as history proves it. What is not among them has no proof.
    package var deprecatedSince: [String: Int] = [:]
    /// True when a part of the history is not here, so that elements may have been deprecated for longer than that.
    package var isHistoryCut = false

    package init() {}
}

extension ComparisonOptions {
    /// A profile as people write it: `consumer`, `consumer+transitive`, or `consumer+transitive-all`.
    package struct ProfileName: Hashable, Sendable, CaseIterable {
        package let profile: CompatibilityProfile
        package let isTransitive: Bool
        package let isOfAllMajors: Bool

        package init?(_ text: String) {
            let parts = text.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard let profile = parts.first.flatMap(CompatibilityProfile.init),
                ["", "transitive", "transitive-all"].contains(parts.count > 1 ? parts[1] : "")
            else { return nil }
            if parts.count > 1, parts[1].isEmpty { return nil }
            self.profile = profile
            isTransitive = parts.count > 1
            isOfAllMajors = parts.last == "transitive-all"
        }

        init(_ options: ComparisonOptions) {
            profile = options.profile
            isTransitive = options.isTransitive
            isOfAllMajors = options.isOfAllMajors
        }

        package var text: String {
            profile.rawValue + (isTransitive ? "+transitive" : "") + (isOfAllMajors ? "-all" : "")
        }

        package static let allCases = CompatibilityProfile.allCases.flatMap { profile in
            ["", "+transitive", "+transitive-all"].compactMap { ProfileName(profile.rawValue + $0) }
        }
    }

    package mutating func set(_ name: ProfileName) {
        profile = name.profile
        isTransitive = name.isTransitive
        isOfAllMajors = name.isOfAllMajors
    }

    /// The name of the profile.
    package var profileName: String { ProfileName(self).text }
}
