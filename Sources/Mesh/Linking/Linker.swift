internal import Basics

/// Finds what depends on what: products by their ports, agreements, contracts by their lineage and references.
struct Linker {
    let units: [Unit]
    let options: MeshOptions
    let names: UnitNames
    var dependencies: [Dependency] = []
    var missing: [Missing] = []
    var strays: [Mesh.StrayReference] = []
    /// For each consumer contract the contracts that it relies on; empty: they are not known.
    var providers: [Int: [Int]] = [:]
    /// For each product the contracts that it reads, each once.
    var reads: [Int: [Int]] = [:]
    private var readIDs: [Int: Set<ExactText>] = [:]
    /// For each product the targets of its input ports that are not there.
    private var danglingInputs: [Int: Set<Pair>] = [:]
    /// For each contract the products that offer it.
    var offeredBy: [Int: [Int]] = [:]
    lazy var tables: TableIndex = TableIndex(units, names)
    /// For each object whose columns somebody named their numbers by name.
    var columns: [ObjectPlace: [String: Int]] = [:]
    private var elements: [Int: UnitElements] = [:]
    private var similar: [Unit.Kind: [String: [String]]] = [:]
    lazy var byFile: [String: [Int]] = {
        var byFile: [String: [Int]] = [:]
        for (index, unit) in units.enumerated() where unit.kind == .contract {
            byFile[unit.file, default: []].append(index)
        }
        return byFile
    }()

    /// Object of a unit, by numbers.
    struct ObjectPlace: Hashable {
        var unit: Int
        var object: Int
    }

    init(_ units: [Unit], _ options: MeshOptions) {
        self.units = units
        self.options = options
        names = UnitNames(units)
    }

    mutating func run() {
        linkNeeds()
        for index in units.indices where units[index].kind == .product { linkInputs(index) }
        for index in units.indices where units[index].kind == .agreement { linkAgreement(index) }
        for index in units.indices where units[index].kind == .product { linkOutputs(index) }
        for index in units.indices where units[index].kind == .contract {
            if dependencies.count > Mesh.mostDependencies { return }
            linkSources(index)
            linkReferences(index)
        }
    }

    // MARK: Names

    /// Number of the unit that a name leads to; nil: none, which is noted.
    mutating func resolve(
        _ kind: Unit.Kind, _ target: Unit.Target, _ use: Missing.Use, of unit: Int, element: String?
    ) -> Int? {
        var entry = Missing(
            use: use, unit: unit, kind: kind, id: target.id, version: target.version, element: element,
            spot: target.spot)
        switch names.resolve(kind, target.id, target.version) {
        case .found(let index): return index
        case .otherVersion(let versions):
            entry.versions = versions.isEmpty ? ["?"] : Array(versions.suffix(20))
            entry.spot = target.versionSpot ?? target.spot
        case .nowhere: entry.similar = similarIDs(kind, target.id)
        }
        missing.append(entry)
        return nil
    }

    private mutating func similarIDs(_ kind: Unit.Kind, _ id: String) -> [String] {
        if similar[kind] == nil { similar[kind] = names.folded(kind) }
        return Array((similar[kind]?[FoldedName(id).text] ?? []).prefix(3))
    }

    // MARK: Products

    private mutating func linkInputs(_ product: Int) {
        var known: Set<Int> = []
        for port in units[product].inputs {
            guard let target = port.contract else { continue }
            guard let contract = resolve(.contract, target, .inputPort, of: product, element: port.path) else {
                danglingInputs[product, default: []].insert(Pair(target.id, target.version))
                continue
            }
            dependencies.append(
                Dependency(
                    kind: .input, from: contract, to: product, exactness: .contract,
                    evidence: .init(unit: product, spot: port.spot, element: port.path)))
            if known.insert(contract).inserted { reads[product, default: []].append(contract) }
            readIDs[product, default: []].insert(ExactText(target.id))
        }
    }

    private mutating func linkOutputs(_ product: Int) {
        let danglingInputs = self.danglingInputs[product] ?? []
        for port in units[product].outputs {
            var contract: Int?
            if let target = port.contract {
                contract = resolve(.contract, target, .outputPort, of: product, element: port.path)
            }
            if let contract {
                dependencies.append(
                    Dependency(
                        kind: .offer, from: product, to: contract, exactness: .contract, flows: port.inputs.isEmpty,
                        evidence: .init(unit: product, spot: port.contract?.spot ?? port.spot, element: port.path)))
                offeredBy[contract, default: []].append(product)
            }
            for target in port.inputs {
                // A port that leads nowhere is said once.
                if danglingInputs.contains(Pair(target.id, target.version)) { continue }
                guard let source = resolve(.contract, target, .inputContract, of: product, element: port.path),
                    let contract
                else { continue }
                dependencies.append(
                    Dependency(
                        kind: .derivation, from: source, to: contract, exactness: .contract,
                        evidence: .init(unit: product, spot: target.spot, element: port.path)))
            }
            guard port.inputs.isEmpty, let contract else { continue }
            for source in reads[product] ?? [] {
                if dependencies.count > Mesh.mostDependencies { return }
                dependencies.append(
                    Dependency(
                        kind: .derivation, from: source, to: contract, exactness: .contract, isAssumed: true,
                        evidence: .init(unit: product, spot: port.contract?.spot ?? port.spot, element: port.path)))
            }
        }
    }

    private struct Pair: Hashable {
        var id: ExactText
        var version: ExactText?

        init(_ id: String, _ version: String?) {
            self.id = ExactText(id)
            self.version = version.map { ExactText($0) }
        }
    }

    // MARK: Agreements

    private mutating func linkAgreement(_ index: Int) {
        guard let agreement = units[index].agreement else { return }
        let product = agreement.product.flatMap {
            // About an unknown contract it is dangling once.
            names.isKnown(.contract, agreement.contract)
                ? resolve(.product, $0, .agreementProduct, of: index, element: nil) : nil
        }
        var contracts: [Int] = []
        if let target = agreement.contract {
            contracts = resolve(.contract, target, .agreementContract, of: index, element: nil).map { [$0] } ?? []
        } else if let product, let port = agreement.port {
            let outputs = units[product].outputs.filter { $0.name == port.id || $0.id == port.id }
            if outputs.isEmpty {
                missing.append(
                    Missing(
                        use: .agreementPort, unit: index, kind: .product, id: port.id, spot: port.spot,
                        detail:
                            "the product \(Self.quoted(units[product].id)) has no output port \(Self.quoted(port.id))"))
            }
            contracts = outputs.compactMap(\.contract).compactMap { target in
                if case .found(let contract) = names.resolve(.contract, target.id, target.version) {
                    contract
                } else {
                    nil
                }
            }
        }
        guard
            let consumer = agreement.consumer.flatMap({
                resolve(.product, $0, .agreementConsumer, of: index, element: nil)
            })
        else { return }
        guard agreement.isActive(on: options.today) else { return }
        for contract in contracts
        where readIDs[consumer, default: []].insert(ExactText(units[contract].id)).inserted {
            dependencies.append(
                Dependency(
                    kind: .input, from: contract, to: consumer, exactness: .contract,
                    evidence: .init(unit: index, spot: agreement.contract?.spot ?? units[index].spot, element: nil)))
            reads[consumer, default: []].append(contract)
        }
    }

    static func quoted(_ text: String) -> String { "`\(text.shortened(to: 100))`" }

    // MARK: Elements

    mutating func elements(of unit: Int) -> UnitElements {
        if let known = elements[unit] { return known }
        let made = UnitElements(units[unit])
        elements[unit] = made
        return made
    }
}

extension Unit.Agreement {
    /// True when it holds on a day.
    package func isActive(on today: Int) -> Bool {
        status?.lowercased() == "approved" && active != false && (start ?? .min) <= today && today <= (end ?? .max)
    }
}

extension UnitNames {
    /// True when a name leads somewhere, or there is none.
    func isKnown(_ kind: Unit.Kind, _ target: Unit.Target?) -> Bool {
        guard let target else { return true }
        if case .found = resolve(kind, target.id, target.version) { return true }
        return false
    }
}
