import Foundation
import Testing

/// Documents of other standards, aliases that repeat a fault, keys of the organisation's own.
@Suite struct ForeignDocumentTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    static let foreign = [
        (
            "mesh.yaml", "apiVersion: mesh.example.org/v1alpha1\nkind: DataProduct\nmetadata: {name: x}\n",
            "a custom resource"
        ),
        (
            "contract.yaml", "apiVersion: data.example.org/v1\nkind: DataContract\nspec: {format: parquet}\n",
            "a custom resource"
        ),
        ("fluid.yaml", "fluidVersion: 0.5.7\nkind: DataProduct\nid: x\n", "FLUID"),
        (
            "tours.odps.yaml",
            "schema: https://opendataproducts.org/v3.1/schema/odps.yaml\nversion: 3.1\nproduct: {en: {name: x}}\n",
            "the Open Data Product Specification"
        ),
    ]

    @Test("passed over in a walk, refused by name when named", arguments: foreign)
    func other(_ name: String, _ text: String, _ standard: String) throws {
        try scratch.write(name, text)
        #expect(try Run(["check", "."], in: scratch.folder).exitCode == 3)
        let named = try Run(["check", "--format", "json", name], in: scratch.folder)
        #expect(named.exitCode == 2)
        #expect(try ReportFile(named).failures?.first?.message.contains(standard) == true)
    }

    @Test(arguments: [
        "apiVersion: odcs/v3.1.0\nkind: DataContract\nid: x\nversion: 1.0.0\nstatus: active\n",
        "apiVersion: v9.1.0\nkind: DataProduct\nid: x\nstatus: active\n",
        "kind: DataContract\nmetadata: {name: x}\n",
    ])
    func whatMayBeOursIsNotPassedOver(_ text: String) throws {
        try scratch.write("x.yaml", text)
        #expect(try Run(["check", "."], in: scratch.folder).exitCode == 1)
    }

    @Test func aFaultInsideAnAliasIsSaidOnce() throws {
        try scratch.write("none.yaml", "version: 1\nlayers: [{name: none}]\n")
        try scratch.write(
            "x.odcs.yaml",
            """
            apiVersion: v3.1.0
            kind: DataContract
            id: x
            version: 1.0.0
            status: active
            schema:
              - name: a
                properties: &own
                  - {name: größe, logicalType: string, colour: red, relationships: [{to: nope.nope}]}
                  - {name: größe, logicalType: strin}
              - {name: b, properties: *own}
              - {name: c, properties: *own}

            """)
        let run = try Run(["check", "--config", "none.yaml", "--format", "json", "."], in: scratch.folder)
        let found = try ReportFile(run).findings
        #expect(
            found.map(\.rule).sorted() == [
                "reference/dangling", "schema/duplicate-property", "standard/invalid-value", "standard/unknown-key",
            ])
        #expect(Set(found.map(\.range.start.line)) == [9, 10])
    }

    @Test func keysOfTheOrganisation() throws {
        let text =
            "apiVersion: v3.1.0\nkind: DataContract\nid: x\nversion: 1.0.0\nstatus: active\nx-team: a\ncolour: red\n"
        try scratch.write("x.odcs.yaml", text)
        try scratch.write(
            "own.yaml", "version: 1\nlayers: [{name: none}]\nstandard: {extensionKeys: ['x-*']}\n")
        let run = try Run(["check", "--config", "own.yaml", "--format", "json", "."], in: scratch.folder)
        let found = try ReportFile(run).findings.filter { $0.severity == "error" }
        #expect(found.map(\.rule) == ["standard/unknown-key"] && found.map(\.range.start.line) == [7])
    }
}
