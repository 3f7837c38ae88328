package import Diagnostics
internal import Dispatch
package import Governance
internal import Synchronization
internal import YAMLTree

/// Checks files side by side. The result does not depend on the number of threads.
package struct CheckRun {
    package let files: [InputFile]
    package let jobs: Int
    package let withExcerpts: Bool
    /// The day that rules about dates go by, in days since 1970-01-01.
    package let today: Int
    package let exceptions: RunExceptions
    /// For each file who judges it.
    package let judges: [RunExceptions.Judges]
    /// What the contracts said of themselves in the earlier version; nil: there is none.
    package let earlier: EarlierFacts?
    /// Hears how many files of how many are done.
    package let progress: (@Sendable (Int, Int) -> Void)?

    package init(
        files: [InputFile], jobs: Int, withExcerpts: Bool, today: Int, exceptions: RunExceptions,
        judges: [RunExceptions.Judges], earlier: EarlierFacts?, progress: (@Sendable (Int, Int) -> Void)?
    ) {
        self.files = files
        self.jobs = jobs
        self.withExcerpts = withExcerpts
        self.today = today
        self.exceptions = exceptions
        self.judges = judges
        self.earlier = earlier
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
        /// The waivers that findings fall under, as what marks them.
        package var waivers: Set<ObjectIdentifier> = []
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
                let memory = CheckMemory(today: today, exceptions: exceptions, earlier: earlier)
                while true {
                    let index = next.add(1, ordering: .relaxed).oldValue
                    guard index < files.count else { return }
                    slots[index] = check(index, memory)
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

    private func check(_ index: Int, _ memory: CheckMemory) -> Result<FileResult, FileFault> {
        let file = files[index]
        do throws(FileFault) {
            let limit = judges[index].configurations.map(\.limits.fileBytes).max() ?? 0
            let raw =
                if let content = file.content {
                    content
                } else if let path = file.path {
                    try FileReading.read(path, limit: limit)
                } else {
                    [UInt8]()
                }
            return .success(
                FileCheck.run(name: file.name, raw: raw, judges[index], withExcerpts: withExcerpts, memory: memory)
            )
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
        for finding in crossing {
            if let exception = finding.exception, exception.kind == .waiver {
                waivers.insert(ObjectIdentifier(exception))
            }
        }
        findings += crossing
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
