import ContractModel
import Diagnostics
import NativeRules
import TestSupport
import Testing
import YAMLTree

/// Contracts that others wrote, and the samples of this repository.
@Suite struct RealContractTests {
    // MARK: The official examples

    /// Every finding in the official examples, each looked up by hand: the elements they name are indeed not there.
    /// `reference/encrypted-name-unknown` is an information about columns that these examples leave out.
    private static let faults: [String: [String]] = [
        "odcs/examples/all--full-example.odcs.yaml": [
            "134:24 reference/encrypted-name-unknown rcvr_cntry_code_encrypted",
            "217:17 reference/dangling receiver_types.type_code",
            "273:14 reference/sla-element-unknown tab1.txn_ref_dt",
            "283:14 reference/sla-element-unknown tab1.txn_ref_dt",
            "288:14 reference/sla-element-unknown tab1.txn_ref_dt",
            "291:14 reference/sla-element-unknown tab1.txn_ref_dt",
            "295:14 reference/sla-element-unknown tab1.txn_ref_dt",
        ],
        "odcs/examples/next--all--full-example.odcs.yaml": [
            "149:24 reference/encrypted-name-unknown rcvr_cntry_code_encrypted",
            "232:17 reference/dangling receiver_types.type_code",
            "304:14 reference/sla-element-unknown tab1.txn_ref_dt",
            "314:14 reference/sla-element-unknown tab1.txn_ref_dt",
            "319:14 reference/sla-element-unknown tab1.txn_ref_dt",
            "322:14 reference/sla-element-unknown tab1.txn_ref_dt",
            "326:14 reference/sla-element-unknown tab1.txn_ref_dt",
        ],
        // The property is named `street`.
        "odcs/examples/next--references--relationships.odcs.yaml": [
            "76:17 reference/dangling addresses.address_street", "85:41 reference/dangling addresses.address_street",
        ],
        "odcs/examples/schema--all-schema-types.odcs.yaml": [
            "56:24 reference/encrypted-name-unknown enc_rcvr_id",
            "77:24 reference/encrypted-name-unknown rcvr_cntry_code_encrypted",
        ],
        "odcs/examples/next--schema--all-schema-types.odcs.yaml": [
            "59:24 reference/encrypted-name-unknown enc_rcvr_id",
            "80:24 reference/encrypted-name-unknown rcvr_cntry_code_encrypted",
        ],
    ]

    private static let standards = Folder("../shared/standards")

    @Test(.enabled(if: standards.exists, "the official examples (../shared/standards) are not here"))
    func officialExamples() {
        var checked = 0
        for file in Self.standards.files where file.contains("/examples/") {
            let check = NativeCheck(raw: Self.standards.read(file), name: file)
            let lines = zip(check.issues, check.places).map { issue, place in
                "\(place.prefix { $0 != "-" }) \(issue.issue.rule.id) \(issue.issue.subject)"
            }
            #expect(lines == Self.faults[file, default: []], "\(file)")
            checked += 1
        }
        #expect(checked > 50)
    }

    // MARK: Samples

    private static let samples = Folder("samples")

    @Test func theSampleMeshIsClean() {
        var ids = ContractIDs()
        var external: [String] = []
        for file in Self.samples.files where !file.hasPrefix("broken/") && !file.hasPrefix("broken-mesh/") {
            let check = NativeCheck(raw: Self.samples.read(file), name: file)
            #expect(check.messages == [] && check.typeIssues.isEmpty, "\(file)")
            external += check.external.map { "\($0.file) \($0.path)" }
            check.documents.compactMap { ContractIDs.entry(of: $0) }.forEach { ids.add($0) }
        }
        #expect(ids.findings().isEmpty)
        #expect(
            external.sorted() == [
                "../../sales/orders/orders.odcs.yaml /schema/orders_obj/properties/order_id_prop",
                "customers.odcs.yaml /schema/customers_obj/properties/customer_id_prop",
            ])
    }

    /// Each broken contract has the fault that its file is named after, and no other that these rules find.
    @Test func eachBrokenSampleHasItsFaultAndNoOther() {
        var fired: Set<String> = []
        for file in Self.samples.files where file.hasPrefix("broken/") {
            let name = file.dropFirst("broken/".count).prefix { $0 != "." }
            let rule = "\(name.prefix { $0 != "-" })/\(name.drop { $0 != "-" }.dropFirst())"
            let check = NativeCheck(raw: Self.samples.read(file), name: file)
            var ids = ContractIDs()
            check.documents.compactMap { ContractIDs.entry(of: $0) }.forEach { ids.add($0) }
            let rules = check.rules + ids.findings().map(\.rule) + check.typeIssues.map(\.issue.rule.id)
            let isOurs = NativeRules.descriptors.contains { $0.id == rule }
            #expect(rules == (isOurs ? [rule] : []), "\(file)")
            fired.formUnion(rules)
        }
        #expect(fired == Set(NativeRules.descriptors.map(\.id)))
    }

    @Test func descriptorsAreWhatTheTableOfRulesSays() {
        let severities = Dictionary(uniqueKeysWithValues: NativeRules.descriptors.map { ($0.id, $0.severity) })
        #expect(
            severities == [
                "reference/dangling": .error, "reference/ambiguous": .warning, "reference/type-mismatch": .error,
                "reference/not-a-key": .warning, "reference/duplicate-id": .error,
                "reference/sla-element-unknown": .warning, "reference/encrypted-name-unknown": .info,
                "schema/duplicate-property": .error, "schema/duplicate-object": .error,
                "schema/primary-key-positions": .error, "schema/partition-positions": .warning,
                "interoperability/id-unique": .error, "schema/type-disagreement": .warning,
                "schema/options-disagreement": .error, "schema/example-violates-type": .warning,
                "reference/duplicate-entry": .warning,
                "quality/argument-sensible": .warning, "quality/schedule-sensible": .warning,
            ])
        for rule in NativeRules.descriptors {
            #expect(rule.summary.hasSuffix(".") && rule.rationale.hasSuffix("."), "\(rule.id)")
        }
    }
}
