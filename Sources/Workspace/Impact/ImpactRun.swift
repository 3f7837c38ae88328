package import Diagnostics
internal import Dispatch
package import Governance
internal import Synchronization
internal import YAMLTree

/// Asks the rules of a pack about files, side by side. The result does not depend on the number of threads.
package struct ImpactRun {
    private let check: ImpactCheck
    private let files: [InputFile]
    private let jobs: Int
    private let today: Int
    private let progress: (@Sendable (Int, Int) -> Void)?
    package var report: ImpactReport
    /// Rules that could not judge some document for want of a fact.
    package private(set) var unknown: Set<String> = []

    /// - Parameters:
    ///   - today: the day that rules about dates go by, in days since 1970-01-01.
    ///   - progress: hears how many files of how many are done.
    package init(
        check: ImpactCheck, files: [InputFile], jobs: Int, today: Int, toolVersion: String,
        progress: (@Sendable (Int, Int) -> Void)?
    ) {
        self.check = check
        self.files = files
        self.jobs = jobs
        self.today = today
        self.progress = progress
        report = ImpactReport(
            toolVersion: toolVersion, pack: check.pack.id, version: check.pack.version, file: check.file)
        report.rules = check.emptyRules
    }

    package mutating func run() {
        let results = ask()
        var domains: Set<String> = []
        var failing = (contracts: Set<String>(), domains: Set<String>())
        for (file, result) in zip(files, results) {
            switch result {
            case .success(let impact):
                if file.isNamed, impact.contractCount + impact.productCount == 0 {
                    report.failures.append(
                        Report.Failure(file: file.name, message: "holds no data contract and no data product"))
                }
                report.contractCount += impact.contractCount
                report.productCount += impact.productCount
                domains.formUnion(impact.domains)
                report.failures += impact.failures.map(Report.Failure.init)
                unknown.formUnion(impact.unknown)
                for index in report.rules.indices {
                    report.rules[index].add(impact.rules[index])
                    failing.contracts.formUnion(impact.rules[index].contracts)
                    failing.domains.formUnion(impact.rules[index].domains)
                }
            case .failure(let fault): report.failures.append(Report.Failure(file: file.name, message: fault.message))
            case nil: break
            }
        }
        for index in report.rules.indices {
            report.rules[index].contracts = Set(report.rules[index].contracts).sorted()
            report.rules[index].domains = Set(report.rules[index].domains).sorted()
        }
        report.domains = domains.sorted()
        report.contractsFailing = failing.contracts.sorted()
        report.domainsFailing = failing.domains.sorted()
    }

    private func ask() -> [Result<FileImpact, FileFault>?] {
        var results = [Result<FileImpact, FileFault>?](repeating: nil, count: files.count)
        let next = Atomic<Int>(0)
        results.withUnsafeMutableBufferPointer { results in
            // Each index is written by the one thread that drew it.
            nonisolated(unsafe) let slots = results
            DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, files.count))) { _ in
                let memory = ImpactCheck.Memory(today: today)
                while true {
                    let index = next.add(1, ordering: .relaxed).oldValue
                    guard index < files.count else { return }
                    slots[index] = ask(files[index], memory)
                    progress?(index + 1, files.count)
                }
            }
        }
        return results
    }

    private func ask(_ file: InputFile, _ memory: ImpactCheck.Memory) -> Result<FileImpact, FileFault> {
        guard let path = file.path else { return .failure(FileFault("cannot be read")) }
        do throws(FileFault) {
            let raw = try FileReading.read(path, limit: file.configuration.limits.fileBytes)
            return .success(check.check(name: file.name, raw: raw, file.configuration, memory))
        } catch {
            return .failure(error)
        }
    }
}

extension ImpactReport.Rule {
    /// Places of a rule that are shown, over all files.
    private static let mostPlaces = 5

    /// Adds what was found in one more file.
    fileprivate mutating func add(_ other: Self) {
        elements += other.elements
        selected += other.selected
        newFindings += other.newFindings
        knownFindings += other.knownFindings
        elementsFailing += other.elementsFailing
        contracts += other.contracts
        domains += other.domains
        places += other.places.prefix(max(0, Self.mostPlaces - places.count))
    }
}
