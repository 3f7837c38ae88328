internal import Diagnostics
internal import Governance
internal import NativeRules
internal import SystemPackage
internal import YAMLTree

/// The contracts of the base that are not as they were: what they said of themselves, and what they gave rise to under the
/// policies of this run.
struct BaseContracts {
    private let base: Base
    private let inputs: Inputs
    private let jobs: Int
    /// Contracts that were found when somebody first asked: git reads them once.
    private var known: Compared?

    init(_ base: Base, _ inputs: Inputs, jobs: Int) {
        self.base = base
        self.inputs = inputs
        self.jobs = jobs
    }

    /// The numbers of the files that are as they were, and the earlier text of the others.
    private struct Compared {
        var unchanged: [Int] = []
        var others: [Earlier] = []
    }

    /// A file of the base that is not as it is now.
    private struct Earlier {
        /// The file that has its path now; nil: none.
        var file: Int?
        var path: FilePath
        var raw: [UInt8]
    }

    /// The fingerprints of all that counted.
    ///
    /// - Parameters:
    ///   - result: of this version, with what looks across files left out.
    ///   - check: checks some files as those of this version were.
    mutating func fingerprints(
        beside result: RunResult, _ check: ([InputFile]) -> RunResult
    ) throws(WorkspaceFault) -> Set<String> {
        let compared = try compared()
        let files = compared.others.map { earlier -> InputFile in
            var file =
                earlier.file.map { inputs.files[$0] }
                ?? inputs.file(named: earlier.path.displayName(in: inputs.scope.workingFolder))
            file.content = earlier.raw
            file.isNamed = false
            return file
        }
        var before = check(files)
        let names = Set(compared.unchanged.map { inputs.files[$0].name })
        // What another file decides may have come with that file.
        before.findings += result.findings.filter {
            names.contains($0.place.file) && $0.clause != NeighbourReference.clause
        }
        before.ids += result.ids.filter { names.contains($0.place.file) }
        before.addCrossing()
        let sorted = SortedFindings(before.findings)
        return Set(sorted.all.lazy.filter { !$0.isExcepted && !$0.standsForMore }.map(\.fingerprint))
    }

    /// Earlier facts of the contracts that are not as they were: layers and rules find them by those.
    mutating func facts() throws(WorkspaceFault) -> EarlierFacts {
        let isSelective = inputs.files.contains { file in
            file.configuration.policy.isSelective || (file.base?.policy.isSelective ?? false)
        }
        if !isSelective { return EarlierFacts() }
        let others = try compared().others
        let texts = others.map { (name: $0.path.displayName(in: inputs.scope.workingFolder), raw: $0.raw) }
        return sideBySide(texts.count, jobs: jobs) {
            EarlierFacts(name: texts[$0].name, raw: texts[$0].raw, YAMLLimits())
        }
        .reduce(into: EarlierFacts()) { $0.merge($1) }
    }

    private mutating func compared() throws(WorkspaceFault) -> Compared {
        if let known { return known }
        let found = try compare()
        known = found
        return found
    }

    private func compare() throws(WorkspaceFault) -> Compared {
        let files = inputs.files
        let limit = (files.map(\.configuration.limits.fileBytes).max() ?? 0) + 1
        let texts = sideBySide(files.count, jobs: jobs) { Self.text(of: files[$0]) }
        var requests: [(file: Int?, request: FileRequest)] = []
        var known: Set<FilePath> = []
        for (index, file) in files.enumerated() {
            guard let path = file.path.flatMap(base.snapshot.path(of:)) else { continue }
            known.insert(path)
            requests.append((index, FileRequest(path, limit: limit, known: texts[index])))
        }
        // What is not there any more may have been moved to where the command line looks.
        for path in base.snapshot.ownFiles() where !known.contains(path) {
            if (try? FileReading.kind(of: path)) == .missing { requests.append((nil, FileRequest(path, limit: limit))) }
        }
        let read: [Result<[UInt8], FileFault>]
        do throws(FileFault) {
            read = try base.snapshot.read(requests.map(\.request), jobs: jobs)
        } catch {
            throw WorkspaceFault("--against \(base.name): \(error.message)")
        }
        var compared = Compared()
        for ((file, request), result) in zip(requests, read) {
            guard case .success(let raw) = result, raw.count <= limit else { continue }
            if let file, raw == texts[file] {
                compared.unchanged.append(file)
            } else {
                compared.others.append(
                    Earlier(file: file, path: file.flatMap { files[$0].path } ?? request.path, raw: raw))
            }
        }
        return compared
    }

    private static func text(of file: InputFile) -> [UInt8]? {
        if let content = file.content { return content }
        return file.path.flatMap { try? FileReading.read($0, limit: file.configuration.limits.fileBytes) }
    }
}
