/// Findings of one run: sorted, numbered, the same for the same input whatever the number of threads.
package struct Report: Sendable {
    /// Kind of a checked document.
    package enum DocumentKind: String, Sendable { case contract, product, agreement }

    /// One document that was checked, clean or not.
    package struct Document: Hashable, Sendable {
        package var file: String
        package var kind: DocumentKind
        /// The document's own id, if it has one.
        package var id: String?
        /// The byte offset where the document starts in its file: tells the findings of several documents apart.
        package var offset: Int
        /// By object the number of its properties, for reports for people; empty where nobody reads them.
        package var properties: [String: Int]

        package init(file: String, kind: DocumentKind, id: String?, offset: Int, properties: [String: Int] = [:]) {
            self.file = file
            self.kind = kind
            self.id = id
            self.offset = offset
            self.properties = properties
        }
    }

    /// Something that went wrong with the run itself (an unreadable file): exit code 2.
    package struct Failure: Hashable, Sendable {
        package var file: String?
        /// Place in the file, if it was read.
        package var position: Position?
        package var message: String

        package init(file: String? = nil, at position: Position? = nil, message: String) {
            self.file = file
            self.position = position
            self.message = message
        }

        /// `file` or `file:line:column`.
        package var place: String? {
            file.map { file in position.map { "\(file):\($0.line):\($0.column)" } ?? file }
        }

        fileprivate static func inOrder(_ a: Failure, _ b: Failure) -> Bool {
            let start = Position(line: 0, column: 0)
            return (a.file ?? "", a.position ?? start, a.message) < (b.file ?? "", b.position ?? start, b.message)
        }
    }

    package let toolVersion: String
    package let documents: [Document]
    package let findings: [Finding]
    /// Findings that do not count: each with what hides it.
    package let excepted: [Finding]
    /// Number of those that are hidden but not listed, by what hides them.
    private let unlisted: [Finding.Exception.Kind: Int]
    /// Fate of what was known before; nil: nobody asked.
    package let baseline: Baseline?
    package let failures: [Failure]
    /// The number of files that hold at least one document or finding.
    package let fileCount: Int
    /// The families of rules that were run (`yaml`, `standard`, …), in the order of the catalogue.
    ///
    /// Made each time it is asked for: most reports do without, and it takes every rule's description.
    package var families: [String] { makeFamilies() }
    private let makeFamilies: @Sendable () -> [String]
    /// Of a run that compared contracts with earlier versions: each pair that differs, without its changes, which are
    /// findings. Nil: of a run that did not.
    package let comparisons: [ChangeReport]?
    /// True for a finding that fails the run.
    package var fails: @Sendable (Finding) -> Bool = { $0.severity == .error && $0.provenance.enforcement > .advisory }

    /// Findings of a run compared with what was known before.
    package struct Baseline: Hashable, Sendable {
        /// A finding that was known and is not there any more.
        package struct Entry: Hashable, Sendable {
            package var fingerprint: String
            package var rule: String
            package var contract: String?
            package var file: String?
            package var element: String?
            package var message: String

            package init(
                fingerprint: String, rule: String, contract: String?, file: String?, element: String?, message: String
            ) {
                self.fingerprint = fingerprint
                self.rule = rule
                self.contract = contract
                self.file = file
                self.element = element
                self.message = message
            }
        }

        /// Number of findings that were known, so that they do not count.
        package var known: Int
        package var gone: [Entry]
        /// True when an earlier version of the contracts was asked, not a file.
        package var isEarlierVersion: Bool

        package init(known: Int, gone: [Entry], isEarlierVersion: Bool = false) {
            self.known = known
            self.gone = gone
            self.isEarlierVersion = isEarlierVersion
        }
    }

    /// Sorts by file, place, rule and message, and gives every finding its fingerprint.
    package init(
        toolVersion: String, documents: [Document], findings unsorted: consuming [Finding], failures: [Failure] = [],
        families: @autoclosure @escaping @Sendable () -> [String] = [], comparisons: [ChangeReport]? = nil
    ) {
        self.init(
            toolVersion: toolVersion, documents: documents, findings: SortedFindings(unsorted), failures: failures,
            families: families(), comparisons: comparisons)
    }

    /// - Parameters:
    ///   - families: evaluated when a reporter asks.
    ///   - hidesExcepted: whether what something hides is not among the findings.
    ///   - unlisted: how many more are hidden than there are findings.
    package init(
        toolVersion: String, documents: [Document], findings sorted: consuming SortedFindings, failures: [Failure] = [],
        families: @autoclosure @escaping @Sendable () -> [String] = [], hidesExcepted: Bool = true,
        unlisted: [Finding.Exception.Kind: Int] = [:], baseline: Baseline? = nil, comparisons: [ChangeReport]? = nil
    ) {
        self.toolVersion = toolVersion
        makeFamilies = families
        self.comparisons = comparisons?.sorted { ($0.new.file, $0.new.id ?? "") < ($1.new.file, $1.new.id ?? "") }
        self.documents = documents.sorted { ($0.file, $0.offset) < ($1.file, $1.offset) }
        self.failures = failures.sorted(by: Failure.inOrder)
        self.unlisted = unlisted
        self.baseline = baseline
        let (findings, excepted) = hidesExcepted ? sorted.split() : (sorted.all, [])
        self.excepted = excepted
        var files = Set(documents.lazy.map(\.file))
        // They come file by file, so that few names are looked up.
        for index in findings.indices where index == 0 || findings[index].place.file != findings[index - 1].place.file {
            files.insert(findings[index].place.file)
        }
        self.fileCount = files.count
        self.findings = findings
    }

    /// Report of this and of another look at the same files, by other rules: what both found counts once.
    package func joined(with other: Report) -> Report {
        struct Sight: Hashable {
            var rule: String
            var place: Place
            var message: String

            init(_ finding: Finding) { (rule, place, message) = (finding.rule, finding.place, finding.message) }
        }
        let own = findings + excepted
        let seen = Set(own.lazy.map(Sight.init))
        let added = (other.findings + other.excepted).filter { !seen.contains(Sight($0)) }
        let known = Set(documents.lazy.map { "\($0.offset) \($0.file)" })
        let failed = Set(failures)
        let (first, second) = (makeFamilies, other.makeFamilies)
        return Report(
            toolVersion: toolVersion,
            documents: documents + other.documents.filter { !known.contains("\($0.offset) \($0.file)") },
            findings: SortedFindings(merging: own + added),
            failures: failures + other.failures.filter { !failed.contains($0) }, families: first() + second(),
            unlisted: unlisted.merging(other.unlisted, uniquingKeysWith: +), baseline: baseline ?? other.baseline,
            comparisons: comparisons ?? other.comparisons)
    }

    package func count(of severity: Severity) -> Int {
        // By number, so that no finding is copied.
        findings.indices.lazy.filter { findings[$0].severity == severity }.count
    }

    package func count(of kind: DocumentKind) -> Int {
        documents.lazy.filter { $0.kind == kind }.count
    }

    /// Number of findings that something of a kind hides.
    package func count(of kind: Finding.Exception.Kind) -> Int {
        excepted.indices.lazy.filter { excepted[$0].exception?.kind == kind }.count + (unlisted[kind] ?? 0)
    }
}
