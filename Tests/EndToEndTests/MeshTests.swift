import Foundation
import Testing

/// Meshes that are nearly wrong, roots, and what is not known.
@Suite struct MeshTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func contract(
        _ id: String, version: String = "1.0.0", status: String = "active", domain: String = "sales",
        properties: String = "[{name: a, logicalType: string}]", levels: String = "[]"
    ) throws {
        try scratch.write(
            "\(id)-\(version).odcs.yaml",
            """
            {apiVersion: v3.1.0, kind: DataContract, id: \(id), version: \(version), status: \(status), domain: \(domain),
             schema: [{name: \(id), properties: \(properties)}], slaProperties: \(levels)}

            """)
    }

    private func product(
        _ id: String, reads: [String] = [], offers: [String] = [], domain: String = "sales", status: String = "active",
        from: String = ""
    ) throws {
        func ports(_ contracts: [String], _ more: String) -> String {
            contracts.enumerated().map { number, contract in
                let parts = contract.split(separator: "@")
                return
                    "{name: p\(number), version: \(parts.count > 1 ? parts[1] : "1.0.0"), contractId: \(parts[0])\(more)}"
            }.joined(separator: ", ")
        }
        try scratch.write(
            "\(id).odps.yaml",
            """
            {apiVersion: v1.0.0, kind: DataProduct, id: \(id), status: \(status), domain: \(domain),
             inputPorts: [\(ports(reads, ""))], outputPorts: [\(ports(offers, from))]}

            """)
    }

    private func findings(
        _ mesh: String = "{complete: true}", paths: [String] = ["."], errors: String = ""
    ) throws -> [String] {
        try scratch.write("c.yaml", "version: 1\nlayers: [{name: own, packs: [core]}]\nmesh: \(mesh)\n")
        let run = try Run(
            ["check", "--config", "c.yaml", "--today", "2026-06-01", "--format", "json"] + paths, in: scratch.folder)
        if errors.isEmpty { #expect(run.errors == "") } else { #expect(run.errors.contains(errors)) }
        return try ReportFile(run).findings.map { "\($0.rule) \($0.file) \($0.element ?? "-")" }
    }

    @Test func aCleanMeshIsSilent() throws {
        try contract("orders")
        try contract("routes", domain: "logistics")
        try product("shop", offers: ["orders"])
        try product("fleet", reads: ["orders"], offers: ["routes"], domain: "logistics")
        #expect(try findings() == [])
    }

    @Test func whatLeadsOutIsUnknownUntilTheMeshIsComplete() throws {
        try product("fleet", reads: ["orders", "stock"])
        #expect(
            try findings("{complete: false}", errors: "2 dependencies lead out of the roots: `orders`, `stock`") == [])
        #expect(
            try findings() == [
                "product/port-contract-exists fleet.odps.yaml inputPort:p0",
                "product/port-contract-exists fleet.odps.yaml inputPort:p1",
            ])
    }

    @Test func aVersionThatIsNotThereIsWrongEitherWay() throws {
        try contract("orders")
        try product("fleet", reads: ["orders@1.1.0"])
        #expect(try findings("{}") == ["product/port-version-exists fleet.odps.yaml inputPort:p0"])
    }

    @Test func unitsUnderTheRootsAreKnownAndNotJudged() throws {
        try contract("orders")
        try product("shop", offers: ["orders"], status: "draft")
        try scratch.write("own/fleet.odps.yaml", "")
        try FileManager.default.removeItem(at: scratch.folder.appendingPathComponent("own/fleet.odps.yaml"))
        try scratch.write(
            "own/fleet.odps.yaml",
            """
            {apiVersion: v1.0.0, kind: DataProduct, id: fleet, status: active, domain: logistics,
             inputPorts: [{name: p0, version: 1.0.0, contractId: orders}, {name: p1, version: 1.0.0, contractId: gone}]}

            """)
        #expect(
            try findings("{complete: true, roots: ['*.yaml']}", paths: ["own"]) == [
                "mesh/point-to-point own/fleet.odps.yaml inputPort:p0",
                "product/port-contract-exists own/fleet.odps.yaml inputPort:p1",
            ])
        try scratch.write("c.yaml", "version: 1\nmesh: {roots: [nowhere]}\n")
        let run = try Run(["check", "--config", "c.yaml", "own"], in: scratch.folder)
        #expect(run.exitCode == 2)
        #expect(run.text.contains("nowhere: a root of the mesh: no such file or folder"))
    }

    @Test func freshnessLooksPastWhatIsSilent() throws {
        try contract("a", levels: "[{property: latency, value: 24, unit: h}]")
        try contract("b")
        try contract("c", levels: "[{property: ly, value: 1, unit: d}]")
        try contract("d", levels: "[{property: latency, value: PT23H}]")
        try product("pa", offers: ["a"])
        try product("pb", reads: ["a"], offers: ["b"])
        try product("pc", reads: ["b"], offers: ["c"])
        try product("pd", reads: ["b"], offers: ["d"])
        #expect(try findings() == ["mesh/fresher-than-upstream d-1.0.0.odcs.yaml sla:latency"])
    }

    @Test func aReleasedPropertyEndsTheChain() throws {
        let source = "transformSourceObjects: ['%@-1.0.0.odcs.yaml#/schema/%@/properties/a']"
        func from(_ id: String) -> String { source.replacingOccurrences(of: "%@", with: id) }
        try contract("a", properties: "[{name: a, logicalType: string, classification: restricted}]")
        try contract(
            "b", properties: "[{name: a, logicalType: string, classification: public, tags: [masked], \(from("a"))}]")
        try contract("c", properties: "[{name: a, logicalType: string, classification: public, \(from("b"))}]")
        try contract("d", properties: "[{name: a, logicalType: string, \(from("a"))}]")
        try contract("e", properties: "[{name: a, logicalType: string, classification: restricted, \(from("d"))}]")
        #expect(try findings() == ["mesh/classification-lost d-1.0.0.odcs.yaml d.a"])
    }

    @Test func agreementsCountOnTheDayTheyHold() throws {
        func agree(_ status: String, _ end: String) throws {
            try scratch.write(
                "a.yaml",
                """
                dataUsageAgreementSpecification: 0.0.1
                id: agreed
                info: {status: \(status), startDate: 2026-01-01, endDate: \(end)}
                provider: {dataProductId: shop, outputPortId: p0}
                consumer: {dataProductId: fleet}

                """)
        }
        try contract("orders")
        try product("shop", offers: ["orders"])
        try product("fleet", reads: ["orders"], domain: "logistics")
        let inactive = ["mesh/agreement-inactive fleet.odps.yaml inputPort:p0"]
        try agree("approved", "2026-06-01")
        #expect(try findings() == [])
        try agree("approved", "2026-05-31")
        #expect(try findings() == inactive)
        try agree("requested", "2026-12-31")
        #expect(try findings() == inactive)
    }

    @Test func productsOfTheDataProductSpecificationAreLinked() throws {
        try contract("orders", status: "retired")
        try scratch.write(
            "shop.yaml",
            """
            dataProductSpecification: 0.0.1
            id: shop
            info: {title: Shop, owner: sales, domain: sales, status: active}
            outputPorts: [{id: orders, name: Orders, dataContractId: Orders}]

            """)
        #expect(try findings() == ["product/port-contract-exists shop.yaml outputPort:orders"])
    }

    /// A comment and a rule that is off hide findings of the mesh as any others.
    @Test func findingsCanBeSuppressedAndTurnedOff() throws {
        try scratch.write(
            "fleet.odps.yaml",
            """
            apiVersion: v1.0.0
            kind: DataProduct
            id: fleet
            status: active
            inputPorts:
              - name: orders
                version: 1.0.0
                # contractlint:disable product/port-contract-exists -- it comes next week
                contractId: orders

            """)
        #expect(try findings() == [])
    }

    /// What is missing of a file would be missing in the mesh: nothing is said to be nowhere.
    @Test func aBrokenFileUnderARootEndsTheRun() throws {
        try scratch.write(
            "known/orders.odcs.yaml", "apiVersion: v3.1.0\nkind: DataContract\nx: [\nid: orders\nversion: 1.0.0\n")
        try product("fleet", reads: ["orders"])
        try scratch.write("c.yaml", "version: 1\nmesh: {complete: true, roots: [known]}\n")
        let run = try Run(["check", "--config", "c.yaml", "--format", "json", "fleet.odps.yaml"], in: scratch.folder)
        #expect(run.exitCode == 2)
        let report = try ReportFile(run)
        #expect(report.failures?.count == 1)
        #expect(
            report.failures?.first.map {
                $0.file == "known/orders.odcs.yaml" && $0.message.hasPrefix("could not be read whole: ")
            } ?? false)
        #expect(!report.findings.contains { $0.rule.hasPrefix("product/") })
    }

    /// Of thousands of objects, servers, ports and versions in few files none is looked at for each of the others.
    @Test func manyOfEverything() throws {
        let count = 2_000
        func list(_ item: (Int) -> String) -> String { (0..<count).map(item).joined(separator: ", ") }
        try scratch.write(
            "wide.odcs.yaml",
            """
            {apiVersion: v3.1.0, kind: DataContract, id: wide, version: 1.0.0, status: active, domain: sales,
             servers: [\(list { "{server: s\($0), type: postgres, host: h\($0), database: d, schema: s}" })],
             slaProperties: [\(list { "{property: latency, value: \($0 + 1), unit: h}" })],
             schema: [\(list { "{name: t\($0), properties: [{name: a, transformSourceObjects: [t\(($0 + 1) % count)]}]}" })]}

            """)
        try scratch.write(
            "fleet.odps.yaml",
            """
            {apiVersion: v1.0.0, kind: DataProduct, id: fleet, status: active, domain: logistics,
             inputPorts: [\(list { "{name: p\($0), version: 1.0.0, contractId: wide}" })]}

            """)
        try scratch.write(
            "shop.odps.yaml",
            """
            {apiVersion: v1.0.0, kind: DataProduct, id: shop, status: draft, domain: sales,
             outputPorts: [\(list { "{name: p\($0), version: 1.0.0, contractId: wide}" })]}

            """)
        try scratch.write("c.yaml", "version: 1\nlayers: [{name: own, packs: [core]}]\nmesh: {complete: true}\n")
        let run = try Run(["check", "--config", "c.yaml", "--format", "json", "."], in: scratch.folder)
        let report = try ReportFile(run)
        #expect(report.failures?.isEmpty ?? true)
        #expect(report.findings.contains { $0.rule == "mesh/point-to-point" })
    }
}
