internal import YAMLTree

/// Names that one version of a standard has for the fields of elements: the words of advice on a document.
package struct KeyNames: Sendable {
    private let table: ShapeTable
    private let version: Version
    private let shapes: [String: Shape]
    /// Elements that stand under names of their own: the keys that hold them, and the field that the name fills.
    private let holders: [ElementKind: (keys: [Key], name: Key)]

    private static let all: [Standard: [Lazy<KeyNames>]] = Dictionary(
        uniqueKeysWithValues: Standard.allCases.filter(\.isJudgedByPacks).map { standard in
            (standard, standard.versions.map { version in Lazy { KeyNames(standard.table, version) } })
        })

    /// - Parameter version: one of the standard's; of another the newest counts.
    package static func of(_ standard: Standard, _ version: Version) -> KeyNames {
        let index = standard.versions.firstIndex(of: version) ?? standard.versions.count - 1
        return all[standard]?[index].value ?? KeyNames(standard.table, version)
    }

    private init(_ table: ShapeTable, _ version: Version) {
        self.table = table
        self.version = version
        let shapes = Dictionary(table.shapes.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        self.shapes = shapes
        var holders: [ElementKind: (keys: [Key], name: Key)] = [:]
        func note(_ shape: String?, _ keys: [Key], _ name: Key?) {
            guard let name, let element = shape.flatMap({ shapes[$0]?.element }), holders[element] == nil else {
                return
            }
            holders[element] = (keys, name)
        }
        for shape in table.shapes where shape.element != nil {
            for place in Self.places(of: shape, version, shapes) {
                if let entries = place.row.kind.entries {
                    note(entries.kind.value.shape, place.keys, entries.nameAs)
                } else if place.row.kind.nameAs != nil {
                    note(place.row.kind.shape, place.keys.dropLast(), place.row.kind.nameAs)
                }
            }
        }
        self.holders = holders
    }

    /// Row with the keys that lead to it from the mapping of the element.
    private struct Place {
        var keys: [Key]
        var row: Row
    }

    /// Rows of an element, those included that stand in mappings which are no elements of their own.
    private static func places(of shape: Shape, _ version: Version, _ shapes: [String: Shape]) -> [Place] {
        var found: [Place] = []
        var pending: [(shape: Shape, keys: [Key])] = [(shape, [])]
        while let (shape, keys) = pending.popLast() {
            let variants = shape.variants.filter { $0.versions.contains(version) }
            for row in shape.rows + variants.flatMap(\.rows) where row.versions.contains(version) {
                found.append(Place(keys: keys + [row.key], row: row))
                if let inner = row.kind.shape.flatMap({ shapes[$0] }), inner.element == nil, keys.count < 3 {
                    pending.append((inner, keys + [row.key]))
                }
            }
        }
        return found
    }

    // MARK: Paths

    /// Keys that a path leads through, and the row it ends at.
    private struct Found {
        var keys: [String]
        var row: Row
    }

    /// Nil: the version has no key for it.
    private func find(_ path: FieldPath) -> Found? {
        guard let first = path.steps.first else { return nil }
        var here = table.shapes.filter { $0.element == first.kind }
        var found: Found?
        var isSpread = false
        for (index, step) in path.steps.enumerated() {
            // Nothing more is known of what the last field holds.
            if here.isEmpty, found != nil { return found }
            if index > 0, !isSpread, !here.contains(where: { $0.element == step.kind }) {
                // The entries stand where a later version has an object that holds them.
                guard isHeld(by: step, here) else { return nil }
                continue
            }
            guard let place = place(of: step, in: here) else {
                // The key that an element stands under says it.
                if holders[step.kind]?.name == step.field {
                    return Found(keys: found?.keys ?? [], row: Row(step.field, .text, ""))
                }
                // DCS has texts of the description among the fields of the contract.
                if step.field == .description, index + 1 < path.steps.count {
                    isSpread = true
                    continue
                }
                return nil
            }
            let entry = place.row.kind.nameAs == nil ? [] : [place.keys.last?.rawValue ?? ""]
            let keys = place.row.kind.nameAs == nil ? place.keys : Array(place.keys.dropLast())
            found = Found(
                keys: (found?.keys ?? []) + keys.map(\.rawValue) + (step.names.isEmpty ? [] : entry), row: place.row)
            here = Self.shapes(in: place.row.kind).compactMap { shapes[$0] }
        }
        return found
    }

    private func isHeld(by step: FieldPath.Step, _ here: [Shape]) -> Bool {
        let holders = table.shapes.filter { $0.element == step.kind }
        return holders.contains { holder in
            holder.rows.contains { row in
                row.field == step.field
                    && Self.shapes(in: row.kind).contains { name in here.contains { $0.name == name } }
            }
        }
    }

    /// Of several rows for one field the one that no standard means to drop, else the field's own name.
    private func place(of step: FieldPath.Step, in here: [Shape]) -> Place? {
        let all = here.flatMap { Self.places(of: $0, version, shapes) }.filter { place in
            guard place.row.field == step.field else { return false }
            guard place.row.kind.nameAs != nil, !step.names.isEmpty else { return true }
            return step.names.contains { $0.lowercased() == place.row.key.rawValue.lowercased() }
        }
        func isKept(_ place: Place) -> Bool {
            guard let deprecated = place.row.deprecated else { return true }
            return !deprecated.versions.contains(version) || deprecated.types != .all
        }
        return all.first { isKept($0) && $0.row.key == step.field } ?? all.first(where: isKept) ?? all.first
    }

    private static func shapes(in kind: Kind) -> [String] {
        [kind.shape, kind.items?.kind.value.shape, kind.entries?.kind.value.shape].compactMap { $0 }
    }

    /// Answer to whether a document of the version can say it at all.
    package func canSay(_ path: FieldPath) -> Bool { find(path) != nil }

    /// Answer to whether the schema demands it already, and says so where it is missing.
    package func isDemanded(_ path: FieldPath) -> Bool {
        guard path.steps.count == 1, let found = find(path) else { return false }
        return found.row.required.contains(version)
    }

    // MARK: Words

    /// Name of a field of an element, as the document writes it, and behind it the value to write.
    package func text(
        _ field: Key, of kind: ElementKind, value: String? = nil, about element: ElementRef? = nil
    ) -> String {
        text(FieldPath([FieldPath.Step(kind, field)]), value: value, about: element)
    }

    /// The keys of a path, as the document writes them, and behind them the value to write.
    ///
    /// - Parameters:
    ///   - value: as YAML writes it; `true` and `false` are turned round where the key means the opposite.
    ///   - element: the one that advice is about; nil: any.
    package func text(_ path: FieldPath, value: String?, about element: ElementRef?) -> String {
        let found = find(path)
        var keys = found?.keys ?? path.steps.map(\.field.rawValue)
        if let first = path.steps.first, let holder = holders[first.kind] {
            let name = element?.enclosing(first.kind)?.text(holder.name) ?? "<name>"
            keys = holder.keys.map(\.rawValue) + [name] + keys
        }
        let text = keys.joined(separator: ".")
        guard var value else { return text }
        if let row = found?.row, value == "true" || value == "false" {
            if row.isInverted { value = value == "true" ? "false" : "true" }
            if row.kind.types == .text { value = "'\(value)'" }
        }
        return "\(text): \(value)"
    }
}

extension ContractDocument {
    /// The words of its standard and version.
    package var keyNames: KeyNames { KeyNames.of(standard, version) }
}
