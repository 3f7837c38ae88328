internal import Diagnostics

/// The counts of a report, and the line for people that says them.
struct Tally {
    let errors: Int
    let warnings: Int
    let infos: Int
    let files: Int
    let contracts: Int
    let products: Int
    private let agreements: Int
    let failures: Int
    let waived: Int
    let suppressed: Int
    let known: Int
    private let isEarlierVersion: Bool

    init(_ report: Report) {
        errors = report.count(of: .error)
        warnings = report.count(of: .warning)
        infos = report.count(of: .info)
        files = report.fileCount
        contracts = report.count(of: .contract)
        products = report.count(of: .product)
        agreements = report.count(of: .agreement)
        failures = report.failures.count
        waived = report.count(of: .waiver)
        suppressed = report.count(of: .suppression)
        known = report.count(of: .baseline)
        isEarlierVersion = report.baseline?.isEarlierVersion ?? false
    }

    private var findings: [(severity: Severity, count: Int, noun: String)] {
        [(.error, errors, "error"), (.warning, warnings, "warning"), (.info, infos, "info")]
    }

    /// True when there is nothing to say.
    func isSilent(from least: Severity) -> Bool {
        failures == 0 && findings.allSatisfy { $0.count == 0 || $0.severity < least }
    }

    /// Such as `3 errors, 2 warnings in 5 files (4 contracts, 1 product), 0.12 s`. It quotes nothing from a contract.
    ///
    /// - Parameter style: nil: everything is listed, and no time is named.
    func closingLine(_ style: ReportStyle? = nil, from least: Severity) -> String {
        let listed = findings.filter { $0.severity >= least && $0.count > 0 }
        var line = listed.map { Self.count($0.count, $0.noun) }.joined(separator: ", ")
        let below = findings.filter { $0.severity < least && $0.count > 0 }
        if line.isEmpty {
            line = below.isEmpty ? "No findings" : least == .error ? "No errors" : "No errors or warnings"
        }
        line += " in " + Self.count(files, "file")
        let documents = [(contracts, "contract"), (products, "product"), (agreements, "agreement")].filter { $0.0 > 0 }
            .map(Self.count)
        if !documents.isEmpty { line += " (" + documents.joined(separator: ", ") + ")" }
        let left = style?.quiet ?? false ? [] : below
        let hidden =
            left.map { Self.count($0.count, $0.noun) + " not shown" + ($0.severity == .info ? " (--show info)" : "") }
            + [(waived, "waived"), (suppressed, "suppressed"), (known, isEarlierVersion ? "known" : "in the baseline")]
            .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        if !hidden.isEmpty { line += "; " + hidden.joined(separator: ", ") }
        if let time = style?.elapsed.flatMap(Self.seconds) { line += (hidden.isEmpty ? ", " : "; ") + time }
        if failures > 0 { line += "; the run is incomplete: " + Self.count(failures, "failure") }
        return line
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
