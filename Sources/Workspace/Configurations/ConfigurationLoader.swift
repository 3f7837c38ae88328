internal import ContractModel
package import Diagnostics
package import Governance
internal import RuleLanguage
package import SystemPackage

/// Reads one configuration, and notes what is wrong with it.
package final class ConfigurationLoader {
    private let snapshot: any Snapshot
    private let workingFolder: FilePath
    private let verifiesLocks: Bool
    package private(set) var failures: [Report.Failure] = []

    package init(_ snapshot: any Snapshot, _ workingFolder: FilePath, verifyingLocks: Bool = true) {
        self.snapshot = snapshot
        self.workingFolder = workingFolder
        verifiesLocks = verifyingLocks
    }

    /// A configuration is written by hand.
    private static let mostBytes = 1 << 20

    /// - Parameter upper: what the files in the folders above say.
    /// - Returns: what it says beside its mistakes; nil: it cannot be read at all.
    package func load(_ path: FilePath, as name: String, below upper: Configuration?) -> Configuration? {
        let folder = path.removingLastComponent()
        do {
            let raw = try snapshot.readWhole(path, limit: Self.mostBytes)
            let packs = PackFiles.source(in: folder, snapshot, lock: verifiesLocks ? lock(in: folder) : nil)
            return try Configuration(name: name, raw: raw, packs: packs, in: paths(of: folder), below: upper)
        } catch let invalid as Configuration.Invalid {
            failures += invalid.faults
            return invalid.configuration
        } catch {
            failures.append(Report.Failure(file: name, message: (error as? FileFault)?.message ?? "cannot be read"))
        }
        return nil
    }

    /// One that cannot be read fails the run; the mistakes of everything else are found all the same.
    private func lock(in folder: FilePath) -> PackLock? {
        let path = folder.appending(PackLock.fileName)
        do {
            guard try snapshot.kind(of: path) != .missing else { return nil }
            return try PackLock(
                name: snapshot.name(of: path), raw: try snapshot.readWhole(path, limit: PackLock.mostBytes))
        } catch let invalid as OwnFile.Invalid {
            failures += invalid.faults
        } catch {
            failures.append(
                Report.Failure(
                    file: snapshot.name(of: path), message: (error as? FileFault)?.message ?? "cannot be read"))
        }
        return nil
    }

    private func paths(of folder: FilePath) -> FolderOfPaths {
        let shown = folder.below(workingFolder)
        let above = workingFolder.below(folder)
        return FolderOfPaths(
            shown: shown.flatMap { $0.isEmpty ? nil : $0 }, above: above ?? "", absolute: folder.string)
    }
}
