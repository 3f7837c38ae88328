package import Diagnostics
internal import NativeRules

/// Results that are kept from one run to the next: of a file that nothing but its own bytes, its configurations and the day
/// decide about. Without secrets, without exceptions: those are looked for anew.
extension FileResult {
    /// The result as bytes.
    ///
    /// - Parameters:
    ///   - name: of the file in reports, which is not written.
    ///   - rules: the rules that results name; those of this one come to them.
    /// - Returns: nil: it is not to be kept.
    package func kept(named name: String, _ rules: inout KeptRules) -> [UInt8]? {
        guard isOfItsFileAlone, failures.isEmpty, comparisons.isEmpty, unlisted.isEmpty, waivers.isEmpty, failOn == nil,
            findings.allSatisfy(\.isKept), ids.allSatisfy({ $0.exception == nil })
        else { return nil }
        var out = KeptWriter()
        out.write(byteCount)
        out.write(nodeCount)
        out.write(foreignStandard)
        out.write(each: unknown.sorted()) { $1.write($0) }
        out.write(each: objects) { $1.write(bits: $0) }
        out.write(each: documents) { document, out in
            out.write(document.kind.rawValue)
            out.write(document.id)
            out.write(document.offset)
            out.write(each: document.properties.sorted { $0.key < $1.key }) { property, out in
                out.write(property.key)
                out.write(property.value)
            }
        }
        out.write(each: ids) { id, out in
            out.write(id.id)
            out.write(id.version)
            out.write(id.kind.rawValue)
            out.write(id.place, named: name)
            out.write(id.route)
            out.write(id.offset)
            out.write(rules.number(of: id.rule))
        }
        out.write(each: findings) { finding, out in
            out.write(rules.number(of: finding.descriptor))
            out.write(finding.severity.rawValue)
            out.write(finding.message)
            out.write(finding.place, named: name)
            for text in [finding.route, finding.contract, finding.element, finding.clause, finding.help] {
                out.write(text)
            }
            out.write(each: finding.related) { related, out in
                out.write(related.place, named: name)
                out.write(related.message)
            }
            out.write(finding.subject)
            out.write(finding.offset)
        }
        out.write(each: strays) { stray, out in
            out.write(stray.finding)
            out.write(stray.reference)
            out.write(bits: stray.object)
        }
        return out.bytes
    }

    /// - Parameter rules: those that the results were written with.
    package init(
        kept bytes: UnsafeBufferPointer<UInt8>, named name: String, _ rules: [RuleDescriptor]
    ) throws(KeptReader.Damaged) {
        typealias Damaged = KeptReader.Damaged
        func rule(_ number: Int) throws(Damaged) -> RuleDescriptor {
            guard rules.indices.contains(number) else { throw Damaged() }
            return rules[number]
        }
        var bytes = KeptReader(bytes)
        self.init()
        byteCount = try bytes.number()
        nodeCount = try bytes.number()
        foreignStandard = try bytes.optionalText()
        unknown = Set(try bytes.list { bytes throws(Damaged) in try bytes.text() })
        objects = try bytes.list { bytes throws(Damaged) in try bytes.bits() }
        documents = try bytes.list { bytes throws(Damaged) in
            var document = Report.Document(
                file: name, kind: try bytes.word(Report.DocumentKind.self), id: try bytes.optionalText(),
                offset: try bytes.number())
            let properties = try bytes.list { bytes throws(Damaged) in (try bytes.text(), try bytes.number()) }
            document.properties = Dictionary(properties) { $1 }
            return document
        }
        ids = try bytes.list { bytes throws(Damaged) in
            ContractIDs.Entry(
                id: try bytes.text(), version: try bytes.optionalText(), kind: try bytes.word(Report.DocumentKind.self),
                place: try bytes.place(named: name), route: try bytes.optionalText(), offset: try bytes.number(),
                rule: try rule(try bytes.number()))
        }
        findings = try bytes.list { bytes throws(Damaged) in
            var finding = Finding(
                try rule(try bytes.number()), severity: try bytes.word(Severity.self), message: try bytes.text(),
                place: try bytes.place(named: name), route: try bytes.optionalText(),
                contract: try bytes.optionalText(), element: try bytes.optionalText(),
                clause: try bytes.optionalText(), help: try bytes.optionalText(),
                related: try bytes.list { bytes throws(Damaged) in
                    RelatedPlace(try bytes.place(named: name), try bytes.text())
                }, subject: try bytes.text(), offset: try bytes.number())
            finding.secrets = SourceSecrets.none
            return finding
        }
        let count = findings.count
        strays = try bytes.list { bytes throws(Damaged) in
            let stray = StrayReference(
                finding: try bytes.number(), reference: try bytes.text(), object: try bytes.bits())
            guard stray.finding >= 0, stray.finding < count else { throw Damaged() }
            return stray
        }
        guard bytes.isAtEnd else { throw Damaged() }
    }
}

extension Finding {
    fileprivate var isKept: Bool { exception == nil && change == nil && (secrets?.isEmpty ?? true) }
}

extension KeptWriter {
    fileprivate mutating func write(_ place: Place, named name: String) {
        write(place.file == name ? nil : place.file)
        for position in [place.start, place.end] {
            write(position.line)
            write(position.column)
        }
        write(place.excerpt != nil)
        guard let excerpt = place.excerpt else { return }
        write(excerpt.text)
        write(excerpt.markStart)
        write(excerpt.markLength)
        write(excerpt.isCutBefore)
        write(excerpt.isCutBehind)
    }
}

extension KeptReader {
    fileprivate mutating func place(named name: String) throws(Damaged) -> Place {
        let file = try optionalText() ?? name
        let start = Position(line: try number(), column: try number())
        let end = Position(line: try number(), column: try number())
        guard try truth() else { return Place(file: file, start: start, end: end) }
        return Place(
            file: file, start: start, end: end,
            excerpt: Excerpt(
                text: try text(), markStart: try number(), markLength: try number(), isCutBefore: try truth(),
                isCutBehind: try truth()))
    }
}
