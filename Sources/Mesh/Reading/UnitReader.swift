internal import Basics
package import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Reads the interface of a document in the same pass in which the file is checked.
package struct UnitReader {
    let document: ContractDocument
    let tree: YAMLTree
    private let root: ElementRef

    /// - Returns: nil for a document without an id: nothing can refer to it.
    package static func unit(of document: ContractDocument, _ references: [Unit.Reference] = []) -> Unit? {
        guard let root = document.rootElement, let node = root.node(.id), let id = root.value(.id)?.text,
            !id.isEmpty, id.utf8.count <= longestID
        else { return nil }
        let reader = UnitReader(document: document, tree: document.tree, root: root)
        return reader.read(id, node, references)
    }

    /// No id that is meant as one is longer; an interface is to stay small.
    package static let longestID = 10_000

    private func read(_ id: String, _ node: NodeID, _ references: [Unit.Reference]) -> Unit {
        let kind: Unit.Kind =
            switch document.kind {
            case .contract: .contract
            case .product: .product
            case .agreement: .agreement
            }
        var unit = Unit(
            kind, id: id, standard: document.standard.title, file: tree.source.name, offset: document.range.start,
            spot: spot(of: node))
        unit.version = text(.version, of: root)
        unit.name = text(.name, of: root)
        unit.domain = text(.domain, of: root)
        unit.tenant = text(.tenant, of: root)
        unit.status = text(.status, of: root)
        unit.tags = root.values(.tags).prefix(Self.mostTags).map(\.text)
        unit.isIncomplete = document.isIncomplete
        switch kind {
        case .contract:
            readPeople(&unit)
            readServers(&unit)
            readLevels(&unit)
            unit.objects = SchemaReader(self).objects(of: root)
            unit.successor = custom("successor", of: root)?.text
            unit.references = references
            if let provider = custom("consumes", of: root), !provider.text.isEmpty {
                let version = custom("consumesVersion", of: root)
                unit.consumes = Unit.Target(
                    id: provider.text, version: version?.text, spot: spot(of: provider.node),
                    versionSpot: version.map { spot(of: $0.node) })
            }
            unit.consumer = custom("consumer", of: root)?.text
        case .product:
            readPeople(&unit)
            readArchetype(&unit)
            readPorts(&unit)
        case .agreement: readAgreement(&unit)
        }
        return unit
    }

    static let mostTags = 100
    /// More systems than these hold no copy of one table.
    private static let mostServers = 100
    /// Ports, levels or servers of one unit.
    static let mostEntries = 20_000

    // MARK: Parts

    func spot(of node: NodeID) -> Spot {
        let range = tree.rangeOfUse(of: node)
        return Spot(range, tree.place(of: range, withExcerpt: false))
    }

    func text(_ key: Key, of element: ElementRef) -> String? {
        guard let value = element.value(key), tree.textLength(of: value.node) <= Self.longestID else { return nil }
        let text = value.text
        return text.utf8.contains { $0 > 0x20 } ? text : nil
    }

    /// Custom property of an element; where the standard has none (DCS, DPS), a key under `custom` or of that name.
    func custom(_ name: String, of element: ElementRef) -> (text: String, node: NodeID)? {
        for entry in element.elements(.customProperties) where entry.text(.property) == name {
            return entry.value(.value).map { ($0.text, $0.node) }
        }
        guard document.standard == .dcs || document.standard == .dps || document.standard == .dua else { return nil }
        let holder = tree.value(of: "custom", in: element.node)
        for mapping in [holder, element.node].compactMap({ $0 }) where tree[mapping].isMapping {
            if let node = tree.value(of: name, in: mapping), tree[node].isText {
                return (tree.text(of: node), node)
            }
        }
        return nil
    }

    private func readPeople(_ unit: inout Unit) {
        if document.standard == .dcs || document.standard == .dps { unit.owner = text(.owner, of: root) }
        if unit.owner == nil {
            switch root.owners().first {
            case .member(let member): unit.owner = text(.username, of: member) ?? text(.name, of: member)
            case .named(let node): unit.owner = tree.text(of: node, shortenedTo: 200)
            case nil: break
            }
        }
        unit.support = root.elements(.support).lazy.compactMap { text(.channel, of: $0) }.first
    }

    private func readServers(_ unit: inout Unit) {
        for server in root.elements(.servers).prefix(Self.mostServers) {
            let type = text(.type, of: server)
            var location: [String] = []
            for key in Self.places {
                guard let value = server.value(key), tree.textLength(of: value.node) <= 2000 else { continue }
                let shown = tree.secrets.redacted(value.text)
                location.append("\(key.rawValue)=\(shown)")
            }
            let dialect = type.map { type in Dialect(serverType: type) { server.text(.format) } }
            unit.servers.append(
                Unit.Server(
                    name: text(.server, of: server), type: type?.lowercased(),
                    environment: text(.environment, of: server), location: location,
                    database: text(.database, of: server) ?? text(.project, of: server) ?? text(.catalog, of: server),
                    schema: text(.schema, of: server) ?? text(.dataset, of: server),
                    foldsCase: dialect.map { Self.folding.contains($0) } ?? true))
        }
    }

    /// Keys of a server that say where the data lies.
    private static let places: [Key] = [
        .account, .catalog, .database, .dataset, .endpoint, .endpointUrl, .host, .location, .path, .port, .project,
        .schema, .serviceName, .share, .stream, .topic,
    ]

    /// Systems in which a name without quotes is the same in any case.
    private static let folding: Set<Dialect> = [
        .generic, .postgres, .redshift, .snowflake, .spark, .hive, .trino, .sqlserver, .oracle, .duckdb,
    ]

    private func readLevels(_ unit: inout Unit) {
        for level in root.elements(.slaProperties).prefix(Self.mostEntries) {
            guard let property = text(.property, of: level) else { continue }
            let name = ServiceLevelName.normalised(property)
            let isUnlimited = level.truth(.unlimited) == true
            let cron = name == "frequency" && !level.has(.value) ? level.node(.cron) : nil
            guard isUnlimited || level.has(.value) || cron != nil else { continue }
            let node = level.node(.value) ?? cron ?? level.anchor
            unit.levels.append(
                Unit.Level(
                    name: name, path: level.path ?? "sla:\(property)", element: text(.element, of: level),
                    value: tree.text(of: node, shortenedTo: 200), unit: text(.unit, of: level),
                    isUnlimited: isUnlimited, spot: spot(of: node)))
        }
    }

    // MARK: Products

    private func readArchetype(_ unit: inout Unit) {
        let value = root.value(.type).map { ($0.text, $0.node) } ?? custom("archetype", of: root)
        unit.archetype = value?.0
        unit.archetypeSpot = value.map { spot(of: $0.1) }
    }

    private func target(_ id: Key, _ version: Key, of element: ElementRef) -> Unit.Target? {
        guard let node = element.node(id), let text = text(id, of: element) else { return nil }
        return Unit.Target(
            id: text, version: self.text(version, of: element), spot: spot(of: node),
            versionSpot: element.node(version).map { spot(of: $0) })
    }

    private func readPorts(_ unit: inout Unit) {
        for port in root.elements(.inputPorts).prefix(Self.mostEntries) {
            let contract = target(.contractId, .version, of: port)
            unit.inputs.append(
                Unit.InputPort(
                    name: name(of: port), contract: contract, spot: contract?.spot ?? spot(of: port.anchor)))
        }
        for port in root.elements(.outputPorts).prefix(Self.mostEntries) {
            var output = Unit.OutputPort(
                name: name(of: port), id: text(.id, of: port), contract: target(.contractId, .version, of: port),
                status: text(.status, of: port), spot: spot(of: port.anchor))
            output.inputs = port.elements(.inputContracts).prefix(Self.mostEntries).compactMap {
                target(.id, .version, of: $0)
            }
            unit.outputs.append(output)
        }
    }

    /// Name of a port as paths of elements have it.
    private func name(of port: ElementRef) -> String {
        guard let path = port.path, let colon = path.firstIndex(of: ":") else { return "?" }
        return String(path[path.index(after: colon)...])
    }

    // MARK: Agreements

    private func readAgreement(_ unit: inout Unit) {
        var agreement = Unit.Agreement()
        agreement.status = unit.status
        agreement.active = root.truth(.active)
        func day(_ key: Key) -> Int? { text(key, of: root).flatMap { DateTime(instant: $0)?.day } }
        agreement.start = day(.startDate)
        agreement.end = day(.endDate)
        agreement.reassessment = day(.nextReassessmentDate)
        agreement.reassessmentSpot = root.node(.nextReassessmentDate).map { spot(of: $0) }
        if let provider = root.elements(.provider).first {
            agreement.product = target(.dataProductId, .version, of: provider)
            agreement.port = target(.outputPortId, .version, of: provider)
            agreement.contract = target(.contractId, .version, of: provider)
        }
        if let consumer = root.elements(.consumer).first {
            agreement.consumer = target(.dataProductId, .version, of: consumer)
            agreement.isOfPeople = agreement.consumer == nil && (consumer.has(.userId) || consumer.has(.teamId))
        }
        agreement.consumerContract = custom("consumerContractId", of: root)?.text
        unit.agreement = agreement
    }
}
