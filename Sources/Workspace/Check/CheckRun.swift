package import Diagnostics
internal import Dispatch
package import Governance
package import NativeRules
package import RuleLanguage
internal import Synchronization
internal import YAMLTree

/// Checks files side by side. The result does not depend on the number of threads.
package struct CheckRun {
    private let files: [InputFile]
    private let jobs: Int
    private let check: FileCheck
    /// Hears how many files of how many are done.
    private let progress: (@Sendable (Int, Int) -> Void)?

    package init(_ files: [InputFile], jobs: Int, _ check: FileCheck, progress: (@Sendable (Int, Int) -> Void)? = nil) {
        self.files = files
        self.jobs = jobs
        self.check = check
        self.progress = progress
    }

    package struct Outcome {
        package var documents: [Report.Document] = []
        package var findings: [Finding] = []
        /// The ids of the documents, which are yet to be compared.
        package var ids: [ContractIDs.Entry] = []
        package var failures: [Report.Failure] = []
        /// How many more findings are hidden than are listed, by what hides them.
        package var unlisted: [Finding.Exception.Kind: Int] = [:]
        /// The waivers that findings fall under.
        package var waivers: Set<WaiverUse> = []
        /// Rules that could not judge some document for want of a fact.
        package var unknown: Set<String> = []
        package var byteCount = 0
        package var nodeCount = 0

        /// Hands the findings over: nobody holds them a second time, and who has them may change them in place.
        package mutating func takeFindings() -> [Finding] {
            defer { findings = [] }
            return findings
        }
    }

    package func run() -> Outcome {
        var results = [Result<FileResult, FileFault>?](repeating: nil, count: files.count)
        let next = Atomic<Int>(0)
        results.withUnsafeMutableBufferPointer { results in
            // Each index is written by the one thread that drew it.
            nonisolated(unsafe) let slots = results
            DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, files.count))) { _ in
                let cache = CheckCache()
                while true {
                    let index = next.add(1, ordering: .relaxed).oldValue
                    guard index < files.count else { return }
                    slots[index] = check(index, cache)
                    progress?(index + 1, files.count)
                }
            }
        }
        var outcome = Outcome()
        outcome.findings.reserveCapacity(results.reduce(0) { $0 + ((try? $1?.get())?.findings.count ?? 0) })
        for index in files.indices {
            let file = files[index]
            let result = results[index]
            // Each result goes as soon as it is counted, so that no finding is held twice.
            results[index] = nil
            switch result {
            case .success(let result):
                if file.isNamed, result.documents.isEmpty, result.findings.isEmpty {
                    outcome.failures.append(
                        Report.Failure(file: file.name, message: "holds no data contract and no data product"))
                }
                outcome.documents += result.documents
                outcome.findings += result.findings
                outcome.ids += result.ids
                outcome.failures += result.failures.map(Report.Failure.init)
                outcome.unknown.formUnion(result.unknown)
                outcome.unlisted.merge(result.unlisted, uniquingKeysWith: +)
                outcome.waivers.formUnion(result.waivers)
                outcome.byteCount += result.byteCount
                outcome.nodeCount += result.nodeCount
            case .failure(let fault): outcome.failures.append(Report.Failure(file: file.name, message: fault.message))
            case nil: break
            }
        }
        return outcome
    }

    private func check(_ index: Int, _ cache: CheckCache) -> Result<FileResult, FileFault> {
        let file = files[index]
        do throws(FileFault) {
            let jurisdiction = file.jurisdiction
            let limit = jurisdiction.configurations.map(\.limits.fileBytes).max() ?? 0
            let raw =
                if let content = file.content {
                    content
                } else if let path = file.path {
                    try FileReading.read(path, limit: limit)
                } else {
                    [UInt8]()
                }
            return .success(check.run(name: file.name, raw: raw, jurisdiction, cache))
        } catch {
            return .failure(error)
        }
    }
}

extension CheckRun.Outcome {
    /// Adds what is found when all documents are looked at together.
    package mutating func addCrossing() {
        var all = ContractIDs()
        for id in ids { all.add(id) }
        let crossing = all.findings()
        waivers.formUnion(crossing.lazy.compactMap(WaiverUse.init))
        findings += crossing
    }
}

extension CheckRun.Outcome {
    /// What it has looked at, by which it can tell that a waiver hides nothing.
    package func coverage(of inputs: CheckInputs) -> RunCoverage {
        let isComplete = failures.isEmpty
        return RunCoverage(
            contracts: Set(documents.lazy.compactMap(\.id)),
            covers: { isComplete && inputs.covers(configurationIn: $0) }, isAsked: CompatibilityRules.isOther)
    }
}

extension Report.Failure {
    /// A rule that failed to evaluate.
    package init(_ failure: RuleFailure) {
        let element = failure.element.map { " at `\($0)`" } ?? ""
        self.init(
            file: failure.place.file, at: failure.place.start,
            message: "the rule \(failure.rule) failed\(element): \(failure.message)")
    }
}
