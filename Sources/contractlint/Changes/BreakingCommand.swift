import ArgumentParser
import Compatibility
import Diagnostics
import Governance
import Reporters
import SystemPackage

/// `contractlint breaking`
struct BreakingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "breaking",
        abstract: "Fail on changes that break those who rely on the contracts.",
        discussion: """
            BASE is a git revision (main, HEAD~1, a tag), a folder or a file. Git is asked for the files of the revision; \
            nothing is checked out and nothing is fetched. Contracts are paired by id, then by path.
            """)

    @Argument(help: ArgumentHelp("Files, folders or globs. (default: the current folder)", valueName: "path"))
    var paths: [String] = []

    @Option(help: ArgumentHelp("What to compare with: a git revision, a folder or a file.", valueName: "base"))
    var against: String

    @Option(help: "What --against names: auto (a path that is there, else a revision), revision, path.")
    var baseIs: Base.Meaning = .auto

    @OptionGroup var choices: ComparisonChoices

    @Option(
        help:
            "The form of the report on standard output: \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", "))."
    )
    var format: ReportFormat = .text

    @Option(
        name: .customLong("report"),
        help: ArgumentHelp("Write a report to a file as well; may be repeated.", valueName: "format=file"))
    var reports: [ReportTarget] = []

    @Option(help: "The least severity that fails the run: error, warning, info, never. (default: error)")
    var failOn: Configuration.FailOn?

    @Option(help: ArgumentHelp("Use this configuration instead of looking for .contractlint.yaml.", valueName: "file"))
    var config: String?

    @Option(help: ArgumentHelp("How many threads compare files. (default: one for each core)", valueName: "n"))
    var jobs: Int?

    @Flag(
        name: .customLong("staged"),
        help: "The mode of hooks: files named that hold no contract are passed over, and nothing to compare is fine.")
    var isStaged = false

    @Flag(help: "Print only errors and warnings, and nothing when there are none.")
    var quiet = false

    @Flag(help: "Say of each finding how its rule came to hold: pack, layer, what layers changed; and its fingerprint.")
    var verbose = false

    @Option(help: "Colour the text report: auto, always, never.")
    var color: ColorChoice = .auto

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1") }
        if paths.contains("") { throw ValidationError("a path is empty; the current folder is '.'") }
        if paths.contains("-") { throw ValidationError("standard input has no earlier version; name files or folders") }
    }

    func run() throws {
        let start = ContinuousClock.now
        guard let workingFolder = WorkingFolder.path else {
            throw ValidationError("the working folder does not exist any more")
        }
        let output = ReportOutput(
            format: format, reports: reports, color: color, quiet: quiet, failOn: failOn, verbose: verbose,
            isEmptyFine: isStaged)
        let arguments = Arguments.paths(paths.isEmpty ? ["."] : paths)
        let base = try orLeave { () throws(Base.Fault) in
            try Base.find(
                against, baseIs, in: workingFolder, repository: Base.repository(of: arguments, in: workingFolder),
                isStaged: isStaged)
        }
        let configurations = Configurations(workingFolder: workingFolder, named: config.map { FilePath($0) })
        let own = try inputs(workingFolder, configurations, arguments, base)
        var files = CheckInputs(own, arguments)
        var outcome = compare(own, withExcerpts: output.showsExcerpts)
        var failures = own.failures
        // What was agreed on before holds as well: whoever breaks a contract can loosen the rules along with it.
        let earlier = CheckBase(base, name: against, files, named: config.map { FilePath($0) })
        let hasOthers = earlier.hasOtherConfigurations(than: files)
        if hasOthers {
            let others = try inputs(workingFolder, earlier.configurations, arguments, base)
            outcome = outcome.merged(with: compare(others, withExcerpts: output.showsExcerpts))
            failures += others.failures.filter { !own.failures.contains($0) }
            files.takeConfigurations(of: earlier)
            files.add(others.files)
        }
        failures += outcome.failures
        let found = Set(outcome.documents.map(\.file) + failures.compactMap(\.file))
        for file in files.files where file.isNamed && !found.contains(file.name) {
            failures.append(Report.Failure(file: file.name, message: "holds no data contract and no data product"))
        }
        let report = Report(
            toolVersion: Version.current, documents: outcome.documents,
            findings: excepted(outcome.findings, files, own.heads), failures: failures,
            families: [CompatibilityRules.pack], comparisons: outcome.comparisons)
        var status = output.status(of: report, files.files)
        if !output.write(report, ContinuousClock.now - start) { status = .wrongRun }
        if hasOthers, !quiet, status != .clean {
            let note = "the configuration differs from that of \(against); what is looser here counts once it is there"
            StandardStream.error.write("contractlint: note: \(Message.escaped(note))\n")
        }
        for rule in outcome.unknown.sorted() where !quiet {
            StandardStream.error.write(
                "contractlint: note: the rule \(rule) asks for a fact that two versions of a contract do not have; where "
                    + "it does, nothing was judged\n")
        }
        ContractLint.leave(status)
    }

    private func inputs(
        _ workingFolder: FilePath, _ configurations: Configurations, _ paths: [Arguments.Path], _ base: Base
    ) throws -> BreakingInputs {
        var inputs = BreakingInputs(workingFolder: workingFolder, configurations: configurations, isStaged: isStaged)
        try orLeave { () throws(Base.Fault) in try inputs.read(paths, base) }
        return inputs
    }

    private func compare(_ inputs: BreakingInputs, withExcerpts: Bool) -> BreakingRun.Outcome {
        let choices = choices
        return BreakingRun(
            heads: inputs.heads, bases: inputs.bases, counterparts: inputs.counterparts,
            jobs: jobs ?? DispatchCores.count, withExcerpts: withExcerpts, today: (choices.today ?? .today).number,
            options: { choices.options(over: $0) }, history: inputs.history
        ).run()
    }

    /// The findings with what hides each of them.
    private func excepted(_ findings: [Finding], _ files: CheckInputs, _ heads: [VersionedFile]) -> [Finding] {
        // What no waiver and no comment of this version is about, nothing hides.
        guard !findings.isEmpty, BreakingExceptions.mayApply(to: files, heads) else { return findings }
        return BreakingExceptions(files, heads, against: against, today: (choices.today ?? .today).number)
            .applied(to: findings)
    }

    /// Leaves with what went wrong with the base.
    private func orLeave<Value>(_ body: () throws(Base.Fault) -> Value) throws -> Value {
        do throws(Base.Fault) {
            return try body()
        } catch {
            StandardStream.error.write(Message.line(Report.Failure(message: error.message)))
            ContractLint.leave(.wrongRun)
        }
    }
}

/// The files of both sides.
struct BreakingInputs {
    let workingFolder: FilePath
    let configurations: Configurations
    /// The hook's mode: nothing to compare is no mistake.
    let isStaged: Bool
    private(set) var files: [InputFile] = []
    private(set) var heads: [VersionedFile] = []
    private(set) var bases: [VersionedFile] = []
    /// By file of the head, the file of the base that has its path.
    private(set) var counterparts: [Int?] = []
    private(set) var failures: [Report.Failure] = []
    private(set) var history: GitHistory?
    private var baseRevision: GitRevision?

    init(workingFolder: FilePath, configurations: Configurations, isStaged: Bool) {
        self.isStaged = isStaged
        self.workingFolder = workingFolder
        self.configurations = configurations
    }

    mutating func read(_ paths: [Arguments.Path], _ base: Base) throws(Base.Fault) {
        var discovery = FileDiscovery(workingFolder: workingFolder, configurations: configurations, isStaged: isStaged)
        var roots: [BaseScope.Root] = []
        for argument in paths {
            let path = workingFolder.pushing(argument.path).lexicallyNormalized()
            let kind = (try? FileReading.kind(of: path)) ?? .missing
            let isGlob = kind == .missing && Glob.isGlob(argument.text)
            roots.append(
                BaseScope.Root(
                    path: path, isFolder: kind == .folder || (kind == .missing && !isGlob),
                    glob: isGlob ? try? Glob(argument.text, in: workingFolder) : nil))
            if kind == .missing, case .revision(let revision) = base {
                // All that it named may have been deleted.
                let scope = BaseScope(
                    workingFolder: workingFolder, roots: [roots[roots.count - 1]], discovery: discovery)
                let isInBase = revision.files.contains {
                    scope.root(of: scope.paths.workingPath(of: $0.path, in: revision)) != nil
                }
                if isInBase, !isGlob { continue }
            }
            discovery.add(argument)
        }
        let scope = BaseScope(workingFolder: workingFolder, roots: roots, discovery: discovery)
        files = discovery.files
        // The base is no part of what is compared with it, unless it is named as such.
        switch base {
        case .folder(let folder):
            files.removeAll { file in
                !roots.contains { $0.path == folder } && file.path?.below(folder) != nil
            }
        case .file(let path): files.removeAll { $0.path == path && !$0.isNamed }
        case .revision, .nothing: break
        }
        readHeads(scope, base)
        try readBases(scope, base)
        failures += configurations.failures + discovery.failures
        resolveCounterparts(scope, base)
        history = baseRevision.map { GitHistory($0, files: changedBases()) }
    }

    /// Of the base's files those that the head does not hold as they are.
    private func changedBases() -> [VersionedFile] {
        let same = zip(heads, counterparts).compactMap { head, base in
            base.flatMap { head.raw == bases[$0].raw ? $0 : nil }
        }
        return Set(bases.indices).subtracting(same).sorted().map { bases[$0] }
    }

    private mutating func readHeads(_ scope: BaseScope, _ base: Base) {
        let found = files
        files = []
        var keys: [FilePath: String] = [:]
        for file in found {
            guard let path = file.path else { continue }
            do throws(FileFault) {
                keys[path] = try Self.key(of: path, base) ?? file.name
                files.append(file)
            } catch {
                failures.append(Report.Failure(file: file.name, message: error.message))
            }
        }
        let (read, faults) = scope.files(of: files, key: { keys[$0] ?? "" }, isInScope: true)
        heads = read
        failures += faults
        let names = Set(read.map(\.name))
        files.removeAll { !names.contains($0.name) }
    }

    /// What pairs a file with one of a revision; nil: the base is none.
    private static func key(of path: FilePath, _ base: Base) throws(FileFault) -> String? {
        guard case .revision(let revision) = base else { return nil }
        guard let key = RepositoryPaths.key(of: path, in: revision) else {
            throw FileFault("lies outside of the repository of \(revision.name)")
        }
        if let module = revision.submodules.first(where: { key.hasPrefix($0 + "/") }) {
            throw FileFault("lies in the submodule \(module), a repository of its own: run contractlint in it")
        }
        return key
    }

    private mutating func readBases(_ scope: BaseScope, _ base: Base) throws(Base.Fault) {
        switch base {
        case .revision(let revision):
            do throws(Git.Fault) {
                bases = try scope.files(
                    of: revision,
                    heads: Dictionary(heads.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first }))
                baseRevision = revision
            } catch {
                throw Base.Fault(message: "--against \(revision.name): \(error.message)")
            }
        case .folder(let folder):
            var discovery = FileDiscovery(
                workingFolder: workingFolder, configurations: configurations, isStaged: false)
            discovery.add(Arguments.Path(text: folder.string, path: folder))
            let hasFolder = scope.roots.contains(where: \.isFolder)
            let (read, faults) = scope.files(
                of: discovery.files, key: { $0.below(folder) ?? $0.string }, isInScope: hasFolder)
            bases = read
            failures += discovery.failures + faults
        case .nothing: break
        case .file(let path):
            let file = InputFile(
                path: path, name: path.displayName(in: workingFolder),
                configuration: configurations.found(for: path.removingLastComponent()).configuration, isNamed: true)
            let (read, faults) = scope.files(of: [file], key: { _ in "" }, isInScope: true)
            bases = read
            failures += faults
        }
    }

    private mutating func resolveCounterparts(_ scope: BaseScope, _ base: Base) {
        let byKey = Dictionary(
            bases.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
        counterparts = zip(heads, files).map { head, file in
            switch base {
            case .revision: return byKey[head.key]
            case .folder:
                guard let path = file.path else { return nil }
                return scope.keys(of: path).lazy.compactMap { byKey[$0] }.first
            case .nothing: return nil
            // One file is the earlier version of one file.
            case .file: return heads.count == 1 && !bases.isEmpty ? 0 : nil
            }
        }
    }
}
