internal import Diagnostics

/// The findings of a file as people read them: the gravest first, and what is said of many elements said once.
///
/// Programs read single findings; no group has a fingerprint.
struct FindingGroup {
    enum Form: Hashable {
        /// One finding by itself.
        case single
        /// Several rules about one document or one element, of which each misses something that nobody said.
        case topics
        /// One rule about several elements, in each of which something is missing: the noun for it, and the object or contract.
        case missing(topic: String, holder: String)
        /// One rule about several elements of an object, with one way out.
        case alike(holder: String)
    }

    let form: Form
    /// The document that they are about; nil: none could be read.
    let document: Report.Document?
    /// Numbers of the findings in their report, in its order.
    private(set) var members: [Int]

    private struct Key: Hashable {
        var form: Form
        var document: Int
        var severity: Severity
        var enforcement: Enforcement
        var element: String?
        var rule = ""
        var help = ""
    }

    /// The groups of each file with something to list: the files with the gravest findings first, then by name; in each the
    /// gravest first.
    ///
    /// - Parameters:
    ///   - least: the least severity that is listed.
    ///   - isGrouped: false: every finding by itself.
    static func byFile(_ report: Report, from least: Severity, isGrouped: Bool = true) -> [[FindingGroup]] {
        let findings = report.findings
        var files: [[FindingGroup]] = []
        var start = findings.startIndex
        var documents = report.documents[...]
        // Both lists are sorted by file.
        while start < findings.endIndex {
            let name = findings[start].place.file
            let end = findings[start...].firstIndex { $0.place.file != name } ?? findings.endIndex
            documents = documents.drop { $0.file < name }
            let members = (start..<end).filter { findings[$0].severity >= least }
            let own = documents.prefix { $0.file == name }
            if !members.isEmpty { files.append(all(findings, members, own, isGrouped: isGrouped)) }
            start = end
        }
        func gravest(_ groups: [FindingGroup]) -> Severity { findings[groups[0].members[0]].severity }
        return files.enumerated().sorted { a, b in
            let (first, second) = (gravest(a.element), gravest(b.element))
            return first == second ? a.offset < b.offset : first > second
        }.map(\.element)
    }

    /// - Parameters:
    ///   - members: the findings of one file that are listed, in their order.
    ///   - documents: those of the file, in their order.
    private static func all(
        _ findings: [Finding], _ members: [Int], _ documents: ArraySlice<Report.Document>, isGrouped: Bool
    ) -> [FindingGroup] {
        var places: [Key: Int] = [:]
        var groups: [FindingGroup] = []
        var rest = documents
        for member in members {
            // Findings come in the order of the documents.
            while rest.count > 1, rest[rest.startIndex + 1].offset <= findings[member].offset { rest.removeFirst() }
            let key = isGrouped ? key(findings[member], rest.first, number: rest.startIndex) : nil
            if let place = key.flatMap({ places[$0] }) {
                groups[place].members.append(member)
                continue
            }
            if let key { places[key] = groups.count }
            groups.append(FindingGroup(form: key?.form ?? .single, document: rest.first, members: [member]))
        }
        return withTopics(of: findings, groups).sorted { a, b in
            let (first, second) = (findings[a.members[0]].severity, findings[b.members[0]].severity)
            return first == second ? a.members[0] < b.members[0] : first > second
        }
    }

    /// The group that a finding may share with others; nil: it says something of its own.
    ///
    /// - Parameter number: of the document.
    private static func key(_ finding: Finding, _ document: Report.Document?, number: Int) -> Key? {
        // What has a story of its own is told by itself.
        if finding.exception != nil || !finding.related.isEmpty { return nil }
        var key = Key(
            form: .topics, document: number, severity: finding.severity, enforcement: finding.provenance.enforcement)
        guard let element = finding.element else { return finding.topic == nil ? nil : key }
        let holder = holder(of: element, document?.properties ?? [:])
        key.rule = finding.rule
        if let topic = finding.topic {
            key.form = .missing(topic: topic, holder: holder)
            return key
        }
        // Only where the message says which element it is about.
        guard finding.message.contains("`\(element)`") else { return nil }
        key.form = .alike(holder: holder)
        key.rule += finding.clause.map { " " + $0 } ?? ""
        key.help = finding.help ?? ""
        return key
    }

    /// Single findings of one element, of which several things are missing, together.
    private static func withTopics(of findings: [Finding], _ groups: [FindingGroup]) -> [FindingGroup] {
        var places: [Key: Int] = [:]
        var result: [FindingGroup] = []
        for group in groups {
            if group.members.count > 1 {
                result.append(group)
                continue
            }
            let finding = findings[group.members[0]]
            let single = FindingGroup(form: .single, document: group.document, members: group.members)
            guard case .missing = group.form else {
                result.append(single)
                continue
            }
            let key = Key(
                form: .topics, document: group.document?.offset ?? 0, severity: finding.severity,
                enforcement: finding.provenance.enforcement, element: finding.element)
            if let place = places[key] {
                result[place] = FindingGroup(
                    form: .topics, document: group.document, members: result[place].members + group.members)
            } else {
                places[key] = result.count
                result.append(single)
            }
        }
        return result
    }

    /// The object that a property lies in; empty: the element is an object itself, or lies in none.
    ///
    /// - Parameter objects: the document's, by whose names a dot in a name is told from one between two names.
    private static func holder(of element: String, _ objects: [String: Int]) -> String {
        if objects[element] != nil || element.contains(":") { return "" }
        var holder: String?
        for dot in element.indices where element[dot] == "." {
            let before = String(element[..<dot])
            if objects[before] != nil { holder = before }
        }
        return holder ?? element.firstIndex(of: ".").map { String(element[..<$0]) } ?? ""
    }
}
