import Compatibility
import ContractModel
import Diagnostics
import TestSupport
import Testing
import YAMLTree

/// No pair of documents crashes the comparison, whatever they hold.
@Suite struct HostilePairTests {
    static let oddities: [String] = [
        "apiVersion: v3.1.0\nkind: DataContract\n",
        "apiVersion: v3.1.0\nkind: DataContract\nschema: 5\nservers: x\nteam: 1\n",
        "apiVersion: v9.9.9\nkind: DataContract\nid: [1]\nversion: {a: b}\nstatus: 5\n",
        "apiVersion: v3.2.0\nkind: DataContract\nschema: [null, 1, x, [], {}, {name: null}, {name: [a]}, {name: {a: b}}]\n",
        "apiVersion: v3.2.0\nkind: DataContract\nschema: [{name: a, properties: {a: b}}, {name: a, properties: [{name: a}, {name: a}, {}, null]}]\n",
        "apiVersion: v3.2.0\nkind: DataContract\nschema:\n  - name: a\n    properties:\n      - {id: x, name: a, logicalTypeOptions: [1], enum: {a: b}, quality: 5, relationships: x, items: [], map: 3}\n      - {id: x, name: b, logicalTypeOptions: {minimum: [1], maximum: .nan, multipleOf: 0, format: i99, maxLength: -1, minItems: 1e400}}\n",
        "apiVersion: v3.2.0\nkind: DataContract\nschema:\n  - name: a\n    properties:\n      - {name: a, logicalTypeOptions: {minimum: .inf, maximum: -.inf, precision: 1e300}, quality: [{}, null, {type: library, metric: rowCount, mustBeBetween: [1], mustBe: [2]}]}\n",
        "apiVersion: v3.2.0\nkind: DataContract\nslaProperties: [{}, {property: latency}, {property: latency, value: 1e308, unit: y}, {value: [1]}, {property: latency, value: P99999999999999999999Y}]\n",
        "apiVersion: v3.2.0\nkind: DataContract\nroles: [{}, {role: a}, {role: a}]\nsupport: [{}, {}]\nprice: {priceAmount: .nan}\nteam: {members: [{}, 1]}\n",
        "apiVersion: v3.2.0\nkind: DataContract\nprice: []\nteam: [1, {username: a}]\nservers: [{}, {server: a}, {server: a, type: [x]}]\n",
        "apiVersion: v2.2.2\nkind: DataContract\ndataset: [{table: a, columns: [{column: b, isPrimaryKey: yes, logicalType: x}]}]\n",
        "dataContractSpecification: 1.2.1\nid: a\nmodels: {a: {fields: {b: {$ref: '#/definitions/b'}, c: null, d: 5}, primaryKey: [b, b, 7]}}\ndefinitions: {b: {$ref: '#/definitions/b', type: string}}\n",
        "dataContractSpecification: 1.2.1\nid: a\nmodels: {a: {fields: {b: {type: decimal, precision: -1e300, scale: 1e300}, c: {precision: .nan}}}}\n",
        "dataContractSpecification: 1.2.1\nid: a\nmodels: {a: {fields: {b: {type: decimal, precision: 5}, c: {precision: 1e300, scale: -7}}}}\n",
        "dataContractSpecification: 1.2.1\nid: a\nmodels: [1]\nservicelevels: {latency: {threshold: x}, retention: {unlimited: true}}\n",
        "apiVersion: v1.0.0\nkind: DataProduct\nid: a\nstatus: active\n",
        "apiVersion: v3.1.0\nkind: DataContract\nx: &a {b: 1}\nschema: [{name: n, <<: *a, properties: [*a, *a]}]\n",
        "apiVersion: v3.1.0\nkind: DataContract\nschema: [{name: n, properties: [{name: ",
    ]

    private func read(_ text: String) -> ContractDocument? {
        let tree = YAMLTree(name: "a.yaml", raw: Array(text.utf8), vocabulary: .contracts)
        return tree.documents.first.flatMap { ContractDocument(tree, $0) }
    }

    /// - Returns: how many changes there are both ways.
    @discardableResult
    private func compare(_ first: ContractDocument, _ second: ContractDocument) -> Int {
        var options = ComparisonOptions()
        options.today = .max
        options.isStrict = true
        options.profile = .full
        let there = Comparison(old: first, new: second, options: options).run()
        options.today = .min
        let back = Comparison(old: second, new: first, options: options).run()
        return there.report().changes.count + back.report(withExcerpts: false).changes.count
    }

    @Test(arguments: oddities) func anyDocumentWithAnyOther(_ text: String) throws {
        let own = try #require(read(text))
        #expect(compare(own, own) == 0)
        for other in Self.oddities {
            let other = try #require(read(other))
            compare(own, other)
        }
    }

    @Test func productsAreNotCompared() throws {
        let product = try document("apiVersion: v1.0.0\nkind: DataProduct\nid: a\nstatus: active\n")
        let contract = try document(Text.contract())
        let result = Comparison(old: product, new: contract).run()
        #expect(!result.isComparable && result.changes.isEmpty)
        #expect(!Comparison(old: contract, new: product).run().isComparable)
    }

    @Test func aFileThatBreaksOffSaysSo() throws {
        let whole = Text.object("properties: [{name: a}, {name: b}]")
        let result = Comparison(old: try document(whole), new: try document(String(whole.dropLast(8)))).run()
        #expect(result.isPartial && result.isComparable)
    }

    /// A contract cut off, disfigured and mixed up anywhere.
    @Test(arguments: 0..<40) func disfiguredContracts(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let contract = RandomContract(&random, hasIDs: seed % 2 == 0)
        let whole = try document(contract.text)
        let parts = [
            "null", "[]", "{}", "{a: b}", "'", "5", ".nan", "- ", "&a ", "*a", "<<: ", "true", "\n", "  ", ", ", "name",
            "id: p1", "properties: [", "]", "}", "é", "1e999",
        ]
        for _ in 0..<12 {
            var bytes = Array(contract.text.utf8)
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 60..<bytes.count, using: &random)
                let length = Int.random(in: 0...12, using: &random)
                let part = parts.randomElement(using: &random) ?? ""
                bytes.replaceSubrange(place..<min(bytes.count, place + length), with: Array(part.utf8))
            }
            guard let other = read(String(decoding: bytes, as: UTF8.self)) else { continue }
            compare(whole, other)
            #expect(compare(other, other) == 0)
        }
    }

    @Test func deepNesting() throws {
        func nested(_ depth: Int, _ leaf: String) -> String {
            let open = String(repeating: "{name: a, logicalType: object, properties: [", count: depth)
            return Text.object("properties: [" + open + leaf + String(repeating: "]}", count: depth) + "]")
        }
        // Deeper than that the tree does not read.
        #expect(try changes(nested(30, "{name: b}"), nested(30, "{name: b, required: true}")).count == 1)
        #expect(try changes(nested(2, "{name: b}"), nested(30, "{name: b}")).count == 2)
    }

    @Test func hugeTexts() throws {
        let long = String(repeating: "x", count: 1_000_000)
        let found = Comparison(
            old: try document(Text.property("description: \(long)\nphysicalType: \(long)")),
            new: try document(Text.property("description: \(long)y\nphysicalType: \(long)y"))
        ).run()
        #expect(found.changes.map(\.id) == ["description-changed", "physical-type-unparsed"])
        #expect(found.changes.allSatisfy { ($0.old.value ?? "").utf8.count <= 250 && $0.message.utf8.count < 500 })
    }

    /// Sizes at which anything that compares each with each would not end.
    @Test func oneKeyOverAndOver() throws {
        let many = Text.property(String(repeating: "required: true\n", count: 50_000))
        #expect(try changes(many, Text.property("required: true")) == [])
        #expect(try changes(Text.property("required: false"), many) == ["property-made-required K/B minor narrows"])
    }

    @Test func longNamesOfMuch() throws {
        let long = String(repeating: "n", count: 500_000)
        func text(_ prefix: String) -> String {
            let list = (0..<3000).map { "{name: \(prefix)\($0), logicalType: date}" }.joined(separator: ", ")
            return Text.object("properties: [\(list)]", name: "{id: o, name: \(long)}")
                .split(separator: "{id: o, name: \(long)}").joined(separator: "id: o\n    name: \(long)")
        }
        let found = Comparison(old: try document(text("a")), new: try document(text("b"))).run().changes
        #expect(found.count == 6000 && found.allSatisfy { ($0.element ?? "").utf8.count <= 1010 })
    }

    @Test func manyOfEverything() throws {
        func text(_ value: Int) -> String {
            let entries = { (entry: (Int) -> String) in (0..<3000).map { "  - {\(entry($0))}\n" }.joined() }
            return Text.contract(
                "slaProperties:\n" + entries { _ in "property: latency, value: \(value)" } + "roles:\n"
                    + entries { "role: r\($0), access: \(value)" } + "servers:\n"
                    + entries { _ in "server: s, type: api, location: l\(value)" } + "schema:\n"
                    + entries { _ in "name: o, quality: [{type: text, description: d\(value)}]" })
        }
        let found = Comparison(old: try document(text(1)), new: try document(text(2))).run().changes
        #expect(found.count == 12_000)
    }

    /// Numbers that a binary fraction rounds, has no room for, or has two signs for.
    @Test(
        arguments: [
            ("maximum: 9223372036854775806", "maximum: 9223372036854775807", "bounds-loosened B/K major widens"),
            ("minimum: 12345678901234567890", "minimum: 12345678901234567891", "bounds-tightened K/B minor narrows"),
            ("maximum: -9007199254740993", "maximum: -9007199254740992", "bounds-loosened B/K major widens"),
            (
                "minimum: 12345678901234567890, maximum: 92345678901234567890",
                "minimum: 12345678901234567891, maximum: 92345678901234567891", "bounds-moved B/B major overlaps"
            ),
            ("maximum: 1e999", "maximum: .inf", ""), ("minimum: -0", "minimum: 0", ""),
            ("minimum: -0.0", "minimum: 0", ""), ("maximum: 5", "maximum: .nan", "bounds-unclear R/R minor unknown"),
            ("maximum: 1e999", "maximum: 5", "bounds-tightened K/B minor narrows"),
        ])
    func numbersBeyondFractions(_ old: String, _ new: String, _ expected: String) throws {
        func text(_ options: String) -> String {
            Text.property("logicalType: integer\nlogicalTypeOptions: {\(options)}")
        }
        #expect(try changes(text(old), text(new)) == (expected.isEmpty ? [] : [expected]))
    }

    @Test func longNumbersOfAnEnumeration() throws {
        func text(_ value: String) -> String { Text.property("enum: [{value: \(value)}]") }
        #expect(try changes(text("12345678901234567891"), text("12345678901234567892")).count == 2)
        #expect(try changes(text("-0"), text("0")) == [])
        #expect(try changes(text("9007199254740993"), text("+9007199254740993")) == [])
    }
}
