internal import Basics

/// Lineage: what contracts say that their properties and objects are made from.
extension Linker {
    mutating func linkSources(_ contract: Int) {
        let unit = units[contract]
        if unit.objects.allSatisfy({ $0.sources.isEmpty && $0.properties.allSatisfy(\.sources.isEmpty) }) { return }
        let near = Near(own: OwnTables(unit), read: Set((offeredBy[contract] ?? []).flatMap { reads[$0] ?? [] }))
        for object in unit.objects {
            for source in object.sources { link(source, of: contract, element: object.name, near) }
            for property in object.properties {
                for source in property.sources { link(source, of: contract, element: property.path, near) }
            }
        }
    }

    /// Tables and contracts that a source is looked for in first.
    private struct Near {
        let own: OwnTables
        /// Contracts that the products which offer it read.
        let read: Set<Int>
    }

    private mutating func link(_ source: Unit.Source, of contract: Int, element: String, _ near: Near) {
        if let hash = source.table.firstIndex(of: "#"), hash > source.table.startIndex {
            let file = String(source.table[..<hash])
            let path = String(source.table[source.table.index(after: hash)...])
            guard let found = units(inFile: file, from: contract) ?? unit(ofID: file) else { return }
            link(found, path, of: contract, element: element, spot: source.spot)
            return
        }
        guard let name = TableIndex.Name(source.table), !isOwn(name, source, contract, near.own) else { return }
        var entries = tables.entries(name) ?? []
        if let namespace = source.namespace { entries = entries.filter { agrees(namespace, units[$0.unit]) } }
        // A contract is made from others, and the versions of one are one.
        entries.removeAll { units[$0.unit].id == units[contract].id }
        guard let entry = chosen(entries, near) else {
            let isPath = name.schema != nil || source.namespace != nil
            if isPath, entries.isEmpty, options.isComplete {
                missing.append(
                    Missing(
                        use: .source, unit: contract, kind: .contract, id: source.table, element: element,
                        spot: source.spot, detail: "no contract describes the table \(Self.quoted(source.table))"))
            }
            return
        }
        add(entry, source, of: contract, element: element)
    }

    private mutating func add(
        _ entry: TableIndex.Entry, _ source: Unit.Source, of contract: Int, element: String
    ) {
        let object = units[entry.unit].objects[entry.object]
        var dependency = Dependency(
            kind: .lineage, from: entry.unit, to: contract, exactness: .object, fromElement: object.name,
            toElement: element, evidence: .init(unit: contract, spot: source.spot, element: element))
        if let field = source.field {
            guard let property = property(named: field, in: entry) else {
                missing.append(
                    Missing(
                        use: .source, unit: contract, kind: .contract, id: field, element: element, spot: source.spot,
                        detail: "the object \(Self.quoted(object.name)) of the contract "
                            + "\(Self.quoted(units[entry.unit].id)) has no property \(Self.quoted(field))"))
                return
            }
            dependency.exactness = .property
            dependency.fromElement = property.path
        }
        dependencies.append(dependency)
    }

    /// Property that a name in any letters means, logical or physical.
    private mutating func property(named name: String, in entry: TableIndex.Entry) -> Unit.Property? {
        let object = units[entry.unit].objects[entry.object]
        let place = ObjectPlace(unit: entry.unit, object: entry.object)
        if columns[place] == nil {
            var numbers: [String: Int] = [:]
            for (number, property) in object.properties.enumerated() {
                for name in [property.physicalName ?? property.name, property.name] {
                    let folded = name.lowercased()
                    if numbers[folded] == nil { numbers[folded] = number }
                }
            }
            columns[place] = numbers
        }
        return columns[place]?[name.lowercased()].map { object.properties[$0] }
    }

    /// True for an object of the contract itself: a derivation inside.
    private func isOwn(_ name: TableIndex.Name, _ source: Unit.Source, _ contract: Int, _ own: OwnTables) -> Bool {
        name.database == nil && (source.namespace.map { agrees($0, units[contract]) } ?? true) && own.holds(name)
    }

    /// Answer to whether a namespace names a server or the domain of a contract; one that says neither may be any.
    private func agrees(_ namespace: String, _ unit: Unit) -> Bool {
        var known: Set<String> = []
        for server in unit.servers {
            known.formUnion([server.name, server.type, server.database, server.schema].compactMap { $0?.lowercased() })
            known.formUnion(server.location.compactMap { $0.split(separator: "=", maxSplits: 1).last?.lowercased() })
        }
        if let domain = unit.domain { known.insert(domain.lowercased()) }
        if known.isEmpty { return true }
        known.insert(unit.id.lowercased())
        let wanted = namespace.lowercased()
        if known.contains(wanted) { return true }
        // `postgres://host:5432`, `bigquery`, `snowflake://account/db`.
        let parts = wanted.split { $0 == "/" || $0 == ":" || $0 == "." }.map(String.init)
        let joined = known.filter { $0.count > 2 }
        return wanted.contains("://")
            && (parts.dropFirst().contains(where: known.contains) || joined.contains { wanted.hasSuffix("//" + $0) })
    }

    /// The one that is meant: among those that the product of a contract reads, else among all. Versions of one contract are one.
    private func chosen(_ entries: [TableIndex.Entry], _ near: Near) -> TableIndex.Entry? {
        if entries.isEmpty { return nil }
        for candidates in [entries.filter { near.read.contains($0.unit) }, entries] where !candidates.isEmpty {
            let ids = Set(candidates.map { ExactText(units[$0.unit].id) })
            guard ids.count == 1, let first = candidates.first else { continue }
            let id = units[first.unit].id
            if candidates.count == 1 { return first }
            guard case .found(let newest) = names.resolve(.contract, id, nil) else { return first }
            return candidates.first { $0.unit == newest } ?? first
        }
        return nil
    }
}

/// Tables of one contract by their names in any letters, logical and physical.
private struct OwnTables {
    /// By name the schemas that its tables name; nil: none.
    private var schemas: [String: Set<String?>] = [:]
    private let servers: Set<String>

    init(_ unit: Unit) {
        servers = Set(unit.servers.compactMap { $0.schema?.lowercased() })
        for object in unit.objects {
            guard let own = TableIndex.Name(object.physicalName ?? object.name) else { continue }
            for name in [own.table, object.name] {
                schemas[name.lowercased(), default: []].insert(own.schema?.lowercased())
            }
        }
    }

    func holds(_ name: TableIndex.Name) -> Bool {
        guard let found = schemas[name.table.lowercased()] else { return false }
        guard let schema = name.schema?.lowercased() else { return true }
        return servers.contains(schema) || found.contains(schema) || (servers.isEmpty && found.contains(nil))
    }
}
