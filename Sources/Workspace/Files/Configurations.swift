package import Basics
package import Diagnostics
package import Governance
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
        /// Whether there is a file at all.
        package var isWritten = false
    }

    private var byFolder: [FilePath: Found] = [:]
    private let named: Found?
    private let workingFolder: FilePath
    private let access: FileAccess
    /// Whether they are read from the disk, whose folders the callers have seen.
    private let isOnDisk: Bool
    /// Whether packs must be what the lock files say.
    private let verifiesLocks: Bool
    package private(set) var failures: [Report.Failure] = []

    /// Whether one configuration holds for everything.
    package var isNamed: Bool { named != nil }

    /// - Parameters:
    ///   - path: the file that holds for all; nil: they are looked for.
    ///   - access: where they are read from; nil: the disk.
    package init(
        workingFolder: FilePath, named path: FilePath?, from access: FileAccess? = nil, verifyingLocks: Bool = true
    ) {
        isOnDisk = access == nil
        let access = access ?? .disk(shownFrom: workingFolder)
        self.access = access
        self.workingFolder = workingFolder
        verifiesLocks = verifyingLocks
        guard let path else {
            named = nil
            return
        }
        let absolute = workingFolder.pushing(path).lexicallyNormalized()
        let folder = absolute.removingLastComponent()
        let loader = ConfigurationLoader(access, workingFolder, verifyingLocks: verifyingLocks)
        let configuration = loader.load(absolute, as: path.string, below: nil)
        named = Found(folder: folder, configuration, below: nil)
        failures = loader.failures
    }

    /// One configuration for everything.
    package init(everywhere configuration: Configuration, in folder: FilePath) {
        access = .disk(shownFrom: folder)
        isOnDisk = true
        workingFolder = folder
        verifiesLocks = true
        named = Found(folder: folder, configuration: configuration)
    }

    /// - Parameters:
    ///   - folder: an absolute path.
    ///   - mayHoldFile: false where the folder's listing shows that no configuration lies in it.
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
            if next != folder || mayHoldFile || !isOnDisk { upper = found(in: next, below: upper) }
            byFolder[next] = upper
        }
        return upper
    }

    /// A repository is governed by what lies in it alone.
    private func isRepository(_ folder: FilePath) -> Bool {
        (try? access.kind(folder.appending(".git"))).map { $0 != .missing } ?? false
    }

    private func found(in folder: FilePath, below upper: Found) -> Found {
        let path = folder.appending(Configuration.fileName)
        guard exists(path) else { return upper }
        let loader = ConfigurationLoader(access, workingFolder, verifyingLocks: verifiesLocks)
        let configuration = loader.load(
            path, as: access.name(path), below: upper.isWritten ? upper.configuration : nil)
        failures += loader.failures
        guard let configuration else { return upper }
        return Found(folder: folder, configuration, below: upper)
    }

    private func exists(_ path: FilePath) -> Bool {
        do throws(FileFault) {
            return try access.kind(path) != .missing
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

/// The files of a folder that walks read, by one configuration.
package struct FileFilter {
    package let folder: FilePath
    /// Nil: all.
    package let include: [PathPattern]?
    package let exclude: [PathPattern]

    package func includes(_ path: FilePath) -> Bool {
        guard let include else { return true }
        return path.below(folder).map { below in include.contains { $0.matches(below) } } ?? false
    }

    /// - Parameter forced: patterns that do not count.
    package func excludes(_ path: FilePath, isFolder: Bool, except forced: Set<Int> = []) -> Bool {
        guard !exclude.isEmpty, let below = path.below(folder) else { return false }
        return exclude.indices.contains { !forced.contains($0) && exclude[$0].matches(below, isFolder: isFolder) }
    }

    /// The patterns that exclude a folder, which naming it overrules.
    package func patterns(excluding root: FilePath) -> Set<Int> {
        guard let below = root.below(folder) else { return [] }
        return Set(
            exclude.indices.filter {
                exclude[$0].matches(below + "/x") || exclude[$0].matches(below, isFolder: true)
            })
    }
}

extension FilePath {
    /// The path as reports show it: relative to the working folder where it lies below, `/` between folders. Bytes that
    /// are no UTF-8 show as U+FFFD.
    package func displayName(in workingFolder: FilePath) -> String {
        var path = self
        if path.isAbsolute, path.removePrefix(workingFolder) { return path.isEmpty ? "." : path.string }
        return string
    }

    /// The path below a folder; nil when it does not lie there.
    package func below(_ folder: FilePath) -> String? {
        var path = self
        return path.removePrefix(folder) ? path.string : nil
    }
}
