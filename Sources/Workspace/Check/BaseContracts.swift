internal import ContractModel
internal import Diagnostics
internal import Governance
internal import Mesh
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

    /// The numbers of the files that are as they were, and the earlier text of all others, gone or not looked at.
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
    ///   - link: links the units of some files, and adds what is found between them.
    mutating func fingerprints(
        beside result: RunResult, _ check: ([InputFile]) -> RunResult, link: (inout RunResult, [InputFile]) -> Void
    ) throws(WorkspaceFault) -> Set<String> {
        let compared = try compared()
        // What is still there, and not looked at, hides nothing of what is.
        let others = compared.others.filter { earlier in
            earlier.file != nil || (try? inputs.scope.snapshot.kind(of: earlier.path)) != .file
        }
        let files = others.map { earlier -> InputFile in
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
        before.units += result.units.filter { names.contains($0.file) }
        link(&before, files + compared.unchanged.map { inputs.files[$0] })
        before.addCrossing()
        let sorted = SortedFindings(before.findings)
        return Set(sorted.all.lazy.filter { !$0.isExcepted && !$0.standsForMore }.map(\.fingerprint))
    }

    /// Earlier facts of the contracts that are not as they were: layers and rules find them by those, and configurations of
    /// the folders that they stood in govern them still.
    mutating func facts() throws(WorkspaceFault) -> EarlierFacts {
        let isSelective = inputs.files.contains { file in
            file.configuration.policy.isSelective || (file.base?.policy.isSelective ?? false)
        }
        if !isSelective, !base.hasSeveralConfigurations { return EarlierFacts() }
        let compared = try compared()
        let base = base
        let texts = compared.others.map { earlier in
            (
                name: earlier.path.displayName(in: inputs.scope.workingFolder), raw: earlier.raw,
                configuration: base.ownConfiguration(of: earlier.path)
            )
        }
        var facts = sideBySide(texts.count, jobs: jobs) {
            EarlierFacts(name: texts[$0].name, raw: texts[$0].raw, texts[$0].configuration)
        }
        .reduce(into: EarlierFacts()) { $0.merge($1) }
        facts.note(unchanged: compared.unchanged.map { inputs.files[$0].name })
        return facts
    }

    private mutating func compared() throws(WorkspaceFault) -> Compared {
        if let known { return known }
        let found = try compare()
        known = found
        return found
    }

    private func compare() throws(WorkspaceFault) -> Compared {
        let files = inputs.files
        let texts = sideBySide(files.count, jobs: jobs) { Self.text(of: files[$0]) }
        var requests: [(file: Int?, request: FileRequest)] = []
        var known: Set<FilePath> = []
        for (index, file) in files.enumerated() {
            guard let path = file.path.flatMap(base.snapshot.path(of:)) else { continue }
            known.insert(path)
            requests.append((index, FileRequest(path, limit: limit(path), known: texts[index])))
        }
        // Whatever the run does not look at may have been moved to where it looks.
        for path in base.files where !known.contains(path) {
            requests.append((nil, FileRequest(path, limit: limit(path))))
        }
        let read: [Result<[UInt8], FileFault>]
        do throws(FileFault) {
            read = try base.snapshot.read(requests.map(\.request), jobs: jobs)
        } catch {
            throw WorkspaceFault("--against \(base.name): \(error.message)")
        }
        var compared = Compared()
        for ((file, request), result) in zip(requests, read) {
            switch result {
            case .success(let raw) where raw.count <= request.limit:
                if let file, raw == texts[file] {
                    compared.unchanged.append(file)
                } else if file != nil || Self.mayHoldContract(request.path, raw) {
                    compared.others.append(
                        Earlier(file: file, path: file.flatMap { files[$0].path } ?? request.path, raw: raw))
                }
            case .success: try refuse(request.path, FileFault.tooLarge(request.limit), isAsked: file != nil)
            case .failure(let fault): try refuse(request.path, fault, isAsked: file != nil)
            }
        }
        return compared
    }

    /// False for JSON that is something else, of which there can be much.
    private static func mayHoldContract(_ path: FilePath, _ raw: [UInt8]) -> Bool {
        !path.string.hasSuffix(".json")
            || ["DataContract", "DataProduct", "dataContractSpecification"].contains { raw.contains(word: $0) }
    }

    /// The limit of the base holds for what it has: whoever changes a contract could narrow that of this version.
    private func limit(_ path: FilePath) -> Int { base.ownConfiguration(of: path).limits.fileBytes }

    /// Ends the run where a file of the base cannot be read: what its contracts said of themselves decides who governs them.
    ///
    /// - Parameter isAsked: whether the run looks at what has its path now.
    private func refuse(_ path: FilePath, _ fault: FileFault, isAsked: Bool) throws(WorkspaceFault) {
        if isAsked {
            let kind = try? base.snapshot.kind(of: path)
            if kind == .missing || kind == .folder || fault.number == .notDirectory { return }
        } else if !Recognition.isNamedAsContract(path.string) {
            return
        }
        throw WorkspaceFault(fault.message, file: base.snapshot.name(of: path))
    }

    private static func text(of file: InputFile) -> [UInt8]? {
        if let content = file.content { return content }
        return file.path.flatMap { try? FileReading.read($0, limit: file.configuration.limits.fileBytes) }
    }
}
