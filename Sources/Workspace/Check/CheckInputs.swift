package import Diagnostics
internal import Governance
package import SystemPackage
internal import YAMLTree

/// What a command line asks to be checked.
package struct CheckInputs {
    package let workingFolder: FilePath
    package let configurations: Configurations
    package let isStaged: Bool
    package private(set) var arguments: [GivenPath] = []
    package private(set) var files: [InputFile] = []
    package private(set) var failures: [Report.Failure] = []
    private var base: CheckBase?

    package init(workingFolder: FilePath, configurations: Configurations, isStaged: Bool) {
        self.workingFolder = workingFolder
        self.configurations = configurations
        self.isStaged = isStaged
    }

    /// - Parameters:
    ///   - paths: none means the working folder, `-` standard input.
    ///   - stdinFilename: the name of standard input; nil: it has none.
    package mutating func read(_ paths: [GivenPath], stdinFilename: String?) {
        arguments = paths.isEmpty && !isStaged ? [GivenPath(text: ".", path: ".")] : paths.filter { $0.text != "-" }
        let found = discovered(by: configurations)
        files = found.files
        failures = found.failures
        guard paths.contains(where: { $0.text == "-" }) else { return }
        let name = stdinFilename ?? "<stdin>"
        let path = workingFolder.pushing(FilePath(name)).lexicallyNormalized()
        let folder = stdinFilename == nil ? workingFolder : path.removingLastComponent()
        let configuration = configurations.found(for: folder).configuration
        do throws(FileFault) {
            let content = try FileReading.readStandardInput(limit: configuration.limits.fileBytes)
            files.append(
                InputFile(path: nil, content: content, name: name, configuration: configuration, isNamed: !isStaged))
        } catch {
            failures.append(Report.Failure(file: name, message: error.message))
        }
    }

    /// Of a comparison: the files of this version.
    package init(_ breaking: BreakingInputs, _ paths: [GivenPath]) {
        self.init(workingFolder: breaking.workingFolder, configurations: breaking.configurations, isStaged: false)
        arguments = paths
        files = breaking.files
    }

    /// Takes along files that an earlier version asks for alone.
    package mutating func add(_ others: [InputFile]) {
        let known = Set(files.compactMap(\.path))
        for var file in others where file.path.map({ !known.contains($0) }) ?? false {
            file.base = file.configuration
            files.append(file)
        }
    }

    /// A file that is not there any more.
    package func file(named name: String) -> InputFile {
        let path = workingFolder.pushing(FilePath(name)).lexicallyNormalized()
        let configuration = configurations.found(for: path.removingLastComponent()).configuration
        var file = InputFile(path: path, name: name, configuration: configuration, isNamed: false)
        file.base = base?.configuration(for: file, self)
        return file
    }

    /// The files that the arguments mean, as some configurations include and exclude.
    package func discovered(by configurations: Configurations) -> FileDiscovery {
        var discovery = FileDiscovery(workingFolder: workingFolder, configurations: configurations, isStaged: isStaged)
        for path in arguments { discovery.add(path) }
        return discovery
    }

    /// Whether the arguments mean everything in a folder.
    package func covers(_ folder: FilePath) -> Bool {
        !isStaged
            && arguments.contains { argument in
                let path = workingFolder.pushing(argument.path).lexicallyNormalized()
                return folder.starts(with: path) && (try? FileReading.kind(of: path)) == .folder
            }
    }

    /// Whether the arguments mean all that a configuration is about: its folder, or everything for one that was named.
    package func covers(configurationIn folder: String?) -> Bool {
        covers(configurations.isNamed ? workingFolder : folder.map { FilePath($0) } ?? workingFolder)
    }

    /// The baselines that the configurations name, as absolute paths.
    package var baselines: [FilePath] {
        var paths: [FilePath] = []
        for file in files {
            for name in file.configuration.baselines {
                let path = workingFolder.pushing(FilePath(name)).lexicallyNormalized()
                if !paths.contains(path) { paths.append(path) }
            }
        }
        return paths
    }

    /// Takes along what an earlier version says of the files, whatever it would have asked for.
    package mutating func takeConfigurations(of base: CheckBase) {
        self.base = base
        for index in files.indices { files[index].base = base.configuration(for: files[index], self) }
    }

    /// Takes along what an earlier version asks for.
    package mutating func add(_ base: CheckBase) {
        let (files, failures) = base.files(self)
        self.base = base
        self.files = files
        self.failures += failures + base.configurations.failures.filter { !configurations.failures.contains($0) }
    }
}
