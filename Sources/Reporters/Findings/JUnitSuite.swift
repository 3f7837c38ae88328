internal import Diagnostics

/// The test cases that stand for one file: one for each document and family of rules.
struct JUnitSuite {
    struct Case {
        /// Group that a server puts the case into: the document.
        let classname: String
        /// The family of rules.
        let name: String
        /// The findings that make the case fail, in report order: those that fail the run.
        var failing: [Finding] = []
        /// The others.
        var notes: [Finding] = []
        /// Those that something hides.
        var excepted: [Finding] = []

        var isSkipped: Bool { failing.isEmpty && !excepted.isEmpty }
    }

    let file: String
    let cases: [Case]

    var failureCount: Int { cases.lazy.filter { !$0.failing.isEmpty }.count }
    var skippedCount: Int { cases.lazy.filter(\.isSkipped).count }

    /// The files of a report, in order: those with documents and those with findings.
    ///
    /// - Parameter least: the least severity that is listed.
    static func all(of report: Report, from least: Severity) -> [JUnitSuite] {
        var names = JUnitNames(report.documents)
        let families = report.families
        var documents = report.documents[...]
        var findings = report.findings[...]
        var excepted = report.excepted[...]
        var suites: [JUnitSuite] = []
        // Both lists are sorted by file: merge them.
        while let file = [documents.first?.file, findings.first?.place.file, excepted.first?.place.file]
            .compactMap({ $0 }).min()
        {
            let filesDocuments = documents.prefix { $0.file == file }
            let filesFindings = findings.prefix { $0.place.file == file }
            documents = documents.dropFirst(filesDocuments.count)
            findings = findings.dropFirst(filesFindings.count)
            let filesExcepted = excepted.prefix { $0.place.file == file }
            excepted = excepted.dropFirst(filesExcepted.count)
            let listed = filesFindings.filter { $0.severity >= least }[...]
            suites.append(
                suite(file, filesDocuments, listed, filesExcepted, families, report.fails, &names))
        }
        return suites
    }

    private static func suite(
        _ file: String, _ documents: ArraySlice<Report.Document>, _ findings: ArraySlice<Finding>,
        _ excepted: ArraySlice<Finding>, _ families: [String], _ fails: (Finding) -> Bool, _ names: inout JUnitNames
    ) -> JUnitSuite {
        var cases: [Case] = []
        var findings = findings
        var excepted = excepted
        // A file too broken to hold a document counts as one.
        let ids = documents.isEmpty ? [nil] : documents.map(\.id)
        // Where the next document starts, the findings of one end; what stands before the first belongs to the first.
        let ends = documents.dropFirst().map(\.offset) + [Int.max]
        for (id, end) in zip(ids, ends) {
            let own = findings.prefix { $0.offset < end }
            findings = findings.dropFirst(own.count)
            let hidden = excepted.prefix { $0.offset < end }
            excepted = excepted.dropFirst(hidden.count)
            cases += Self.cases(names.classname(id: id, file: file), own, hidden, families, fails)
        }
        return JUnitSuite(file: file, cases: cases)
    }

    private static func cases(
        _ classname: String, _ findings: ArraySlice<Finding>, _ excepted: ArraySlice<Finding>, _ families: [String],
        _ fails: (Finding) -> Bool
    ) -> [Case] {
        var cases = families.map { Case(classname: classname, name: $0) }
        var index = Dictionary(families.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        /// Never lose a finding, whatever the report says was run.
        func number(_ finding: Finding) -> Int {
            let family = String(finding.rule.prefix { $0 != "/" })
            if let known = index[family] { return known }
            index[family] = cases.count
            cases.append(Case(classname: classname, name: family))
            return cases.count - 1
        }
        for finding in excepted { cases[number(finding)].excepted.append(finding) }
        for finding in findings {
            let at = number(finding)
            if fails(finding) { cases[at].failing.append(finding) } else { cases[at].notes.append(finding) }
        }
        // A suite without cases would look as if nothing had been checked.
        return cases.isEmpty ? [Case(classname: classname, name: "contractlint")] : cases
    }
}

/// Gives each document a name that no other has: GitLab shows the first of the cases with the same class and name and
/// drops the others.
struct JUnitNames {
    private var documentsWithID: [String: Int] = [:]
    private var taken: Set<String> = []
    private var ordinals: [String: Int] = [:]

    init(_ documents: [Report.Document] = []) {
        for id in documents.compactMap(\.id) { documentsWithID[id, default: 0] += 1 }
    }

    /// The document's id; with the file when several documents have this id (two versions of a contract); the file when
    /// it has none. A number where that is still not enough.
    mutating func classname(id: String?, file: String) -> String {
        let name: String
        if let id, !id.isEmpty {
            name = documentsWithID[id] == 1 ? id : "\(id) (\(file))"
        } else {
            name = file
        }
        var candidate = name
        while !taken.insert(candidate).inserted {
            ordinals[name, default: 1] += 1
            candidate = "\(name) #\(ordinals[name]!)"
        }
        return candidate
    }
}
