package import Diagnostics
internal import Governance
package import SystemPackage

/// The files of both sides.
package struct BreakingInputs {
    package let workingFolder: FilePath
    package let configurations: Configurations
    /// The hook's mode: nothing to compare is no mistake.
    package let isStaged: Bool
    package private(set) var files: [InputFile] = []
    package private(set) var heads: [VersionedFile] = []
    package private(set) var bases: [VersionedFile] = []
    /// By file of the head, the file of the base that has its path.
    package private(set) var counterparts: [Int?] = []
    package private(set) var failures: [Report.Failure] = []
    package private(set) var history: GitHistory?
    private var baseRevision: GitRevision?

    package init(workingFolder: FilePath, configurations: Configurations, isStaged: Bool) {
        self.isStaged = isStaged
        self.workingFolder = workingFolder
        self.configurations = configurations
    }

    package mutating func read(_ paths: [GivenPath], _ base: Base) throws(Base.Fault) {
        var discovery = FileDiscovery(workingFolder: workingFolder, configurations: configurations, isStaged: isStaged)
        var roots: [BaseScope.Root] = []
        for argument in paths {
            let path = workingFolder.pushing(argument.path).lexicallyNormalized()
            let kind = (try? FileReading.kind(of: path)) ?? .missing
            let isGlob = kind == .missing && Glob.isGlob(argument.text)
            roots.append(
                BaseScope.Root(
                    path: path, isFolder: kind == .folder || (kind == .missing && !isGlob),
                    glob: isGlob ? try? Glob(argument.text, in: workingFolder) : nil))
            if kind == .missing, case .revision(let revision) = base {
                // All that it named may have been deleted.
                let scope = BaseScope(
                    workingFolder: workingFolder, roots: [roots[roots.count - 1]], discovery: discovery)
                let isInBase = revision.files.contains {
                    scope.root(of: scope.paths.workingPath(of: $0.path, in: revision)) != nil
                }
                if isInBase, !isGlob { continue }
            }
            discovery.add(argument)
        }
        let scope = BaseScope(workingFolder: workingFolder, roots: roots, discovery: discovery)
        files = discovery.files
        // The base is no part of what is compared with it, unless it is named as such.
        switch base {
        case .folder(let folder):
            files.removeAll { file in
                !roots.contains { $0.path == folder } && file.path?.below(folder) != nil
            }
        case .file(let path): files.removeAll { $0.path == path && !$0.isNamed }
        case .revision, .nothing: break
        }
        readHeads(scope, base)
        try readBases(scope, base)
        failures += configurations.failures + discovery.failures
        resolveCounterparts(scope, base)
        history = baseRevision.map { GitHistory($0, files: changedBases()) }
    }

    /// Of the base's files those that the head does not hold as they are.
    private func changedBases() -> [VersionedFile] {
        let same = zip(heads, counterparts).compactMap { head, base in
            base.flatMap { head.raw == bases[$0].raw ? $0 : nil }
        }
        return Set(bases.indices).subtracting(same).sorted().map { bases[$0] }
    }

    private mutating func readHeads(_ scope: BaseScope, _ base: Base) {
        let found = files
        files = []
        var keys: [FilePath: String] = [:]
        for file in found {
            guard let path = file.path else { continue }
            do throws(FileFault) {
                keys[path] = try Self.key(of: path, base) ?? file.name
                files.append(file)
            } catch {
                failures.append(Report.Failure(file: file.name, message: error.message))
            }
        }
        let (read, faults) = scope.files(of: files, key: { keys[$0] ?? "" }, isInScope: true)
        heads = read
        failures += faults
        let names = Set(read.map(\.name))
        files.removeAll { !names.contains($0.name) }
    }

    /// What pairs a file with one of a revision; nil: the base is none.
    private static func key(of path: FilePath, _ base: Base) throws(FileFault) -> String? {
        guard case .revision(let revision) = base else { return nil }
        guard let key = RepositoryPaths.key(of: path, in: revision) else {
            throw FileFault("lies outside of the repository of \(revision.name)")
        }
        if let module = revision.submodules.first(where: { key.hasPrefix($0 + "/") }) {
            throw FileFault("lies in the submodule \(module), a repository of its own: run contractlint in it")
        }
        return key
    }

    private mutating func readBases(_ scope: BaseScope, _ base: Base) throws(Base.Fault) {
        switch base {
        case .revision(let revision):
            do throws(Git.Fault) {
                bases = try scope.files(
                    of: revision,
                    heads: Dictionary(heads.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first }))
                baseRevision = revision
            } catch {
                throw Base.Fault(message: "--against \(revision.name): \(error.message)")
            }
        case .folder(let folder):
            var discovery = FileDiscovery(
                workingFolder: workingFolder, configurations: configurations, isStaged: false)
            discovery.add(GivenPath(text: folder.string, path: folder))
            let hasFolder = scope.roots.contains(where: \.isFolder)
            let (read, faults) = scope.files(
                of: discovery.files, key: { $0.below(folder) ?? $0.string }, isInScope: hasFolder)
            bases = read
            failures += discovery.failures + faults
        case .nothing: break
        case .file(let path):
            let file = InputFile(
                path: path, name: path.displayName(in: workingFolder),
                configuration: configurations.found(for: path.removingLastComponent()).configuration, isNamed: true)
            let (read, faults) = scope.files(of: [file], key: { _ in "" }, isInScope: true)
            bases = read
            failures += faults
            // Everything would be new, and nothing could break.
            for text in read.map(VersionText.init) where text.contracts.isEmpty && text.failure == nil {
                failures.append(Report.Failure(file: file.name, message: "holds no data contract to compare with"))
            }
        }
    }

    private mutating func resolveCounterparts(_ scope: BaseScope, _ base: Base) {
        let byKey = Dictionary(
            bases.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
        counterparts = zip(heads, files).map { head, file in
            switch base {
            case .revision: return byKey[head.key]
            case .folder:
                guard let path = file.path else { return nil }
                return scope.keys(of: path).lazy.compactMap { byKey[$0] }.first
            case .nothing: return nil
            // One file is the earlier version of one file.
            case .file: return heads.count == 1 && !bases.isEmpty ? 0 : nil
            }
        }
    }
}
