import Foundation
import Testing

/// `contractlint mesh`, interface files, and whom `breaking` says a change hurts.
@Suite struct MeshCommandTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func index(_ paths: [String], to file: String, in folder: URL = Run.root) throws {
        let run = try Run(["mesh", "index"] + paths + ["-o", scratch.url(file).path], in: folder)
        #expect(run.exitCode == 0)
        #expect(run.errors == "")
    }

    @Test func theOverviewCountsUnitsAndDependencies() throws {
        let run = try Run(["mesh", "--today", "2026-06-01", "show", "samples"])
        #expect(
            run.text == """
                logistics: 2 products, 2 contracts
                sales: 2 products, 3 contracts
                2 agreements
                21 dependencies: 3 input, 5 offer, 3 derivation, 10 lineage

                """)
    }

    @Test func impactIsByDistance() throws {
        let run = try Run(["mesh", "impact", "sales-orders", "samples", "--format", "json", "--today", "2026-06-01"])
        let report = try run.json()
        let hits = try #require(report["hit"] as? [[String: Any]])
        #expect(
            hits.map { "\($0["distance"] ?? "") \($0["unit"] ?? "") \($0["exactness"] ?? "")" } == [
                "1 product:logistics-order-fulfilment-product contract",
                "1 contract:logistics-order-fulfilment@1.2.0 object",
                "2 product:sales-delivery-performance-product contract",
                "2 contract:sales-delivery-performance@1.0.0 object",
            ])
        #expect(report["unknown"] as? Int == 0)
        let wrong = try Run(["mesh", "impact", "sales-order", "samples"])
        #expect(wrong.exitCode == 2)
        #expect(wrong.errors.contains("did you mean `sales-orders`?"))
    }

    @Test func anIndexIsTheSameTwiceAndOfItself() throws {
        try index(["samples"], to: "a.mesh.ndjson")
        try index(["samples"], to: "b.mesh.ndjson")
        let first = try Data(contentsOf: scratch.url("a.mesh.ndjson"))
        #expect(try Data(contentsOf: scratch.url("b.mesh.ndjson")) == first)
        #expect(first.split(separator: UInt8(ascii: "\n")).count == 11)
        let check = ["mesh", "index", "samples", "--check"]
        #expect(try Run(check + [scratch.url("a.mesh.ndjson").path]).exitCode == 0)
        try scratch.write("b.mesh.ndjson", "{}\n")
        let stale = try Run(check + [scratch.url("b.mesh.ndjson").path])
        #expect(stale.exitCode == 1)
        #expect(stale.errors.contains("is stale"))
    }

    /// What was broken stays broken, whether the others are known from their files or from an index of them.
    @Test(arguments: BrokenMeshTests.meshes.filter { !$0.hasPrefix("mesh-need") })
    func linkingFromAnIndexIsLinkingFromTheFiles(_ mesh: String) throws {
        let folder = BrokenMeshTests.folder.appendingPathComponent(mesh)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let marked = try #require(
            files.first { try! String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8).hasPrefix("# ") })
        for file in files {
            try FileManager.default.copyItem(at: folder.appendingPathComponent(file), to: scratch.url(file))
        }
        let configuration = { (roots: String) in
            "version: 1\nlayers: [{name: mesh, packs: [core, mesh]}]\nrules: {product/orphan-contract: info, mesh/need-unstated: off}\n"
                + "mesh: {complete: true, roots: ['\(roots)']}\n"
        }
        let check = ["check", "--format", "json", "--today", "2026-06-01", "--config", "c.yml", marked]
        try scratch.write("c.yml", configuration("*.yaml"))
        let whole = try Run(check, in: scratch.folder)
        #expect(try ReportFile(whole).findings.map(\.rule) == [SampleTests.rule(of: mesh)])
        let run = try Run(["mesh", "index", "--config", "c.yml", "-o", "all.mesh.ndjson"], in: scratch.folder)
        #expect(run.exitCode == 0)
        for file in files where file != marked { try FileManager.default.removeItem(at: scratch.url(file)) }
        try scratch.write("c.yml", configuration("all.mesh.ndjson"))
        let linked = try Run(check, in: scratch.folder)
        #expect(linked.text == whole.text)
        #expect(linked.errors == whole.errors)
    }

    @Test(arguments: [
        ("{\"mesh\":2}", "another form"), ("{\"mesh\":1,\"kind\":\"contract\"}", "no id"), ("not json", "no JSON"),
        ("{\"a\":1}", "no line of an interface file"), ("{\"mesh\":1", "breaks off"),
    ])
    func aBrokenInterfaceFileIsNoPartOfAMesh(_ text: String, _ words: String) throws {
        try scratch.write("x.mesh.ndjson", text + "\n")
        try scratch.write("c.yml", "version: 1\nmesh: {complete: true, roots: [x.mesh.ndjson]}\n")
        try scratch.write(
            "a.odps.yaml",
            "{apiVersion: v1.0.0, kind: DataProduct, id: a, status: active, inputPorts: [{name: p, version: 1.0.0, contractId: c}]}\n"
        )
        let run = try Run(["check", "--config", "c.yml", "--format", "json", "a.odps.yaml"], in: scratch.folder)
        #expect(run.exitCode == 2)
        #expect(run.errors.contains("x.mesh.ndjson:1:1") && run.errors.contains(words), "\(run.errors)")
        #expect(!(try ReportFile(run).findings.contains { $0.rule.hasPrefix("product/port") }))
    }

    @Test func satisfiesAsksOfFilesAlone() throws {
        let folder = "samples/broken-mesh/mesh-need-unmet"
        let run = try Run([
            "mesh", "satisfies", "\(folder)/orders.odcs.yaml", "\(folder)/orders.consumer_routes.odcs.yaml",
        ])
        #expect(run.exitCode == 1)
        #expect(run.text.contains("unmet: orders.state: "))
        #expect(run.text.split(separator: "\n").count == 1)
        #expect(
            try Run(["mesh", "satisfies", "\(folder)/orders.odcs.yaml", "\(folder)/orders.odcs.yaml"]).exitCode == 0)
        #expect(try Run(["mesh", "satisfies", "nowhere.yaml", "\(folder)/orders.odcs.yaml"]).exitCode == 2)
    }

    @Test func breakingSaysWhomAChangeHurts() throws {
        try FileManager.default.copyItem(
            at: Run.root.appendingPathComponent("samples"), to: scratch.url("old"))
        try FileManager.default.copyItem(at: Run.root.appendingPathComponent("samples"), to: scratch.url("new"))
        let file = scratch.url("new/sales/orders/orders.odcs.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        let name = try #require(text.firstRange(of: "physicalName: order_id"))
        try text.replacingCharacters(in: name, with: "physicalName: number").write(
            to: file, atomically: true, encoding: .utf8)
        let run = try Run(
            ["breaking", "--against", scratch.url("old").path, "--format", "json", "."], in: scratch.url("new"))
        let findings = try ReportFile(run).findings
        let hurt = try #require(findings.first { $0.rule == "compatibility/property-physically-renamed" })
        #expect(run.exitCode == 1)
        #expect(
            hurt.related?.contains { $0.message.contains("may hurt product:logistics-order-fulfilment-product") }
                == true)
        #expect(hurt.help?.contains("4 units downstream may be hurt") == true)
    }

    @Test(arguments: ["mermaid", "dot", "json"]) func theMeshCanBeDrawn(_ format: String) throws {
        for by in ["product", "contract", "domain", "all"] {
            let run = try Run(["mesh", "graph", "samples", "--by", by, "--format", format])
            #expect(run.exitCode == 0)
            #expect(run.text.contains(by == "domain" || by == "product" ? "sales" : "logistics"))
        }
    }

    /// A part is not written down as the whole, and nothing is not written down as a mesh without units.
    @Test func anIndexOfAPartIsNotWritten() throws {
        try scratch.write(
            "a.odcs.yaml", "apiVersion: v3.1.0\nkind: DataContract\nid: a\nversion: 1.0.0\nstatus: active\n")
        try scratch.write("b.odcs.yaml", "apiVersion: v3.1.0\nkind: DataContract\nx: [\nid: b\n")
        let part = try Run(["mesh", "index", ".", "-o", "all.mesh.ndjson"], in: scratch.folder)
        #expect(part.exitCode == 2 && part.errors.contains("b.odcs.yaml: could not be read whole: "))
        #expect(!scratch.exists("all.mesh.ndjson"))
        #expect(try Run(["mesh", "impact", "a", "."], in: scratch.folder).exitCode == 2)
        try scratch.write("empty/note.txt", "")
        let nothing = try Run(["mesh", "index", "empty", "-o", "none.mesh.ndjson"], in: scratch.folder)
        #expect(nothing.exitCode == 3 && !scratch.exists("none.mesh.ndjson"))
    }
}
