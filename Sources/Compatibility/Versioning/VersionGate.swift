internal import Basics
package import Diagnostics

/// Answer to whether the version of a contract rose as much as its changes demand.
package struct VersionGate: Hashable, Sendable {
    package let outcome: VersionOutcome
    /// The least bump that the changes demand of the old version.
    package let minimumBump: Bump
    /// Nil where it cannot be told, or the version went down.
    package let declaredBump: Bump?
    /// The next version, in the form in which the team writes its versions.
    package let suggestedVersion: String?

    /// - Parameters:
    ///   - changes: the greatest bump that a change demands by itself.
    ///   - today: in days since 1970-01-01, for versions that are dates.
    package init(old: String?, new: String?, changes: Bump, today: Int? = nil) {
        let form = old.flatMap(VersionForm.init)
        if let form, form.isCalendar {
            // A date rises, and says nothing of how much.
            let after = new.flatMap(VersionForm.init).flatMap { $0.isCalendar ? $0 : nil }
            minimumBump = changes
            declaredBump = after?.numbers == form.numbers ? Bump.none : nil
            outcome = Self.outcome(form, after, isSame: old == new, changes)
            suggestedVersion = changes == .none ? nil : form.next(today: today)
            return
        }
        let (before, after) = (old.flatMap(SemanticVersion.init), new.flatMap(SemanticVersion.init))
        // Below 1.0.0 minor takes major's role, and patch that of minor.
        let minimum: Bump
        if let before, before.major == 0 {
            minimum = changes == .major ? .minor : min(changes, .patch)
        } else {
            minimum = changes
        }
        minimumBump = minimum
        suggestedVersion =
            minimum == .none ? nil : before.flatMap { version in form?.text(of: version.next(after: minimum)) }
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
            outcome = before.allows(minimum, in: after) ? .satisfied : .insufficient
        }
    }

    private static func outcome(_ before: VersionForm, _ after: VersionForm?, isSame: Bool, _ changes: Bump)
        -> VersionOutcome
    {
        guard let after else { return changes == .none ? .satisfied : .unreadable }
        if after.numbers.lexicographicallyPrecedes(before.numbers) { return .lowered }
        if after.numbers == before.numbers { return changes == .none ? .satisfied : .unchanged }
        return .satisfied
    }
}
