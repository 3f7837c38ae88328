internal import Basics
internal import Diagnostics

/// Changes for a reviewer, contract by contract and element by element, the gravest first, both places, and at the end
/// of each contract what the changes ask of its version.
///
///     accounts (accounts.odcs.yaml, 1.4.0 to 1.5.0)
///       accounts.iban
///         error[compatibility/property-removed]: the property `iban` is gone (breaking for those who read the data)
///           new  accounts.odcs.yaml:12:11
///           old  main:accounts.odcs.yaml:16:15  iban
///           = help: mark it deprecated, give notice, and remove it in a later major version
///       The changes ask for a major version; 1.4.0 to 1.5.0 is minor, which is too little. Suggested: 2.0.0.
struct BreakingText {
    private(set) var text: TextWriter
    private let findings: [Finding]
    private let comparisons: [Contract: ChangeReport]
    private let style: ReportStyle
    private var explained: Set<String> = []

    private struct Contract: Hashable {
        var file: String
        var id: String?
    }

    private static let versionRule = "compatibility/version-bump"
    private static let gutter = 7

    init(_ text: TextWriter, _ report: Report, _ comparisons: [ChangeReport], _ style: ReportStyle) {
        self.text = text
        self.style = style
        findings = report.findings.filter { $0.severity >= style.leastOfText }
        self.comparisons = Dictionary(
            comparisons.map { (Contract(file: $0.new.file, id: ($0.new.id ?? $0.old.id)?.shortened(to: 500)), $0) },
            uniquingKeysWith: { first, _ in first })
    }

    mutating func write() {
        let findings = findings
        let contracts = Self.grouped(findings.indices) {
            Contract(file: findings[$0].place.file, id: findings[$0].contract)
        }
        for (contract, indices) in contracts {
            let comparison = comparisons[contract]
            writeHeading(contract, comparison)
            let versions = indices.filter { findings[$0].rule == Self.versionRule }
            let changes = indices.filter { findings[$0].rule != Self.versionRule }
            for (element, own) in Self.grouped(changes, by: { findings[$0].element }) {
                if let element {
                    text.out.write("  ")
                    text.write(UnsafeText.escaped(element), in: .strong)
                    text.out.write("\n")
                }
                let gravest = own.sorted { a, b in
                    let (first, second) = (findings[a].severity, findings[b].severity)
                    return first == second ? a < b : first > second
                }
                for index in gravest {
                    write(findings[index], comparison != nil, at: element == nil ? "  " : "    ")
                }
            }
            for index in versions { write(findings[index], true, at: "  ") }
            if let comparison, versions.isEmpty {
                text.out.write("  ")
                text.out.write(safe: ChangeWords.version(comparison))
                text.out.write("\n")
            }
            text.out.write("\n")
        }
    }

    /// Groups of what shares a key, in the order in which the keys come.
    private static func grouped<Items: Sequence<Int>, Key: Hashable>(
        _ items: Items, by key: (Int) -> Key
    ) -> [(Key, [Int])] {
        var places: [Key: Int] = [:]
        var groups: [(Key, [Int])] = []
        for item in items {
            let own = key(item)
            if let place = places[own] {
                groups[place].1.append(item)
            } else {
                places[own] = groups.count
                groups.append((own, [item]))
            }
        }
        return groups
    }

    /// `accounts (accounts.odcs.yaml, 1.4.0 to 1.5.0)`
    private mutating func writeHeading(_ contract: Contract, _ comparison: ChangeReport?) {
        text.begin(.strong)
        text.out.write(safeAtLineStart: contract.id ?? contract.file)
        text.end()
        var facts = contract.id == nil ? [] : [contract.file]
        switch (comparison?.old.version, comparison?.new.version) {
        case (let old?, let new?): facts.append(old == new ? old : "\(old) to \(new)")
        case (nil, let version?), (let version?, nil): facts.append(version)
        case (nil, nil): break
        }
        if !facts.isEmpty { text.out.write(safe: " (" + facts.joined(separator: ", ") + ")") }
        text.out.write("\n")
    }

    /// - Parameter isPair: whether both versions have the contract.
    private mutating func write(_ finding: Finding, _ isPair: Bool, at margin: String) {
        text.out.write(margin)
        let label = text.writeLabel(finding.severity, finding.rule, finding.provenance.enforcement)
        let indent = margin.utf8.count
        text.write(words: finding.message, from: indent + label, indent: indent + 4)
        text.out.write("\n")
        // What is gone has a place in the earlier version alone.
        if isPair || finding.related.isEmpty {
            write(finding.place, as: isPair ? "new" : "at ", finding.change?.change.new.value, margin)
        }
        for related in finding.related {
            write(related.place, as: isPair ? "old" : "was", finding.change?.change.old.value, margin)
        }
        // What hurts nobody needs no way out.
        if finding.severity > .info {
            let gutter = Self.gutter - (margin.utf8.count == 2 ? 2 : 0)
            text.write(finding.help, as: "help", gutter)
            if let exception = finding.exception { text.write(exception, isCounted: true, gutter) }
            if finding.reason != nil, explained.insert(finding.rule).inserted {
                text.write(finding.reason, as: "why", gutter)
            }
            if style.verbose { text.writeReferences(of: finding, gutter) }
        }
    }

    private mutating func write(_ place: Place, as label: String, _ value: String?, _ margin: String) {
        text.out.write("\(margin)    \(label)  ")
        text.out.write(place: place)
        if let value {
            text.out.write("  ")
            text.out.write(safe: value.shortened(to: 100))
        }
        text.out.write("\n")
    }
}
