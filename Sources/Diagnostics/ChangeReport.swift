/// Changes between two versions of a contract, as plain values: all that a reporter needs to write it.
package struct ChangeReport: Sendable {
    /// One of the two versions.
    package struct Version: Hashable, Sendable {
        package var file: String
        package var id: String?
        package var version: String?

        package init(file: String, id: String?, version: String?) {
            self.file = file
            self.id = id
            self.version = version
        }
    }

    /// A change as it stands in one of the two files.
    package struct Side: Hashable, Sendable {
        package var place: Place
        /// JSON Pointer (RFC 6901) of the value.
        package var route: String?
        /// Path by names instead of numbers; nil: nobody asked for it.
        package var selector: String?
        /// Value that stands there; nil where this version has nothing, and the place is that of what would hold it.
        package var value: String?

        package init(place: Place, route: String?, value: String?) {
            self.place = place
            self.route = route
            self.value = value
        }
    }

    package struct Change: Hashable, Sendable {
        package var id: String
        /// The path of names; nil: the contract itself.
        package var element: String?
        /// By the profile of the comparison.
        package var verdict: Verdict
        package var consumer: Verdict
        package var producer: Verdict
        package var full: Verdict
        /// Nil where no values are compared.
        package var relation: Relation?
        package var bump: Bump
        /// The profiles, other than full, for which the change is risky or breaking.
        package var hurts: [CompatibilityProfile]
        package var old: Side
        package var new: Side
        package var message: String
        package var reason: String
        package var remedy: String?

        package init(
            id: String, element: String?, verdict: Verdict, consumer: Verdict, producer: Verdict, full: Verdict,
            relation: Relation?, bump: Bump, hurts: [CompatibilityProfile], old: Side, new: Side, message: String,
            reason: String, remedy: String?
        ) {
            self.id = id
            self.element = element
            self.verdict = verdict
            self.consumer = consumer
            self.producer = producer
            self.full = full
            self.relation = relation
            self.bump = bump
            self.hurts = hurts
            self.old = old
            self.new = new
            self.message = message
            self.reason = reason
            self.remedy = remedy
        }
    }

    package var profile: CompatibilityProfile
    package var old: Version
    package var new: Version
    /// The least bump that the changes demand.
    package var minimumBump: Bump
    /// The bump from the old version to the new one; nil where one of them is no semantic version or it went down.
    package var declaredBump: Bump?
    package var suggestedVersion: String?
    /// Answer to whether the version rose as the changes ask.
    package var outcome: VersionOutcome
    /// True when the changes count: nobody relies on a draft yet.
    package var isGated: Bool
    /// Sorted by place.
    package var changes: [Change]

    /// Sentences about the two versions as a whole.
    package var withoutChanges: ChangeReport {
        var own = self
        own.changes = []
        return own
    }

    package init(
        profile: CompatibilityProfile, old: Version, new: Version, minimumBump: Bump, declaredBump: Bump?,
        suggestedVersion: String?, outcome: VersionOutcome, isGated: Bool, changes: [Change]
    ) {
        self.profile = profile
        self.old = old
        self.new = new
        self.minimumBump = minimumBump
        self.declaredBump = declaredBump
        self.suggestedVersion = suggestedVersion
        self.outcome = outcome
        self.isGated = isGated
        self.changes = changes
    }
}
