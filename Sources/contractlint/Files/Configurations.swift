import Diagnostics
import Governance
import SystemPackage

/// The configuration that holds for each folder: that of the nearest `.contractlint.yaml` upwards, or the one that
/// `--config` names.
final class Configurations {
    struct Found {
        /// The folder its patterns are relative to.
        var folder: FilePath
        var configuration: Configuration
    }

    private var byFolder: [FilePath: Found] = [:]
    private let named: Found?
    private let access: FileAccess
    /// Whether they are read from the disk, whose folders the callers have seen.
    private let isOnDisk: Bool
    private(set) var failures: [Report.Failure] = []

    /// Whether one configuration holds for everything.
    var isNamed: Bool { named != nil }

    /// - Parameters:
    ///   - path: the file that holds for all; nil: they are looked for.
    ///   - access: where they are read from; nil: the disk.
    init(workingFolder: FilePath, named path: FilePath?, from access: FileAccess? = nil) {
        isOnDisk = access == nil
        let access = access ?? .disk(shownFrom: workingFolder)
        self.access = access
        guard let path else {
            named = nil
            return
        }
        let absolute = workingFolder.pushing(path).lexicallyNormalized()
        var failures: [Report.Failure] = []
        let configuration = Self.load(absolute, as: path.string, access, &failures)
        named = Found(folder: absolute.removingLastComponent(), configuration: configuration ?? Configuration())
        self.failures = failures
    }

    /// One configuration for everything.
    init(everywhere configuration: Configuration, in folder: FilePath) {
        access = .disk(shownFrom: folder)
        isOnDisk = true
        named = Found(folder: folder, configuration: configuration)
    }

    /// - Parameters:
    ///   - folder: an absolute path.
    ///   - mayHoldFile: false where the folder's listing shows that no configuration lies in it.
    func found(for folder: FilePath, mayHoldFile: Bool = true) -> Found {
        if let named { return named }
        if let known = byFolder[folder] { return known }
        let path = folder.appending(Configuration.fileName)
        let found: Found
        if mayHoldFile || !isOnDisk, exists(path),
            let own = Self.load(path, as: access.name(path), access, &failures)
        {
            found = Found(folder: folder, configuration: own)
        } else if folder.components.isEmpty {
            found = Found(folder: folder, configuration: Configuration())
        } else {
            found = self.found(for: folder.removingLastComponent())
        }
        byFolder[folder] = found
        return found
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

    /// A configuration is written by hand.
    private static let mostBytes = 1 << 20

    private static func load(
        _ path: FilePath, as name: String, _ access: FileAccess, _ failures: inout [Report.Failure]
    ) -> Configuration? {
        do {
            let raw = try access.read(path, mostBytes)
            let packs = PackFiles.source(in: path.removingLastComponent(), access)
            return try Configuration(name: name, raw: raw, packs: packs)
        } catch let invalid as Configuration.Invalid {
            failures += invalid.faults
            return invalid.configuration
        } catch {
            failures.append(Report.Failure(file: name, message: (error as? FileFault)?.message ?? "cannot be read"))
            return nil
        }
    }
}

extension FilePath {
    /// The path as reports show it: relative to the working folder where it lies below, `/` between folders. Bytes that
    /// are no UTF-8 show as U+FFFD.
    func displayName(in workingFolder: FilePath) -> String {
        var path = self
        if path.isAbsolute, path.removePrefix(workingFolder) { return path.isEmpty ? "." : path.string }
        return string
    }

    /// The path below a folder; nil when it does not lie there.
    func below(_ folder: FilePath) -> String? {
        var path = self
        return path.removePrefix(folder) ? path.string : nil
    }
}
