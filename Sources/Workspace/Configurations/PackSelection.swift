package import Diagnostics
internal import Governance
package import RuleLanguage
package import SystemPackage

/// The rule packs that a command line means, read.
package struct PackSelection {
    package let workingFolder: FilePath
    package private(set) var files: [PackSource.File] = []
    package private(set) var failures: [Report.Failure] = []
    private var seen: Set<FilePath> = []

    private let snapshot: DiskSnapshot

    package init(workingFolder: FilePath) {
        self.workingFolder = workingFolder
        snapshot = DiskSnapshot(shownFrom: workingFolder)
    }

    /// Adds what one argument means. Of the files in a folder or a glob those count that are rule packs.
    package mutating func add(_ argument: GivenPath) {
        do {
            let path = workingFolder.pushing(argument.path).lexicallyNormalized()
            let isNamed = try FileReading.kind(of: path) == .file
            let found = isNamed ? [path] : try PackFiles.files(argument.text, in: workingFolder, snapshot)
            var isAny = false
            for path in found where add(path, isNamed: isNamed) { isAny = true }
            if !isAny, Glob.isGlob(argument.text), !isNamed { throw FileFault("no rule pack matches") }
        } catch let fault as FileFault {
            failures.append(Report.Failure(file: argument.text, message: fault.message))
        } catch {
            failures.append(Report.Failure(file: argument.text, message: "is no pattern of paths"))
        }
    }

    /// Adds the packs whose files the configuration of the working folder names, else those in `rules`, else those inside
    /// the program.
    package mutating func addConfigured(_ configurations: Configurations) {
        let configuration = configurations.found(for: workingFolder).configuration
        files = configuration.policy.packFiles
        failures += configurations.failures
        guard files.isEmpty, failures.isEmpty else { return }
        let folder = workingFolder.appending("rules")
        if (try? FileReading.kind(of: folder)) == .folder { add(GivenPath(text: "rules", path: "rules")) }
        if files.isEmpty, failures.isEmpty { files = RuleTests.standardFiles }
    }

    /// - Returns: whether it is a rule pack, seen before or not.
    private mutating func add(_ path: FilePath, isNamed: Bool) -> Bool {
        if seen.contains(path) { return true }
        let name = path.displayName(in: workingFolder)
        do throws(FileFault) {
            let raw = try PackFiles.read(path, snapshot)
            guard isNamed || PackRecognition.isPack(name: name, raw: raw) else { return false }
            seen.insert(path)
            files.append((name, raw))
        } catch {
            failures.append(Report.Failure(file: name, message: error.message))
        }
        return true
    }
}
