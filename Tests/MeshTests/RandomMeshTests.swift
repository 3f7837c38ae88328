import Basics
import Diagnostics
import TestSupport
import Testing

@testable import Mesh

/// Random meshes against an independent model of the graph.
@Suite struct RandomMeshTests {
    /// A mesh as a table of ports: nothing of the linker is used.
    struct Model {
        var contracts: [String] = []
        /// For each product what it reads, and what it offers with the inputs that the port states.
        var products: [(id: String, reads: [Int], offers: [(contract: Int, inputs: [Int])])] = []

        init(_ random: inout SeededGenerator) {
            let count = Int.random(in: 1...12, using: &random)
            contracts = (0..<count).map { "c\($0)" }
            var free = Array(0..<count).shuffled(using: &random)
            for number in 0..<Int.random(in: 0...8, using: &random) {
                let reads = (0..<Int.random(in: 0...3, using: &random)).map { _ in
                    Int.random(in: 0..<count, using: &random)
                }
                var offers: [(contract: Int, inputs: [Int])] = []
                for _ in 0..<Int.random(in: 0...2, using: &random) {
                    guard let contract = free.popLast() else { break }
                    let states = Bool.random(using: &random)
                    offers.append((contract, states ? Array(Set(reads)).sorted() : []))
                }
                products.append(("p\(number)", reads, offers))
            }
        }

        /// Distances from a contract by relaxing all edges until nothing changes.
        func distances(from origin: Int) -> [String: Int] {
            var edges: [(String, String)] = []
            for product in products {
                for read in product.reads { edges.append((contracts[read], product.id)) }
                for (contract, inputs) in product.offers {
                    if inputs.isEmpty { edges.append((product.id, contracts[contract])) }
                    for source in inputs.isEmpty ? product.reads : inputs {
                        edges.append((contracts[source], contracts[contract]))
                    }
                }
            }
            var distances = [contracts[origin]: 0]
            var isChanged = true
            while isChanged {
                isChanged = false
                for (from, to) in edges {
                    guard let own = distances[from], own + 1 < distances[to] ?? .max else { continue }
                    distances[to] = own + 1
                    isChanged = true
                }
            }
            distances[contracts[origin]] = nil
            return distances
        }

        var units: [Unit] {
            let spot = Spot(
                SourceRange(0, 1), Place(file: "x", start: .init(line: 1, column: 1), end: .init(line: 1, column: 2)))
            func target(_ contract: Int) -> Unit.Target {
                Unit.Target(id: contracts[contract], version: "1.0.0", spot: spot)
            }
            let own = contracts.map { id in
                var unit = Unit(.contract, id: id, standard: "ODCS", file: "\(id).yaml", offset: 0, spot: spot)
                unit.version = "1.0.0"
                return unit
            }
            return own
                + products.map { product in
                    var unit = Unit(
                        .product, id: product.id, standard: "ODPS", file: "\(product.id).yaml", offset: 0, spot: spot)
                    unit.inputs = product.reads.enumerated().map {
                        Unit.InputPort(name: "i\($0)", contract: target($1), spot: spot)
                    }
                    unit.outputs = product.offers.enumerated().map { number, offer in
                        Unit.OutputPort(
                            name: "o\(number)", contract: target(offer.contract), inputs: offer.inputs.map(target),
                            spot: spot)
                    }
                    return unit
                }
        }
    }

    private static func distances(_ mesh: Mesh, from id: String) throws -> [String: Int] {
        let origin = try #require(mesh.contract(named: id))
        let impact = Impact(of: origin, in: mesh)
        let hits = impact.hits
        #expect(hits.map(\.distance) == hits.map(\.distance).sorted())
        for hit in hits {
            let path = impact.path(to: hit)
            #expect(path.count == min(hit.distance, Impact.mostHops))
            #expect(path.last == hit.last)
        }
        return Dictionary(uniqueKeysWithValues: hits.map { (mesh.units[$0.unit].id, $0.distance) })
    }

    @Test(arguments: 0..<300) func impactIsThatOfTheModel(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let model = Model(&random)
        let mesh = try Mesh.linked(model.units.shuffled(using: &random), MeshOptions())
        for (number, id) in model.contracts.enumerated() {
            let found = try Self.distances(mesh, from: id)
            #expect(found == model.distances(from: number), "from \(id)")
        }
    }

    @Test(arguments: 0..<100) func theOrderOfUnitsChangesNothing(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let units = Model(&random).units
        let first = try Mesh.linked(units, MeshOptions())
        let second = try Mesh.linked(units.shuffled(using: &random), MeshOptions())
        #expect(first.units == second.units)
        #expect(first.dependencies == second.dependencies)
        #expect(MeshCheck.run(first).findings == MeshCheck.run(second).findings)
    }

    @Test(arguments: 0..<100) func oneMoreDependencyTakesNoImpactAway(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var model = Model(&random)
        guard let product = model.products.indices.randomElement(using: &random) else { return }
        let before = model.contracts.indices.map { model.distances(from: $0) }
        let mesh = try Mesh.linked(model.units, MeshOptions())
        let known = try model.contracts.map { try Self.distances(mesh, from: $0) }
        #expect(known == before)
        model.products[product].reads.append(Int.random(in: model.contracts.indices, using: &random))
        let larger = try Mesh.linked(model.units, MeshOptions())
        for (number, id) in model.contracts.enumerated() {
            let now = Set(try Self.distances(larger, from: id).keys)
            #expect(now.isSuperset(of: known[number].keys))
        }
    }

    /// A ring, a chain of a hundred thousand, one id in ten thousand files: an answer in bounded time.
    @Test func hostileMeshesAreBounded() throws {
        var model = Model(count: 2000)
        for number in 0..<2000 {
            model.products.append(("p\(number)", [number], [((number + 1) % 2000, [])]))
        }
        let ring = try Mesh.linked(model.units, MeshOptions())
        let cycles = MeshCheck.run(ring).findings.filter { $0.rule.id == "mesh/cycle" }
        #expect(cycles.count == 1)
        #expect(cycles.first.map { ring.units[$0.unit].id } == "p0")
        var chain = Model(count: 50_001)
        for number in 0..<50_000 { chain.products.append(("p\(number)", [number], [(number + 1, [])])) }
        let linked = try Mesh.linked(chain.units, MeshOptions())
        #expect(MeshCheck.run(linked).findings.filter { $0.rule.id != "product/orphan-contract" }.isEmpty)
        #expect(try Self.distances(linked, from: "c0").count == 100_000)
        var same = Model(count: 1).units
        same = (0..<10_000).map { number in
            var unit = same[0]
            unit.file = "f\(number).yaml"
            return unit
        }
        #expect(try Mesh.linked(same, MeshOptions()).units.count == 10_000)
    }
}

extension RandomMeshTests.Model {
    init(count: Int) { contracts = (0..<count).map { "c\($0)" } }
}
