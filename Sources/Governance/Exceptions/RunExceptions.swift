internal import Diagnostics
internal import Synchronization

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

    private let configurations: [Configuration]
    private let known = AtomicLazyReference<Names>()
    private let today: Int
    /// Whether what is hidden is not among the findings.
    let hides: Bool

    /// - Parameters:
    ///   - configurations: all of the run.
    ///   - today: in days since 1970-01-01.
    ///   - hides: false: all that is found counts, whatever excepts it.
    package init(_ configurations: [Configuration], today: Int, hides: Bool = true) {
        self.configurations = configurations
        self.today = today
        self.hides = hides
    }

    private final class Names: Sendable {
        let names: Set<String>

        init(_ configurations: [Configuration]) {
            var names = Set(RuleCatalogue.all.map(\.id))
            var seen: Set<ObjectIdentifier> = []
            for configuration in configurations where seen.insert(ObjectIdentifier(configuration.policy)).inserted {
                names.formUnion(configuration.policy.rules.lazy.map(\.id))
            }
            self.names = names
        }
    }

    /// Every rule that some pack of the run knows: gathered when something names a rule.
    package var rules: Set<String> { (known.load() ?? known.storeIfNil(Names(configurations))).names }

    /// - Parameters:
    ///   - configuration: whose waivers are meant.
    ///   - base: the configuration of an earlier version, whose waivers must agree, and what that version is called.
    package func judged(_ configuration: Configuration, base: (configuration: Configuration, name: String)? = nil)
        -> JudgedWaivers
    {
        let earlier = base.map { (judged($0.configuration), $0.name) }
        return JudgedWaivers(
            configuration.waivers, today: today, longest: configuration.longestWaiver,
            rules: configuration.waivers.isEmpty ? [] : rules, base: earlier)
    }
}
