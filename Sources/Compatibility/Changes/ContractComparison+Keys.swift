internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Primary keys and partitioning: what the properties of one place say together.
extension ContractComparison {
    mutating func compareKeys(
        _ old: ElementRef, _ new: ElementRef, _ oldViews: [PropertyView], _ newViews: [PropertyView],
        _ matching: SchemaMatching
    ) {
        // What a property of the old version is called in both: its number in the new one, else one of its own.
        var names = oldViews.indices.map { -1 - $0 }
        for pair in matching.pairs { names[pair.old] = pair.new }
        let own = KeyParts(old, oldViews, names, .primaryKey, .primaryKeyPosition)
        let other = KeyParts(new, newViews, Array(newViews.indices), .primaryKey, .primaryKeyPosition)
        if own != other { settle(oldViews, newViews, [.primaryKey, .primaryKeyPosition]) }
        comparePrimaryKeys(old, new, own, other)
        let ownParts = KeyParts(old, oldViews, names, .partitioned, .partitionKeyPosition)
        let otherParts = KeyParts(new, newViews, Array(newViews.indices), .partitioned, .partitionKeyPosition)
        guard ownParts != otherParts else { return }
        settle(oldViews, newViews, [.partitioned, .partitionKeyPosition])
        list.add(
            .partitioningChanged, ownParts.side(old), otherParts.side(new),
            Self.message("partitioned", ownParts.text, otherParts.text), path: new.path,
            isEscalated: self.old.isPathPartitioned || self.new.isPathPartitioned)
    }

    private mutating func settle(_ oldViews: [PropertyView], _ newViews: [PropertyView], _ keys: [Key]) {
        for key in keys {
            settle(oldViews.map { ($0.node(key), nil) })
            settle(newViews.map { (nil, $0.node(key)) })
        }
    }

    private mutating func comparePrimaryKeys(
        _ old: ElementRef, _ new: ElementRef, _ own: KeyParts, _ other: KeyParts
    ) {
        if own == other { return }
        let kind: ChangeKind =
            if own.parts.isEmpty {
                .primaryKeyAdded
            } else if other.parts.isEmpty {
                .primaryKeyDropped
            } else if Set(own.parts.map(\.name)) == Set(other.parts.map(\.name)) {
                .primaryKeyReordered
            } else {
                .primaryKeyChanged
            }
        list.add(
            kind, own.side(old), other.side(new), Self.message("primaryKey", own.text, other.text), path: new.path)
    }

    /// The properties that make a key, in order.
    private struct KeyParts: Equatable {
        struct Part: Equatable {
            var name: Int
            var position: Double?
        }

        var parts: [Part] = []
        private var elements: [ElementRef] = []
        private let key: Key

        init(_ holder: ElementRef, _ views: [PropertyView], _ names: [Int], _ key: Key, _ position: Key) {
            self.key = key
            // DCS lists the fields of a model's key at the model.
            let list = holder.kind == .object && key == .primaryKey ? holder.values(.primaryKey).map(\.text) : []
            let places = Dictionary(
                list.enumerated().map { ($1, Double($0 + 1)) }, uniquingKeysWith: { first, _ in first })
            var found: [(part: Part, element: ElementRef)] = []
            for (view, name) in zip(views, names) {
                let place = places.isEmpty ? nil : view.name.flatMap { places[$0] }
                guard place != nil || view.truth(key) == true else { continue }
                let number = place ?? view.node(position).flatMap(view.tree.number(of:))
                found.append((Part(name: name, position: number.flatMap { $0 > 0 ? $0 : nil }), view.element))
            }
            // Where no places are given, or all the same, the order of the properties says nothing.
            func isBefore(_ a: Part, _ b: Part) -> Bool {
                (a.position ?? .infinity, a.name) < (b.position ?? .infinity, b.name)
            }
            elements = found.sorted {
                ($0.part.position ?? .infinity, $0.element.id) < ($1.part.position ?? .infinity, $1.element.id)
            }
            .map(\.element)
            found.sort { isBefore($0.part, $1.part) }
            if found.count == 1 { found[0].part.position = nil }
            parts = found.map(\.part)
        }

        static func == (a: KeyParts, b: KeyParts) -> Bool { a.parts == b.parts }

        var text: String? {
            elements.isEmpty
                ? nil : "[" + elements.prefix(12).map { ContractComparison.name($0) }.joined(separator: ", ") + "]"
        }

        func side(_ holder: ElementRef) -> Change.Side {
            guard let first = elements.first else { return holder.holder }
            return Change.Side(owner: first, node: first.node(key) ?? first.anchor, value: text)
        }
    }
}
