internal import ContractModel
package import Diagnostics
internal import Governance
package import SystemPackage

/// The files of a place that some paths mean.
package struct FileDiscovery {
    private let workingFolder: FilePath
    private let snapshot: any Snapshot
    private let configurations: Configurations
    /// True when the place is the one that the configurations are read from, so that a folder's listing shows what it has.
    private let hasConfigurations: Bool
    private let isStaged: Bool
    /// True when paths may lead nowhere: they are this version's, and the place is another.
    private let mayBeMissing: Bool
    package private(set) var files: [InputFile] = []
    package private(set) var failures: [Report.Failure] = []
    /// Lines for people about what could not be left out.
    package private(set) var notes: [String] = []
    private var seen: Set<FilePath> = []
    /// Number of times that a file was found, whether or not it had been before.
    private var matched = 0

    /// - Parameters:
    ///   - snapshot: where they are looked for; nil: where the configurations are read from.
    ///   - isStaged: the hook's mode: files named are what a commit touches.
    ///   - mayBeMissing: whether paths may lead nowhere: they are this version's, and the place is another.
    package init(
        workingFolder: FilePath, in snapshot: (any Snapshot)? = nil, configurations: Configurations, isStaged: Bool,
        mayBeMissing: Bool = false
    ) {
        self.workingFolder = workingFolder
        self.snapshot = snapshot ?? configurations.snapshot
        hasConfigurations = snapshot == nil
        self.configurations = configurations
        self.isStaged = isStaged
        self.mayBeMissing = mayBeMissing
    }

    /// Adds what one argument means: a file, a folder, a glob.
    package mutating func add(_ given: GivenPath) {
        let argument = given.text
        let path = workingFolder.pushing(given.path).lexicallyNormalized()
        do throws(FileFault) {
            switch try snapshot.kind(of: path) {
            case .other where !snapshot.followsLinks: break
            case .file, .other: addNamed(path)
            case .folder:
                // A folder that is named is walked even where a pattern excludes it.
                walk(path, only: nil)
            case .missing, .brokenLink:
                guard Glob.isGlob(argument) else {
                    if mayBeMissing { return }
                    let near = PathSuggestion.of(path, in: snapshot)?.displayName(in: workingFolder)
                    let hint = near.map { "; did you mean '\($0)'?" } ?? ""
                    failures.append(Report.Failure(file: argument, message: "no such file or folder" + hint))
                    return
                }
                addGlob(argument)
            }
        } catch {
            failures.append(Report.Failure(file: argument, message: error.message))
        }
    }

    private mutating func addNamed(_ path: FilePath) {
        let found = configurations.found(for: path.removingLastComponent())
        if isStaged, isExcluded(path, isFolder: false, found, forced: [:]) { return }
        append(path, found.configuration, isNamed: !isStaged)
    }

    /// Files that a glob matches count as found on a walk: those that hold no contract are passed over.
    private mutating func addGlob(_ argument: String) {
        do {
            let glob = try Glob(argument, in: workingFolder)
            let before = matched
            if try snapshot.kind(of: glob.root) == .folder { walk(glob.root, only: glob) }
            if matched == before, !mayBeMissing {
                failures.append(Report.Failure(file: argument, message: "no file matches"))
            }
        } catch let fault as FileFault {
            failures.append(Report.Failure(file: argument, message: fault.message))
        } catch {
            failures.append(Report.Failure(file: argument, message: "is no pattern of paths"))
        }
    }

    private mutating func append(_ path: FilePath, _ configuration: Configuration, isNamed: Bool) {
        matched += 1
        guard seen.insert(path).inserted else { return }
        files.append(
            InputFile(path: path, name: snapshot.name(of: path), configuration: configuration, isNamed: isNamed))
    }

    // MARK: Walking

    private mutating func walk(_ root: FilePath, only glob: Glob?) {
        // Patterns that exclude the named folder itself are overruled by naming it.
        let forced = forced(root, configurations.found(for: root))
        var filter = WalkFilter(snapshot, root: root)
        snapshot.walk(root) { folder, all in
            let mayHold = !hasConfigurations || FolderListing.mayHold(Configuration.fileName, all)
            let here = configurations.found(for: folder, mayHoldFile: mayHold)
            let entries = filter.entries(of: folder, all) { name in
                (glob?.names(name) ?? false) || here.filters.contains { $0.names(name) }
            }
            var folders: [FilePath] = []
            for entry in entries {
                let path = folder.appending(entry.name)
                if entry.kind != .folder {
                    visit(path, entry, here, forced, glob)
                } else if !isExcluded(path, isFolder: true, here, forced: forced), glob?.canMatch(below: path) ?? true {
                    folders.append(path)
                }
            }
            return folders
        } unreadable: { folder, fault in
            _ = configurations.found(for: folder)
            failures.append(Report.Failure(file: snapshot.name(of: folder), message: fault.message))
        }
        if let fault = filter.fault {
            let note = "what .gitignore excludes is looked at as well: \(fault.message)"
            if !notes.contains(note) { notes.append(note) }
        }
    }

    /// Patterns by the folder of the configuration that they stand in.
    private typealias Forced = [FilePath: Set<Int>]

    private func forced(_ root: FilePath, _ found: Configurations.Found) -> Forced {
        Dictionary(
            found.filters.map { ($0.folder, $0.patterns(excluding: root)) }, uniquingKeysWith: { first, _ in first })
    }

    private mutating func visit(
        _ path: FilePath, _ entry: FolderListing.Entry, _ here: Configurations.Found, _ forced: Forced,
        _ glob: Glob?
    ) {
        let name = entry.text
        guard name != Configuration.fileName else { return }
        // A pattern names folders as well, in which much may lie that is no contract.
        guard name.isNameOfYAML || (name.hasSuffix(".json") && glob != nil) else { return }
        if let glob {
            guard glob.matches(path) else { return }
        } else {
            guard here.filters.allSatisfy({ $0.includes(path) }) else { return }
        }
        if isExcluded(path, isFolder: false, here, forced: forced) { return }
        switch entry.kind {
        case .other: return refuse(path)
        case .link: guard leadsToFile(path) else { return }
        case .file, .folder: break
        }
        append(path, here.configuration, isNamed: false)
    }

    private mutating func leadsToFile(_ link: FilePath) -> Bool {
        guard snapshot.followsLinks else { return false }
        do throws(FileFault) {
            switch try snapshot.kind(of: link) {
            case .file: return true
            case .folder: return false
            case .missing, .brokenLink: throw FileFault(FileFault.linkToNothing)
            case .other:
                refuse(link)
                return false
            }
        } catch {
            failures.append(Report.Failure(file: snapshot.name(of: link), message: error.message))
            return false
        }
    }

    /// A pipe or a device may bring anything, or never end. One whose name promises a contract does not hide it.
    private mutating func refuse(_ path: FilePath) {
        let name = snapshot.name(of: path)
        if Recognition.isNamedAsContract(name) {
            failures.append(Report.Failure(file: name, message: FileFault.notRegular))
        }
    }

    private func isExcluded(
        _ path: FilePath, isFolder: Bool, _ found: Configurations.Found, forced: Forced
    ) -> Bool {
        found.filters.contains { $0.excludes(path, isFolder: isFolder, except: forced[$0.folder] ?? []) }
    }
}
