internal import ContractModel
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

    package struct Invalid: Error {
        package let faults: [Report.Failure]
    }

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
    package init(name: String, raw: [UInt8]) throws(Invalid) {
        var limits = YAMLLimits()
        limits.fileBytes = Self.mostBytes
        limits.nodes = 200_000_000
        let tree = YAMLTree(name: name, raw: raw, vocabulary: .contracts, limits: limits)
        var issues = tree.issues.filter { $0.severity == .error }
        var entries: [Entry] = []
        if let document = tree.documents.first {
            let decoded = ContractDocument(tree, document, as: .baseline)
            issues += decoded.issues.map(\.issue)
            if let root = decoded.rootElement {
                if let version = root.value(.version), version.type == .integer, version.number != 1 {
                    issues.append(
                        Issue(
                            StandardRules.invalidValue, "the baseline was written by another version of contractlint",
                            at: version.range, help: "write it anew with --write-baseline"))
                }
                entries = root.elements(.findings).map { element in
                    Entry(
                        fingerprint: element.text(.fingerprint) ?? "", rule: element.text(.rule) ?? "",
                        contract: element.text(.contract), file: element.text(.file), element: element.text(.element),
                        message: element.text(.message) ?? "")
                }
            }
        } else if issues.isEmpty {
            issues.append(
                Issue(
                    StandardRules.missingKey, "the file holds no baseline", at: SourceRange(0, 0),
                    help: "write it with --write-baseline"))
        }
        guard issues.isEmpty else {
            throw Invalid(
                faults: issues.sorted { $0.range.start < $1.range.start }.prefix(20).map { issue in
                    Report.Failure(
                        file: name, at: tree.source.place(of: issue.range, withExcerpt: false).start,
                        message: issue.message + (issue.help.map { "; \($0)" } ?? ""))
                })
        }
        self.init(entries)
    }

    /// The most bytes of a file.
    package static let mostBytes = 512 << 20

    package var isEmpty: Bool { entries.isEmpty }

    package func contains(_ fingerprint: String) -> Bool { fingerprints.contains(fingerprint) }

    /// What this holds and another does not.
    package func subtracting(_ other: Baseline) -> [Entry] { entries.filter { !other.contains($0.fingerprint) } }

    package func filter(_ isIncluded: (Entry) -> Bool) -> Baseline { Baseline(entries.filter(isIncluded)) }

    package func union(_ other: Baseline) -> Baseline { Baseline(entries + other.entries) }
}
