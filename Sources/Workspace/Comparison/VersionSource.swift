internal import Basics
internal import Compatibility
internal import ContractModel
internal import Diagnostics
internal import Governance
internal import SystemPackage
internal import YAMLTree

/// One of the two versions that `diff` compares: what a file holds, a file of a git revision, or standard input.
struct VersionSource {
    private let name: String
    private let text: VersionText
    private let documents: [ContractDocument]

    /// - Parameter argument: a path that is there, else `REVISION:PATH`; `-` is standard input.
    init(_ argument: String, in workingFolder: FilePath, _ configuration: Configuration) throws(WorkspaceFault) {
        name = argument == "-" ? "<stdin>" : argument
        let raw: [UInt8]
        do throws(FileFault) {
            raw = try Self.read(argument, in: workingFolder, limit: configuration.limits.fileBytes)
        } catch {
            throw Self.fault(name, error.message)
        }
        let file = VersionedFile(
            path: FilePath(name), name: name, workingName: name, configuration: configuration, raw: raw)
        let tree = VersionText.tree(file)
        // Half a contract would show everything behind the fault as removed.
        if let issue = VersionText.fault(of: tree) {
            let place = tree.place(of: issue.range, withExcerpt: false)
            throw Self.fault(
                name, tree.secrets.redacted("cannot be compared: \(issue.message)"), at: place.start)
        }
        documents = VersionText.documents(tree)
        text = VersionText(file, tree, documents)
        if text.contracts.isEmpty {
            let isProduct = documents.contains { $0.kind == .product }
            throw Self.fault(
                name, isProduct ? "is a data product; only contracts are compared" : "holds no data contract")
        }
    }

    private static func fault(_ name: String, _ message: String, at position: Position? = nil) -> WorkspaceFault {
        WorkspaceFault([Report.Failure(file: name, at: position, message: message)])
    }

    // MARK: Reading

    /// The folder in which an argument has its configuration, whatever the revision.
    static func folder(of argument: String, in workingFolder: FilePath) -> FilePath {
        let path = isThere(argument, in: workingFolder) ? argument : split(argument)?.path ?? argument
        return workingFolder.pushing(FilePath(path)).lexicallyNormalized().removingLastComponent()
    }

    /// A file that is there is meant, though its name may hold a colon.
    private static func isThere(_ argument: String, in workingFolder: FilePath) -> Bool {
        (try? FileReading.kind(of: workingFolder.pushing(FilePath(argument)))) != .missing
    }

    private static func split(_ argument: String) -> (revision: String, path: String)? {
        argument.firstIndex(of: ":").map {
            (String(argument[..<$0]), String(argument[argument.index(after: $0)...]))
        }
    }

    private static func read(
        _ argument: String, in workingFolder: FilePath, limit: Int
    ) throws(FileFault) -> [UInt8] {
        if argument == "-" { return try FileReading.readStandardInput(limit: limit) }
        guard !isThere(argument, in: workingFolder), let (revision, file) = split(argument) else {
            return try FileReading.read(workingFolder.pushing(FilePath(argument)), limit: limit)
        }
        if revision.isEmpty || file.isEmpty {
            throw FileFault("no such file; a file of a revision is written as main:contracts/orders.odcs.yaml")
        }
        let snapshot: GitSnapshot
        do throws(Git.Fault) {
            guard let found = try GitRevision.find(revision, in: workingFolder) else {
                throw Git.Fault("no such file, and there is no revision `\(revision.shortened)`")
            }
            snapshot = GitSnapshot(found, from: workingFolder)
        } catch {
            throw FileFault(error.message)
        }
        // From the repository's root; one that begins with `./` or `../` from the working folder, as git has it.
        let isRelative = file.hasPrefix("./") || file.hasPrefix("../")
        let folder = isRelative ? FileReading.resolved(workingFolder) : snapshot.tree.root
        let path = folder.pushing(FilePath(file)).lexicallyNormalized().below(snapshot.tree.root).map(
            snapshot.path(ofKey:))
        guard let path, snapshot.kind(of: path) == .file else {
            throw FileFault(
                "the revision has no file of this path, which starts at the repository's root; write "
                    + "\(revision.shortened):./… for one from here")
        }
        return try snapshot.read(path, limit: limit)
    }

    // MARK: Comparing

    /// Changes since an earlier version: contract by contract, those that are gone last.
    func reports(since old: VersionSource, _ options: ComparisonOptions) -> [ChangeReport] {
        var pairing = ContractPairing()
        pairing.pair(heads: [text], bases: [old.text], counterparts: [0])
        var reports: [ChangeReport] = []
        for (index, contract) in text.contracts.enumerated() {
            let document = documents[contract.index]
            guard let base = pairing.earlier[ContractPairing.Member(file: 0, contract: index)] else {
                let report = WholeContract(added: document).report(missingFrom: old.name, options)
                reports.append(report.redacted(document.tree.secrets))
                continue
            }
            let before = old.documents[old.text.contracts[base.contract].index]
            let result = Comparison(old: before, new: document, options: options).run()
            reports.append(result.report(withExcerpts: false).redacted(result.secrets))
        }
        for (index, contract) in old.text.contracts.enumerated()
        where !pairing.isTaken(ContractPairing.Member(file: 0, contract: index)) {
            reports.append(
                WholeContract(removed: old.documents[contract.index]).report(missingFrom: name, options))
        }
        return reports
    }
}
