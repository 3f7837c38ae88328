internal import Basics
internal import ContractModel
internal import Diagnostics

/// Properties that are made from others: what protects the original protects the copy.
extension MeshCheck {
    mutating func judgeProperties() {
        let graph = PropertyGraph(mesh)
        for contract in units.indices where units[contract].kind == .contract && units[contract].isJudged {
            let exact = graph.derived[contract] ?? []
            for object in units[contract].objects {
                for property in object.properties where exact.contains(property.path) {
                    judge(property, of: contract, graph)
                }
            }
            judgeNames(of: contract, exact)
        }
    }

    private mutating func judge(_ property: Unit.Property, of contract: Int, _ graph: PropertyGraph) {
        if property.tags.contains(where: isReleasing) { return }
        judgeClassification(property, of: contract, graph)
        for tag in options.keptTags where !property.has(tag) {
            let met = upstream(of: PropertyName(unit: contract, path: property.path), graph) {
                $0.has(tag) || $0.denies(tag)
            }
            guard let source = met.first(where: { $0.property.has(tag) }) else { continue }
            add(
                MeshFinding(
                    rule: MeshRules.tagLost, unit: contract, spot: property.spot, element: property.path,
                    message:
                        "the property is made from \(quoted(source.property.path)) of \(named(source.unit)), which is tagged "
                        + "\(quoted(tag)), and is not tagged so itself",
                    help: "tag it \(quoted(tag)), or say by a tag what makes it harmless (such as anonymised)",
                    related: source.path.map { hop($0) }
                        + [related(source.unit, "tagged \(quoted(tag))", at: source.property.spot)],
                    subject: tag))
        }
    }

    private mutating func judgeClassification(
        _ property: Unit.Property, of contract: Int, _ graph: PropertyGraph
    ) {
        let order = options.classifications
        let own = property.classification.flatMap(order.rank(of:))
        let met = upstream(of: PropertyName(unit: contract, path: property.path), graph) { $0.classification != nil }
        if property.classification != nil, own == nil {
            if !met.isEmpty {
                judgement.note(unknown: MeshRules.classificationLost, "a classification has no place in the order")
            }
            return
        }
        var strictest: (source: MetProperty, rank: Int)?
        for source in met {
            guard let rank = source.property.classification.flatMap(order.rank(of:)) else {
                judgement.note(unknown: MeshRules.classificationLost, "a classification has no place in the order")
                continue
            }
            if rank > strictest?.rank ?? -1 { strictest = (source, rank) }
        }
        guard let (source, rank) = strictest, rank > own ?? 0 else { return }
        let theirs = source.property.classification ?? ""
        add(
            MeshFinding(
                rule: MeshRules.classificationLost, unit: contract, spot: property.spot, element: property.path,
                message:
                    "the property is made from \(quoted(source.property.path)) of \(named(source.unit)), which is classified "
                    + "\(quoted(theirs)), and is \(property.classification.map { "only \(quoted($0))" } ?? "not classified at all")",
                help: "classify it \(quoted(theirs)), or say by a tag what makes it harmless (such as anonymised)",
                related: source.path.map { hop($0) }
                    + [related(source.unit, "classified \(quoted(theirs))", at: source.property.spot)],
                subject: theirs))
    }

    /// Properties of one name, where only the contract or the object as a whole is known to be made from another.
    private mutating func judgeNames(of contract: Int, _ exact: Set<String>) {
        var sources: [Dependency] = []
        var seen: Set<Int> = []
        for number in mesh.dependencies(to: contract) {
            let dependency = mesh.dependencies[Int(number)]
            guard [.derivation, .lineage].contains(dependency.kind), dependency.exactness < .property else { continue }
            if seen.insert(dependency.from).inserted { sources.append(dependency) }
        }
        if sources.isEmpty { return }
        for tag in options.keptTags {
            var said: Set<String> = []
            for dependency in sources where steps > 0 {
                var tagged: [String: Unit.Property] = [:]
                for object in units[dependency.from].objects {
                    steps -= object.properties.count
                    for property in object.properties where property.has(tag) {
                        tagged[property.name.lowercased()] = property
                    }
                }
                if tagged.isEmpty { continue }
                for object in units[contract].objects {
                    steps -= object.properties.count
                    for property in object.properties
                    where !exact.contains(property.path) && !property.has(tag) && !property.denies(tag)
                        && !property.tags.contains(where: isReleasing)
                    {
                        guard let source = tagged[property.name.lowercased()], said.insert(property.path).inserted
                        else {
                            continue
                        }
                        add(
                            MeshFinding(
                                rule: MeshRules.tagLost, severity: .info, unit: contract, spot: property.spot,
                                element: property.path,
                                message:
                                    "the contract is made from \(named(dependency.from)), whose property "
                                    + "\(quoted(source.path)) is tagged \(quoted(tag)), and its own of the same name is not",
                                help:
                                    "tag it \(quoted(tag)), or say by a tag what makes it harmless (such as anonymised)",
                                related: [
                                    hop(dependency), related(dependency.from, "tagged \(quoted(tag))", at: source.spot),
                                ], subject: tag))
                    }
                }
            }
        }
    }

    // MARK: Walking

    struct MetProperty {
        var unit: Int
        var property: Unit.Property
        var path: [Dependency]
    }

    private mutating func upstream(
        of property: PropertyName, _ graph: PropertyGraph, speaks: (Unit.Property) -> Bool
    ) -> [MetProperty] {
        var before: [PropertyName: Int32] = [property: -1]
        var queue = [property]
        var head = 0
        var found: [MetProperty] = []
        while head < queue.count, steps > 0 {
            let here = queue[head]
            head += 1
            for number in graph.sources[here] ?? [] {
                steps -= 1
                let dependency = mesh.dependencies[Int(number)]
                let next = PropertyName(unit: dependency.from, path: dependency.fromElement ?? "")
                guard before[next] == nil, let source = graph.property(next) else { continue }
                before[next] = number
                // What makes it harmless ends the chain.
                if source.tags.contains(where: isReleasing) { continue }
                if speaks(source) {
                    let path = path(from: next, before)
                    steps -= path.count
                    found.append(MetProperty(unit: next.unit, property: source, path: path))
                } else {
                    queue.append(next)
                }
            }
        }
        return found
    }

    private func path(from property: PropertyName, _ before: [PropertyName: Int32]) -> [Dependency] {
        var path: [Dependency] = []
        var here = property
        while path.count < MeshFinding.mostRelated, let number = before[here], number >= 0 {
            let dependency = mesh.dependencies[Int(number)]
            path.append(dependency)
            here = PropertyName(unit: dependency.to, path: dependency.toElement ?? "")
        }
        return path.reversed()
    }
}

/// Properties of the mesh that are made from properties.
struct PropertyGraph {
    /// Numbers of the dependencies that say what a property is made from.
    private(set) var sources: [MeshCheck.PropertyName: [Int32]] = [:]
    /// For each contract the paths of its properties that are made from some.
    private(set) var derived: [Int: Set<String>] = [:]
    private var properties: [MeshCheck.PropertyName: (object: Int, property: Int)] = [:]
    private let mesh: Mesh

    init(_ mesh: Mesh) {
        self.mesh = mesh
        var involved: Set<Int> = []
        for (number, dependency) in mesh.dependencies.enumerated() {
            guard dependency.kind == .lineage, dependency.exactness == .property, let to = dependency.toElement else {
                continue
            }
            sources[MeshCheck.PropertyName(unit: dependency.to, path: to), default: []].append(Int32(number))
            derived[dependency.to, default: []].insert(to)
            involved.insert(dependency.from)
        }
        for unit in involved {
            for (index, object) in mesh.units[unit].objects.enumerated() {
                for (number, property) in object.properties.enumerated() {
                    properties[MeshCheck.PropertyName(unit: unit, path: property.path)] = (index, number)
                }
            }
        }
    }

    func property(_ name: MeshCheck.PropertyName) -> Unit.Property? {
        properties[name].map { mesh.units[name.unit].objects[$0.object].properties[$0.property] }
    }
}

extension Unit.Property {
    /// True when it has a tag; `pii` may be said in other ways.
    func has(_ tag: String) -> Bool {
        let wanted = tag.lowercased()
        return tags.contains { $0.lowercased() == wanted } || (wanted == "pii" && isPersonal == true)
    }

    /// True when it says that the tag does not apply.
    func denies(_ tag: String) -> Bool { tag.lowercased() == "pii" && isPersonal == false }
}
