/// What one run found: sorted, numbered, the same for the same input whatever the number of threads.
package struct Report: Sendable {
    /// What kind of document a checked document is.
    package enum DocumentKind: String, Sendable { case contract, product }

    /// One document that was checked, clean or not.
    package struct Document: Hashable, Sendable {
        package var file: String
        package var kind: DocumentKind
        /// The document's own id, if it has one.
        package var id: String?
        /// The byte offset where the document starts in its file: tells the findings of several documents apart.
        package var offset: Int

        package init(file: String, kind: DocumentKind, id: String?, offset: Int) {
            self.file = file
            self.kind = kind
            self.id = id
            self.offset = offset
        }
    }

    /// Something that went wrong with the run itself (an unreadable file): exit code 2.
    package struct Failure: Hashable, Sendable {
        package var file: String?
        /// Where in the file, if it was read.
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
    package let failures: [Failure]
    /// The number of files that hold at least one document or finding.
    package let fileCount: Int
    /// The families of rules that were run (`yaml`, `standard`, …), in the order of the catalogue.
    package let families: [String]
    /// Of a run that compared contracts with earlier versions: each pair that differs, without its changes, which are
    /// findings. Nil: of a run that did not.
    package let comparisons: [ChangeReport]?

    /// Sorts by file, place, rule and message, and gives every finding its fingerprint.
    package init(
        toolVersion: String, documents: [Document], findings unsorted: consuming [Finding], failures: [Failure] = [],
        families: [String] = [], comparisons: [ChangeReport]? = nil
    ) {
        self.toolVersion = toolVersion
        self.families = families
        self.comparisons = comparisons?.sorted { ($0.new.file, $0.new.id ?? "") < ($1.new.file, $1.new.id ?? "") }
        self.documents = documents.sorted { ($0.file, $0.offset) < ($1.file, $1.offset) }
        self.failures = failures.sorted(by: Failure.inOrder)
        var findings = unsorted
        Self.sort(&findings)
        Fingerprint.assign(to: &findings)
        var files = Set(documents.lazy.map(\.file))
        // They come file by file, so that few names are looked up.
        for index in findings.indices where index == 0 || findings[index].place.file != findings[index - 1].place.file {
            files.insert(findings[index].place.file)
        }
        self.fileCount = files.count
        self.findings = findings
    }

    package func count(of severity: Severity) -> Int {
        // By number, so that no finding is copied.
        findings.indices.lazy.filter { findings[$0].severity == severity }.count
    }

    package func count(of kind: DocumentKind) -> Int {
        documents.lazy.filter { $0.kind == kind }.count
    }

    /// Findings are large, and mostly in order already: their numbers are sorted, and each is moved once at most.
    private static func sort(_ findings: inout [Finding]) {
        let order = findings.withUnsafeBufferPointer { all in all.indices.sorted { inOrder(all[$0], all[$1]) } }
        if zip(order, order.dropFirst()).allSatisfy({ $0 < $1 }) { return }
        findings = order.map { findings[$0] }
    }

    private static func inOrder(_ a: Finding, _ b: Finding) -> Bool {
        if a.place.file != b.place.file { return a.place.file < b.place.file }
        if a.offset != b.offset { return a.offset < b.offset }
        if a.place.end != b.place.end { return a.place.end < b.place.end }
        if a.rule != b.rule { return a.rule < b.rule }
        if a.message != b.message { return a.message < b.message }
        return (a.clause ?? "") < (b.clause ?? "")
    }
}
