internal import Basics
package import ContractModel
package import Diagnostics

/// Two versions of one contract, and what changed between them.
package struct Comparison {
    private let old: ContractDocument
    private let new: ContractDocument
    private let options: ComparisonOptions
    private let earlier: [ContractDocument]

    /// - Parameter earlier: versions before the old one, so that a name that was given up and comes back with another
    ///   type is found.
    package init(
        old: ContractDocument, new: ContractDocument, options: ComparisonOptions = ComparisonOptions(),
        earlier: [ContractDocument] = []
    ) {
        self.old = old
        self.new = new
        self.options = options
        self.earlier = earlier
    }

    package func run() -> ComparisonResult {
        guard let before = ContractVersion(old), let after = ContractVersion(new) else {
            return ComparisonResult(old: old, new: new, options: options, changes: [], isComparable: false)
        }
        var comparison = ContractComparison(
            before, after, earlier: earlier.compactMap(ContractVersion.init), options)
        comparison.run()
        return ComparisonResult(
            old: old, new: new, options: options, changes: comparison.list.sorted(), isComparable: true)
    }
}

/// Result of a comparison.
package struct ComparisonResult {
    package let old: ContractDocument
    package let new: ContractDocument
    package let options: ComparisonOptions
    /// In the order of the new file; the same for the same input.
    package let changes: [Change]
    /// True when both are contracts: products, and documents that are no mapping, are not compared.
    package let isComparable: Bool
    /// True when a file broke off inside a document: what is missing there may have been meant to come.
    package let isPartial: Bool
    /// True when the changes count: nobody relies on a draft yet.
    package let isGated: Bool
    package let gate: VersionGate

    init(
        old: ContractDocument, new: ContractDocument, options: ComparisonOptions, changes: [Change],
        isComparable: Bool
    ) {
        self.old = old
        self.new = new
        self.options = options
        self.changes = changes
        self.isComparable = isComparable
        isPartial = old.isIncomplete || new.isIncomplete
        isGated = Lifecycle(old.rootElement?.text(.status)) != .draft
        gate = VersionGate(
            old: old.rootElement?.text(.version), new: new.rootElement?.text(.version),
            changes: changes.map(\.bump).max() ?? .none, today: options.today)
    }

    /// True when the new version says that it breaks the old one, by a rise as great as Semantic Versioning asks for, and the
    /// organisation lets such a version pass.
    package var isAllowedToBreak: Bool {
        guard options.majorAllows, gate.outcome == .satisfied, let declared = declaredBump else { return false }
        // Below 1.0.0 minor takes major's role; whoever relies on a prerelease of such a version knows that it may still change.
        let before = old.rootElement?.text(.version).flatMap(SemanticVersion.init)
        return declared == .major || (before?.major == 0 && declared == .minor)
            || (before.map { !$0.prerelease.isEmpty && $0.patch == 0 && ($0.minor == 0 || $0.major == 0) } ?? false)
    }

    package var minimumBump: Bump { gate.minimumBump }
    package var declaredBump: Bump? { gate.declaredBump }
    package var suggestedVersion: String? { gate.suggestedVersion }
    /// True when nothing changed that data or service depend on.
    package var isWordsAlone: Bool { changes.allSatisfy { $0.full == .informational } }
    /// The gravest verdict of the profile; nil where nothing changed.
    package var worst: Verdict? { changes.map(\.verdict).max() }
}
