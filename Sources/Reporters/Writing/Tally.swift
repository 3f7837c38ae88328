internal import Diagnostics

/// The counts of a report, and the line for people that says them.
struct Tally {
    let errors: Int
    let warnings: Int
    let infos: Int
    let files: Int
    let contracts: Int
    let products: Int
    let failures: Int
    let waived: Int
    let suppressed: Int
    let known: Int
    private let isEarlierVersion: Bool

    /// - Parameter quiet: counts no findings of severity info, since they are not shown.
    init(_ report: Report, quiet: Bool = false) {
        errors = report.count(of: .error)
        warnings = report.count(of: .warning)
        infos = quiet ? 0 : report.count(of: .info)
        files = report.fileCount
        contracts = report.count(of: .contract)
        products = report.count(of: .product)
        failures = report.failures.count
        waived = report.count(of: .waiver)
        suppressed = report.count(of: .suppression)
        known = report.count(of: .baseline)
        isEarlierVersion = report.baseline?.isEarlierVersion ?? false
    }

    var findings: Int { errors + warnings + infos }

    /// Such as `3 errors, 2 warnings in 5 files (4 contracts, 1 product), 0.12 s`. It quotes nothing from a contract.
    func closingLine(elapsed: Double?) -> String {
        var line = Self.list([(errors, "error"), (warnings, "warning"), (infos, "info")])
        if line.isEmpty { line = "No findings" }
        line += " in " + Self.count(files, "file")
        let documents = Self.list([(contracts, "contract"), (products, "product")])
        if !documents.isEmpty { line += " (" + documents + ")" }
        let hidden = [
            (waived, "waived"), (suppressed, "suppressed"), (known, isEarlierVersion ? "known" : "in the baseline"),
        ].filter { $0.0 > 0 }
        if !hidden.isEmpty { line += "; " + hidden.map { "\($0.0) \($0.1)" }.joined(separator: ", ") }
        if let time = elapsed.flatMap(Self.seconds) { line += (hidden.isEmpty ? ", " : "; ") + time }
        if failures > 0 { line += "; the run is incomplete: " + Self.count(failures, "failure") }
        return line
    }

    private static func list(_ counts: [(count: Int, noun: String)]) -> String {
        counts.filter { $0.count > 0 }.map { count($0.count, $0.noun) }.joined(separator: ", ")
    }

    private static func count(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }

    /// With two decimals: `0.12 s`. Nil for what is no duration.
    private static func seconds(_ elapsed: Double) -> String? {
        guard elapsed >= 0, elapsed < 1e9 else { return nil }
        let hundredths = Int(elapsed * 100 + 0.5)
        let fraction = hundredths % 100
        return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction) s"
    }
}
