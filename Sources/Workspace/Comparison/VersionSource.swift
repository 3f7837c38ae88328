internal import Basics
internal import Compatibility
internal import ContractModel
internal import Diagnostics
internal import Governance
internal import SystemPackage
internal import YAMLTree

/// One of the two versions that `diff` compares: what a file holds, a folder, a file or folder of a git revision, or standard input.
struct VersionSource {
    private let name: String
    let isFolder: Bool
    private var files: [File] = []

    /// A file with contracts.
    private struct File {
        /// Path below the folder; nothing, for a file that was named itself.
        var key: String
        var text: VersionText
        var documents: [ContractDocument]
    }

    /// - Parameter argument: a path that is there, else `REVISION:PATH`; `-` is standard input.
    init(_ argument: String, in workingFolder: FilePath, _ configurations: Configurations.Found) throws(WorkspaceFault)
    {
        name = argument == "-" ? "<stdin>" : argument
        let configuration = configurations.configuration
        let content: Content
        do throws(FileFault) {
            content = try Self.read(argument, in: workingFolder, configurations)
        } catch {
            throw Self.fault(name, error.message)
        }
        switch content {
        case .file(let raw):
            isFolder = false
            let file = try Self.parsed(name, "", raw, configuration, isNamed: true)
            if file.text.contracts.isEmpty {
                let isProduct = file.documents.contains { $0.kind == .product }
                throw Self.fault(
                    name, isProduct ? "is a data product; only contracts are compared" : "holds no data contract")
            }
            files = [file]
        case .folder(let found):
            isFolder = true
            for file in found {
                files.append(try Self.parsed(file.name, file.key, file.raw, configuration, isNamed: false))
            }
            files.removeAll(where: \.text.contracts.isEmpty)
        }
    }

    /// - Parameter isNamed: whether somebody says that the file holds a contract.
    private static func parsed(
        _ name: String, _ key: String, _ raw: [UInt8], _ configuration: Configuration, isNamed: Bool
    ) throws(WorkspaceFault) -> File {
        let file = VersionedFile(
            path: FilePath(name), name: name, workingName: name, configuration: configuration, raw: raw)
        let tree = VersionText.tree(file)
        // Half a contract would show everything behind the fault as removed.
        if isNamed, let issue = VersionText.fault(of: tree) {
            let place = tree.place(of: issue.range, withExcerpt: false)
            throw fault(name, tree.secrets.redacted("cannot be compared: \(issue.message)"), at: place.start)
        }
        let documents = VersionText.documents(tree)
        let text = VersionText(file, tree, documents)
        if let failure = text.failure { throw WorkspaceFault([failure]) }
        return File(key: key, text: text, documents: documents)
    }

    private static func fault(_ name: String, _ message: String, at position: Position? = nil) -> WorkspaceFault {
        WorkspaceFault([Report.Failure(file: name, at: position, message: message)])
    }

    // MARK: Reading

    /// The folder in which an argument has its configuration, whatever the revision.
    static func folder(of argument: String, in workingFolder: FilePath) -> FilePath {
        let path = isThere(argument, in: workingFolder) ? argument : split(argument)?.path ?? argument
        let full = workingFolder.pushing(FilePath(path)).lexicallyNormalized()
        return (try? FileReading.kind(of: full)) == .folder ? full : full.removingLastComponent()
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

    /// Content that an argument leads to.
    private enum Content {
        case file([UInt8])
        case folder([(name: String, key: String, raw: [UInt8])])
    }

    private static func read(
        _ argument: String, in workingFolder: FilePath, _ found: Configurations.Found
    ) throws(FileFault) -> Content {
        let limit = found.configuration.limits.fileBytes
        if argument == "-" { return .file(try FileReading.readStandardInput(limit: limit)) }
        guard !isThere(argument, in: workingFolder), let (revision, file) = split(argument) else {
            let path = workingFolder.pushing(FilePath(argument)).lexicallyNormalized()
            guard try FileReading.kind(of: path) == .folder else {
                return .file(try FileReading.read(path, limit: limit))
            }
            let snapshot = DiskSnapshot(path, inPlaceOf: path, shownFrom: workingFolder)
            return .folder(try contracts(of: snapshot, below: path, found))
        }
        if revision.isEmpty {
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
        let below = folder.pushing(FilePath(file)).lexicallyNormalized().below(snapshot.tree.root)
        let path = below.map(snapshot.path(ofKey:))
        switch try path.map({ path throws(FileFault) in try snapshot.kind(of: path) }) {
        case .file?: return .file(try snapshot.read(path ?? "", limit: limit))
        case .folder?: return .folder(try contracts(of: snapshot, below: path ?? "", found))
        default:
            throw FileFault(
                "the revision has no file of this path, which starts at the repository's root; write "
                    + "\(revision.shortened):./… for one from here")
        }
    }

    /// The files of a folder that may hold contracts, in the order of their paths.
    private static func contracts(
        of snapshot: some Snapshot, below folder: FilePath, _ configurations: Configurations.Found
    ) throws(FileFault) -> [(name: String, key: String, raw: [UInt8])] {
        var found: [(name: String, key: String, raw: [UInt8])] = []
        for path in try snapshot.ownFiles() where path.string.isNameOfYAML {
            guard let key = path.below(folder), path.lastComponent?.string != Configuration.fileName,
                !configurations.filters.contains(where: { $0.excludes(path, isFolder: false) })
            else { continue }
            let limit = configurations.configuration.limits.fileBytes
            found.append((snapshot.name(of: path), key, try snapshot.readWhole(path, limit: limit)))
        }
        return found.sorted { $0.key < $1.key }
    }

    // MARK: Comparing

    /// Changes since an earlier version: contract by contract, those that are gone last. Of a folder those alone that changed.
    func reports(since old: VersionSource, _ options: ComparisonOptions) -> [ChangeReport] {
        let places = Dictionary(
            old.files.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
        var pairing = ContractPairing()
        pairing.pair(
            heads: files.map(\.text), bases: old.files.map(\.text), counterparts: files.map { places[$0.key] })
        var reports: [ChangeReport] = []
        for (number, file) in files.enumerated() {
            for (index, contract) in file.text.contracts.enumerated() {
                let document = file.documents[contract.index]
                guard let base = pairing.earlier[ContractPairing.Member(file: number, contract: index)] else {
                    let report = WholeContract(added: document).report(missingFrom: old.name, options)
                    reports.append(report.redacted(document.tree.secrets))
                    continue
                }
                let earlier = old.files[base.file]
                let before = earlier.documents[earlier.text.contracts[base.contract].index]
                let result = Comparison(old: before, new: document, options: options).run()
                if isFolder, result.changes.isEmpty, result.gate.outcome == .satisfied { continue }
                reports.append(result.report(withExcerpts: false, withSelectors: true).redacted(result.secrets))
            }
        }
        for (number, file) in old.files.enumerated() {
            for (index, contract) in file.text.contracts.enumerated()
            where !pairing.isTaken(ContractPairing.Member(file: number, contract: index)) {
                let document = file.documents[contract.index]
                let report = WholeContract(removed: document).report(missingFrom: name, options)
                reports.append(report.redacted(document.tree.secrets))
            }
        }
        return reports
    }
}
