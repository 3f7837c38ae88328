internal import Compatibility
internal import ContractModel
internal import Diagnostics
internal import Governance
internal import YAMLTree

/// Compares contracts with their earlier versions, file by file, side by side.
struct ComparisonRun: Sendable {
    let sides: ComparisonSides
    let jobs: Int
    let withExcerpts: Bool
    /// Exceptions that can hide the findings, and the day that decides which rules are in force.
    let exceptions: ComparisonExceptions
    /// A configuration's options with what was asked for.
    let options: @Sendable (ComparisonOptions) -> ComparisonOptions

    private var heads: [VersionedFile] { sides.heads }
    private var bases: [VersionedFile] { sides.bases }

    func run() -> RunResult {
        let looks = looks()
        let texts = texts(looks)
        var result = results(looks, texts)
        for text in texts.heads {
            result.documents += text.documents
            if let failure = text.failure { result.failures.append(failure) }
        }
        if let fault = sides.history?.fault { result.failures.append(Report.Failure(message: fault)) }
        // What cannot be read, and nobody asks about, was no contract then either.
        let asked = sides.askedBases
        for (index, text) in texts.bases.enumerated() where texts.same[index] == nil && asked.contains(index) {
            if let failure = text.failure { result.failures.append(failure) }
            if sides.isOneFile, text.failure == nil, text.contracts.isEmpty {
                result.failures.append(
                    Report.Failure(file: bases[index].name, message: "holds no data contract to compare with"))
            }
        }
        return result
    }

    private func results(_ looks: [Look], _ texts: Texts) -> RunResult {
        let results = sides.views.indices.map { result(of: $0, looks, texts) }
        return results.dropFirst().reduce(results[0]) { $0.merged(with: $1) }
    }

    // MARK: The two sides of one file

    /// One look at a file of the head, and at the file of the base that has its path.
    private struct Look: Sendable {
        var head: VersionText
        var base: VersionText?
        /// For each view what the comparison of the two gave; none: what is to be compared with what is not known yet.
        var found: [FileResult?] = []
        /// The head's contracts, for who compares them later; nil: the file is read anew.
        var kept: Handed<ParsedFile>?
    }

    private struct ParsedFile {
        let tree: YAMLTree
        let documents: [ContractDocument]

        init(_ file: VersionedFile) {
            tree = VersionText.tree(file)
            documents = VersionText.documents(tree)
        }
    }

    /// Trees take many times the room of their text: as much text of the head is kept as trees, and no more.
    private static let mostKept = 16 << 20

    private func looks() -> [Look] {
        // What has not changed is not looked at a second time.
        let same = same
        var uses: [Int: Int] = [:]
        for base in sides.counterparts { if let base { uses[base, default: 0] += 1 } }
        let (shared, size) = (uses, heads.reduce(0) { $0 + $1.raw.count })
        return sideBySide(heads.count, jobs: jobs) { index -> Look in
            let head = ParsedFile(heads[index])
            var look = Look(head: VersionText(heads[index], head.tree, head.documents))
            if let base = sides.counterparts[index], same[base] == nil, shared[base] == 1 {
                compare(head, index, base, &look)
            }
            let isUnchanged = sides.counterparts[index].map { same[$0] == index } ?? false
            if look.found.isEmpty, !isUnchanged, size <= Self.mostKept { look.kept = Handed(value: head) }
            return look
        }
    }

    /// By file of the base, the file of the head that holds the same.
    private var same: [Int: Int] {
        var same: [Int: Int] = [:]
        for (head, base) in sides.counterparts.enumerated() {
            if let base, bases[base].fault == nil, heads[head].raw == bases[base].raw { same[base] = head }
        }
        return same
    }

    /// Nearly all files hold one contract with the id that it had before. Wherever else this id may be, these two are a
    /// pair, and can be compared while their trees are there.
    private func compare(_ head: ParsedFile, _ index: Int, _ number: Int, _ look: inout Look) {
        let base = ParsedFile(bases[number])
        look.base = VersionText(bases[number], base.tree, base.documents)
        guard look.head.contracts.count == 1, let own = look.head.contracts.first, let id = own.id,
            look.base?.contracts.count == 1, let other = look.base?.contracts.first, other.id == id,
            sides.views.allSatisfy({ ($0.heads[index] == nil) == ($0.bases[number] == nil) })
        else { return }
        look.found = sides.views.map { view in
            guard let configuration = view.heads[index] else { return nil }
            var findings = findings(configuration, exceptions.ofFile(heads[index].name, head.tree))
            compare(base.documents[other.index], bases[number], head.documents[own.index], configuration, &findings)
            return findings.result
        }
    }

    // MARK: Across files

    private struct Texts {
        var heads: [VersionText]
        var bases: [VersionText]
        /// By file of the base, the file of the head that holds the same.
        var same: [Int: Int]
    }

    private func texts(_ looks: [Look]) -> Texts {
        let same = same
        var seen = same
        for (head, look) in looks.enumerated() where look.base != nil {
            if let base = sides.counterparts[head] { seen[base] = head }
        }
        let known = seen
        let bases = sideBySide(bases.count, jobs: jobs) { index -> VersionText in
            guard let head = known[index] else { return VersionText(self.bases[index]) }
            return looks[head].base ?? looks[head].head
        }
        return Texts(heads: looks.map(\.head), bases: bases, same: same)
    }

    /// Work on a file: what it is compared with.
    private struct Work {
        /// The contract's number among the documents of its file, and the same for its earlier version.
        var pairs: [(new: Int, base: Int, old: Int)] = []
        var added: [Int] = []
        /// Of a file of the base.
        var removed: [Int] = []
        /// True: the base holds the same file.
        var isUnchanged = false
    }

    private func result(of number: Int, _ looks: [Look], _ texts: Texts) -> RunResult {
        let view = sides.views[number]
        let heads = zip(texts.heads, view.heads).map { $1 == nil ? VersionText() : $0 }
        let bases = zip(texts.bases, view.bases).map { $1 == nil ? VersionText() : $0 }
        let counterparts = sides.counterparts.map { $0.flatMap { view.bases[$0] == nil ? nil : $0 } }
        var pairing = ContractPairing()
        // A file that cannot be read on one side says nothing of what is missing on the other.
        for (head, base) in counterparts.enumerated() {
            guard let base, heads[head].failure != nil else { continue }
            for contract in bases[base].contracts.indices {
                pairing.excuse(ContractPairing.Member(file: base, contract: contract))
            }
        }
        let aside = Set(bases.indices.filter { !(view.bases[$0]?.isInScope ?? false) })
        pairing.pair(heads: heads, bases: bases, counterparts: counterparts, aside: aside)
        var works = [Work](repeating: Work(), count: heads.count + bases.count)
        for (file, text) in heads.enumerated() where looks[file].found.isEmpty {
            for (index, contract) in text.contracts.enumerated() {
                guard let base = pairing.earlier[ContractPairing.Member(file: file, contract: index)] else {
                    // Its earlier version may be what cannot be read.
                    if counterparts[file].map({ bases[$0].failure == nil }) ?? true {
                        works[file].added.append(contract.index)
                    }
                    continue
                }
                if texts.same[base.file] == file, base.contract == index { continue }
                let old = bases[base.file].contracts[base.contract].index
                works[file].pairs.append((contract.index, base.file, old))
            }
        }
        for (file, text) in bases.enumerated() where view.bases[file]?.isInScope ?? false {
            for (index, contract) in text.contracts.enumerated()
            where !pairing.isTaken(ContractPairing.Member(file: file, contract: index)) {
                works[heads.count + file].removed.append(contract.index)
            }
        }
        for (base, file) in texts.same where view.bases[base] != nil { works[file].isUnchanged = true }
        let all = works
        var result = RunResult()
        for look in looks where !look.found.isEmpty { if let found = look.found[number] { result.add(found) } }
        let names = Dictionary(
            self.heads.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        for found in sideBySide(
            all.count, jobs: jobs,
            { index in
                index < heads.count
                    ? compare(all[index], index, view, looks[index].kept)
                    : removals(all[index], index - heads.count, view, names)
            })
        {
            result.add(found)
        }
        return result
    }

    private func compare(_ work: Work, _ index: Int, _ view: ComparisonSides.View, _ kept: Handed<ParsedFile>?)
        -> FileResult
    {
        guard let configuration = view.heads[index] else { return FileResult() }
        let hasComments = work.isUnchanged && ChangeFindings.mayHoldComments(heads[index].raw)
        if work.pairs.isEmpty, work.added.isEmpty, !hasComments { return FileResult() }
        let head = kept?.value ?? ParsedFile(heads[index])
        var findings = findings(configuration, exceptions.ofFile(heads[index].name, head.tree))
        if hasComments { findings.addLeftComments(of: head.tree) }
        var left = FileResult()
        var old: (file: Int, documents: [ContractDocument])?
        for pair in work.pairs {
            // Contracts of one file come from one file as a rule.
            if old?.file != pair.base { old = (pair.base, ParsedFile(bases[pair.base]).documents) }
            guard let before = old?.documents, before.indices.contains(pair.old),
                head.documents.indices.contains(pair.new)
            else { continue }
            compare(before[pair.old], bases[pair.base], head.documents[pair.new], configuration, &findings)
            // What governed it where it stood governs the change that takes it away from there.
            let former = bases[pair.base].configuration
            guard sides.counterparts[index] != pair.base, former.id != configuration.id else { continue }
            var others = self.findings(former, exceptions.ofFile(heads[index].name, head.tree))
            compare(before[pair.old], bases[pair.base], head.documents[pair.new], former, &others)
            var found = others.result
            found.failOn = former.failOn ?? .error
            left = left.merged(with: found)
        }
        for number in work.added where head.documents.indices.contains(number) {
            findings.add(newContract: head.documents[number])
        }
        return findings.result.merged(with: left)
    }

    private func removals(_ work: Work, _ index: Int, _ view: ComparisonSides.View, _ names: [String: Int])
        -> FileResult
    {
        guard let configuration = view.bases[index]?.configuration, !work.removed.isEmpty else { return FileResult() }
        let file = bases[index]
        // The file may be there all the same, with a comment on what it has lost.
        let head = names[file.workingName].map { VersionText.tree(heads[$0]) }
        var findings = findings(configuration, exceptions.ofFile(file.workingName, head))
        let documents = ParsedFile(file).documents
        for number in work.removed where documents.indices.contains(number) {
            findings.add(removedContract: documents[number], from: file.workingName)
        }
        return findings.result
    }

    // MARK: One contract

    private func compare(
        _ old: ContractDocument, _ base: VersionedFile, _ new: ContractDocument, _ configuration: Configuration,
        _ findings: inout ChangeFindings
    ) {
        var options = options(configuration.comparison)
        guard let history = sides.history else {
            return findings.add(Comparison(old: old, new: new, options: options).run(), from: base.placeName)
        }
        options.deprecatedSince = history.deprecatedSince(old, base, property: options.deprecationProperty)
        if !options.deprecatedSince.isEmpty { options.isHistoryCut = history.isCut }
        let released = options.isTransitive ? history.released(old, base, isOfAll: options.isOfAllMajors) : []
        let result = Comparison(old: old, new: new, options: options, earlier: released.map(\.document)).run()
        findings.add(result, from: base.placeName)
        var said = Set(result.changes.map { "\($0.id) \($0.element ?? "")" })
        for version in released {
            let earlier = Comparison(old: version.document, new: new, options: options).run()
            findings.add(graveChangesOf: earlier, since: version.name, from: base.placeName, except: &said)
        }
    }

    private func findings(_ configuration: Configuration, _ exceptions: FileExceptions?) -> ChangeFindings {
        ChangeFindings(configuration, exceptions, withExcerpts: withExcerpts, today: self.exceptions.today)
    }
}
