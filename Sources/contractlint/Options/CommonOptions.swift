import ArgumentParser
import Basics
import Governance
import Reporters
import SystemPackage
import Workspace

/// Source of the rules.
struct ConfigurationOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Use this configuration instead of looking for .contractlint.yaml.", valueName: "file"))
    var config: String?

    /// The working folder as a workspace.
    func workspace(verifyingLocks: Bool = true) throws -> Workspace {
        guard let folder = Machine.workingFolder else {
            throw ValidationError("the working folder does not exist any more")
        }
        return Workspace(
            in: folder, configuration: config.map { FilePath($0) }, verifyingLocks: verifyingLocks,
            toolVersion: Version.current)
    }
}

/// The day that a run goes by.
struct DayOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The day that rules, waivers and notices go by, as 2026-01-31. (default: today)", valueName: "date"))
    var today: Day?

    /// In days since 1970-01-01.
    var number: Int { (today ?? Machine.today).number }
}

/// Number of threads of a run.
struct JobOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How many threads look at files. (default: one for each core)", valueName: "n"))
    var jobs: Int?

    var count: Int { jobs ?? Machine.processors }

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1") }
    }
}

/// Choice whether text has colours.
struct ColorOptions: ParsableArguments {
    /// `--color`
    enum Choice: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

    @Option(help: "Colour the text: auto, always, never.")
    var color: Choice = .auto

    /// `auto` follows https://no-color.org: any value of NO_COLOR but the empty one turns colour off.
    var isColored: Bool {
        switch color {
        case .always: true
        case .never: false
        case .auto:
            StandardStream.output.isTerminal && (Machine.environment("NO_COLOR") ?? "").isEmpty
                && Machine.environment("TERM") != "dumb"
        }
    }
}

/// The form of what a command shows, where there are two.
struct TextOptions: ParsableArguments {
    /// `--format`
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Option(help: "The form of the output: text, json.")
    var format: Format = .text

    @OptionGroup var color: ColorOptions

    /// Writes what was asked for to standard output.
    func print(text: @autoclosure () -> String, json: @autoclosure () -> String) throws {
        try StandardStream.output.print(format == .text ? text() : json())
    }

    var isColored: Bool { color.isColored }
}

/// Options of `check` and `breaking` about the files they look at.
struct InputOptions: ParsableArguments {
    @OptionGroup var configuration: ConfigurationOptions

    @Flag(
        help:
            "The mode of hooks: the paths are what a commit touches; those that hold no contract or are excluded are passed over, and nothing to look at is fine."
    )
    var staged = false

    @OptionGroup var jobs: JobOptions
    @OptionGroup var day: DayOptions

    /// Options of a run over some paths.
    func run(_ paths: [GivenPath], _ output: ReportOptions, progress: ProgressLine? = nil) -> RunOptions {
        var run = RunOptions(paths: paths, today: day.number)
        run.isStaged = staged
        run.jobs = jobs.count
        run.withExcerpts = output.showsExcerpts
        run.selection = output.listing.selection
        run.progress = progress?.listener
        return run
    }
}

extension Day: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

/// Demands that no path is empty, as a script's variable may be.
func demandPaths(_ paths: [String]) throws {
    if paths.contains("") { throw ValidationError("a path is empty; the current folder is '.'") }
}
