/// Effect of a change on those who rely on a contract.
package enum Verdict: String, Comparable, CaseIterable, Sendable {
    /// Nothing that data or service depend on.
    case informational
    case compatible
    /// Works for some, and may not for others: worth a look.
    case risky
    case breaking

    package static func < (a: Verdict, b: Verdict) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .informational: 0
        case .compatible: 1
        case .risky: 2
        case .breaking: 3
        }
    }
}

/// Party that must be able to go on.
package enum CompatibilityProfile: String, CaseIterable, Sendable {
    /// Those who read: what worked with the old version works with data of the new one (Confluent: FORWARD).
    case consumer
    /// Those who write: readers of the new version can read data of the old one (Confluent: BACKWARD).
    case producer
    /// Both.
    case full
}

/// Relation of the values that the new version permits to those of the old.
package enum Relation: String, CaseIterable, Sendable {
    case equal
    /// The new values are part of the old.
    case narrows
    /// The old values are part of the new.
    case widens
    /// Some values are common, and each version has some of its own.
    case overlaps
    case disjoint
    /// It cannot be told.
    case unknown
}

/// The part of a version number (Semantic Versioning 2.0.0) that has to rise.
package enum Bump: String, Comparable, CaseIterable, Sendable {
    case none, patch, minor, major

    package static func < (a: Bump, b: Bump) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .none: 0
        case .patch: 1
        case .minor: 2
        case .major: 3
        }
    }
}

/// Answer to whether a contract's version rose as its changes ask.
package enum VersionOutcome: Hashable, Sendable {
    case satisfied
    /// Something changed, and the version did not.
    case unchanged
    case lowered
    /// It rose, but less than the changes demand.
    case insufficient
    /// One of the two cannot be read, or there is none.
    case unreadable
}
