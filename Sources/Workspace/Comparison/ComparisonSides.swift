internal import Diagnostics
internal import Governance
internal import SystemPackage
internal import YAMLTree

/// The files of both versions, read once, and how the configurations of each version look at them.
struct ComparisonSides: Sendable {
    fileprivate(set) var heads: [VersionedFile] = []
    fileprivate(set) var bases: [VersionedFile] = []
    /// By file of the head, the file of the base that has its path.
    fileprivate(set) var counterparts: [Int?] = []
    /// By this version's configurations; and by those of the base, where they say something else.
    fileprivate(set) var views: [View] = []
    fileprivate(set) var failures: [Report.Failure] = []
    /// History before the base; nil: nothing that could be asked.
    fileprivate(set) var history: GitHistory?
    /// True when the base is one file, in which there must be a contract: else all would be new, and nothing could break.
    fileprivate(set) var isOneFile = false

    /// Files that the configurations of one version ask to be compared.
    struct View: Sendable {
        /// For each file of the head; nil: it is not asked for.
        var heads: [Configuration?]
        /// For each file of the base.
        var bases: [BaseFile?]
    }

    /// A file of the base as some configurations see it.
    struct BaseFile: Sendable {
        var configuration: Configuration
        /// True when its contracts are missed where the head does not have them.
        var isInScope: Bool
    }

    /// The files of the base that the run asks about: of others it is nobody's matter whether they can be read.
    var askedBases: Set<Int> {
        let inScope = views.flatMap { view in view.bases.indices.filter { view.bases[$0]?.isInScope ?? false } }
        return Set(counterparts.compactMap(\.self)).union(inScope)
    }

    /// - Parameter inputs: with what the base asks for.
    init(_ inputs: Inputs, _ base: Base, _ options: RunOptions) throws(WorkspaceFault) {
        var reader = SideReader(scope: inputs.scope, base: base, jobs: options.jobs, today: options.today)
        try reader.read(inputs)
        self = reader.sides
    }

    fileprivate init() {}
}

/// Reads the files of both versions.
private struct SideReader {
    let scope: Scope
    let base: Base
    let jobs: Int
    let today: Int
    var sides = ComparisonSides()

    mutating func read(_ inputs: Inputs) throws(WorkspaceFault) {
        let files = readHeads(inputs)
        sides.views = [.init(heads: files.map { $0.isIncluded ? $0.configuration : nil }, bases: [])]
        var seen = [baseFiles(scope.configurations)]
        if inputs.hasOtherConfigurations {
            sides.views.append(
                .init(heads: files.map { $0.isIncludedByBase ? $0.base ?? $0.configuration : nil }, bases: []))
            seen.append(baseFiles(base.configurations))
        }
        try readBases(seen)
        let numbers = Dictionary(
            sides.bases.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
        sides.counterparts = sides.heads.map { counterpart($0, numbers) }
        switch base.place {
        case .file: sides.isOneFile = true
        case .revision(let revision): sides.history = GitHistory(revision, files: changedBases(), today: today)
        case .folder, .nothing: break
        }
    }

    // MARK: The head

    /// - Returns: those that could be read, in the order of the heads.
    private mutating func readHeads(_ inputs: Inputs) -> [InputFile] {
        var files: [InputFile] = []
        for file in inputs.files {
            guard let path = file.path else { continue }
            if let reason = reasonAgainst(path) {
                sides.failures.append(Report.Failure(file: file.name, message: reason))
            } else {
                files.append(file)
            }
        }
        let all = files
        let read = sideBySide(all.count, jobs: jobs) { index -> Result<[UInt8], FileFault> in
            let file = all[index]
            return Result { () throws(FileFault) in
                if let content = file.content { return content }
                return try FileReading.read(file.path ?? "", limit: file.configuration.limits.fileBytes)
            }
        }
        var left: [InputFile] = []
        for (file, result) in zip(files, read) {
            switch result {
            case .success(let raw):
                left.append(file)
                sides.heads.append(
                    VersionedFile(
                        path: file.path ?? "", name: file.name, workingName: file.name,
                        configuration: file.configuration, raw: raw))
            case .failure(let fault): sides.failures.append(Report.Failure(file: file.name, message: fault.message))
            }
        }
        return left
    }

    /// Why a file cannot be compared with the base; nil: it can.
    private func reasonAgainst(_ path: FilePath) -> String? {
        guard let snapshot = base.snapshot as? GitSnapshot else { return nil }
        guard snapshot.key(of: path) != nil else { return "lies outside of the repository of \(base.name)" }
        return snapshot.submodule(around: path).map {
            "lies in the submodule \($0), a repository of its own: run contractlint in it"
        }
    }

    // MARK: The base

    /// The files of the base that may hold what the head has or had, as some configurations see them.
    private mutating func baseFiles(_ configurations: Configurations) -> [FilePath: ComparisonSides.BaseFile] {
        var files: [FilePath: ComparisonSides.BaseFile] = [:]
        func add(_ path: FilePath, isInScope: Bool) {
            if files[path] != nil { return }
            let found = configurations.found(for: path.removingLastComponent())
            files[path] = ComparisonSides.BaseFile(configuration: found.configuration, isInScope: isInScope)
        }
        switch base.place {
        case .nothing: return [:]
        case .file(let path): add(path, isInScope: true)
        case .revision, .folder:
            let found = scope.files(of: base.snapshot, by: configurations)
            for file in found.files {
                guard let path = file.path else { continue }
                files[path] = ComparisonSides.BaseFile(configuration: file.configuration, isInScope: true)
            }
            sides.failures += found.failures.filter { !sides.failures.contains($0) }
            for path in sides.heads.compactMap({ base.snapshot.path(of: $0.path) })
            where (try? base.snapshot.kind(of: path)) == .file {
                add(path, isInScope: false)
            }
            // Whatever else the base holds may have been moved to where the command line looks, and may be there still.
            let (means, hasFolder) = (scope.means, scope.hasFolder)
            let isFolder = if case .folder = base.place { true } else { false }
            for path in base.files
            where path.string.isNameOfYAML && path.lastComponent?.string != Configuration.fileName {
                let isOfPlace = isFolder && path.below(base.counterpart) != nil
                add(path, isInScope: isOfPlace && hasFolder && !means(path))
            }
        }
        return files
    }

    /// - Parameter seen: for each view the files that it asks for.
    private mutating func readBases(_ seen: [[FilePath: ComparisonSides.BaseFile]]) throws(WorkspaceFault) {
        let paths = Set(seen.flatMap(\.keys)).sorted { $0.string < $1.string }
        let git = base.snapshot as? GitSnapshot
        sides.bases = paths.map { path in
            let name = base.snapshot.name(of: path)
            return VersionedFile(
                path: path, name: name,
                workingName: git == nil ? name : path.displayName(in: scope.workingFolder),
                placeName: path.displayName(in: scope.workingFolder), key: git?.key(of: path),
                // Whoever changes a contract could narrow the limits of this version.
                configuration: base.ownConfiguration(of: path))
        }
        let now = Dictionary(
            sides.heads.map { (base.snapshot.path(of: $0.path) ?? $0.path, $0.raw) },
            uniquingKeysWith: { first, _ in first })
        let read: [Result<[UInt8], FileFault>]
        do throws(FileFault) {
            read = try base.snapshot.read(
                sides.bases.map { FileRequest($0.path, limit: $0.configuration.limits.fileBytes, known: now[$0.path]) },
                jobs: jobs)
        } catch {
            throw WorkspaceFault("--against \(base.name): \(error.message)")
        }
        for (index, result) in read.enumerated() {
            switch result {
            case .success(let raw): sides.bases[index].raw = raw
            case .failure(let fault): sides.bases[index].fault = fault.message
            }
        }
        for view in sides.views.indices { sides.views[view].bases = paths.map { seen[view][$0] } }
    }

    // MARK: Both

    /// - Parameter numbers: of the base's files, by path.
    private func counterpart(_ head: VersionedFile, _ numbers: [FilePath: Int]) -> Int? {
        let candidates: [FilePath]
        switch base.place {
        case .nothing: return nil
        // One file is the earlier version of one file.
        case .file: return sides.heads.count == 1 && !sides.bases.isEmpty ? 0 : nil
        case .revision: candidates = [base.snapshot.path(of: head.path)].compactMap { $0 }
        case .folder:
            let root = scope.paths.map(scope.absolute).first { head.path.below($0) != nil }
            let below = [
                root.flatMap(head.path.below), head.path.below(scope.workingFolder), head.path.lastComponent?.string,
            ]
            candidates =
                [head.path] + below.compactMap { $0.map { base.counterpart.pushing(FilePath($0)) } }
        }
        return candidates.lazy.compactMap { numbers[$0] }.first
    }

    /// The files of the base that the head does not hold as they are.
    private func changedBases() -> [VersionedFile] {
        let same = zip(sides.heads, sides.counterparts).compactMap { head, base in
            base.flatMap { head.raw == sides.bases[$0].raw ? $0 : nil }
        }
        return Set(sides.bases.indices).subtracting(same).sorted().map { sides.bases[$0] }
    }
}
