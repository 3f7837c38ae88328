internal import Diagnostics
internal import RuleLanguage

/// What can hide findings in one run: for each configuration its waivers, as they count today.
package final class RunExceptions: Sendable {
    /// The configurations that a file is judged by, and what may hide what they find.
    package struct Judges: Sendable {
        package var configurations: [Configuration]
        package var waivers: JudgedWaivers

        package init(_ configurations: [Configuration], _ waivers: JudgedWaivers) {
            self.configurations = configurations
            self.waivers = waivers
        }
    }

    /// Every rule that some pack of the run knows.
    package let rules: Set<String>
    private let today: Int
    /// Whether what is hidden is not among the findings.
    let hides: Bool

    /// - Parameters:
    ///   - configurations: all of the run.
    ///   - today: in days since 1970-01-01.
    ///   - hides: false: all that is found counts, whatever excepts it.
    package init(_ configurations: [Configuration], today: Int, hides: Bool = true) {
        var rules = Set(RuleCatalogue.all.map(\.id))
        var seen: Set<ObjectIdentifier> = []
        for configuration in configurations where seen.insert(ObjectIdentifier(configuration.policy)).inserted {
            rules.formUnion(configuration.policy.rules.lazy.map(\.id))
        }
        self.rules = rules
        self.today = today
        self.hides = hides
    }

    /// - Parameters:
    ///   - configuration: whose waivers are meant.
    ///   - base: the configuration of an earlier version, whose waivers must agree, and what that version is called.
    package func judged(_ configuration: Configuration, base: (configuration: Configuration, name: String)? = nil)
        -> JudgedWaivers
    {
        let earlier = base.map { (judged($0.configuration), $0.name) }
        return JudgedWaivers(
            configuration.waivers, today: today, longest: configuration.longestWaiver, rules: rules, base: earlier)
    }
}
