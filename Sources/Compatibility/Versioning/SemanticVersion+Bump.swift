package import Basics
package import Diagnostics

extension SemanticVersion {
    /// The bump from this version to a later one; nil where it is none.
    package func bump(to new: SemanticVersion) -> Bump? {
        if new < self { return nil }
        if new.major != major { return .major }
        if new.minor != minor { return .minor }
        return new == self ? Bump.none : .patch
    }

    /// The least version that a bump makes of this one.
    ///
    /// A prerelease is on its way to its release, which may be all that is asked for.
    package func bumped(by bump: Bump) -> SemanticVersion {
        switch bump {
        case .none: return self
        case .patch: return SemanticVersion(major, minor, prerelease.isEmpty ? patch + 1 : patch)
        case .minor:
            let isOnItsWay = !prerelease.isEmpty && patch == 0
            return SemanticVersion(major, isOnItsWay ? minor : minor + 1, 0)
        case .major:
            let isOnItsWay = !prerelease.isEmpty && patch == 0 && minor == 0
            return SemanticVersion(isOnItsWay ? major : major + 1, 0, 0)
        }
    }
}
