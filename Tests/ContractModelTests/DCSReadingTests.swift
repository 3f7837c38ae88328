import ContractModel
import Testing
import YAMLTree

/// A DCS contract reads in ODCS's words.
@Suite struct DCSReadingTests {
    private let root: ElementRef

    init() throws {
        let text = """
            dataContractSpecification: 1.2.1
            id: orders
            info: {title: Orders, version: 2.0.0, owner: checkout, description: All orders}
            terms: {usage: Reports, noticePeriod: P3M}
            servers:
              production: {type: s3, location: "s3://orders", roles: [{name: analyst}]}
            models:
              orders:
                type: table
                fields:
                  order_id: {$ref: "#/definitions/id", type: string, primary: true, title: Order ID, example: A1}
                  lines: {type: array, items: {type: record, fields: {sku: {type: string}}}}
                quality: [{type: sql, query: select 1, mustBeLessThanOrEqualTo: 5}]
            definitions:
              id: {type: string, pii: true}
            servicelevels:
              latency: {threshold: 25h}
              retention: {period: P1Y, timestampField: orders.at}
            """
        let tree = YAMLTree(name: "datacontract.yaml", raw: Array(text.utf8), vocabulary: .contracts)
        root = try #require(tree.documents.first.flatMap { ContractDocument(tree, $0) }?.rootElement)
    }

    @Test func infoAndTermsAreFieldsOfTheContract() {
        #expect(root.text(.name) == "Orders" && root.text(.version) == "2.0.0" && root.text(.owner) == "checkout")
        #expect(root.text(.purpose) == "All orders" && root.text(.usage) == "Reports")
        #expect(root.text(.noticePeriod) == "P3M" && root.text(.apiVersion) == "1.2.1")
    }

    @Test func keysOfMapsAreNames() throws {
        let object = try #require(root.elements(.schema).first)
        #expect(object.kind == .object && object.text(.name) == "orders" && object.text(.physicalType) == "table")
        #expect(object.elements(.properties).map { $0.text(.name) } == ["order_id", "lines"])
        #expect(root.elements(.definitions).map { $0.text(.name) } == ["id"])
        #expect(root.elements(.servers).map { $0.text(.server) } == ["production"])
        #expect(root.elements(.servers).flatMap { $0.elements(.roles) }.map { $0.text(.role) } == ["analyst"])
    }

    @Test func fieldsAreProperties() throws {
        let properties = try #require(root.elements(.schema).first).elements(.properties)
        let id = try #require(properties.first)
        #expect(id.kind == .property && id.text(.logicalType) == "string" && id.text(.businessName) == "Order ID")
        #expect(id.truth(.primaryKey) == true && id.text(.ref) == "#/definitions/id")
        #expect(id.values(.examples).map(\.text) == ["A1"])
        let nested = properties.flatMap { $0.elements(.items) }.flatMap { $0.elements(.properties) }
        #expect(nested.map { $0.text(.name) } == ["sku"])
    }

    @Test func aThresholdHasOneName() throws {
        let check = try #require(root.elements(.schema).first?.elements(.quality).first)
        #expect(check.kind == .quality && check.number(.mustBeLessOrEqualTo) == 5)
    }

    @Test func serviceLevelsAreSLAProperties() {
        let levels = root.elements(.slaProperties)
        #expect(levels.allSatisfy { $0.kind == .sla })
        #expect(levels.map { $0.text(.property) } == ["latency", "retention"])
        #expect(levels.map { $0.text(.value) } == ["25h", "P1Y"])
        #expect(levels.map { $0.text(.element) } == [nil, "orders.at"])
    }
}
