internal import Diagnostics
package import Governance
internal import SystemPackage
internal import YAMLTree

/// The contracts of the earlier version that are not as they were: what they said of themselves, and what they gave rise to under
/// the policies of this run.
package struct EarlierContracts {
    private let base: CheckBase
    private let inputs: CheckInputs
    private let jobs: Int
    /// What was found when somebody first asked: git reads it once.
    private var known: (unchanged: [Int], earlier: [Earlier])?

    package init(_ base: CheckBase, _ inputs: CheckInputs, jobs: Int) {
        self.base = base
        self.inputs = inputs
        self.jobs = jobs
    }

    /// A file of the earlier version that is not as it is now.
    private struct Earlier {
        /// The file that has its path now; nil: none.
        package var file: Int?
        package var path: FilePath
        package var raw: [UInt8]
    }

    /// The fingerprints of all that counted.
    ///
    /// - Parameters:
    ///   - outcome: of this version, with what looks across files left out.
    ///   - check: checks some files as those of this version were.
    package mutating func fingerprints(
        beside outcome: CheckRun.Outcome, _ check: ([InputFile]) -> CheckRun.Outcome
    ) throws(Base.Fault) -> Set<String> {
        let (unchanged, earlier) = try compared()
        let (base, inputs) = (base, inputs)
        let files = earlier.map { earlier -> InputFile in
            let name = earlier.path.displayName(in: inputs.workingFolder)
            var file =
                earlier.file.map { inputs.files[$0] }
                ?? InputFile(
                    path: earlier.path, name: name,
                    configuration: inputs.configurations.found(for: earlier.path.removingLastComponent()).configuration,
                    isNamed: false)
            if earlier.file == nil { file.base = base.configuration(for: file, inputs) }
            file.content = earlier.raw
            file.isNamed = false
            return file
        }
        var before = check(files)
        let names = Set(unchanged.map { inputs.files[$0].name })
        before.findings += outcome.findings.filter { names.contains($0.place.file) }
        before.ids += outcome.ids.filter { names.contains($0.place.file) }
        before.addCrossing()
        let sorted = SortedFindings(before.findings)
        return Set(sorted.all.lazy.filter { !$0.isExcepted && !$0.standsForMore }.map(\.fingerprint))
    }

    /// What the contracts said of themselves that are not as they were: layers and rules find them by that.
    package mutating func facts() throws(Base.Fault) -> EarlierFacts {
        let isSelective = inputs.files.contains { file in
            file.configuration.policy.isSelective || (file.base?.policy.isSelective ?? false)
        }
        if !isSelective { return EarlierFacts() }
        let texts = try compared().earlier.map { (name: $0.path.displayName(in: inputs.workingFolder), raw: $0.raw) }
        return sideBySide(texts.count, jobs: jobs) {
            EarlierFacts(name: texts[$0].name, raw: texts[$0].raw, Configuration())
        }
        .reduce(into: EarlierFacts()) { $0.merge($1) }
    }

    /// The numbers of the files that are as they were, and the earlier text of the others.
    private mutating func compared() throws(Base.Fault) -> (unchanged: [Int], earlier: [Earlier]) {
        if let known { return known }
        let found = try compare()
        known = found
        return found
    }

    private func compare() throws(Base.Fault) -> (unchanged: [Int], earlier: [Earlier]) {
        switch base.base {
        case .revision(let revision):
            do throws(Git.Fault) {
                return try compared(with: revision)
            } catch {
                throw Base.Fault(message: "--against \(base.name): \(error.message)")
            }
        case .folder, .file, .nothing: return compared(withFolder: base.access)
        }
    }

    private func compared(with revision: GitRevision) throws(Git.Fault) -> (unchanged: [Int], earlier: [Earlier]) {
        let paths = RepositoryPaths(workingFolder: inputs.workingFolder)
        let objects = Dictionary(revision.files.map { ($0.path, $0.object) }, uniquingKeysWith: { first, _ in first })
        let keys = inputs.files.map { $0.path.flatMap { RepositoryPaths.key(of: $0, in: revision) } }
        let files = inputs.files
        let isSame = sideBySide(files.count, jobs: jobs) { index -> Bool in
            guard let key = keys[index], let object = objects[key], let raw = Self.text(of: files[index]) else {
                return false
            }
            return GitObjectName.ofBlob(raw) == object
        }
        var wanted: [(file: Int?, path: FilePath, object: String)] = []
        for index in files.indices where !isSame[index] {
            guard let path = files[index].path, let object = keys[index].flatMap({ objects[$0] }) else { continue }
            wanted.append((index, path, object))
        }
        let known = Set(keys.compactMap { $0 })
        for entry in revision.files where !known.contains(entry.path) {
            // What is not there any more may have been moved to where the command line looks.
            guard entry.path.hasSuffix(".yaml") || entry.path.hasSuffix(".yml") || entry.path.hasSuffix(".json") else {
                continue
            }
            let path = paths.workingPath(of: entry.path, in: revision)
            if (try? FileReading.kind(of: path)) == .missing { wanted.append((nil, path, entry.object)) }
        }
        let limit = (files.map(\.configuration.limits.fileBytes).max() ?? 0) + 1
        let blobs = try revision.blobs(wanted.map(\.object), limit: limit)
        let earlier = wanted.compactMap { file, path, object -> Earlier? in
            guard case .some(.some(let raw)) = blobs[object] else { return nil }
            return Earlier(file: file, path: path, raw: raw)
        }
        return (files.indices.filter { isSame[$0] }, earlier)
    }

    private func compared(withFolder access: FileAccess) -> (unchanged: [Int], earlier: [Earlier]) {
        var unchanged: [Int] = []
        var earlier: [Earlier] = []
        var known: Set<FilePath> = []
        for (index, file) in inputs.files.enumerated() {
            guard let path = file.path else { continue }
            known.insert(path)
            guard let raw = try? access.read(path, file.configuration.limits.fileBytes) else { continue }
            if raw == Self.text(of: file) {
                unchanged.append(index)
            } else {
                earlier.append(Earlier(file: index, path: path, raw: raw))
            }
        }
        for argument in inputs.arguments {
            var pending = [inputs.workingFolder.pushing(argument.path).lexicallyNormalized()]
            while let folder = pending.popLast() {
                for entry in (try? access.list(folder)) ?? [] where entry.text != ".git" {
                    let path = folder.appending(entry.name)
                    if entry.kind == .folder { pending.append(path) }
                    guard entry.kind == .file, entry.text.hasSuffix(".yaml") || entry.text.hasSuffix(".yml"),
                        known.insert(path).inserted, (try? FileReading.kind(of: path)) == .missing,
                        let raw = try? access.read(
                            path, inputs.configurations.found(for: folder).configuration.limits.fileBytes)
                    else { continue }
                    earlier.append(Earlier(file: nil, path: path, raw: raw))
                }
            }
        }
        return (unchanged, earlier)
    }

    private static func text(of file: InputFile) -> [UInt8]? {
        if let content = file.content { return content }
        return file.path.flatMap { try? FileReading.read($0, limit: file.configuration.limits.fileBytes) }
    }
}
