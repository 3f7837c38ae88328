internal import ContractModel
package import Diagnostics
internal import Governance
package import RuleLanguage
internal import SystemPackage
internal import YAMLTree

extension Workspace {
    /// Findings that the rules of a pack would add to those of now.
    ///
    /// - Parameter pack: the file of the pack.
    /// - Returns: the report, and lines for people about what could not be judged.
    /// - Throws: where the pack is none.
    package func impact(
        of pack: GivenPath, _ options: RunOptions
    ) throws(WorkspaceFault) -> (report: ImpactReport, notes: [String]) {
        let check = ImpactCheck(try rulePack(pack))
        let found = Inputs(scope(options.paths))
        var report = ImpactReport(
            toolVersion: toolVersion, pack: check.pack.id, version: check.pack.version, file: check.file)
        report.failures = failures + found.failures
        let unknown = ImpactRun(check: check, files: found.files, options: options).run(into: &report)
        let notes = unknown.sorted().map { rule in
            "the rule \(rule) asks for a fact that is not at hand; where it does, nothing was judged"
        }
        return (report, notes)
    }

    private func rulePack(_ given: GivenPath) throws(WorkspaceFault) -> RulePack {
        let (path, name) = located(given)
        do {
            return try RulePack(
                name: name, raw: PackFiles.read(path, DiskSnapshot(shownFrom: folder)),
                changeKinds: CompatibilityRules.kinds)
        } catch let invalid as OwnFile.Invalid {
            throw WorkspaceFault(invalid.faults)
        } catch {
            throw WorkspaceFault((error as? FileFault)?.message ?? "cannot be read", file: name)
        }
    }

    /// Values of an expression on the documents of a file.
    ///
    /// - Parameters:
    ///   - text: as it was written.
    ///   - today: what `today()` says, in days since 1970-01-01.
    package func evaluation(
        of trial: ExpressionTrial, _ text: String, on contract: GivenPath, today: Int
    ) throws(WorkspaceFault) -> EvaluationReport {
        let (path, name) = located(contract)
        let configuration = configurations.found(for: path.removingLastComponent()).configuration
        do throws(FileFault) {
            let raw = try FileReading.read(path, limit: configuration.limits.fileBytes)
            let tree = YAMLTree(name: name, raw: raw, vocabulary: .contracts, limits: configuration.limits)
            let documents = tree.documents.compactMap { ContractDocument(tree, $0) }
            if documents.isEmpty { throw FileFault("holds no data contract and no data product") }
            var report = EvaluationReport(
                toolVersion: toolVersion, expression: text, file: name, notes: trial.notes)
            for document in documents { report.rows += trial.answers(document, today: today) }
            return report
        } catch {
            throw WorkspaceFault(failures + [Report.Failure(file: name, message: error.message)])
        }
    }

    /// The rules in force for each document of a file, and what each layer made of them.
    ///
    /// - Parameter today: the day that decides what is in force, in days since 1970-01-01.
    package func policy(of contract: GivenPath, today: Int) throws(WorkspaceFault) -> PolicyReport {
        let (path, name) = located(contract)
        let configuration = configurations.found(for: path.removingLastComponent()).configuration
        do throws(FileFault) {
            let raw = try FileReading.read(path, limit: configuration.limits.fileBytes)
            let report = PolicyExplanation.report(
                name: name, raw: raw, configuration, today: today, toolVersion: toolVersion)
            if report.documents.isEmpty { throw FileFault("holds no data contract and no data product") }
            return report
        } catch {
            throw WorkspaceFault(failures + [Report.Failure(file: name, message: error.message)])
        }
    }
}
