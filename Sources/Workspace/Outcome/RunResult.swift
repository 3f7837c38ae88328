internal import Diagnostics
internal import Governance
internal import Mesh
internal import NativeRules
internal import RuleLanguage

/// Results of the files of a run together: plain values.
struct RunResult {
    var documents: [Report.Document] = []
    var findings: [Finding] = []
    /// The ids of the documents, which are yet to be compared.
    var ids: [ContractIDs.Entry] = []
    var failures: [Report.Failure] = []
    /// Reports of what each pair of versions asks of its version.
    var comparisons: [ChangeReport] = []
    /// Number of findings that are hidden beyond those listed, by what hides them.
    var unlisted: [Finding.Exception.Kind: Int] = [:]
    /// The waivers that findings fall under.
    var waivers: Set<WaiverUse> = []
    /// Rules that could not judge something for want of a fact.
    var unknown: Set<String> = []
    /// The least severity that fails a run, by name of the file, as configurations demand that its contracts have left.
    var bars: [String: Configuration.FailOn] = [:]
    /// Hashes of the names of the objects of each file that has any.
    var objects: [(file: String, hashes: [UInt64])] = []
    /// References by names to objects that their contracts do not have, with the place of each finding here.
    var strays: [StrayReference] = []
    /// Interfaces of the documents, which are yet to be linked.
    var units: [Unit] = []
    /// Lines for people about what is not known of the mesh.
    var meshNotes: [String] = []
    var byteCount = 0
    var nodeCount = 0

    /// Adds what one more file gave.
    mutating func add(_ result: FileResult) {
        documents += result.documents
        for var stray in result.strays {
            stray.finding += findings.count
            strays.append(stray)
        }
        if !result.objects.isEmpty, let file = result.documents.first?.file {
            objects.append((file, result.objects))
        }
        findings += result.findings
        ids += result.ids
        units += result.units
        failures += result.failures.map(Report.Failure.init)
        comparisons += result.comparisons
        unlisted.merge(result.unlisted, uniquingKeysWith: +)
        waivers.formUnion(result.waivers)
        unknown.formUnion(result.unknown)
        if let failOn = result.failOn, let file = result.documents.first?.file ?? result.findings.first?.place.file {
            bars.merge([file: failOn]) { $0.stricter($1) }
        }
        byteCount += result.byteCount
        nodeCount += result.nodeCount
    }

    /// Adds what is found when all documents are looked at together.
    mutating func addCrossing() {
        var all = ContractIDs()
        for id in ids { all.add(id) }
        let crossing = all.findings()
        waivers.formUnion(crossing.lazy.compactMap(WaiverUse.init))
        findings += crossing
    }

    /// Result of this and a look by other configurations together: nothing twice, and the graver word stands.
    consuming func merged(with other: RunResult) -> RunResult {
        let others = Dictionary(grouping: other.findings, by: \.place.file)
        var own = Dictionary(grouping: findings, by: \.place.file)
        for (file, added) in others {
            let merged = FileResult(findings: own[file] ?? []).merged(with: FileResult(findings: added))
            own[file] = merged.findings
        }
        findings = own.sorted { $0.key < $1.key }.flatMap(\.value)
        failures += other.failures.filter { !failures.contains($0) }
        unknown.formUnion(other.unknown)
        unlisted.merge(other.unlisted, uniquingKeysWith: max)
        waivers.formUnion(other.waivers)
        bars.merge(other.bars) { $0.stricter($1) }
        for comparison in other.comparisons {
            if let index = comparisons.firstIndex(where: { $0.new == comparison.new && $0.old == comparison.old }) {
                if comparisons[index].minimumBump < comparison.minimumBump { comparisons[index] = comparison }
            } else {
                comparisons.append(comparison)
            }
        }
        return self
    }

    /// Hands the findings over: nobody holds them a second time, and who has them may change them in place.
    mutating func takeFindings() -> [Finding] {
        defer { findings = [] }
        return findings
    }
}

extension Report.Failure {
    /// A rule that failed to evaluate.
    init(_ failure: RuleFailure) {
        let element = failure.element.map { " at `\($0)`" } ?? ""
        self.init(
            file: failure.place.file, at: failure.place.start,
            message: "the rule \(failure.rule) failed\(element): \(failure.message)")
    }

    /// A file that was named and holds nothing to look at.
    ///
    /// - Parameter foreign: the standard that it is written in, which is none of ours; nil: none is known.
    init(nothingIn file: String, foreign: String? = nil) {
        self.init(
            file: file,
            message: foreign.map { "holds no contract of ODCS or DCS and no product of ODPS (Bitol): it is \($0)" }
                ?? "holds no data contract and no data product")
    }
}
