package import Compatibility
internal import ContractModel
package import Diagnostics
internal import Governance
internal import YAMLTree

/// Compares contracts with their earlier versions, file by file, side by side. The result does not depend on the number of
/// threads.
package struct BreakingRun {
    package let heads: [VersionedFile]
    package let bases: [VersionedFile]
    /// By file of the head, the file of the base that has its path.
    package let counterparts: [Int?]
    package let jobs: Int
    package let withExcerpts: Bool
    /// The day that decides which rules are in force, in days since 1970-01-01.
    package let today: Int
    /// A configuration's options with what the command line says.
    package let options: @Sendable (ComparisonOptions) -> ComparisonOptions
    /// What came before the base; nil: nothing that could be asked.
    package let history: GitHistory?

    package init(
        heads: [VersionedFile], bases: [VersionedFile], counterparts: [Int?], jobs: Int, withExcerpts: Bool,
        today: Int, options: @escaping @Sendable (ComparisonOptions) -> ComparisonOptions, history: GitHistory?
    ) {
        self.heads = heads
        self.bases = bases
        self.counterparts = counterparts
        self.jobs = jobs
        self.withExcerpts = withExcerpts
        self.today = today
        self.options = options
        self.history = history
    }

    package struct Outcome {
        package var documents: [Report.Document] = []
        package var findings: [Finding] = []
        package var failures: [Report.Failure] = []
        /// What each pair asks of its version.
        package var comparisons: [ChangeReport] = []
        /// Rules that could not judge a change for want of a fact.
        package var unknown: Set<String> = []

        /// What this and a comparison by other configurations found together: nothing twice, and the graver word stands.
        package consuming func merged(with other: Outcome) -> Outcome {
            let others = Dictionary(grouping: other.findings, by: \.place.file)
            var own = Dictionary(grouping: findings, by: \.place.file)
            for (file, added) in others {
                let merged = FileResult(findings: own[file] ?? []).merged(with: FileResult(findings: added))
                own[file] = merged.findings
            }
            findings = own.sorted { $0.key < $1.key }.flatMap(\.value)
            documents += other.documents.filter { !documents.contains($0) }
            failures += other.failures.filter { !failures.contains($0) }
            unknown.formUnion(other.unknown)
            for comparison in other.comparisons {
                if let index = comparisons.firstIndex(where: { $0.new == comparison.new && $0.old == comparison.old }) {
                    if comparisons[index].minimumBump < comparison.minimumBump { comparisons[index] = comparison }
                } else {
                    comparisons.append(comparison)
                }
            }
            return self
        }

        fileprivate mutating func add(_ found: Found) {
            findings += found.findings
            failures += found.failures.map(Report.Failure.init)
            comparisons += found.comparisons
            unknown.formUnion(found.unknown)
        }
    }

    /// What one comparison gave: plain values.
    fileprivate struct Found: Sendable {
        package var findings: [Finding] = []
        package var failures: [RuleFailure] = []
        package var comparisons: [ChangeReport] = []
        package var unknown: Set<String> = []

        package init() {}

        package init(_ changes: ChangeFindings) {
            findings = changes.findings
            failures = changes.failures
            comparisons = changes.comparisons
            unknown = changes.unknown
        }
    }

    /// What a file of the head is compared with.
    private struct Work {
        /// The contract's number among the documents of its file, and the same for its earlier version.
        package var pairs: [(new: Int, base: Int, old: Int)] = []
        package var added: [Int] = []
        /// Of a file of the base.
        package var removed: [Int] = []
    }

    package func run() -> Outcome {
        // What has not changed is not looked at a second time.
        var same: [Int: Int] = [:]
        var uses: [Int: Int] = [:]
        for (head, base) in counterparts.enumerated() {
            guard let base else { continue }
            uses[base, default: 0] += 1
            if bases[base].fault == nil, heads[head].raw == bases[base].raw { same[base] = head }
        }
        let (known, shared) = (same, uses)
        let looks = sideBySide(heads.count, jobs: jobs) { index -> Look in
            guard let base = counterparts[index], known[base] == nil, shared[base] == 1 else {
                return Look(head: VersionText(heads[index]))
            }
            return look(at: heads[index], bases[base])
        }
        var seen = known
        for (head, look) in looks.enumerated() where look.base != nil {
            if let base = counterparts[head] { seen[base] = head }
        }
        let lookedAt = seen
        let headTexts = looks.map(\.head)
        let baseTexts = sideBySide(bases.count, jobs: jobs) { index -> VersionText in
            guard let head = lookedAt[index] else { return VersionText(bases[index]) }
            return looks[head].base ?? headTexts[head]
        }
        var outcome = Outcome()
        for text in headTexts {
            outcome.documents += text.documents
            if let failure = text.failure { outcome.failures.append(failure) }
        }
        for (index, text) in baseTexts.enumerated() where known[index] == nil {
            if let failure = text.failure { outcome.failures.append(failure) }
        }
        var pairing = ContractPairing()
        // A file that cannot be read on one side says nothing of what is missing on the other.
        for (head, base) in counterparts.enumerated() {
            guard let base, headTexts[head].failure != nil else { continue }
            for contract in baseTexts[base].contracts.indices {
                pairing.excuse(ContractPairing.Member(file: base, contract: contract))
            }
        }
        pairing.pair(heads: headTexts, bases: baseTexts, counterparts: counterparts)
        let compared = Set(looks.indices.filter { looks[$0].found != nil })
        let works = works(headTexts, baseTexts, pairing, same, compared)
        let results = sideBySide(works.count, jobs: jobs) { compare(works[$0], $0) }
        for look in looks { if let found = look.found { outcome.add(found) } }
        for result in results { outcome.add(result) }
        return outcome
    }

    // MARK: The two sides of one file

    /// What one look at a file of the head gave, and at the file of the base that has its path.
    private struct Look: Sendable {
        package var head: VersionText
        package var base: VersionText?
        /// Nil: what is to be compared with what is not known yet.
        package var found: Found?
    }

    /// Nearly all files hold one contract with the id that it had before. Wherever else this id may be, these two are a
    /// pair, and can be compared while their trees are there.
    private func look(at file: VersionedFile, _ base: VersionedFile) -> Look {
        let (tree, oldTree) = (VersionText.tree(file), VersionText.tree(base))
        let (documents, old) = (VersionText.documents(tree), VersionText.documents(oldTree))
        var look = Look(head: VersionText(file, tree, documents), base: VersionText(base, oldTree, old))
        guard look.head.contracts.count == 1, let own = look.head.contracts.first, let id = own.id,
            look.base?.contracts.count == 1, let other = look.base?.contracts.first, other.id == id
        else { return look }
        var findings = ChangeFindings(file.configuration, withExcerpts: withExcerpts, today: today)
        compare(old[other.index], base, documents[own.index], file, &findings)
        look.found = Found(findings)
        return look
    }

    // MARK: Across files

    /// First those of the head's files, then those of the base's.
    private func works(
        _ headTexts: [VersionText], _ baseTexts: [VersionText], _ pairing: ContractPairing, _ same: [Int: Int],
        _ compared: Set<Int>
    ) -> [Work] {
        var works = [Work](repeating: Work(), count: heads.count + bases.count)
        for (file, text) in headTexts.enumerated() where !compared.contains(file) {
            for (index, contract) in text.contracts.enumerated() {
                let head = ContractPairing.Member(file: file, contract: index)
                guard let base = pairing.earlier[head] else {
                    // Its earlier version may be what cannot be read.
                    if counterparts[file].map({ baseTexts[$0].failure == nil }) ?? true {
                        works[file].added.append(contract.index)
                    }
                    continue
                }
                if same[base.file] == file, base.contract == index { continue }
                let old = baseTexts[base.file].contracts[base.contract].index
                works[file].pairs.append((contract.index, base.file, old))
            }
        }
        for (file, text) in baseTexts.enumerated() where bases[file].isInScope {
            for (index, contract) in text.contracts.enumerated()
            where !pairing.isTaken(ContractPairing.Member(file: file, contract: index)) {
                works[heads.count + file].removed.append(contract.index)
            }
        }
        return works
    }

    private func compare(_ work: Work, _ index: Int) -> Found {
        if index >= heads.count { return removals(work, bases[index - heads.count]) }
        if work.pairs.isEmpty, work.added.isEmpty { return Found() }
        let file = heads[index]
        let documents = VersionText.documents(VersionText.tree(file))
        var findings = ChangeFindings(file.configuration, withExcerpts: withExcerpts, today: today)
        var old: (file: Int, documents: [ContractDocument])?
        for pair in work.pairs {
            // Contracts of one file come from one file as a rule.
            if old?.file != pair.base {
                old = (pair.base, VersionText.documents(VersionText.tree(bases[pair.base])))
            }
            guard let before = old?.documents, before.indices.contains(pair.old), documents.indices.contains(pair.new)
            else { continue }
            compare(before[pair.old], bases[pair.base], documents[pair.new], file, &findings)
        }
        for number in work.added where documents.indices.contains(number) {
            findings.add(newContract: documents[number])
        }
        return Found(findings)
    }

    private func compare(
        _ old: ContractDocument, _ base: VersionedFile, _ new: ContractDocument, _ file: VersionedFile,
        _ findings: inout ChangeFindings
    ) {
        var options = options(file.configuration.comparison)
        guard let history else { return findings.add(Comparison(old: old, new: new, options: options).run()) }
        options.deprecatedSince = history.deprecatedSince(old, base, property: options.deprecationProperty)
        let released = options.isTransitive ? history.released(old, base) : []
        let result = Comparison(old: old, new: new, options: options, earlier: released.map(\.document)).run()
        findings.add(result)
        var said = Set(result.changes.map { "\($0.id) \($0.element ?? "")" })
        for version in released {
            let earlier = Comparison(old: version.document, new: new, options: options).run()
            findings.add(graveChangesOf: earlier, since: version.name, except: &said)
        }
    }

    private func removals(_ work: Work, _ file: VersionedFile) -> Found {
        if work.removed.isEmpty { return Found() }
        var findings = ChangeFindings(file.configuration, withExcerpts: withExcerpts, today: today)
        let documents = VersionText.documents(VersionText.tree(file))
        for number in work.removed where documents.indices.contains(number) {
            findings.add(removedContract: documents[number], from: file.workingName)
        }
        return Found(findings)
    }
}
