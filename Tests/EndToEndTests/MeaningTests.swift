import Foundation
import Testing

/// Meanings that rules read where a standard has a form of its own for them.
@Suite struct MeaningTests {
    /// Rules and elements of what the strict rules find, as far as they are of some packs.
    private func findings(_ name: String, _ text: String, of packs: String...) throws -> Set<String> {
        let scratch = try Scratch()
        try scratch.write("strict.yaml", "version: 1\nlayers: [{name: all, packs: [strict]}]\n")
        try scratch.write(name, text)
        let run = try Run(["check", "--config", "strict.yaml", "--format", "json", name], in: scratch.folder)
        let found = try ReportFile(run).findings.filter {
            packs.contains($0.rule) || packs.contains(where: $0.rule.hasPrefix)
        }
        return Set(found.map { "\($0.rule) \($0.element ?? "")" })
    }

    private func dcs(_ rest: String, version: String = "1.2.1") -> String {
        "dataContractSpecification: \(version)\nid: größe\ninfo: {title: Größen, version: 1.0.0}\n\(rest)\n"
    }

    @Test func theKeyThatAModelNames() throws {
        let text = dcs(
            """
            models:
              a: {primaryKey: [x, y], fields: {x: {type: string}, y: {type: string}}}
              b: {primaryKey: [x], fields: {x: {type: string}}}
              c: {primaryKey: [nope], fields: {x: {type: string}}}
              d: {fields: {x: {type: string, primaryKey: true}}}
              e: {fields: {x: {type: string}}}
            """)
        let found = try findings("datacontract.yaml", text, of: "schema/primary-key-missing")
        #expect(found == ["schema/primary-key-missing c", "schema/primary-key-missing e"])
    }

    @Test func checksAtTheTopOfAContract() throws {
        let models = "models: {a: {type: table, fields: {x: {type: string, required: true, primaryKey: true}}}}\n"
        let soda = "quality: {type: SodaCL, specification: {checks for a: [row_count > 0]}}"
        let rules = ["quality/object-has-check", "quality/row-count", "quality/required-null-check"]
        let found = try rules.map { try findings("datacontract.yaml", dcs(models), of: $0) }
        #expect(found == rules.map { ["\($0) a"] })
        // Models have no checks of their own before 1.1.0, and nobody is asked for any.
        for text in [models, models + soda] {
            let checked = try rules.map { try findings("datacontract.yaml", dcs(text, version: "0.9.3"), of: $0) }
            #expect(checked == rules.map { _ in [] })
        }
    }

    @Test func fieldsThatReferToFields() throws {
        let text = dcs(
            """
            models:
              a: {fields: {email: {type: string, pii: true, classification: restricted}}}
              b: {fields: {email: {$ref: '#/models/a/fields/email'}, other_email: {$ref: '#/models/a/fields/nope'}}}
            """)
        let found = try findings("datacontract.yaml", text, of: "privacy/pii-untagged", "reference/dangling")
        #expect(found == ["privacy/pii-untagged b.other_email", "reference/dangling b.other_email"])
    }

    @Test(
        "what denies that values are personal",
        arguments: [
            ("tags: ['pii:false']", false), ("tags: [non-pii]", false), ("tags: [Not PII]", false),
            ("tags: ['PII: none']", false),
            ("tags: ['personal_data=no']", false), ("customProperties: [{property: containsPII, value: n/a}]", false),
            ("customProperties: [{property: isPersonal, value: false}]", false), ("tags: ['pii:true']", true),
            ("tags: ['pii: phone']", true), ("tags: [Personal Data]", true), ("tags: [no-pii, pii]", true),
            ("customProperties: [{property: contains_pii, value: email}]", true),
        ])
    func marks(_ keys: String, _ isPersonal: Bool) throws {
        let text = """
            apiVersion: v3.1.0
            kind: DataContract
            id: x
            version: 1.0.0
            status: active
            schema: [{name: a, properties: [{name: contact_email, logicalType: string, \(keys)}, {name: religion, \(keys)}]}]

            """
        let found = try findings("x.odcs.yaml", text, of: "privacy/")
        #expect(found.isEmpty != isPersonal, "\(found)")
    }

    @Test(
        "owners and support in the words of each standard",
        arguments: [
            ("team: {name: dispatch}", true), ("team: {name: ' '}", false),
            ("team: {name: x, members: [{username: a}]}", true),
            ("team: {members: [{username: a, role: Eigentümer}]}", true),
            ("team: {members: [{username: a, role: analyst}]}", false),
        ])
    func owners(_ keys: String, _ isOwned: Bool) throws {
        let text = "apiVersion: v3.1.0\nkind: DataContract\nid: x\nversion: 1.0.0\nstatus: active\n\(keys)\n"
        #expect(try findings("x.odcs.yaml", text, of: "ownership/owner-present").isEmpty == isOwned)
    }

    @Test(arguments: [
        ("productSlackChannel: '#help'", true), ("productDl: help@example.com", true),
        ("productFeedbackUrl: 'https://x.example'", true),
        ("productSlackChannel: ''", false), ("tenant: acme", false),
    ])
    func supportOfODCS2(_ keys: String, _ isSupported: Bool) throws {
        let text = """
            apiVersion: v2.2.2
            kind: DataContract
            uuid: x
            version: 1.0.0
            status: current
            type: tables
            quantumName: x
            datasetName: x
            dataset: []
            \(keys)

            """
        #expect(try findings("x.odcs.yaml", text, of: "ownership/support-channel").isEmpty == isSupported)
        #expect(try findings("x.odcs.yaml", text, of: "lifecycle/status-known") == [])
    }
}
