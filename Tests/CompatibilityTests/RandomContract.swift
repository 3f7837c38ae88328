import TestSupport

/// A contract made at random, and edits of it: what the laws of comparison are tried on.
struct RandomContract {
    struct Property {
        var id: Int?
        var name: String
        var fields: [(key: String, value: String)] = []
        var properties: [Property] = []

        func text(_ style: inout Style) -> String {
            style.mapping((id.map { [("id", "p\($0)")] } ?? []) + [("name", name)] + fields, properties)
        }
    }

    struct Object {
        var id: Int?
        var name: String
        var fields: [(key: String, value: String)] = []
        var properties: [Property]
    }

    /// How a contract is written down; whatever the style, it says the same.
    struct Style {
        var areKeysQuoted = false
        var hasComments = false
        /// Whether the keys of a mapping come in another order.
        var isShuffled = false
        /// Whether a value that comes again is an alias of the first.
        var hasAliases = false
        var random = SeededGenerator(seed: 1)
        private var anchors: [String: Int] = [:]

        init() {}

        /// What stands first is written first, so that no alias comes before its anchor.
        mutating func mapping(_ entries: [(String, String)], _ properties: [Property]) -> String {
            var entries = entries + (properties.isEmpty ? [] : [("properties", "")])
            if isShuffled { entries.shuffle(using: &random) }
            let end = hasComments ? "  # größe: [\n" + String(repeating: " ", count: 30) : ""
            var texts: [String] = []
            for (key, value) in entries {
                var value = value
                if key == "properties" {
                    value = "[" + properties.map { $0.text(&self) }.joined(separator: ", ") + "]"
                } else if key != "id", key != "name" {
                    value = aliased(value)
                }
                texts.append((areKeysQuoted ? "\"\(key)\"" : key) + ": " + value + end)
            }
            return "{" + texts.joined(separator: ", ") + "}"
        }

        private mutating func aliased(_ value: String) -> String {
            guard hasAliases else { return value }
            if let number = anchors[value] { return "*a\(number)" }
            // There is a limit on aliases.
            guard anchors.count < 40 else { return value }
            anchors[value] = anchors.count
            return "&a\(anchors.count - 1) " + value
        }
    }

    var objects: [Object] = []
    var sections: [String: [String]] = [:]
    var root: [(key: String, value: String)] = []
    private var next = 0
    let hasIDs: Bool

    var text: String { text(Style()) }

    func text(_ style: Style) -> String {
        var style = style
        var lines = "apiVersion: v3.2.0\nkind: DataContract\nid: größe\nversion: 1.0.0\n"
        for (key, value) in root { lines += "\(key): \(value)\n" }
        lines += "schema:\n"
        for object in objects {
            let entries = (object.id.map { [("id", "o\($0)")] } ?? []) + [("name", object.name)] + object.fields
            lines += "  - " + style.mapping(entries, object.properties) + "\n"
        }
        for (name, entries) in sections.sorted(by: { $0.key < $1.key }) where !entries.isEmpty {
            lines += "\(name):\n" + entries.map { "  - {\($0)}\n" }.joined()
        }
        return lines
    }

    init(_ random: inout SeededGenerator, hasIDs: Bool) {
        self.hasIDs = hasIDs
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let properties = (0..<Int.random(in: 0...6, using: &random)).map { _ in property(&random, depth: 0) }
            var object = Object(id: fresh(), name: "object\(next)", properties: properties)
            object.fields = Self.some(of: Self.objectFields, &random)
            objects.append(object)
        }
        root = Self.some(of: Self.rootFields, &random)
        sections = Dictionary(
            uniqueKeysWithValues: Self.sections.map { name, entries in
                (name, entries.filter { _ in Bool.random(using: &random) })
            })
    }

    private mutating func fresh() -> Int? {
        next += 1
        return hasIDs ? next : nil
    }

    mutating func property(_ random: inout SeededGenerator, depth: Int) -> Property {
        let id = fresh()
        var property = Property(id: id, name: "name\(next)")
        property.fields = Self.some(of: Self.fields, &random)
        if depth < 3, Int.random(in: 0..<4, using: &random) == 0 {
            property.fields.removeAll { ["logicalType", "logicalTypeOptions", "items", "map"].contains($0.key) }
            property.fields.append(("logicalType", "object"))
            property.properties = (0..<Int.random(in: 1...3, using: &random)).map { _ in
                self.property(&random, depth: depth + 1)
            }
        }
        return property
    }

    /// About one in four, each with one of its values.
    private static func some(
        of choices: Choices, _ random: inout SeededGenerator
    ) -> [(key: String, value: String)] {
        var some: [(key: String, value: String)] = []
        for (key, values) in choices where Int.random(in: 0..<4, using: &random) == 0 {
            some.append((key, values.randomElement(using: &random) ?? "a"))
        }
        return some
    }

    // MARK: Edits

    /// One edit somewhere.
    mutating func edit(_ random: inout SeededGenerator) {
        let index = Int.random(in: 0..<objects.count, using: &random)
        switch Int.random(in: 0..<12, using: &random) {
        case 0: objects[index].properties.append(property(&random, depth: 1))
        case 1:
            if !objects[index].properties.isEmpty {
                objects[index].properties.remove(
                    at: Int.random(in: 0..<objects[index].properties.count, using: &random))
            }
        case 2: objects[index].properties.shuffle(using: &random)
        case 3:
            let name = Self.sections.keys.sorted().randomElement(using: &random) ?? "roles"
            sections[name] = Self.sections[name]?.filter { _ in Bool.random(using: &random) }
        case 4:
            if hasIDs {
                next += 1
                let place = objects[index].properties.indices.randomElement(using: &random)
                if let place { objects[index].properties[place].name = "name\(next)" }
            }
        case 5: Self.nest(&objects[index], &random)
        case 6: Self.edit(&root, of: Self.rootFields, &random)
        case 7: Self.edit(&objects[index].fields, of: Self.objectFields, &random)
        default:
            if let place = objects[index].properties.indices.randomElement(using: &random) {
                Self.editField(of: &objects[index].properties[place], &random)
            }
        }
    }

    /// Moves a property into another one, or the last nested one out of it.
    private static func nest(_ object: inout Object, _ random: inout SeededGenerator) {
        guard object.properties.count > 1 else { return }
        let moved = object.properties.remove(at: Int.random(in: 0..<object.properties.count, using: &random))
        let place = Int.random(in: 0..<object.properties.count, using: &random)
        if let inner = object.properties[place].properties.popLast() {
            object.properties += [inner, moved]
        } else {
            object.properties[place].properties.append(moved)
        }
    }

    static func editField(of property: inout Property, _ random: inout SeededGenerator) {
        if let inner = property.properties.indices.randomElement(using: &random), Bool.random(using: &random) {
            editField(of: &property.properties[inner], &random)
            return
        }
        let choices = fields.filter {
            property.properties.isEmpty || !["logicalType", "logicalTypeOptions", "items", "map"].contains($0.key)
        }
        edit(&property.fields, of: choices, &random)
    }

    /// Gives a field another value, or none.
    private static func edit(
        _ fields: inout [(key: String, value: String)], of choices: Choices, _ random: inout SeededGenerator
    ) {
        guard let (key, values) = choices.randomElement(using: &random) else { return }
        fields.removeAll { $0.key == key }
        if Int.random(in: 0..<4, using: &random) > 0 {
            fields.append((key, values.randomElement(using: &random) ?? "a"))
        }
    }
}
