internal import Basics
internal import ContractModel
internal import Diagnostics
internal import Governance
internal import Reporters
internal import SystemPackage

/// Options of a run about baselines.
package struct BaselineOptions: Sendable {
    /// The file whose findings need not count.
    package var baseline: String?
    /// The file that is to hold the findings of today.
    package var writeBaseline: String?
    /// True when the file that is written may gain findings.
    package var growBaseline = false
    /// True when what is gone is taken out of the file.
    package var pruneBaseline = false

    package init() {}
}

/// Reads, applies and writes the baselines of a run.
struct BaselineRun {
    private let workingFolder: FilePath
    private let snapshot: any Snapshot
    private let options: BaselineOptions
    /// Baselines that were read, by the file's absolute path.
    private var baselines: [(path: FilePath, baseline: Baseline)] = []
    private(set) var failures: [Report.Failure] = []

    /// - Parameter configured: the baselines that the configurations name.
    init(_ options: BaselineOptions, configured: [Configuration.NamedFile], in scope: Scope) {
        workingFolder = scope.workingFolder
        snapshot = scope.snapshot
        self.options = options
        if let file = options.writeBaseline {
            // One that is there may only shrink.
            let path = workingFolder.pushing(FilePath(file)).lexicallyNormalized()
            if (try? snapshot.kind(of: path)) != .missing { read(path) }
            return
        }
        if let file = options.baseline {
            read(workingFolder.pushing(FilePath(file)).lexicallyNormalized())
        } else {
            for file in configured {
                let path = scope.absolute(FilePath(file.path))
                if baselines.contains(where: { $0.path == path }) { continue }
                read(path, namedIn: scope.absolute(FilePath(file.folder)))
            }
        }
        if options.pruneBaseline, options.baseline == nil, configured.isEmpty {
            failures.append(
                Report.Failure(
                    message: "--prune-baseline: there is no baseline; name one with --baseline or in the configuration")
            )
        }
    }

    /// - Parameter folder: of the configuration that names the file; nil: the command line does.
    private mutating func read(_ path: FilePath, namedIn folder: FilePath? = nil) {
        let name = path.displayName(in: workingFolder)
        do {
            if let folder { try Enclosure.demand(path, inRepositoryOf: folder) }
            let raw = try snapshot.read(path, limit: Baseline.mostBytes)
            baselines.append((path, try Baseline(name: name, raw: raw)))
        } catch let invalid as OwnFile.Invalid {
            failures += invalid.faults
        } catch {
            let fault = error as? FileFault
            let message =
                fault?.number == .noSuchFileOrDirectory
                ? "the baseline does not exist; write it with `contractlint check --write-baseline FILE`"
                : "the baseline " + (fault?.message ?? "cannot be read")
            failures.append(Report.Failure(file: name, message: message))
        }
    }

    // MARK: Applying

    /// Marks what is known, or writes down what is found, as the options ask.
    ///
    /// - Parameters:
    ///   - failures: of the run; what goes wrong here is added.
    ///   - consent: what an earlier version knows as well; nil: nobody is asked.
    ///   - isChecked: whether a run has looked where an entry was found.
    /// - Returns: nil: there is no baseline.
    func apply(
        to findings: inout SortedFindings, _ failures: inout [Report.Failure], consent: BaselineConsent?,
        isChecked: (Baseline.Entry) -> Bool
    ) -> Report.Baseline? {
        failures += self.failures
        do throws(FileFault) {
            if options.writeBaseline != nil {
                guard failures.isEmpty else {
                    throw FileFault("is not written: the run is incomplete, and what it did not find would be missing")
                }
                return try write(&findings, isChecked: isChecked)
            }
            let baseline = mark(&findings, consent: consent, isChecked: isChecked)
            if let baseline, failures.isEmpty { try prune(baseline.gone) }
            return baseline
        } catch {
            failures.append(
                Report.Failure(file: options.writeBaseline ?? options.baseline, message: error.message))
            return nil
        }
    }

    /// Marks what is known.
    ///
    /// - Parameters:
    ///   - consent: what an earlier version knows as well; nil: nobody is asked.
    ///   - isChecked: whether a run has looked where an entry was found.
    /// - Returns: nil: there is no baseline.
    private func mark(
        _ findings: inout SortedFindings, consent: BaselineConsent?,
        isChecked: (Baseline.Entry) -> Bool
    ) -> Report.Baseline? {
        guard options.baseline != nil || !baselines.isEmpty, options.writeBaseline == nil else { return nil }
        let there = Set(findings.all.lazy.map(\.fingerprint))
        let gone = baselines.flatMap { $0.baseline.entries }.filter { !there.contains($0.fingerprint) && isChecked($0) }
        let marks = baselines.map { path, baseline in
            (
                baseline,
                Finding.Exception(.baseline, note: "known since \(path.displayName(in: workingFolder)) was written")
            )
        }
        let pending = consent.map {
            Finding.Exception(.baseline, isVoid: true, note: "not yet in \($0.name), it counts once it is merged")
        }
        let known = findings.except { finding in
            guard Baseline.canHold(finding) else { return nil }
            let fingerprint = finding.fingerprint
            guard let mark = marks.first(where: { $0.0.contains(fingerprint) })?.1 else { return nil }
            return consent?.contains(fingerprint) ?? true ? mark : pending
        }
        return Report.Baseline(known: known, gone: gone)
    }

    // MARK: Writing

    /// Writes what is found today, and marks it as known.
    ///
    /// - Throws: where the file would gain findings, or cannot be written.
    private func write(_ findings: inout SortedFindings, isChecked: (Baseline.Entry) -> Bool) throws(FileFault)
        -> Report.Baseline?
    {
        guard let file = options.writeBaseline else { return nil }
        let path = workingFolder.pushing(FilePath(file)).lexicallyNormalized()
        let found = Baseline(of: findings)
        var written = found
        var gone: [Baseline.Entry] = []
        if let old = baselines.first?.baseline {
            let gained = found.subtracting(old)
            if !gained.isEmpty, !options.growBaseline { throw FileFault(Self.refusal(gained)) }
            // What lies where the run has not looked may still be there.
            written = found.union(old.filter { !isChecked($0) })
            gone = old.subtracting(written)
        }
        try save(written, to: path)
        let mark = Finding.Exception(.baseline, note: "known since \(path.displayName(in: workingFolder)) was written")
        let known = findings.except { Baseline.canHold($0) ? mark : nil }
        return Report.Baseline(known: known, gone: gone)
    }

    /// Takes what is gone out of the files.
    private func prune(_ gone: [Baseline.Entry]) throws(FileFault) {
        guard options.pruneBaseline else { return }
        let fingerprints = Set(gone.map(\.fingerprint))
        for (path, baseline) in baselines {
            let left = baseline.filter { !fingerprints.contains($0.fingerprint) }
            if left.entries.count < baseline.entries.count { try save(left, to: path) }
        }
    }

    private func save(_ baseline: Baseline, to path: FilePath) throws(FileFault) {
        var text = BaselineFile.text(of: baseline.entries)
        try FileWriting.write(to: path) { sink in text.withUTF8(sink) }
    }

    private static func refusal(_ gained: [Baseline.Entry]) -> String {
        let first = gained.prefix(3).map(line).joined(separator: "; ")
        let more = gained.count > 3 ? "; and \(gained.count - 3) more" : ""
        let count = gained.count == 1 ? "1 finding that it does" : "\(gained.count) findings that it does"
        return
            "a baseline only shrinks, and this one would gain \(count) not hold: \(first)\(more). Mend them, waive them, "
            + "or say --grow-baseline"
    }

    /// Note for people on what is gone.
    static func note(on gone: [Baseline.Entry], wasPruned: Bool) -> String? {
        if gone.isEmpty { return nil }
        let first = gone.prefix(5).map(line).joined(separator: "; ")
        let more = gone.count > 5 ? "; and \(gone.count - 5) more" : ""
        let count = gone.count == 1 ? "1 finding of the baseline is" : "\(gone.count) findings of the baseline are"
        let advice = wasPruned ? "" : "; --prune-baseline takes what is gone out of the file"
        return "\(count) gone: \(first)\(more)\(advice)"
    }

    private static func line(_ entry: Baseline.Entry) -> String {
        let place = [entry.contract ?? entry.file, entry.element].compactMap { $0?.shortened }.joined(separator: " ")
        return "\(entry.rule.shortened) at \(place)"
    }
}
