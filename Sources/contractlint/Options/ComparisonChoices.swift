import ArgumentParser
internal import Basics
import Compatibility
import Diagnostics
import Governance
import Reporters
import RuleLanguage
import Workspace

/// Choices of a command line about what counts as breaking; they go before the configuration.
struct ComparisonChoices: ParsableArguments {
    @Option(
        help:
            "Who must be able to go on: consumer (who reads; the default), producer (who writes), full (both); with +transitive readers of every released version since the last major one, with +transitive-all of all."
    )
    var profile: ComparisonOptions.ProfileName?

    @Flag(help: "What is risky counts as breaking.")
    var strict = false

    @Option(
        name: [.customLong("reader"), .customLong("readers")],
        help: "When readers fix the types they read: late-bound (SQL; the default), early-bound (generated classes).")
    var reader: ComparisonOptions.ReaderProfile?

    @Option(
        help: ArgumentHelp(
            "The days that readers are promised between a notice and what it is about. (default: 90)",
            valueName: "days"))
    var notice: Int?

    func validate() throws {
        if let notice, !(0...Int(ComparisonOptions.longestNotice)).contains(notice) {
            throw ValidationError("--notice must be from 0 to \(Int(ComparisonOptions.longestNotice))")
        }
    }

    /// Change that they make to a configuration's options.
    ///
    /// - Parameter today: the day that notices count from, in days since 1970-01-01.
    func applied(on today: Int) -> @Sendable (ComparisonOptions) -> ComparisonOptions {
        { [self] configured in
            var options = configured
            if let profile { options.set(profile) }
            if strict { options.isStrict = true }
            if let reader { options.readerProfile = reader }
            if let notice { options.noticeWindow = notice }
            options.today = today
            return options
        }
    }
}

extension ComparisonOptions.ProfileName: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
    public static var allValueStrings: [String] { allCases.map(\.text) }
    public var defaultValueDescription: String { text }
}
extension ComparisonOptions.ReaderProfile: ExpressibleByArgument {}
