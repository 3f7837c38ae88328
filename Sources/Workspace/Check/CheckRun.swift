internal import Diagnostics
internal import Governance
internal import NativeRules
internal import RuleLanguage
internal import YAMLTree

/// Checks files side by side.
struct CheckRun {
    let files: [InputFile]
    let jobs: Int
    let check: FileCheck
    let progress: Progress?
    var results: ResultCache?

    func run() -> RunResult {
        var results = sideBySide(files.count, jobs: jobs, keeping: { CheckCache() }, progress: progress) {
            index, cache in
            check(files[index], cache)
        }
        var total = RunResult()
        total.findings.reserveCapacity(results.reduce(0) { $0 + ((try? $1.get())?.findings.count ?? 0) })
        results.reverse()
        for file in files {
            // Each result goes as soon as it is counted, so that no finding is held twice.
            guard let result = results.popLast() else { break }
            switch result {
            case .success(let result):
                if file.isNamed, result.documents.isEmpty, result.findings.isEmpty {
                    total.failures.append(Report.Failure(nothingIn: file.name, foreign: result.foreignStandard))
                }
                total.add(result)
            case .failure(let fault): total.failures.append(Report.Failure(file: file.name, message: fault.message))
            }
        }
        return total
    }

    private func check(_ file: InputFile, _ cache: CheckCache) -> Result<FileResult, FileFault> {
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
            guard let results, let grounds = check.grounds(of: file.name, jurisdiction) else {
                return .success(check.run(name: file.name, raw: raw, jurisdiction, cache))
            }
            let key = results.key(raw, grounds)
            if var known = results.result(key, named: file.name) {
                known.units = check.units(name: file.name, raw: raw, jurisdiction)
                return .success(known)
            }
            let result = check.run(name: file.name, raw: raw, jurisdiction, cache)
            results.keep(result, key, named: file.name)
            return .success(result)
        } catch {
            return .failure(error)
        }
    }
}
