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
        let found = configurations.found(for: folder)
        let configuration = found.configuration
        if !failures.isEmpty { throw WorkspaceFault(failures) }
        let wanted = paths.map { folder.pushing($0).lexicallyNormalized() }
        let old = try ChangelogSide(revisions.0, wanted, found, folder)
        let new = try ChangelogSide(revisions.1, wanted, found, folder)
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
    let snapshot: GitSnapshot
    private(set) var files: [VersionedFile] = []
    private(set) var texts: [VersionText] = []

    init(
        _ revision: GitRevision, _ wanted: [FilePath], _ found: Configurations.Found, _ folder: FilePath
    ) throws(WorkspaceFault) {
        let configuration = found.configuration
        self.revision = revision
        snapshot = GitSnapshot(revision, from: folder)
        for path in snapshot.ownFiles().sorted(by: { $0.string < $1.string }) where path.string.isNameOfYAML {
            guard wanted.isEmpty || wanted.contains(where: { path.below($0) != nil }), let key = snapshot.key(of: path),
                !found.filters.contains(where: { $0.excludes(path, isFolder: false) })
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
    private var pastLog: GitLog?

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
                    releases = try self.releases(
                        since: old.document(base), old.files[base.file], document, new.files[file])
                } else {
                    let report = WholeContract(added: document).report(
                        missingFrom: old.files.first?.name ?? "", options)
                    releases = [release(report.redacted(document.tree.secrets), try last(of: new.files[file]))]
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
    ) throws(WorkspaceFault) -> [ChangelogReport.Release] {
        let known = GitObjectName.ofBlob(oldFile.raw)
        let all = try states(of: newFile)
        // Where the two lines part, what stands before has been in both.
        let past = Set(try pastStates(of: oldFile).map(\.commit))
        let states = all.prefix { !past.contains($0.commit) && $0.object != known }
        let contents: [String: [UInt8]]
        do throws(Git.Fault) {
            contents = try new.revision.tree.blobs(Array(Set(states.compactMap(\.object))), total: Self.mostBytes)
        } catch {
            throw WorkspaceFault("--to \(new.revision.name): \(error.message)")
        }
        // The oldest first; of each number the last state counts.
        var versions: [(document: ContractDocument, state: GitLog.State?)] = []
        for state in states.reversed() {
            guard let raw = state.object.flatMap({ contents[$0] }),
                let document = VersionText.contract(like: after, in: raw, newFile, GitRevision.short(state.commit))
            else { continue }
            let number = document.rootElement?.text(.version)
            if let last = versions.last, last.document.rootElement?.text(.version) == number { versions.removeLast() }
            versions.append((document, state))
        }
        let number = after.rootElement?.text(.version)
        let last = versions.last?.document.rootElement?.text(.version) == number ? versions.popLast()?.state : nil
        versions.append((after, last ?? all.first))
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

    private mutating func last(of file: VersionedFile) throws(WorkspaceFault) -> GitLog.State? {
        try states(of: file).first
    }

    /// States of a file of the later revision, the newest first.
    private mutating func states(of file: VersionedFile) throws(WorkspaceFault) -> [GitLog.State] {
        if log == nil { log = try Self.log(of: new, "--to", today) }
        return log?.states(of: file.key ?? "") ?? []
    }

    /// States that a file of the earlier revision has had until then.
    private mutating func pastStates(of file: VersionedFile) throws(WorkspaceFault) -> [GitLog.State] {
        if pastLog == nil { pastLog = try Self.log(of: old, "--from", today) }
        return pastLog?.states(of: file.key ?? "") ?? []
    }

    private static func log(of side: ChangelogSide, _ option: String, _ today: Int) throws(WorkspaceFault) -> GitLog {
        do throws(Git.Fault) {
            return try GitLog(
                side.files.compactMap(\.key), at: side.revision.commit, today: today, side.revision.tree.git)
        } catch {
            throw WorkspaceFault("\(option) \(side.revision.name): \(error.message)")
        }
    }
}
