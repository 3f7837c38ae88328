import Foundation
import Testing

/// References into other files: what is there is found, what is not is said, and nothing outside of the folder is opened.
@Suite struct NeighbourTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try scratch.write("none.yaml", "version: 1\nlayers: [{name: none}]\n")
    }

    private func contract(_ id: String, _ relationship: String) -> String {
        """
        apiVersion: v3.1.0
        kind: DataContract
        id: \(id)
        version: 1.0.0
        status: active
        schema:
          - name: orders
            properties:
              - name: größe
                logicalType: string
                relationships: [{to: \(relationship)}]

        """
    }

    private static let customers = """
        apiVersion: v3.1.0
        kind: DataContract
        id: customers
        version: 1.0.0
        status: active
        schema:
          - name: customers
            id: customers_tbl
            properties: [{name: number, id: number_fld, logicalType: string, primaryKey: true}]

        """

    private func findings(_ relationship: String, in file: String = "a/orders.odcs.yaml") throws -> [ReportFile.Finding]
    {
        try scratch.write("b/customers.odcs.yaml", Self.customers)
        try scratch.write(file, contract("orders", relationship))
        let run = try Run(["check", "--config", "none.yaml", "--format", "json", "."], in: scratch.folder)
        return try ReportFile(run).findings
    }

    @Test func anElementOfAnotherContractThatIsThere() throws {
        #expect(
            try findings("../b/customers.odcs.yaml#/schema/customers_tbl/properties/number_fld").map(\.message) == [])
    }

    @Test(arguments: [
        (
            "../b/customers.odcs.yaml#/schema/nope",
            "`../b/customers.odcs.yaml#/schema/nope` refers to nothing: in `../b/customers.odcs.yaml` no object has the id `nope`"
        ),
        (
            "../b/nope.odcs.yaml#/schema/nope",
            "`../b/nope.odcs.yaml#/schema/nope` refers to nothing: there is no file `../b/nope.odcs.yaml`"
        ),
    ])
    func whatIsNotThere(_ reference: String, _ message: String) throws {
        let found = try findings(reference)
        #expect(found.map(\.message) == [message])
        #expect(found.map(\.rule) == ["reference/dangling"] && found.map(\.severity) == ["error"])
        #expect(found.map(\.element) == ["orders.größe"])
        #expect(found.map(\.range.start.line) == [11])
    }

    @Test func namesOfAnotherContractGetTheRightForm() throws {
        let found = try findings("customers.number")
        #expect(found.map(\.rule) == ["reference/dangling"])
        #expect(
            found.map(\.help) == [
                "`b/customers.odcs.yaml` has it: write `../b/customers.odcs.yaml#/schema/customers_tbl/properties/number_fld`"
            ])
    }

    @Test(
        "nothing outside is looked at",
        arguments: [
            "../../outside.odcs.yaml#/schema/nope", "https://acme.example/c.yaml#/schema/nope",
            "../linked.odcs.yaml#/schema/nope",
        ])
    func outside(_ reference: String) throws {
        let link = scratch.url("linked.odcs.yaml").path
        try? FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/etc/hostname")
        #expect(try findings(reference).filter { $0.file.hasPrefix("a/") }.map(\.message) == [])
    }

    @Test func definitionsOfTheDataContractSpecification() throws {
        try scratch.write("definitions/order.yaml", "id: {type: string}\n")
        try scratch.write(
            "datacontract.yaml",
            """
            dataContractSpecification: 1.2.1
            id: orders
            info: {title: Orders, version: 1.0.0}
            models:
              orders:
                fields:
                  a: {$ref: 'definitions/order.yaml#/id'}
                  b: {$ref: 'definitions/order.yaml#/nope'}
                  c: {$ref: 'definitions/nope.yaml'}

            """)
        let run = try Run(["check", "--config", "none.yaml", "--format", "json", "."], in: scratch.folder)
        let found = try ReportFile(run).findings
        #expect(found.map(\.element) == ["orders.b", "orders.c"])
        #expect(found.map(\.range.start.line) == [8, 9])
    }
}
