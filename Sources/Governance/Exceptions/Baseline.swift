internal import Basics
package import ContractModel
package import Diagnostics
internal import NativeRules
internal import YAMLTree

/// Findings that are known and do not count, by their fingerprints.
///
/// Rules that allow no exception are never in it, and neither is what stands for findings that are not listed.
package struct Baseline: Sendable {
    package typealias Entry = Report.Baseline.Entry

    /// In the order in which they are written.
    package private(set) var entries: [Entry]
    private let fingerprints: Set<String>

    package init(_ entries: [Entry]) {
        var seen: Set<String> = []
        self.entries = entries.filter { seen.insert($0.fingerprint).inserted }.sorted {
            Self.key($0) < Self.key($1)
        }
        fingerprints = seen
    }

    private static func key(_ entry: Entry) -> (String, String, String, String, String) {
        (
            entry.contract ?? "", entry.file ?? "", entry.rule, (entry.element ?? "") + "\u{0}" + entry.message,
            entry.fingerprint
        )
    }

    /// The findings that count today.
    package init(of findings: SortedFindings) {
        self.init(
            findings.all.filter { !$0.isExcepted && Self.canHold($0) }.map { finding in
                Entry(
                    fingerprint: finding.fingerprint, rule: finding.rule, contract: finding.contract,
                    file: finding.contract == nil ? finding.place.file : nil, element: finding.element,
                    message: finding.message.shortened(to: 200))
            })
    }

    package static func canHold(_ finding: Finding) -> Bool {
        if finding.standsForMore { return false }
        // What is wrong with a comment may be known; what is wrong with a waiver is for somebody to decide.
        if finding.descriptor.pack == GovernanceRules.pack[...] { return finding.contract != nil }
        return finding.descriptor.allowsExceptions
    }

    /// Reads a file.
    package init(name: String, raw: [UInt8]) throws(OwnFile.Invalid) {
        var limits = YAMLLimits()
        limits.fileBytes = Self.mostBytes
        limits.nodes = 200_000_000
        var file = OwnFile(
            name: name, raw: raw, as: .baseline, limits: limits,
            empty: ("the file holds no baseline", "write it with --write-baseline"))
        file.demandFirstForm(
            "the baseline was written by another version of contractlint", help: "write it anew with --write-baseline")
        try file.demandSound()
        self.init(
            (file.root?.elements(.findings) ?? []).map { element in
                Entry(
                    fingerprint: element.text(.fingerprint) ?? "", rule: element.text(.rule) ?? "",
                    contract: element.text(.contract), file: element.text(.file), element: element.text(.element),
                    message: element.text(.message) ?? "")
            })
    }

    /// The most bytes of a file.
    package static let mostBytes = 512 << 20

    package var isEmpty: Bool { entries.isEmpty }

    package func contains(_ fingerprint: String) -> Bool { fingerprints.contains(fingerprint) }

    /// The entries that this holds and another does not.
    package func subtracting(_ other: Baseline) -> [Entry] { entries.filter { !other.contains($0.fingerprint) } }

    package func filter(_ isIncluded: (Entry) -> Bool) -> Baseline { Baseline(entries.filter(isIncluded)) }

    package func union(_ other: Baseline) -> Baseline { Baseline(entries + other.entries) }
}
