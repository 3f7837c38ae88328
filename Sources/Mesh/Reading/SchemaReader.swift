internal import Basics
internal import ColumnTypes
internal import ContractModel
internal import YAMLTree

/// Reads the objects of a contract with all their properties, nested ones included. The walk keeps its own stack.
struct SchemaReader {
    private let reader: UnitReader
    private let tree: YAMLTree
    private let definitions: Definitions
    private let dialects: [Dialect]

    init(_ reader: UnitReader) {
        self.reader = reader
        tree = reader.tree
        definitions = Definitions(reader.document)
        dialects = reader.document.rootElement.map(Dialect.all) ?? []
    }

    /// Properties of one contract that the mesh knows; more are no schema.
    private static let mostProperties = 100_000
    /// Sources, tags, definitions or allowed values of one property.
    private static let mostOfOne = 200

    private struct Pending {
        var element: ElementRef
        /// Path of what holds it.
        var path: String
        /// Step to it, where it is no property with a name of its own: `[]`, `{}`.
        var step: String?
    }

    func objects(of root: ElementRef) -> [Unit.Object] {
        var objects: [Unit.Object] = []
        var count = 0
        for element in root.elements(.schema) {
            guard let name = reader.text(.name, of: element) ?? reader.text(.physicalName, of: element) else {
                continue
            }
            var object = Unit.Object(
                name: name, id: reader.text(.id, of: element), physicalName: reader.text(.physicalName, of: element),
                sources: sources(of: element), spot: reader.spot(of: element.anchor))
            var pending = element.elements(.properties).reversed().map { Pending(element: $0, path: name) }
            while let next = pending.popLast(), count < Self.mostProperties {
                count += 1
                add(next, to: &object, &pending)
            }
            objects.append(object)
        }
        return objects
    }

    private func add(_ next: Pending, to object: inout Unit.Object, _ pending: inout [Pending]) {
        let element = next.element
        let name = reader.text(.name, of: element) ?? reader.text(.physicalName, of: element)
        let path = next.step.map { next.path + $0 } ?? "\(next.path).\(name ?? "?")"
        // Nesting is bounded by the tree, and so is what paths take in all.
        guard path.utf8.count <= 2000 else { return }
        if let name, next.step == nil { object.properties.append(property(element, name, path)) }
        for child in element.elements(.properties).reversed() { pending.append(Pending(element: child, path: path)) }
        for (key, step) in [(Key.items, "[]"), (.keys, "{key}"), (.values, "{}")] {
            for child in element.elements(key) where child.kind == .property {
                pending.append(Pending(element: child, path: path, step: step))
            }
        }
        for map in element.elements(.map) where map.kind == .mapTypes {
            for (key, step) in [(Key.key, "{key}"), (.value, "{}")] {
                for child in map.elements(key) where child.kind == .property {
                    pending.append(Pending(element: child, path: path, step: step))
                }
            }
        }
    }

    private func property(_ element: ElementRef, _ name: String, _ path: String) -> Unit.Property {
        let view = definitions.view(element)
        var property = Unit.Property(path: path, name: name, spot: reader.spot(of: element.anchor))
        property.id = reader.text(.id, of: element)
        property.physicalName = reader.text(.physicalName, of: element)
        property.logicalType = view.logicalType?.rawValue
        property.classification = view.text(.classification)
        property.tags = (element.values(.tags) + (view.shared?.values(.tags) ?? [])).prefix(Self.mostOfOne).map(\.text)
        property.isPersonal = view.personalMark?.isPersonal
        let links = view.elements(.authoritativeDefinitions).prefix(Self.mostOfOne)
        property.definitions = links.compactMap { link in
            guard let url = link.text(.url), !url.isEmpty, !Self.isNoDefinition(link.text(.type)) else { return nil }
            return url
        }
        if !property.definitions.isEmpty {
            if let node = view.physicalType(dialects) {
                property.family = PhysicalType(tree.text(of: node), dialect: dialects.first ?? .generic).family
            }
            property.unit = reader.custom("unit", of: element)?.text ?? view.text(.unit)
            property.format = view.option(.format).map { tree.text(of: $0, shortenedTo: 200) }
            if let values = AllowedValues(view, isText: true) {
                property.values = values.entries.prefix(Self.mostOfOne).map(\.key).sorted()
            }
        }
        property.sources = sources(of: element)
        return property
    }

    /// Kinds of links that explain or implement, and decide nothing about what is meant.
    private static func isNoDefinition(_ type: String?) -> Bool {
        guard let type = type?.lowercased() else { return false }
        return ["implementation", "tutorial", "documentation", "privacy", "policy"].contains { type.contains($0) }
    }

    private func sources(of element: ElementRef) -> [Unit.Source] {
        var sources: [Unit.Source] = []
        for value in element.values(.transformSourceObjects).prefix(Self.mostOfOne) {
            let text = tree.text(of: value.node, shortenedTo: 1000)
            if !text.isEmpty { sources.append(Unit.Source(table: text, spot: reader.spot(of: value.node))) }
        }
        for lineage in element.has(.lineage) ? element.elements(.lineage) : [] {
            for field in lineage.elements(.inputFields).prefix(Self.mostOfOne) {
                guard let table = reader.text(.name, of: field) else { continue }
                let node = field.node(.field) ?? field.node(.name) ?? field.node
                sources.append(
                    Unit.Source(
                        table: table, namespace: reader.text(.namespace, of: field),
                        field: reader.text(.field, of: field),
                        spot: reader.spot(of: node)))
            }
        }
        return sources
    }
}
