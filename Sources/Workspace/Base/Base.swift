internal import Governance
internal import SystemPackage

/// Name that somebody gives for the earlier version.
package struct BaseName: Sendable {
    package var text: String
    package var meaning: BasePlace.Meaning
    package var point: GitRevision.Point

    package init(_ text: String, _ meaning: BasePlace.Meaning = .auto, _ point: GitRevision.Point = .tip) {
        self.text = text
        self.meaning = meaning
        self.point = point
    }
}

/// The earlier version: its files, and its configurations, rule packs, waivers and baselines.
///
/// Whoever changes a contract can change these files along with it. What holds is what was agreed on before.
package struct Base {
    /// As it was asked for.
    package let name: String
    let place: BasePlace
    let snapshot: any Snapshot
    let configurations: Configurations
    /// Paths of all YAML and JSON files that it holds.
    let files: [FilePath]
    /// Part of this version that it is compared with.
    let scope: Scope
    /// The folder that a base folder stands for.
    let counterpart: FilePath

    /// Finds the earlier version.
    ///
    /// - Parameters:
    ///   - configuration: the one that was named for everything; nil: they are looked for.
    ///   - mayBeNothing: whether there need be no commit yet.
    init(
        _ name: BaseName, of scope: Scope, configuration named: FilePath?, mayBeNothing: Bool
    ) throws(WorkspaceFault) {
        self.name = name.text
        self.scope = scope
        counterpart = Self.counterpart(scope)
        place = try BasePlace.find(
            name.text, name.meaning, name.point, in: scope.workingFolder, repository: scope.repository,
            mayBeNothing: mayBeNothing)
        switch place {
        case .revision(let revision): snapshot = GitSnapshot(revision, from: scope.workingFolder)
        case .folder(let folder):
            snapshot = DiskSnapshot(
                folder, inPlaceOf: counterpart, within: scope.root ?? scope.workingFolder,
                shownFrom: scope.workingFolder)
        // These bring no configuration along.
        case .file, .nothing:
            snapshot = DiskSnapshot(shownFrom: scope.workingFolder)
            configurations = scope.configurations
            files = []
            return
        }
        do throws(FileFault) {
            files = try snapshot.ownFiles()
        } catch {
            throw WorkspaceFault("--against \(name.text): \(error.message)")
        }
        guard let named else {
            configurations = Configurations(workingFolder: scope.workingFolder, named: nil, from: snapshot)
            return
        }
        let path = scope.absolute(named)
        if snapshot.path(of: path) == nil {
            configurations = scope.configurations
        } else if (try? snapshot.kind(of: path)) == .missing {
            configurations = Configurations(everywhere: Configuration(), in: scope.workingFolder)
        } else {
            configurations = Configurations(workingFolder: scope.workingFolder, named: named, from: snapshot)
        }
    }

    /// The folder that is asked about, or the working folder where there are several.
    private static func counterpart(_ scope: Scope) -> FilePath {
        guard scope.paths.count == 1 else { return scope.workingFolder }
        let (given, path) = (scope.paths[0], scope.absolute(scope.paths[0]))
        if (try? FileReading.kind(of: path)) == .folder { return path }
        // What has no ending of a file was a folder, whatever has come to be in its place.
        return Glob.isGlob(given.text) || path.lastComponent?.extension != nil ? scope.workingFolder : path
    }

    /// A word on which commit it is.
    var notes: [String] {
        guard case .revision(let revision) = place, let note = revision.note else { return [] }
        return ["--against \(name): \(note)"]
    }

    /// True when a file of this version is the base's own: no part of what is compared with it, unless it is named as such.
    func isOwn(_ file: InputFile) -> Bool {
        guard let path = file.path else { return false }
        switch place {
        case .folder(let folder):
            return path.below(folder) != nil && folder != counterpart
                && !scope.paths.contains { scope.absolute($0) == folder }
        case .file(let own): return path == own && !file.isNamed
        case .revision, .nothing: return false
        }
    }

    // MARK: Configurations

    /// The configuration that it has for a file; nil: the same.
    func configuration(for file: InputFile) -> Configuration? {
        let path = file.path ?? scope.absolute(FilePath(file.name))
        return configuration(in: path.removingLastComponent())
    }

    private func configuration(in folder: FilePath) -> Configuration? {
        // A repository that is mounted here then and now is governed by what lies in it.
        if let git = snapshot as? GitSnapshot, let submodule = git.submodule(around: folder),
            GitRepository.has(git.path(ofKey: submodule))
        {
            return nil
        }
        let (own, earlier) = (scope.configurations.found(for: folder), configurations.found(for: folder))
        return own.configuration.id == earlier.configuration.id ? nil : earlier.configuration
    }

    /// The configuration by which it judged, and by which it is read, what stood in a place.
    func ownConfiguration(of path: FilePath) -> Configuration {
        configurations.found(for: path.removingLastComponent()).configuration
    }

    /// True when not all that it holds is governed alike.
    var hasSeveralConfigurations: Bool {
        if configurations.isNamed { return false }
        let folders = Set(files.map { $0.removingLastComponent() })
        let first = folders.first.map { configurations.found(for: $0).configuration.id }
        return folders.contains { configurations.found(for: $0).configuration.id != first }
    }

    /// True when some folder has another configuration now, of those that hold files in either version.
    ///
    /// - Parameter files: of this version.
    func hasOtherConfigurations(than files: [InputFile]) -> Bool {
        var folders = Set(files.compactMap { $0.path?.removingLastComponent() })
        for root in scope.paths.map(scope.absolute) { folders.formUnion([root, root.removingLastComponent()]) }
        for path in self.files { folders.insert(path.removingLastComponent()) }
        return folders.contains { configuration(in: $0) != nil }
    }
}
