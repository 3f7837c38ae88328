import Diagnostics
import Reporters
import Testing

/// What the text says once of many elements, and the other formats say of each.
@Suite struct FindingGroupTests {
    private static func finding(
        _ rule: String, _ element: String?, _ severity: Severity = .warning, line: Int, topic: String? = nil,
        _ message: String, help: String? = nil, clause: String? = nil
    ) -> Finding {
        let descriptor = RuleDescriptor(
            rule, severity, "", why: "",
            topic: topic.map { RuleDescriptor.Topic($0, clause: clause == nil ? nil : "present") })
        let start = Position(line: line, column: 9)
        return Finding(
            descriptor, severity: severity, message: message,
            place: Place(file: "o.yaml", start: start, end: start), contract: "c", element: element, clause: clause,
            help: help, offset: line * 10)
    }

    private static func described(_ element: String, line: Int) -> Finding {
        finding(
            "d/described", element, line: line, topic: "description", "`\(element)` has no description",
            help: "Write one.")
    }

    private static func text(_ findings: [Finding], objects: [String: Int] = [:], verbose: Bool = false) -> String {
        let document = Report.Document(file: "o.yaml", kind: .contract, id: "c", offset: 0, properties: objects)
        return ReportFormat.text.render(
            report(findings, documents: [document]), style: ReportStyle(quiet: true, verbose: verbose))
    }

    @Test func propertiesOfAnObjectThatLackTheSame() {
        let names = ["id", "email", "address.city", "lines[].sku"]
        let findings =
            names.enumerated().map { Self.described("orders.\($1)", line: $0 + 3) } + [
                Self.described("items.id", line: 20)
            ]
        #expect(
            Self.text(findings, objects: ["orders": 20, "items": 3]) == """
                o.yaml
                  3:9 warning[d/described]: 4 of 20 properties of `orders` have no description: id, email,
                    address.city and lines[].sku
                    = help: Write one.
                    = more: contractlint rules explain d/described; exceptions: comment, waiver, baseline

                  20:9 warning[d/described]: `items.id` has no description
                     = help: Write one.

                5 warnings in 1 file (1 contract)

                """)
        // Programs, and who asks for everything, see each.
        #expect(Self.text(findings, objects: ["orders": 20]).contains("4 of 20"))
        #expect(count("has no description", in: Self.text(findings, verbose: true)) == 5)
        for format in [ReportFormat.json, .junit, .github, .concise] {
            #expect(count("has no description", in: format.render(report(findings))) == 5, "\(format)")
        }
    }

    /// A comment on a pull request is for people as well.
    @Test func markdown() {
        let findings =
            ["a", "b"].map { (name: String) in Self.described("orders.\(name)", line: 3) } + [
                Self.finding("o/owner", nil, line: 1, topic: "owner", "no owner", help: "Name a team."),
                Self.finding("o/domain", nil, line: 1, topic: "domain", "no domain", help: "Write `domain`."),
                Self.finding("p/pii", "o.a", .error, line: 5, "`o.a` is personal"),
                Self.finding("p/pii", "o.b", .error, line: 6, "`o.b` is personal"),
            ]
        #expect(
            ReportFormat.markdown.render(report(findings, documents: [])) == """
                ### contractlint: 2 errors, 4 warnings in 1 file

                - **error** `p/pii` at `o.yaml:5:9`: `o.a` is personal
                  - also: the same of b (6:9)
                - **warning** at `o.yaml:1:9`: the contract says nothing about: domain, owner
                  - domain: Write `domain`. (`o/domain`)
                  - owner: Name a team. (`o/owner`)
                - **warning** `d/described` at `o.yaml:3:9`: 2 properties of `orders` have no description: a and b
                  - help: Write one.

                """)
    }

    @Test func aDotInTheNameOfAnObject() {
        let findings = ["a", "b"].map { Self.described("shop.orders.\($0)", line: 3) }
        #expect(
            Self.text(findings, objects: ["shop.orders": 2, "shop": 9]).contains("2 of 2 properties of `shop.orders` "))
        #expect(Self.text(findings).contains("2 properties of `shop` have no description: orders.a and orders.b\n"))
    }

    @Test func objectsThatLackTheSame() {
        let findings = ["orders", "items"].map { (name: String) in
            Self.finding("s/key", name, line: 3, topic: "primary key", "`\(name)` has no primary key")
        }
        #expect(
            Self.text(findings, objects: ["orders": 1, "items": 2, "x": 3]).contains(
                "warning[s/key]: 2 of 3 objects have no primary key: items and orders\n"))
    }

    @Test func manyNamesAreCounted() {
        let findings = (0..<30).map { Self.described("o.p\($0)", line: $0 + 1) }
        #expect(Self.text(findings, objects: ["o": 30]).contains("p11 and 18 more\n"))
    }

    @Test func whatAContractSaysNothingAbout() {
        let findings = [
            Self.finding("o/owner", nil, line: 1, topic: "owner", "no owner", help: "Name a team."),
            Self.finding("o/domain", nil, line: 1, topic: "domain", "no domain", help: "Write `domain`."),
            Self.finding("o/grave", nil, .error, line: 1, topic: "support", "no support"),
            Self.finding("o/purpose", nil, line: 1, topic: "purpose", "says nothing of use", clause: "meaningful"),
        ]
        #expect(
            Self.text(findings) == """
                o.yaml
                  1:9 error[o/grave]: no support
                    = more: contractlint rules explain o/grave; exceptions: comment, waiver, baseline

                  1:9 warning: the contract says nothing about: domain, owner
                    = domain: Write `domain`. [o/domain]
                    = owner: Name a team. [o/owner]
                    = more: contractlint rules explain RULE; exceptions: comment, waiver, baseline

                  1:9 warning[o/purpose]: says nothing of use
                    = more: contractlint rules explain o/purpose; exceptions: comment, waiver, baseline

                1 error, 3 warnings in 1 file (1 contract)

                """)
    }

    @Test func theSameOfSeveralElements() {
        func personal(_ element: String, _ line: Int, _ value: String = "internal") -> Finding {
            Self.finding(
                "p/pii", element, .error, line: line, "`\(element)` is personal, but \(value)", help: "Raise it.")
        }
        let text = Self.text([personal("o.a", 3), personal("o.b", 5), personal("o.c", 7), personal("p.d", 9)])
        #expect(
            text.contains(
                """
                  3:9 error[p/pii]: `o.a` is personal, but internal
                    = also: the same of b (5:9) and c (7:9)
                    = help: Raise it.

                """))
        #expect(text.contains("  9:9 error[p/pii]: `p.d` is personal, but internal\n"), "one entry an object")
        #expect(
            Self.text([personal("o.a", 3), personal("o.b", 5), personal("o.c", 7, "public")]).contains(
                """
                  3:9 error[p/pii]: `o.a` is personal, but internal
                    = 5:9: `o.b` is personal, but internal
                    = 7:9: `o.c` is personal, but public
                    = help: Raise it.

                """), "each where more than the name differs")
    }

    @Test func whatOneElementLacks() {
        let findings = [("q/check", "o"), ("s/key", "o"), ("q/check", "p"), ("s/key", "p.a")].map {
            (rule: String, element: String) in
            Self.finding(rule, element, line: 3, topic: rule, "`\(element)` lacks", help: "Add it.")
        }
        #expect(
            Self.text([findings[0], findings[1]], objects: ["o": 1]).hasPrefix(
                """
                o.yaml
                  3:9 warning: `o` has no q/check or s/key
                    = q/check: Add it. [q/check]
                    = s/key: Add it. [s/key]

                """))
        #expect(
            Self.text(findings, objects: ["o": 1, "p": 1]).contains(
                "q/check]: 2 of 2 objects have no q/check: o and p\n"))
    }

    /// What names no element is told at each of its places.
    @Test func whatNamesNoElementStandsByItself() {
        let findings = ["o.a", "o.b"].map { Self.finding("s/key", $0, .error, line: 3, "a property has no key `x`") }
        #expect(count("error[s/key]", in: Self.text(findings)) == 2)
    }

    @Test func documentsOfAFileAreToldApart() {
        let findings = [1, 2, 11, 12].map {
            Self.finding("o/r\($0)", nil, line: $0, topic: "t\($0)", "m", help: "h")
        }
        let documents = [0, 100].map { Report.Document(file: "o.yaml", kind: .product, id: nil, offset: $0) }
        let text = ReportFormat.text.render(report(findings, documents: documents))
        #expect(text.contains("1:9 warning: the product says nothing about: t1, t2\n"))
        #expect(text.contains("11:9 warning: the product says nothing about: t11, t12\n"))
    }

    // MARK: What comes next

    @Test func theEndLeadsOn() {
        let findings = (0..<60).map {
            Self.finding($0 < 40 ? "a/most" : "a/less", "e\($0):x", .error, line: $0 + 1, "m\($0)")
        }
        var style = ReportStyle()
        style.isConfigured = false
        let text = ReportFormat.text.render(report(findings), style: style)
        #expect(
            text.hasSuffix(
                """
                60 errors in 2 files (1 contract)
                next: begin with a/most, 40 of 60 errors: contractlint check --select a/most
                next: an old repository? contractlint check --write-baseline baseline.json records what is there
                  today; from then on only what is new counts
                next: contractlint init writes a configuration, in which rules can be chosen and tuned

                """))
        #expect(!ReportFormat.text.render(report(Array(findings[..<4]))).contains("next:"))
    }
}
