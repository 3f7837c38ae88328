import TestSupport

/// A contract made at random, and edits of it: what the laws of comparison are tried on.
struct RandomContract {
    struct Property {
        var id: Int?
        var name: String
        var fields: [(key: String, value: String)] = []
        var properties: [Property] = []

        var text: String {
            var parts = [id.map { "id: p\($0)" }, "name: \(name)"].compactMap(\.self)
            parts += fields.map { "\($0.key): \($0.value)" }
            if !properties.isEmpty {
                parts.append("properties: [" + properties.map(\.text).joined(separator: ", ") + "]")
            }
            return "{" + parts.joined(separator: ", ") + "}"
        }
    }

    struct Object {
        var id: Int?
        var name: String
        var properties: [Property]
    }

    var objects: [Object] = []
    var sections: [String: [String]] = [:]
    private var next = 0
    let hasIDs: Bool

    var text: String {
        var lines = "apiVersion: v3.2.0\nkind: DataContract\nid: größe\nversion: 1.0.0\nschema:\n"
        for object in objects {
            lines += "  - {" + (object.id.map { "id: o\($0), " } ?? "") + "name: \(object.name), properties: ["
            lines += object.properties.map(\.text).joined(separator: ", ") + "]}\n"
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
            objects.append(Object(id: fresh(), name: "object\(next)", properties: properties))
        }
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
        for (key, values) in Self.fields where Int.random(in: 0..<4, using: &random) == 0 {
            property.fields.append((key, values.randomElement(using: &random) ?? "a"))
        }
        if depth < 3, Int.random(in: 0..<4, using: &random) == 0 {
            property.fields.removeAll { $0.key == "logicalType" || $0.key == "logicalTypeOptions" }
            property.fields.append(("logicalType", "object"))
            property.properties = (0..<Int.random(in: 1...3, using: &random)).map { _ in
                self.property(&random, depth: depth + 1)
            }
        }
        return property
    }

    static let fields: [(key: String, values: [String])] = [
        ("logicalType", ["string", "integer", "number", "date", "timestamp", "boolean"]),
        (
            "physicalType",
            ["INT", "int4", "BIGINT", "VARCHAR(10)", "VARCHAR(20)", "DECIMAL(10,2)", "'struct<a int>'", "what"]
        ),
        ("physicalName", ["c1", "c2", "c3", "c4"]),
        ("required", ["true", "false"]), ("unique", ["true", "false"]), ("primaryKey", ["true", "false"]),
        ("partitioned", ["true", "false"]), ("classification", ["public", "restricted", "odd"]),
        ("criticalDataElement", ["true", "false"]), ("tags", ["[a]", "[a, pii]", "[b]", "[]"]),
        ("description", ["a", "b"]), ("deprecated", ["true", "false"]), ("encryptedName", ["e1", "e2"]),
        ("enum", ["[{value: a}]", "[{value: a}, {value: b}]", "[{value: 1}, {value: c}]"]),
        (
            "logicalTypeOptions",
            [
                "{maximum: 5}", "{minimum: 1, maximum: 9}", "{minLength: 1}", "{maxLength: 5, pattern: a}",
                "{multipleOf: 2}",
                "{minimum: x}", "{format: i32}",
            ]
        ),
        (
            "quality",
            [
                "[{type: library, metric: rowCount, mustBeGreaterThan: 1}]",
                "[{type: library, metric: rowCount, mustBeBetween: [1, 5]}, {type: sql, query: q, mustBe: 0}]",
                "[{type: sql, query: q, mustNotBe: 0}, {type: text, description: d, severity: error}]",
                "[{type: library, metric: invalidValues, mustBe: 0, arguments: {validValues: [a, b]}}]",
            ]
        ),
        ("relationships", ["[{to: a.b}]", "[{to: a.c}]", "[{to: a.b}, {to: a.d}]"]),
        ("businessName", ["x", "y", "z"]),
    ]

    static let sections: [String: [String]] = [
        "slaProperties": [
            "property: latency, value: 4, unit: h", "property: latency, value: 1, unit: d, element: a",
            "property: retention, value: 1, unit: y", "property: endOfLife, value: '2030-01-01'",
            "property: latency, value: 2, unit: h",
        ],
        "servers": [
            "server: a, type: api, location: l", "server: b, type: api, location: l, environment: test",
            "server: a, type: api, location: m",
        ],
        "roles": ["role: r, access: read", "role: w, access: write", "role: r, access: admin"],
        "support": ["channel: c", "channel: d"],
    ]

    // MARK: Edits

    /// One edit somewhere.
    mutating func edit(_ random: inout SeededGenerator) {
        let index = Int.random(in: 0..<objects.count, using: &random)
        switch Int.random(in: 0..<10, using: &random) {
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
        guard let (key, values) = fields.randomElement(using: &random) else { return }
        if !property.properties.isEmpty, key == "logicalType" || key == "logicalTypeOptions" { return }
        property.fields.removeAll { $0.key == key }
        if Int.random(in: 0..<4, using: &random) > 0 {
            property.fields.append((key, values.randomElement(using: &random) ?? "a"))
        }
    }
}
