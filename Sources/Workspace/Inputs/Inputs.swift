package import Diagnostics
internal import Governance
internal import SystemPackage
internal import YAMLTree

/// The files of this version that a run looks at, whichever version asks for them, each with all configurations that judge it.
package struct Inputs {
    package let scope: Scope
    package private(set) var files: [InputFile] = []
    package private(set) var failures: [Report.Failure] = []
    /// Lines for people about what could not be left out.
    let notes: [String]
    private var base: Base?
    /// True when some folder has another configuration than it had in the earlier version.
    package private(set) var hasOtherConfigurations = false

    /// The files that the paths mean.
    ///
    /// - Parameter isGone: of a path that means nothing any more, and is no mistake.
    init(_ scope: Scope, except isGone: (GivenPath) -> Bool = { _ in false }) {
        self.scope = scope
        let found = scope.without(isGone).files()
        failures = found.failures
        notes = found.notes
        files = take(found.files)
    }

    /// Files with their bytes where these are not those of the disk.
    private mutating func take(_ found: [InputFile]) -> [InputFile] {
        guard let head = scope.snapshot as? HeadSnapshot else { return found }
        var files: [InputFile?] = found
        let requests = found.map { FileRequest($0.path ?? "", limit: $0.configuration.limits.fileBytes) }
        do throws(FileFault) {
            for (number, bytes) in try head.contents(of: requests) {
                switch bytes {
                case .success(let raw): files[number]?.content = raw
                case .failure(let fault):
                    failures.append(Report.Failure(file: found[number].name, message: fault.message))
                    files[number] = nil
                }
            }
        } catch {
            failures.append(Report.Failure(message: error.message))
            return []
        }
        return files.compactMap(\.self)
    }

    /// Adds what standard input holds.
    ///
    /// - Parameter name: by which messages and configurations know it; nil: it has none.
    mutating func addStandardInput(named name: String?) {
        let folder = name.map { scope.absolute(FilePath($0)).removingLastComponent() } ?? scope.workingFolder
        let configuration = scope.configurations.found(for: folder).configuration
        let name = name ?? "<stdin>"
        do throws(FileFault) {
            let content = try FileReading.readStandardInput(limit: configuration.limits.fileBytes)
            files.append(
                InputFile(
                    path: nil, content: content, name: name, configuration: configuration, isNamed: !scope.isStaged))
        } catch {
            failures.append(Report.Failure(file: name, message: error.message))
        }
    }

    /// Takes along what an earlier version asks for, and what it says of the files.
    mutating func add(_ base: Base) {
        self.base = base
        files.removeAll(where: base.isOwn)
        hasOtherConfigurations = base.hasOtherConfigurations(than: files)
        if !hasOtherConfigurations { return }
        let found = scope.files(by: base.configurations)
        let asked = Set(found.files.compactMap(\.path))
        var known: Set<FilePath> = []
        for index in files.indices {
            files[index].base = base.configuration(for: files[index])
            guard let path = files[index].path else { continue }
            known.insert(path)
            files[index].isIncludedByBase = asked.contains(path)
        }
        for var file in take(found.files) {
            guard let path = file.path, known.insert(path).inserted else { continue }
            file.configuration = scope.configurations.found(for: path.removingLastComponent()).configuration
            file.base = base.configuration(for: file) ?? file.configuration
            file.isIncluded = false
            if !base.isOwn(file) { files.append(file) }
        }
        let others = found.failures + base.configurations.failures
        failures += others.filter { !failures.contains($0) && !scope.configurations.failures.contains($0) }
    }

    /// A file that is not there any more.
    func file(named name: String) -> InputFile {
        let path = scope.absolute(FilePath(name))
        let configuration = scope.configurations.found(for: path.removingLastComponent()).configuration
        var file = InputFile(path: path, name: name, configuration: configuration, isNamed: false)
        file.base = base?.configuration(for: file)
        return file
    }

    /// Exceptions that may hide findings in these files.
    ///
    /// - Parameters:
    ///   - today: in days since 1970-01-01.
    ///   - approvals: of waivers that the earlier version does not have; nil: there are none.
    ///   - hides: false: all that is found counts, whatever excepts it.
    func exceptions(today: Int, approvals: Approvals?, hides: Bool = true) -> Exceptions {
        Exceptions(
            files.lazy.map(\.jurisdiction), base: base?.name, approvals: approvals, today: today, hides: hides)
    }

    /// The policies that the files are judged by, each once.
    var policies: [Policy] {
        var policies: [Policy.ID: Policy] = [:]
        for file in files {
            for configuration in file.jurisdiction.configurations {
                policies[configuration.policy.id] = configuration.policy
            }
        }
        return Array(policies.values)
    }

    /// True when a configuration holds for some of the files.
    var isConfigured: Bool {
        scope.configurations.isNamed
            || files.contains { file in
                let path = file.path ?? scope.absolute(FilePath(file.name))
                return scope.configurations.found(for: path.removingLastComponent()).isWritten
            }
    }

    /// The baselines that the configurations name, each once.
    var baselines: [Configuration.NamedFile] {
        var named: [Configuration.NamedFile] = []
        for file in files {
            for own in file.configuration.baselines where !named.contains(own) { named.append(own) }
        }
        return named
    }

    /// The least severity that fails a run, by name of the file.
    ///
    /// - Parameters:
    ///   - exceptions: those of the run, whose files of waivers are files as well.
    ///   - result: of the run.
    func bars(_ exceptions: Exceptions, _ result: RunResult) -> [String: Configuration.FailOn] {
        let owners = files.map { ($0.name, $0.jurisdiction) } + exceptions.waiverFiles
        return Dictionary(owners.map { ($0.0, $0.1.failOn) }, uniquingKeysWith: { first, _ in first })
            .merging(result.bars) { $0.stricter($1) }
    }
}
