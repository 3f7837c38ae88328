internal import Basics

/// Consumer contracts: what a consumer needs of its provider, element by element.
extension Linker {
    mutating func linkNeeds() {
        var targets: [(consumer: Int, provider: Unit.Target)] = []
        for index in units.indices where units[index].kind == .contract {
            if let target = units[index].consumes { targets.append((index, target)) }
        }
        for index in units.indices {
            guard let agreement = units[index].agreement, let id = agreement.consumerContract,
                let target = agreement.contract
            else { continue }
            for consumer in names.all(.contract, id) where units[consumer].consumes == nil {
                targets.append((consumer, target))
            }
        }
        targets += namedByFile()
        for (consumer, target) in targets {
            guard providers[consumer] == nil else { continue }
            providers[consumer] = []
            providers[consumer] = providers(of: consumer, target)
        }
        for (consumer, own) in providers.sorted(by: { $0.key < $1.key }) {
            for provider in own where provider != consumer {
                if dependencies.count > Mesh.mostDependencies { return }
                linkNeeds(of: consumer, provider)
            }
        }
    }

    /// Without a version every active one of the provider is meant.
    private mutating func providers(of consumer: Int, _ target: Unit.Target) -> [Int] {
        if target.version == nil {
            let active = names.all(.contract, target.id).filter { Lifecycle.isActive(units[$0].status) }
            if !active.isEmpty { return active }
        }
        return resolve(.contract, target, .provider, of: consumer, element: nil).map { [$0] } ?? []
    }

    /// Contracts whose files are named as those of consumers: `orders.consumer_billing.odcs.yaml` beside `orders.odcs.yaml`.
    private mutating func namedByFile() -> [(consumer: Int, provider: Unit.Target)] {
        if options.consumerContracts.isEmpty { return [] }
        var found: [(consumer: Int, provider: Unit.Target)] = []
        for index in units.indices where units[index].kind == .contract && units[index].consumes == nil {
            let file = units[index].file
            guard options.consumerContracts.contains(where: { $0.matches(file) }) else { continue }
            let slash = file.lastIndex(of: "/").map { file.index(after: $0) } ?? file.startIndex
            guard let mark = file[slash...].firstRange(of: ".consumer_") else { continue }
            let stem = String(file[..<mark.lowerBound])
            for ending in [".odcs.yaml", ".odcs.yml", ".datacontract.yaml", ".yaml", ".yml"] {
                guard let provider = byFile[stem + ending]?.first, provider != index else { continue }
                found.append(
                    (
                        index,
                        Unit.Target(id: units[provider].id, version: units[provider].version, spot: units[index].spot)
                    ))
                break
            }
        }
        return found
    }

    private mutating func linkNeeds(of consumer: Int, _ provider: Int) {
        let known = Dictionary(
            units[provider].objects.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        for object in units[consumer].objects {
            guard let own = known[object.name] else { continue }
            dependencies.append(
                Dependency(
                    kind: .need, from: provider, to: consumer, exactness: .object, fromElement: own.name,
                    toElement: object.name, evidence: .init(unit: consumer, spot: object.spot, element: object.name)))
            let paths = Set(own.properties.map(\.path))
            for property in object.properties where paths.contains(property.path) {
                dependencies.append(
                    Dependency(
                        kind: .need, from: provider, to: consumer, exactness: .property, fromElement: property.path,
                        toElement: property.path,
                        evidence: .init(unit: consumer, spot: property.spot, element: property.path)))
            }
        }
    }
}
