import ContractModel
import Diagnostics
import TestSupport
import Testing
import YAMLTree

/// One contract, said in three standards, decodes to the same fields.
@Suite struct ElementFieldTests {
    static let odcs31 = """
        apiVersion: v3.1.0
        kind: DataContract
        id: größe
        name: Bestellungen 😀
        version: 2.1.0
        status: active
        domain: sales
        dataProduct: orders
        description: {purpose: Alle Bestellungen, usage: Berichte, limitations: keine}
        servers:
          - {server: prod, type: s3, location: "s3://orders", environment: prod, roles: [{role: reader}]}
        schema:
          - name: orders
            physicalType: table
            description: one row an order
            properties:
              - {name: id, logicalType: string, required: true, unique: true, primaryKey: true, description: key, examples: ["1", "2"]}
              - {name: email, logicalType: string, required: false, classification: pii, tags: [pii, contact]}
              - {name: placed_at, logicalType: date}
        slaProperties:
          - {property: latency, value: 25h}
          - {property: retention, value: P1Y, element: orders.placed_at}
        team: {members: [{username: jürgen, role: owner, dateIn: 2024-01-01}, {username: ana, dateOut: 2024-06-30}]}
        """

    static let odcs22 = """
        apiVersion: v2.2.2
        kind: DataContract
        uuid: größe
        version: 2.1.0
        status: active
        datasetDomain: sales
        quantumName: orders
        datasetName: orders
        type: tables
        description: {purpose: Alle Bestellungen, usage: Berichte, limitations: keine}
        dataset:
          - table: orders
            description: one row an order
            columns:
              - {column: id, logicalType: string, physicalType: text, isNullable: false, isUnique: true, isPrimaryKey: true, description: key, sampleValues: ["1", "2"]}
              - {column: email, logicalType: string, physicalType: text, isNullable: true, classification: pii, tags: [pii, contact]}
              - {column: placed_at, logicalType: date, physicalType: date}
        slaProperties:
          - {property: latency, value: 25h}
          - {property: retention, value: P1Y, column: orders.placed_at}
        stakeholders: [{username: jürgen, role: owner, dateIn: 2024-01-01}, {username: ana, dateOut: 2024-06-30}]
        """

    static let dcs = """
        dataContractSpecification: 1.2.1
        id: größe
        info: {title: Bestellungen 😀, version: 2.1.0, status: active, description: Alle Bestellungen}
        terms: {usage: Berichte, limitations: keine}
        servers:
          prod: {type: s3, location: "s3://orders", environment: prod, roles: [{name: reader}]}
        models:
          orders:
            type: table
            description: one row an order
            fields:
              id: {type: string, required: true, unique: true, primaryKey: true, description: key, examples: ["1", "2"]}
              email: {type: string, required: false, classification: pii, tags: [pii, contact]}
              placed_at: {type: date}
        servicelevels:
          latency: {threshold: 25h}
          retention: {period: P1Y, timestampField: orders.placed_at}
        """

    private func contract(_ text: String) throws -> ElementRef {
        let tree = YAMLTree(name: "contract.yaml", raw: Array(text.utf8), vocabulary: .contracts)
        let part = try #require(tree.documents.first)
        let document = try #require(ContractDocument(tree, part))
        #expect(document.issues.filter { $0.issue.severity == .error }.map(\.issue.message) == [])
        return try #require(document.rootElement)
    }

    /// What all three standards can say.
    private func summary(of contract: ElementRef) -> [String] {
        var lines = [
            "contract \(show(contract.value(.id))) \(show(contract.value(.version))) \(show(contract.value(.status)))",
            "description \(show(purpose(contract, .purpose))), \(show(purpose(contract, .usage))), \(show(purpose(contract, .limitations)))",
        ]
        for object in contract.elements(.schema) {
            lines.append(
                "object \(object.path ?? "-"): \(show(object.value(.name))) \(show(object.value(.description)))")
            for property in object.elements(.properties) {
                lines.append(
                    "property \(property.path ?? "-"): \(show(property.value(.name))) \(show(property.value(.logicalType))) required \(show(property.truth(.required))) "
                        + "unique \(show(property.truth(.unique))) key \(show(property.truth(.primaryKey))) \(show(property.value(.classification))) "
                        + "\(show(property.value(.description))) \(property.values(.tags).map(\.text)) \(property.values(.examples).map(\.text))"
                )
            }
        }
        for level in contract.elements(.slaProperties) {
            lines.append(
                "sla \(level.path ?? "-"): \(show(level.value(.property))) \(show(level.value(.value))) \(show(level.value(.element)))"
            )
        }
        return lines
    }

    /// A text of `description`, which ODCS keeps apart and DCS at the document.
    private func purpose(_ contract: ElementRef, _ key: Key) -> Value? {
        contract.elements(.description).lazy.compactMap { $0.value(key) }.first ?? contract.value(key)
    }

    private func show(_ value: Value?) -> String { value?.text ?? "-" }
    private func show(_ truth: Bool?) -> String { truth.map { $0 ? "yes" : "no" } ?? "-" }

    @Test(arguments: [odcs31, odcs22, dcs]) func theSameWordsInEveryStandard(_ text: String) throws {
        #expect(
            try summary(of: contract(text)) == [
                "contract größe 2.1.0 active",
                "description Alle Bestellungen, Berichte, keine",
                "object orders: orders one row an order",
                "property orders.id: id string required yes unique yes key yes - key [] [\"1\", \"2\"]",
                "property orders.email: email string required no unique - key - pii - [\"pii\", \"contact\"] []",
                "property orders.placed_at: placed_at date required - unique - key - - - [] []",
                "sla sla:latency: latency 25h -",
                "sla sla:retention(orders.placed_at): retention P1Y orders.placed_at",
            ])
    }

    @Test(arguments: [odcs31, odcs22]) func whatODCSAloneSays(_ text: String) throws {
        let contract = try contract(text)
        #expect([contract.value(.domain), contract.value(.dataProduct)].map(show) == ["sales", "orders"])
        #expect(
            contract.members.map {
                [$0.value(.username), $0.value(.role), $0.value(.dateIn), $0.value(.dateOut)].map(show)
            } == [
                ["jürgen", "owner", "2024-01-01", "-"], ["ana", "-", "-", "2024-06-30"],
            ])
        #expect(contract.members.map(\.path) == ["member:jürgen", "member:ana"])
    }

    @Test(arguments: [odcs31, dcs]) func whatODCS3AndDCSSay(_ text: String) throws {
        let contract = try contract(text)
        #expect(show(contract.value(.name)) == "Bestellungen 😀")
        #expect(contract.elements(.schema).map { show($0.value(.physicalType)) } == ["table"])
        #expect(
            contract.elements(.servers).map { [$0.value(.server), $0.value(.type), $0.value(.environment)].map(show) }
                == [["prod", "s3", "prod"]])
        #expect(contract.elements(.servers).flatMap { $0.elements(.roles) }.map { show($0.value(.role)) } == ["reader"])
        #expect(contract.elements(.servers).map(\.path) == ["server:prod"])
    }

    static let nested31 = """
        schema:
          - name: orders
            properties:
              - name: address
                logicalType: object
                properties: [{name: city, logicalType: string}]
              - name: lines
                logicalType: array
                items: {logicalType: object, properties: [{name: sku, logicalType: string, required: true}]}
        """

    static let nestedDCS = """
        models: {orders: {fields: {
          address: {type: object, fields: {city: {type: string}}},
          lines: {type: array, items: {type: object, fields: {sku: {type: string, required: true}}}}}}}
        """

    @Test(arguments: [Sample.odcs(nested31), Sample.dcs(nestedDCS)]) func nestingIsTheSame(_ text: String) throws {
        let properties = try #require(try contract(text).elements(.schema).first).elements(.properties)
        #expect(properties.map(\.path) == ["orders.address", "orders.lines"])
        #expect(properties.first?.elements(.properties).map(\.path) == ["orders.address.city"])
        let items = try #require(properties.last?.elements(.items).first)
        #expect(items.path == "orders.lines[]")
        #expect(items.elements(.properties).map(\.path) == ["orders.lines[].sku"])
        #expect(items.elements(.properties).map { $0.truth(.required) } == [true])
    }

    @Test(arguments: [
        Sample.odcs("team: [{username: é, role: owner}, {username: b}]"),
        Sample.odcs("team: {name: A-Team, members: [{username: é, role: owner}, {username: b}]}"),
        Sample.odcs("team: [{username: é, role: owner}, {username: b}]", version: "v3.0.1"),
    ])
    func aTeamInBothForms(_ text: String) throws {
        let contract = try contract(text)
        #expect(contract.members.map { show($0.value(.username)) } == ["é", "b"])
        #expect(contract.members.map { show($0.value(.role)) } == ["owner", "-"])
        #expect(
            contract.elements(.team).first { $0.kind == .team }?.text(.name)
                == (text.contains("A-Team") ? "A-Team" : nil))
    }

    @Test func absentAndNullFieldsAreTheSame() throws {
        let tree = YAMLTree(
            name: "x.odcs.yaml", raw: Array(Sample.odcs("name: null\ntenant: ~\ndomain:\ntags: []").utf8),
            vocabulary: .contracts)
        let document = try #require(ContractDocument(tree, tree.documents[0]))
        let contract = try #require(document.rootElement)
        #expect(
            [contract.value(.name), contract.value(.tenant), contract.value(.domain), purpose(contract, .purpose)].map(
                show) == ["-", "-", "-", "-"])
        #expect(
            contract.values(.tags).isEmpty && contract.elements(.servers).isEmpty && contract.members.isEmpty
                && contract.elements(.price).isEmpty)
    }

    @Test func valuesKnowTheirPlace() throws {
        let text = MarkedText(Sample.property("logicalType: ⟦\"str\\x69ng\"⟧\nrequired: ⟦true⟧"))
        let property = try #require(try contract(text.text).elements(.schema).first?.elements(.properties).first)
        #expect(property.value(.logicalType)?.text == "string" && property.value(.logicalType)?.range == text.range(1))
        #expect(property.value(.required)?.range == text.range(2))
    }
}
