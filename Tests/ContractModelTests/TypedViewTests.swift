import ContractModel
import Diagnostics
import TestSupport
import Testing
import YAMLTree

/// One contract, said in three standards, decodes to the same typed views.
@Suite struct TypedViewTests {
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

    private func contract(_ text: String) throws -> Contract {
        let tree = YAMLTree(name: "contract.yaml", raw: Array(text.utf8), vocabulary: .contracts)
        let part = try #require(tree.documents.first)
        let document = try #require(ContractDocument(tree, part))
        #expect(document.issues.filter { $0.issue.severity == .error }.map(\.issue.message) == [])
        return Contract(try #require(document.rootElement))
    }

    /// What all three standards can say.
    private func summary(of contract: Contract) -> [String] {
        var lines = [
            "contract \(show(contract.id)) \(show(contract.version)) \(show(contract.status))",
            "description \(show(contract.purpose)), \(show(contract.usage)), \(show(contract.limitations))",
        ]
        for object in contract.schema {
            lines.append("object \(object.path ?? "-"): \(show(object.name)) \(show(object.description))")
            for property in object.properties {
                lines.append(
                    "property \(property.path ?? "-"): \(show(property.name)) \(show(property.logicalType)) required \(show(property.isRequired)) "
                        + "unique \(show(property.isUnique)) key \(show(property.isPrimaryKey)) \(show(property.classification)) "
                        + "\(show(property.description)) \(property.tags.map(\.text)) \(property.examples.map(\.text))")
            }
        }
        for level in contract.slaProperties {
            lines.append(
                "sla \(level.path ?? "-"): \(show(level.property)) \(show(level.value)) \(show(level.elementName))")
        }
        return lines
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
        #expect([contract.domain, contract.dataProduct].map(show) == ["sales", "orders"])
        #expect(
            contract.members.map { [$0.username, $0.role, $0.dateIn, $0.dateOut].map(show) } == [
                ["jürgen", "owner", "2024-01-01", "-"], ["ana", "-", "-", "2024-06-30"],
            ])
        #expect(contract.members.map(\.path) == ["member:jürgen", "member:ana"])
    }

    @Test(arguments: [odcs31, dcs]) func whatODCS3AndDCSSay(_ text: String) throws {
        let contract = try contract(text)
        #expect(show(contract.name) == "Bestellungen 😀")
        #expect(contract.schema.map { show($0.physicalType) } == ["table"])
        #expect(contract.servers.map { [$0.server, $0.type, $0.environment].map(show) } == [["prod", "s3", "prod"]])
        #expect(contract.servers.flatMap(\.roles).map { show($0.role) } == ["reader"])
        #expect(contract.servers.map(\.path) == ["server:prod"])
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
        let properties = try #require(try contract(text).schema.first).properties
        #expect(properties.map(\.path) == ["orders.address", "orders.lines"])
        #expect(properties.first?.properties.map(\.path) == ["orders.address.city"])
        let items = try #require(properties.last?.items)
        #expect(items.path == "orders.lines[]")
        #expect(items.properties.map(\.path) == ["orders.lines[].sku"])
        #expect(items.properties.map(\.isRequired) == [true])
    }

    @Test(arguments: [
        Sample.odcs("team: [{username: é, role: owner}, {username: b}]"),
        Sample.odcs("team: {name: A-Team, members: [{username: é, role: owner}, {username: b}]}"),
        Sample.odcs("team: [{username: é, role: owner}, {username: b}]", version: "v3.0.1"),
    ])
    func aTeamInBothForms(_ text: String) throws {
        let contract = try contract(text)
        #expect(contract.members.map { show($0.username) } == ["é", "b"])
        #expect(contract.members.map { show($0.role) } == ["owner", "-"])
        #expect(contract.teamName.map(show) == (text.contains("A-Team") ? "A-Team" : nil))
    }

    @Test func absentAndNullFieldsAreTheSame() throws {
        let tree = YAMLTree(
            name: "x.odcs.yaml", raw: Array(Sample.odcs("name: null\ntenant: ~\ndomain:\ntags: []").utf8),
            vocabulary: .contracts)
        let document = try #require(ContractDocument(tree, tree.documents[0]))
        let contract = Contract(try #require(document.rootElement))
        #expect([contract.name, contract.tenant, contract.domain, contract.purpose].map(show) == ["-", "-", "-", "-"])
        #expect(contract.tags.isEmpty && contract.servers.isEmpty && contract.members.isEmpty && contract.price == nil)
    }

    @Test func valuesKnowTheirPlace() throws {
        let text = MarkedText(Sample.property("logicalType: ⟦\"str\\x69ng\"⟧\nrequired: ⟦true⟧"))
        let property = try #require(try contract(text.text).schema.first?.properties.first)
        #expect(property.logicalType?.text == "string" && property.logicalType?.range == text.range(1))
        #expect(property.element.value(.required)?.range == text.range(2))
    }
}
