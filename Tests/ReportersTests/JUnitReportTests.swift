import Diagnostics
import Foundation
import Reporters
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct JUnitReportTests {
    @Test func caseForEachDocumentAndFamily() {
        #expect(
            ReportFormat.junit.render(report([ordersFindings[0], ordersFindings[2]])) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="contractlint" tests="2" failures="1" errors="0" time="0">
                  <testsuite name="orders.odcs.yaml" tests="2" failures="1" errors="0" skipped="0" time="0">
                    <testcase name="yaml" classname="orders-v2" file="orders.odcs.yaml" time="0"/>
                    <testcase name="standard" classname="orders-v2" file="orders.odcs.yaml" time="0">
                      <failure message="&apos;clasification&apos; is no key of a schema object" type="standard/unknown-key">orders.odcs.yaml:6:5: error[standard/unknown-key]: &apos;clasification&apos; is no key of a schema object
                  help: did you mean &apos;classification&apos;?
                </failure>
                      <system-out>orders.odcs.yaml:1:13: info[standard/old-version]: v3.0.2 is not the newest version
                </system-out>
                    </testcase>
                  </testsuite>
                </testsuites>

                """)
    }

    @Test func severalFindingsShareOneFailure() throws {
        let earlier = ordersFindings[1]
        let later = Finding(
            rule: "standard/duplicate", severity: earlier.severity, message: earlier.message, place: earlier.place,
            related: earlier.related, offset: earlier.offset)
        var last = later
        last.offset += 1
        var strict = report([later, ordersFindings[0], last])
        strict.fails = { $0.severity >= .warning }
        let suites = try JUnit(strict).suites
        let failures = suites[0].cases[1].elements
        #expect(failures.count == 1)
        #expect(failures[0].attributes["message"] == "'clasification' is no key of a schema object (and 2 more)")
        #expect(failures[0].attributes["type"] == "standard/unknown-key")
        #expect(
            failures[0].text == """
                orders.odcs.yaml:6:5: error[standard/unknown-key]: 'clasification' is no key of a schema object
                  help: did you mean 'classification'?

                orders.odcs.yaml:7:5: warning[standard/duplicate]: 'name' stands here twice
                  orders.odcs.yaml:5:5: first here

                orders.odcs.yaml:7:5: warning[standard/duplicate]: 'name' stands here twice
                  orders.odcs.yaml:5:5: first here

                """)
    }

    /// A case fails by what fails the run; the rest is its output.
    @Test func whatFailsNothingIsOutput() throws {
        let cases = try JUnit(report(Array(ordersFindings[..<2]))).suites[0].cases
        #expect(cases.map { $0.elements.map(\.name) } == [["system-out"], ["failure"]])
        #expect(cases[0].elements[0].text.hasPrefix("orders.odcs.yaml:7:5: warning[yaml/duplicate-key]: "))
        var lenient = report(ordersFindings)
        lenient.fails = { _ in false }
        #expect(try JUnit(lenient).totals["failures"] == "0")
    }

    @Test func findingsBelongToTheDocumentThatStartsBeforeThem() throws {
        let documents = [10, 20, 30].map { Report.Document(file: "f", kind: .contract, id: "c\($0)", offset: $0) }
        let findings = [5, 19, 20, 99].map {
            Finding(
                rule: "yaml/x", severity: .error, message: "at \($0)",
                place: Place(file: "f", start: Position(line: 1, column: 1), end: Position(line: 1, column: 1)),
                offset: $0)
        }
        let cases = try JUnit(report(findings, documents: documents, families: ["yaml"])).suites[0].cases
        #expect(cases.map { $0.attributes["classname"] } == ["c10", "c20", "c30"])
        #expect(cases.map { $0.elements.first?.attributes["message"] } == ["at 5 (and 1 more)", "at 20", "at 99"])
    }

    @Test func suitesAreFilesWithDocumentsOrFindings() throws {
        let broken = Source("broken.yaml", "a: [")
        let documents = [ordersDocument, .init(file: "clean.yaml", kind: .product, id: nil, offset: 0)]
        let junit = try JUnit(
            report([broken.finding("yaml/syntax", .error, at: "[", "never closed")], documents: documents))
        #expect(junit.suites.map { $0.attributes["name"] } == ["broken.yaml", "clean.yaml", "orders.odcs.yaml"])
        #expect(junit.suites.map { $0.attributes["failures"] } == ["1", "0", "0"])
        #expect(junit.suites[0].cases.map { $0.attributes["classname"] } == ["broken.yaml", "broken.yaml"])
        #expect(junit.suites[1].cases.map { $0.attributes["classname"] } == ["clean.yaml", "clean.yaml"])
        #expect(junit.totals["tests"] == "6")
        #expect(junit.totals["failures"] == "1")
    }

    @Test func familyThatWasNotAnnouncedStillHasItsCase() throws {
        let findings = [ordersFindings[0]]
        let cases = try JUnit(report(findings, families: ["yaml"])).suites[0].cases
        #expect(cases.map { $0.attributes["name"] } == ["yaml", "standard"])
        #expect(try JUnit(report(families: [])).suites[0].cases.map { $0.attributes["name"] } == ["contractlint"])
    }

    /// GitLab drops all but the first of the cases with the same class and name.
    @Test func noTwoCasesAreNamedAlike() throws {
        let documents: [Report.Document] = [
            ("a.yaml", "orders", 0), ("b.yaml", "orders", 0), ("b.yaml", "orders", 9), ("c.yaml", nil, 0),
            ("c.yaml", nil, 9),
            ("c.yaml", "", 19), ("d.yaml", "c.yaml", 0),
        ].map { .init(file: $0, kind: .contract, id: $1, offset: $2) }
        let names = try JUnit(report(documents: documents, families: ["yaml"])).suites.flatMap(\.cases).map {
            $0.attributes["classname"]
        }
        #expect(
            names == [
                "orders (a.yaml)", "orders (b.yaml)", "orders (b.yaml) #2", "c.yaml", "c.yaml #2", "c.yaml #3",
                "c.yaml #4",
            ])
    }

    @Test func failuresAreErrorsInASuiteOfTheirOwn() throws {
        let failed = report(
            documents: [],
            failures: [
                .init(file: "b.yaml", message: "cannot be read"), .init(file: "b.yaml", message: "no"),
                .init(message: "git"),
            ])
        let junit = try JUnit(failed)
        #expect(junit.totals == ["name": "contractlint", "tests": "3", "failures": "0", "errors": "3", "time": "0"])
        #expect(junit.suites.count == 1)
        #expect(junit.suites[0].cases.map { $0.attributes["classname"] } == ["contractlint", "b.yaml", "b.yaml #2"])
        #expect(junit.suites[0].cases.map { $0.elements.first?.name } == ["error", "error", "error"])
        #expect(junit.suites[0].cases[1].elements[0].text == "error: b.yaml: cannot be read")
    }

    @Test func styleMakesNoDifferenceToFormatsForPrograms() {
        let style = ReportStyle(color: true, quiet: true, elapsed: 1, verbose: true)
        for format in [ReportFormat.json, .junit] {
            #expect(format.render(ordersReport, style: style) == format.render(ordersReport))
        }
    }

    @Test func specialCharactersAreText() throws {
        var finding = ordersFindings[0]
        finding.message = "a\r\n\tb ]]> <x y='1' z=\"2\"> &amp; \u{1B}\u{FFFE}\u{0}"
        finding.help = nil
        let output = ReportFormat.junit.render(report([finding]))
        #expect(
            output.contains(
                #"message="a&#13;&#10;&#9;b ]]&gt; &lt;x y=&apos;1&apos; z=&quot;2&quot;&gt; &amp;amp; \u{1B}\u{FFFE}\u{0}""#
            ))
        let failure = try JUnit(output).suites[0].cases[1].elements[0]
        let message = "a\r\n\tb ]]> <x y='1' z=\"2\"> &amp; \\u{1B}\\u{FFFE}\\u{0}"
        #expect(failure.attributes["message"] == message)
        #expect(failure.text == "orders.odcs.yaml:6:5: error[standard/unknown-key]: \(message)\n")
    }
}

/// A JUnit report read back as a CI server reads it.
struct JUnit {
    struct Element {
        var name: String
        var attributes: [String: String]
        var text = ""
    }
    struct Case {
        var attributes: [String: String]
        var elements: [Element] = []
    }
    struct Suite {
        var attributes: [String: String]
        var cases: [Case] = []
    }

    var totals: [String: String] = [:]
    var suites: [Suite] = []

    init(_ report: Report) throws {
        try self.init(ReportFormat.junit.render(report))
    }

    init(_ xml: String) throws {
        let parser = XMLParser(data: Data(xml.utf8))
        let reader = Reader()
        parser.delegate = reader
        try #require(parser.parse(), "not well-formed: \(String(describing: parser.parserError))")
        self = reader.junit
    }

    private init() {}

    private final class Reader: NSObject, XMLParserDelegate {
        var junit = JUnit()
        private var path: [String] = []

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String] = [:]
        ) {
            let last = junit.suites.count - 1
            switch path.count {
            case 0: junit.totals = attributes
            case 1: junit.suites.append(Suite(attributes: attributes))
            case 2: junit.suites[last].cases.append(Case(attributes: attributes))
            default:
                junit.suites[last].cases[junit.suites[last].cases.count - 1].elements.append(
                    Element(name: name, attributes: attributes))
            }
            path.append(name)
            let depth = ["testsuites", "testsuite", "testcase"]
            if path.count <= 3 { #expect(name == depth[path.count - 1]) } else { #expect(path.count == 4) }
        }

        func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
            path.removeLast()
        }

        func parser(_ parser: XMLParser, foundCharacters text: String) {
            guard path.count == 4 else { return }
            let suite = junit.suites.count - 1
            let test = junit.suites[suite].cases.count - 1
            let element = junit.suites[suite].cases[test].elements.count - 1
            junit.suites[suite].cases[test].elements[element].text += text
        }
    }
}
