internal import ContractModel
package import Diagnostics
package import Governance
package import SystemPackage

/// A file to check.
package struct InputFile {
    /// Absolute; nil: standard input.
    package var path: FilePath?
    /// What is checked in place of what the path leads to.
    package var content: [UInt8]?
    /// As reports show it.
    package var name: String
    package var configuration: Configuration
    /// Whether it was named itself: that it holds no contract is then an error.
    package var isNamed: Bool
    /// Of an earlier version, where it differs: what it finds counts as well.
    package var base: Configuration?
    /// Whether its own configuration asks for it to be checked.
    package var isIncluded = true
}

/// Finds the files that a command line means.
package struct FileDiscovery {
    private let workingFolder: FilePath
    private let configurations: Configurations
    /// The hook's mode: files named are what a commit touches.
    private let isStaged: Bool
    package private(set) var files: [InputFile] = []
    package private(set) var failures: [Report.Failure] = []
    private var seen: Set<FilePath> = []
    /// How often a file was found, whether or not it had been before.
    private var matched = 0

    package init(workingFolder: FilePath, configurations: Configurations, isStaged: Bool) {
        self.workingFolder = workingFolder
        self.configurations = configurations
        self.isStaged = isStaged
    }

    /// Adds what one argument means: a file, a folder, a glob.
    package mutating func add(_ given: GivenPath) {
        let argument = given.text
        let path = workingFolder.pushing(given.path).lexicallyNormalized()
        do throws(FileFault) {
            switch try FileReading.kind(of: path) {
            case .file, .other: addNamed(path)
            case .folder:
                // A folder that is named is walked even where a pattern excludes it.
                walk(path, only: nil)
            case .missing:
                guard Glob.isGlob(argument) else {
                    failures.append(Report.Failure(file: argument, message: "no such file or folder"))
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
            if try FileReading.kind(of: glob.root) == .folder { walk(glob.root, only: glob) }
            if matched == before { failures.append(Report.Failure(file: argument, message: "no file matches")) }
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
            InputFile(
                path: path, name: path.displayName(in: workingFolder), configuration: configuration, isNamed: isNamed))
    }

    // MARK: Walking

    /// Walks a folder, without following symbolic links to folders: a link can lead round in a circle.
    private mutating func walk(_ root: FilePath, only glob: Glob?) {
        let found = configurations.found(for: root)
        // Patterns that exclude the named folder itself are overruled by naming it.
        let forced = forced(root, found)
        var pending = [root]
        while let folder = pending.popLast() {
            let listing: FolderListing
            do {
                listing = try FolderListing(folder)
            } catch {
                _ = configurations.found(for: folder)
                failures.append(Report.Failure(file: folder.displayName(in: workingFolder), message: error.message))
                continue
            }
            let here = configurations.found(for: folder, mayHoldFile: listing.mayHold(Configuration.fileName))
            var folders: [FilePath] = []
            for entry in listing.entries {
                let path = folder.appending(entry.name)
                switch entry.kind {
                case .folder:
                    if entry.text == ".git" || isExcluded(path, isFolder: true, here, forced: forced) {
                        continue
                    }
                    if glob?.canMatch(below: path) ?? true { folders.append(path) }
                case .file, .link, .other:
                    visit(path, entry, here, forced, glob)
                }
            }
            pending += folders.reversed()
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
        guard [".yaml", ".yml"].contains(where: name.hasSuffix) || (name.hasSuffix(".json") && glob != nil) else {
            return
        }
        if let glob {
            guard glob.matches(path) else { return }
        } else {
            guard here.filters.allSatisfy({ $0.includes(path) }) else { return }
        }
        if isExcluded(path, isFolder: false, here, forced: forced) { return }
        if entry.kind == .other { return refuse(path) }
        if entry.kind == .link {
            do throws(FileFault) {
                switch try FileReading.kind(of: path) {
                case .file: break
                case .missing: throw FileFault(FileFault.linkToNothing)
                case .folder: return
                case .other: return refuse(path)
                }
            } catch {
                failures.append(Report.Failure(file: path.displayName(in: workingFolder), message: error.message))
                return
            }
        }
        append(path, here.configuration, isNamed: false)
    }

    /// A pipe or a device may bring anything, or never end. One whose name promises a contract does not hide it.
    private mutating func refuse(_ path: FilePath) {
        let name = path.displayName(in: workingFolder)
        if Recognition.isNamedAsContract(name) {
            failures.append(Report.Failure(file: name, message: FileFault.notRegular))
        }
    }

    private func isExcluded(
        _ path: FilePath, isFolder: Bool, _ found: Configurations.Found, forced: Forced
    ) -> Bool {
        found.filters.contains { $0.excludes(path, isFolder: isFolder, except: forced[$0.folder] ?? []) }
    }

    // MARK: What may not be there

    /// The configuration for a file that is named, whether or not it is there.
    package func configuration(ofNamed path: FilePath) -> Configuration {
        configurations.found(for: path.removingLastComponent()).configuration
    }

    /// Whether a walk from a folder would find a file, if it were there; nil: no.
    ///
    /// - Returns: the configuration that holds for it.
    package func configuration(ofPossible path: FilePath, from root: FilePath, _ glob: Glob?) -> Configuration? {
        guard let name = path.lastComponent?.string, name != Configuration.fileName else { return nil }
        guard [".yaml", ".yml"].contains(where: name.hasSuffix) || (name.hasSuffix(".json") && glob != nil) else {
            return nil
        }
        let here = configurations.found(for: path.removingLastComponent())
        if let glob {
            guard glob.matches(path) else { return nil }
        } else {
            guard here.filters.allSatisfy({ $0.includes(path) }) else { return nil }
        }
        let forced = forced(root, configurations.found(for: root))
        return isExcluded(path, isFolder: false, here, forced: forced) ? nil : here.configuration
    }
}
