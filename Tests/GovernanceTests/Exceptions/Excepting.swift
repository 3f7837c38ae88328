import Basics
import Diagnostics
import Governance
import RuleLanguage
import TestSupport

/// Contracts checked with files of waivers at hand.
enum Excepting {
    /// A configuration without rules from standard packs.
    static func configuration(_ text: String = "", files: [String: String] = [:]) throws -> Configuration {
        let source = PackSource { reference, _ throws(PackSource.Failure) in
            guard let text = files[reference] else { throw PackSource.Failure("does not exist") }
            return [(reference, Array(text.utf8))]
        }
        let base = "version: 1\n" + (text.contains("layers:") ? "" : "layers: [{name: none}]\n")
        return try Configuration(name: ".contractlint.yaml", raw: Array((base + text).utf8), packs: source)
    }

    static func waivers(_ entries: String...) -> String {
        "apiVersion: contractlint/v1\nkind: Waivers\nwaivers:\n"
            + entries.map { entry in
                "  - {" + entry
                    + (entry.contains("reason:")
                        ? "" : ", reason: old feed, requestedBy: ann, approvedBy: bob, expires: 2026-06-30") + "}\n"
            }.joined()
    }

    /// What a check of some files says: findings that count, what is hidden, what is said of waivers.
    static func run(
        _ files: [(name: String, text: String)], _ configuration: Configuration, today: String = "2026-06-01",
        isWhole: Bool = true
    ) -> Report {
        let day = Day(today)?.number ?? 0
        let jurisdiction = Jurisdiction(configuration)
        let exceptions = Exceptions([jurisdiction], today: day)
        let check = FileCheck(exceptions, withExcerpts: false)
        let cache = CheckCache()
        var findings: [Finding] = []
        var documents: [Report.Document] = []
        var used: Set<WaiverUse> = []
        var unlisted: [Finding.Exception.Kind: Int] = [:]
        for file in files {
            let result = check.run(name: file.name, raw: Array(file.text.utf8), jurisdiction, cache)
            findings += result.findings
            documents += result.documents
            used.formUnion(result.waivers)
            unlisted.merge(result.unlisted, uniquingKeysWith: +)
        }
        findings += exceptions.findings(
            after: used,
            RunCoverage(
                contracts: Set(documents.compactMap(\.id)), covers: { _ in isWhole }, isAsked: { _ in true }))
        return Report(
            toolVersion: "test", documents: documents, findings: SortedFindings(findings), unlisted: unlisted)
    }

    static func run(
        _ text: String, _ configuration: Configuration, today: String = "2026-06-01", isWhole: Bool = true
    ) -> Report {
        run([("orders.odcs.yaml", text)], configuration, today: today, isWhole: isWhole)
    }

    /// `rule line:column` of each.
    static func places(_ findings: [Finding]) -> [String] {
        findings.map { "\($0.rule) \($0.place.start.line):\($0.place.start.column)" }
    }

    /// A contract with three unknown keys: at the root (line 6), of `orders` (line 9), of `orders.id` (line 12).
    static func contract(_ id: String = "orders") -> String {
        """
        apiVersion: v3.1.0
        kind: DataContract
        id: \(id)
        version: 1.0.0
        status: active
        nmae: Orders
        schema:
          - name: orders
            nmae: a
            properties:
              - name: id
                nmae: b

        """
    }
}
