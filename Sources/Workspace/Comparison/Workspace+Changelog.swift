internal import Basics
package import Compatibility
internal import ContractModel
package import Diagnostics
internal import Governance
package import SystemPackage
internal import YAMLTree

extension Workspace {
    /// History of contracts between two revisions, version by version.
    ///
    /// - Parameters:
    ///   - paths: files and folders whose contracts are meant; none: all of the repository.
    ///   - day: in days since 1970-01-01.
    package func changelog(
        of paths: [FilePath], from: String, to: String, today: Int, choices: (ComparisonOptions) -> ComparisonOptions
    ) throws(WorkspaceFault) -> ChangelogReport {
        let revisions = (try revision(from, "--from"), try revision(to, "--to"))
        let configuration = configurations.found(for: folder).configuration
        if !failures.isEmpty { throw WorkspaceFault(failures) }
        let wanted = paths.map { folder.pushing($0).lexicallyNormalized() }
        let old = try ChangelogSide(revisions.0, wanted, configuration, folder)
        let new = try ChangelogSide(revisions.1, wanted, configuration, folder)
        for (path, name) in zip(wanted, paths) where !old.holds(path) && !new.holds(path) {
            throw WorkspaceFault("\(name.string): neither \(from) nor \(to) has a contract there")
        }
        var run = ChangelogRun(old: old, new: new, today: today, options: choices(configuration.comparison))
        return ChangelogReport(from: from, to: to, contracts: try run.contracts())
    }

    private func revision(_ name: String, _ option: String) throws(WorkspaceFault) -> GitRevision {
        do throws(Git.Fault) {
            guard let found = try GitRevision.find(name, in: folder) else {
                throw Git.Fault("there is no revision of this name")
            }
            return found
        } catch {
            throw WorkspaceFault("\(option) \(name): \(error.message)")
        }
    }
}

/// Files with contracts of one of the two revisions.
private struct ChangelogSide {
    let revision: GitRevision
    let configuration: Configuration
    let snapshot: GitSnapshot
    private(set) var files: [VersionedFile] = []
    private(set) var texts: [VersionText] = []

    init(
        _ revision: GitRevision, _ wanted: [FilePath], _ configuration: Configuration, _ folder: FilePath
    ) throws(WorkspaceFault) {
        self.revision = revision
        self.configuration = configuration
        snapshot = GitSnapshot(revision, from: folder)
        for path in snapshot.ownFiles().sorted(by: { $0.string < $1.string }) where path.string.isNameOfYAML {
            guard wanted.isEmpty || wanted.contains(where: { path.below($0) != nil }), let key = snapshot.key(of: path)
            else { continue }
            let name = snapshot.name(of: path)
            var file = VersionedFile(
                path: path, name: name, workingName: key, key: key, configuration: configuration)
            do throws(FileFault) {
                file.raw = try snapshot.readWhole(path, limit: configuration.limits.fileBytes)
            } catch {
                throw WorkspaceFault(error.message, file: name)
            }
            let text = VersionText(file)
            if let failure = text.failure { throw WorkspaceFault([failure]) }
            if text.contracts.isEmpty { continue }
            files.append(file)
            texts.append(text)
        }
    }

    func holds(_ path: FilePath) -> Bool { files.contains { $0.path.below(path) != nil } }

    func document(_ member: ContractPairing.Member) -> ContractDocument {
        VersionText.documents(VersionText.tree(files[member.file]))[texts[member.file].contracts[member.contract].index]
    }
}

/// Writes down what became of the contracts between two revisions.
private struct ChangelogRun {
    let old: ChangelogSide
    let new: ChangelogSide
    let today: Int
    let options: ComparisonOptions
    private var log: GitLog?

    init(old: ChangelogSide, new: ChangelogSide, today: Int, options: ComparisonOptions) {
        self.old = old
        self.new = new
        self.today = today
        self.options = options
    }

    mutating func contracts() throws(WorkspaceFault) -> [ChangelogReport.Contract] {
        let places = Dictionary(
            old.files.enumerated().map { ($1.key ?? "", $0) }, uniquingKeysWith: { first, _ in first })
        var pairing = ContractPairing()
        pairing.pair(
            heads: new.texts, bases: old.texts, counterparts: new.files.map { places[$0.key ?? ""] })
        var contracts: [ChangelogReport.Contract] = []
        for (file, text) in new.texts.enumerated() {
            for index in text.contracts.indices {
                let member = ContractPairing.Member(file: file, contract: index)
                let document = new.document(member)
                var releases: [ChangelogReport.Release]
                if let base = pairing.earlier[member] {
                    if old.files[base.file].raw == new.files[file].raw { continue }
                    releases = self.releases(since: old.document(base), old.files[base.file], document, new.files[file])
                } else {
                    let report = WholeContract(added: document).report(
                        missingFrom: old.files.first?.name ?? "", options)
                    releases = [release(report.redacted(document.tree.secrets), last(of: new.files[file]))]
                }
                releases.removeAll { $0.report.changes.isEmpty && $0.report.outcome == .satisfied }
                if releases.isEmpty { continue }
                contracts.append(
                    ChangelogReport.Contract(
                        id: document.tree.secrets.redacted(document.id), file: new.files[file].workingName,
                        releases: releases))
            }
        }
        for (file, text) in old.texts.enumerated() {
            for index in text.contracts.indices {
                let member = ContractPairing.Member(file: file, contract: index)
                if pairing.isTaken(member) { continue }
                let document = old.document(member)
                let report = WholeContract(removed: document).report(missingFrom: new.revision.name, options)
                contracts.append(
                    ChangelogReport.Contract(
                        id: document.tree.secrets.redacted(document.id), file: old.files[file].workingName,
                        releases: [release(report.redacted(document.tree.secrets), nil)]))
            }
        }
        return contracts
    }

    // MARK: One contract

    /// Changes of each version number that the history of the file has between the two, the newest first.
    private mutating func releases(
        since before: ContractDocument, _ oldFile: VersionedFile, _ after: ContractDocument, _ newFile: VersionedFile
    ) -> [ChangelogReport.Release] {
        let known = GitObjectName.ofBlob(oldFile.raw)
        let states = states(of: newFile).prefix { $0.object != known }
        let objects = states.compactMap(\.object)
        let contents = (try? new.revision.tree.blobs(Array(Set(objects)), total: Self.mostBytes)) ?? [:]
        // The oldest first; of each number the last state counts.
        var versions: [(document: ContractDocument, state: GitLog.State?)] = []
        for state in states.reversed() {
            guard let raw = state.object.flatMap({ contents[$0] }),
                let document = document(like: after, raw, newFile, state)
            else { continue }
            let number = document.rootElement?.text(.version)
            if let last = versions.last, last.document.rootElement?.text(.version) == number { versions.removeLast() }
            versions.append((document, state))
        }
        let number = after.rootElement?.text(.version)
        let last = versions.last?.document.rootElement?.text(.version) == number ? versions.popLast()?.state : nil
        versions.append((after, last ?? states.first))
        var earlier = before
        var releases: [ChangelogReport.Release] = []
        for version in versions {
            let result = Comparison(old: earlier, new: version.document, options: options).run()
            releases.append(release(result.report(withExcerpts: false).redacted(result.secrets), version.state))
            earlier = version.document
        }
        return releases.reversed()
    }

    private static let mostBytes = 256 << 20

    private func release(_ report: ChangeReport, _ state: GitLog.State?) -> ChangelogReport.Release {
        ChangelogReport.Release(
            day: state.map { Day(number: $0.day).text }, commit: state.map { GitRevision.short($0.commit) },
            report: report)
    }

    private mutating func last(of file: VersionedFile) -> GitLog.State? { states(of: file).first }

    private mutating func states(of file: VersionedFile) -> [GitLog.State] {
        let known =
            log
            ?? (try? GitLog(new.files.compactMap(\.key), at: new.revision.commit, today: today, new.revision.tree.git))
            ?? GitLog()
        log = known
        return known.states(of: file.key ?? "")
    }

    /// The same contract in another state of its file.
    private func document(
        like after: ContractDocument, _ raw: [UInt8], _ file: VersionedFile, _ state: GitLog.State
    ) -> ContractDocument? {
        var file = file
        file.raw = raw
        file.name = "\(GitRevision.short(state.commit)):\(file.key ?? file.name)"
        let tree = VersionText.tree(file)
        if VersionText.fault(of: tree) != nil { return nil }
        let contracts = VersionText.documents(tree).filter { $0.kind == .contract && $0.rootElement != nil }
        return contracts.first { $0.id == after.id } ?? (contracts.count == 1 ? contracts[0] : nil)
    }
}
