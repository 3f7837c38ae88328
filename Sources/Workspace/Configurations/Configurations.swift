package import Diagnostics
package import Governance
internal import RuleLanguage
package import SystemPackage

/// The configuration that holds for each folder: all `.contractlint.yaml` from the outermost folder down to it, or the one
/// that `--config` names.
package final class Configurations {
    package struct Found {
        /// The folder of the nearest file.
        package var folder: FilePath
        package var configuration: Configuration
        /// The files that walks leave out or are confined to: of each file above and of the nearest one, the outermost
        /// first.
        package var filters: [FileFilter] = []
        /// True when there is a file at all.
        package var isWritten = false
    }

    private var byFolder: [FilePath: Found] = [:]
    private let named: Found?
    private let workingFolder: FilePath
    let snapshot: any Snapshot
    /// True when packs must be what the lock files say.
    private let verifiesLocks: Bool
    package private(set) var failures: [Report.Failure] = []

    /// True when one configuration holds for everything.
    package var isNamed: Bool { named != nil }

    /// - Parameters:
    ///   - path: the file that holds for all; nil: they are looked for.
    ///   - snapshot: where they are read from.
    package init(
        workingFolder: FilePath, named path: FilePath?, from snapshot: any Snapshot, verifyingLocks: Bool = true
    ) {
        self.snapshot = snapshot
        self.workingFolder = workingFolder
        verifiesLocks = verifyingLocks
        guard let path else {
            named = nil
            return
        }
        let absolute = workingFolder.pushing(path).lexicallyNormalized()
        let folder = absolute.removingLastComponent()
        let loader = ConfigurationLoader(snapshot, workingFolder, verifyingLocks: verifyingLocks)
        let configuration = loader.load(absolute, as: path.string, below: nil)
        named = Found(folder: folder, configuration, below: nil)
        failures = loader.failures
    }

    /// One configuration for everything.
    package init(everywhere configuration: Configuration, in folder: FilePath) {
        snapshot = DiskSnapshot(shownFrom: folder)
        workingFolder = folder
        verifiesLocks = true
        named = Found(folder: folder, configuration: configuration)
    }

    /// - Parameters:
    ///   - folder: an absolute path.
    ///   - mayHoldFile: false where the folder's listing in the same snapshot shows that no configuration lies in it.
    package func found(for folder: FilePath, mayHoldFile: Bool = true) -> Found {
        if let named { return named }
        if let known = byFolder[folder] { return known }
        // The folders up to one that is known, or to the outermost.
        var pending: [FilePath] = []
        var next = folder
        var upper = Found(folder: folder, configuration: Configuration())
        while true {
            if let known = byFolder[next] {
                upper = known
                break
            }
            pending.append(next)
            if next.components.isEmpty || isRepository(next) { break }
            next = next.removingLastComponent()
        }
        for next in pending.reversed() {
            if next != folder || mayHoldFile { upper = found(in: next, below: upper) }
            byFolder[next] = upper
        }
        return upper
    }

    /// A repository is governed by what lies in it alone.
    private func isRepository(_ folder: FilePath) -> Bool {
        (try? snapshot.kind(of: folder.appending(".git"))).map { $0 != .missing } ?? false
    }

    private func found(in folder: FilePath, below upper: Found) -> Found {
        let path = folder.appending(Configuration.fileName)
        guard exists(path) else { return upper }
        let loader = ConfigurationLoader(snapshot, workingFolder, verifyingLocks: verifiesLocks)
        let configuration = loader.load(
            path, as: snapshot.name(of: path), below: upper.isWritten ? upper.configuration : nil)
        failures += loader.failures
        guard let configuration else { return upper }
        return Found(folder: folder, configuration, below: upper)
    }

    private func exists(_ path: FilePath) -> Bool {
        do throws(FileFault) {
            return try snapshot.kind(of: path) != .missing
        } catch {
            // In a folder that may not be entered nothing can be read: whoever tries says so. What is a file now may have
            // been a folder in the version that is compared.
            return error.number != .permissionDenied && error.number != .notDirectory
        }
    }
}

extension Configurations.Found {
    package init(folder: FilePath, _ configuration: Configuration?, below upper: Self?) {
        let own = configuration ?? Configuration()
        self.init(folder: folder, configuration: own, filters: upper?.filters ?? [], isWritten: true)
        if own.include != nil || !own.exclude.isEmpty {
            filters.append(FileFilter(folder: folder, include: own.include, exclude: own.exclude))
        }
    }
}
