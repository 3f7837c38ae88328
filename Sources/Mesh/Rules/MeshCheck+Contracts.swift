internal import Basics
internal import Diagnostics

/// Contracts by who offers and reads them, and by the tables that they describe.
extension MeshCheck {
    mutating func judgeContracts() {
        let hasProducts = units.contains { $0.kind == .product }
        var offered: Set<ExactText> = []
        for dependency in mesh.dependencies where dependency.kind == .offer {
            offered.insert(ExactText(units[dependency.to].id))
        }
        for contract in units.indices where units[contract].kind == .contract && units[contract].isJudged {
            guard mesh.names.isFirst(contract) else { continue }
            judgeOffers(of: contract)
            if Lifecycle.isRetired(units[contract].status) { judgeReaders(of: contract) }
            if hasProducts, mesh.providers[contract] == nil, !offered.contains(ExactText(units[contract].id)) {
                add(
                    MeshFinding(
                        rule: MeshRules.orphanContract, unit: contract, spot: units[contract].spot, element: nil,
                        message: "no product offers the contract",
                        help: "name it as the contract of an output port of the product that fulfils it",
                        subject: units[contract].id))
            }
        }
    }

    private mutating func judgeOffers(of contract: Int) {
        let products = offers[contract]?.products ?? []
        guard products.count > 1 else { return }
        add(
            MeshFinding(
                rule: MeshRules.contractOneProduct, unit: contract, spot: units[contract].spot, element: nil,
                message:
                    "several products offer the contract: "
                    + products.prefix(5).map { quoted(units[$0.from].id) }.joined(separator: ", "),
                help: "leave it to one of them; the others read it, or promise something of their own",
                related: products.map { related($0.evidence.unit, "offered here", at: $0.evidence.spot) },
                subject: units[contract].id))
    }

    private mutating func judgeReaders(of contract: Int) {
        let readers = readers(of: contract).filter { !Lifecycle.isRetired(units[$0.to].status) }
        guard let first = readers.first else { return }
        let others = readers.count > 1 ? " and \(readers.count - 1) more" : ""
        add(
            MeshFinding(
                rule: MeshRules.retiredInUse, unit: contract, spot: units[contract].spot, element: nil,
                message: "the contract is retired, and \(named(first.to))\(others) still reads it",
                help: "keep it until its readers have moved, and tell them where to",
                related: readers.prefix(MeshFinding.mostRelated).map {
                    related($0.evidence.unit, "read here", at: $0.evidence.spot)
                }, subject: units[contract].id))
    }

    // MARK: Tables

    private struct Table: Hashable {
        var type: String
        var location: [String]
        var name: String
    }

    mutating func judgeTables() {
        var first: [Table: (unit: Int, spot: Spot)] = [:]
        for (index, unit) in units.enumerated() where unit.kind == .contract && mesh.names.isFirst(index) {
            // A consumer describes its provider's tables.
            if mesh.providers[index] != nil { continue }
            for object in unit.objects {
                steps -= unit.servers.count
                if steps <= 0 { return }
                var isSaid = false
                for server in unit.servers where !isSaid {
                    guard let table = Self.table(object, on: server) else { continue }
                    guard let other = first[table] else {
                        first[table] = (index, object.spot)
                        continue
                    }
                    if units[other.unit].id == unit.id { continue }
                    isSaid = true
                    add(
                        MeshFinding(
                            rule: MeshRules.samePhysicalObject, unit: index, spot: object.spot, element: object.name,
                            message:
                                "\(named(other.unit)) describes the same \(quoted(object.physicalName ?? object.name)) on the same "
                                + "\(server.type ?? "server")",
                            help: "keep one contract for it; if these are different tables, say on which servers",
                            related: [related(other.unit, "described here as well", at: other.spot)],
                            subject: object.physicalName ?? object.name))
                }
            }
        }
    }

    /// Nil: the server says no place, or one that somebody fills in later.
    private static func table(_ object: Unit.Object, on server: Unit.Server) -> Table? {
        guard let type = server.type, !server.location.isEmpty,
            !server.location.contains(where: { $0.contains("${") || $0.contains("{{") })
        else { return nil }
        // What a setting of a custom server means is not known, a region or an address: the name alone proves nothing there.
        if type.lowercased() == "custom", object.physicalName == nil { return nil }
        let name = object.physicalName ?? object.name
        let folds = server.foldsCase
        return Table(
            type: type, location: folds ? server.location.map { $0.lowercased() } : server.location,
            name: folds ? name.lowercased() : name)
    }

    // MARK: Archetypes

    mutating func judgeArchetypes() {
        for product in units.indices where units[product].kind == .product && units[product].isJudged {
            guard let archetype = units[product].archetype else { continue }
            let word = archetype.lowercased().filter { $0.isLetter }
            switch word {
            case "sourcealigned": judgeSource(product)
            case "aggregate": judgeAggregate(product)
            case "consumeraligned": judgeConsumer(product)
            default: break
            }
        }
    }

    private mutating func addArchetype(_ product: Int, _ message: String, _ related: [MeshFinding.Related]) {
        let unit = units[product]
        add(
            MeshFinding(
                rule: MeshRules.archetypeByGraph, unit: product, spot: unit.archetypeSpot ?? unit.spot, element: nil,
                message: message, help: "correct the archetype, or what the product reads and offers", related: related,
                subject: unit.archetype ?? ""))
    }

    private mutating func judgeSource(_ product: Int) {
        for input in inputs(of: product) {
            guard let offer = offers[input.from]?.byAnother(than: units[product].id, units) else { continue }
            return addArchetype(
                product, "the product is source-aligned, and reads \(named(input.from)) of \(named(offer.from))",
                [hop(input), hop(offer)])
        }
    }

    private mutating func judgeAggregate(_ product: Int) {
        var upstream: Set<ExactText> = []
        for input in inputs(of: product) { upstream.insert(ExactText(units[input.from].id)) }
        for port in units[product].outputs {
            for target in port.inputs { upstream.insert(ExactText(target.id)) }
        }
        guard upstream.count < 2 else { return }
        // A port whose contract is not known, or that names none, may read anything.
        if units[product].inputs.contains(where: { port in
            port.contract.map { mesh.names.all(.contract, $0.id).isEmpty } ?? true
        }) {
            judgement.note(unknown: MeshRules.archetypeByGraph, "not all that a product reads is known")
            return
        }
        let count = upstream.isEmpty ? "no contract" : "one contract only"
        addArchetype(
            product, "the product is an aggregate, and reads \(count)", inputs(of: product).map { hop($0) })
    }

    private mutating func judgeConsumer(_ product: Int) {
        for number in mesh.dependencies(from: product) {
            let offer = mesh.dependencies[Int(number)]
            guard offer.kind == .offer else { continue }
            guard let reader = readers(of: offer.to).first(where: { units[$0.to].id != units[product].id }) else {
                continue
            }
            return addArchetype(
                product, "the product is consumer-aligned, and \(named(reader.to)) reads \(named(offer.to)) from it",
                [hop(offer), hop(reader)])
        }
    }
}
