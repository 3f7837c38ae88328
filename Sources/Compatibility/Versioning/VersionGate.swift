package import Basics
package import Diagnostics

/// Answer to whether the version of a contract rose as much as its changes demand.
package struct VersionGate: Hashable, Sendable {
    package enum Outcome: Hashable, Sendable {
        case satisfied
        /// Something changed, and the version did not.
        case unchanged
        case lowered
        /// It rose, but less than the changes demand.
        case insufficient
        /// One of the two is no semantic version, or there is none.
        case unreadable
    }

    package let outcome: Outcome
    /// The least bump that the changes demand of the old version.
    package let minimumBump: Bump
    /// Nil where it cannot be told, or the version went down.
    package let declaredBump: Bump?
    package let suggestedVersion: SemanticVersion?

    /// - Parameter changes: the greatest bump that a change demands by itself.
    package init(old: String?, new: String?, changes: Bump) {
        let (before, after) = (old.flatMap(SemanticVersion.init), new.flatMap(SemanticVersion.init))
        // Below 1.0.0 minor takes major's role, and patch that of minor.
        let minimum: Bump
        if let before, before.major == 0 {
            minimum = changes == .major ? .minor : min(changes, .patch)
        } else {
            minimum = changes
        }
        minimumBump = minimum
        suggestedVersion = minimum == .none ? nil : before?.bumped(by: minimum)
        guard let before, let after else {
            declaredBump = nil
            outcome = minimum == .none ? .satisfied : old == new ? .unchanged : .unreadable
            return
        }
        declaredBump = before.bump(to: after)
        if after < before {
            outcome = .lowered
        } else if minimum == .none {
            outcome = .satisfied
        } else if after == before {
            outcome = .unchanged
        } else {
            // Behind a prerelease its release is enough.
            outcome = after >= before.bumped(by: minimum) ? .satisfied : .insufficient
        }
    }
}
