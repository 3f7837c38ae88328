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

    /// The least version behind this one that is enough for a bump: of a prerelease the next prerelease, since it need not keep
    /// what its release will (Semantic Versioning 2.0.0, section 9).
    func next(after bump: Bump) -> SemanticVersion {
        guard !prerelease.isEmpty, bump != .none else { return bumped(by: bump) }
        var labels = prerelease
        // A label may begin with a hyphen, and have any number of digits.
        if let last = labels.last.flatMap({ Int($0) }), (0..<Int.max).contains(last) {
            labels[labels.count - 1] = "\(last + 1)"
        } else {
            labels.append("1")
        }
        return SemanticVersion(major, minor, patch, prerelease: labels)
    }

    /// True when a later version is enough for a bump of this one.
    func allows(_ bump: Bump, in later: SemanticVersion) -> Bool {
        // Behind a prerelease whatever comes later is: the next one, or the release.
        if !prerelease.isEmpty { return later > self }
        // A prerelease is on its way to a release that has to be enough.
        return SemanticVersion(later.major, later.minor, later.patch) >= bumped(by: bump)
    }
}
