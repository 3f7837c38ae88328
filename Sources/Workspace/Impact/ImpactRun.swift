internal import Diagnostics
internal import Governance
internal import RuleLanguage
internal import YAMLTree

/// Asks the rules of a pack about files, side by side.
struct ImpactRun {
    let check: ImpactCheck
    let files: [InputFile]
    let options: RunOptions

    /// Adds what the files give.
    ///
    /// - Returns: rules that could not judge some document for want of a fact.
    func run(into report: inout ImpactReport) -> Set<String> {
        let today = options.today
        let results = sideBySide(
            files.count, jobs: options.jobs, keeping: { ImpactCheck.Memory(today: today) }, progress: options.progress
        ) { index, memory in ask(files[index], memory) }
        var unknown: Set<String> = []
        var domains: Set<String> = []
        var failing = (contracts: Set<String>(), domains: Set<String>())
        report.rules = check.emptyRules
        for (file, result) in zip(files, results) {
            switch result {
            case .success(let impact):
                if file.isNamed, impact.contractCount + impact.productCount == 0 {
                    report.failures.append(Report.Failure(nothingIn: file.name))
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
            }
        }
        for index in report.rules.indices {
            report.rules[index].contracts = Set(report.rules[index].contracts).sorted()
            report.rules[index].domains = Set(report.rules[index].domains).sorted()
        }
        report.domains = domains.sorted()
        report.contractsFailing = failing.contracts.sorted()
        report.domainsFailing = failing.domains.sorted()
        return unknown
    }

    private func ask(_ file: InputFile, _ memory: ImpactCheck.Memory) -> Result<FileImpact, FileFault> {
        guard let path = file.path else { return .failure(FileFault("cannot be read")) }
        do throws(FileFault) {
            let raw =
                if let content = file.content { content } else {
                    try FileReading.read(path, limit: file.configuration.limits.fileBytes)
                }
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
        goneFindings += other.goneFindings
        elementsFailing += other.elementsFailing
        contracts += other.contracts
        domains += other.domains
        places += other.places.prefix(max(0, Self.mostPlaces - places.count))
    }
}
