import Patterns
import Testing
import YAMLTree

@testable import ContractModel

/// The tables of ODCS against themselves, and against facts counted in the official schemas.
@Suite struct ODCSTableTests {
    static let shapes = ODCS.table.shapes
    static let versions = Standard.odcs.versions

    /// Rows that stand together: those of a shape, or those of one of its variants.
    struct Scope: Sendable, CustomTestStringConvertible {
        let name: String
        let rows: [Row]
        var testDescription: String { name }
    }

    static func scopes(of shape: Shape) -> [Scope] {
        [Scope(name: shape.name, rows: shape.rows)]
            + shape.variants.map { Scope(name: "\(shape.name): \($0.noun)", rows: $0.rows) }
    }

    static let scopes = shapes.flatMap(scopes(of:))
    static let rows = scopes.flatMap(\.rows)

    static func shape(_ name: String) throws -> Shape {
        try #require(shapes.first { $0.name == name }, "no shape \(name)")
    }

    static func row(_ key: Key, _ name: String, _ version: Version, variant noun: String? = nil) throws -> Row {
        let shape = try shape(name)
        let variants = shape.variants.filter { $0.noun == noun && $0.versions.contains(version) }
        let rows = noun == nil ? shape.rows : variants.flatMap(\.rows)
        let row = rows.first { $0.key == key && $0.versions.contains(version) }
        return try #require(row, "\(name) has no \(key.rawValue) in \(version)")
    }

    /// The names of the shapes that a kind speaks of.
    static func names(in kind: Kind) -> [String] {
        (kind.shape.map { [$0] } ?? []) + (kind.items.map { names(in: $0.kind.value) } ?? [])
            + (kind.entries.map { names(in: $0.kind.value) } ?? [])
    }

    // MARK: The table as a whole

    @Test func theRootComesFirst() {
        #expect(Self.shapes.first?.name == "Contract")
        #expect(Self.shapes.first?.element == .contract)
    }

    @Test func namesAreUnique() {
        #expect(Set(Self.shapes.map(\.name)).count == Self.shapes.count)
    }

    @Test func everyShapeIsReachedAndEveryNameResolves() throws {
        var reached: Set<String> = ["Contract"]
        var waiting = ["Contract"]
        while let name = waiting.popLast() {
            for name in Self.scopes(of: try Self.shape(name)).flatMap(\.rows).flatMap({ Self.names(in: $0.kind) })
            where reached.insert(name).inserted {
                waiting.append(name)
            }
        }
        #expect(reached == Set(Self.shapes.map(\.name)))
    }

    @Test(arguments: scopes) func noTwoRowsOfAKeyOverlap(scope: Scope) {
        for version in Self.versions {
            let keys = scope.rows.filter { $0.versions.contains(version) }.map(\.key)
            #expect(Set(keys).count == keys.count, "\(version)")
        }
    }

    @Test(arguments: scopes) func rowsAreDemandedOnlyWhereTheyHold(scope: Scope) {
        for row in scope.rows where row.prose?.claim != .rejectedBySchema {
            for version in Self.versions where row.required.contains(version) {
                // A row for each kind may share the span in which the key is demanded.
                let isKnown = scope.rows.contains { $0.key == row.key && $0.versions.contains(version) }
                #expect(isKnown, "\(row.key.rawValue) in \(version)")
            }
        }
    }

    @Test func everyRowHoldsSomewhereOrIsKnownToTheProse() {
        for row in Self.rows where row.prose?.claim != .rejectedBySchema {
            #expect(Self.versions.contains(where: row.versions.contains), "\(row.key.rawValue)")
        }
    }

    @Test func variantsAskForKeysThatAreRows() {
        for shape in Self.shapes {
            for variant in shape.variants {
                for version in Self.versions where variant.versions.contains(version) {
                    let known = (shape.rows + variant.rows).filter { $0.versions.contains(version) }
                    for condition in variant.conditions {
                        let key: Key
                        switch condition {
                        case .equals(let its, let text):
                            key = its
                            let row = known.first { $0.key == its }
                            #expect(row?.kind.allowed.contains(text) == true, "\(shape.name): \(text) in \(version)")
                        case .absent(let its, _), .isText(let its): key = its
                        }
                        #expect(known.contains { $0.key == key }, "\(shape.name): \(key.rawValue) in \(version)")
                    }
                    let keys = Set(known.map(\.key))
                    #expect(keys.isSuperset(of: variant.exactlyOne), "\(shape.name) in \(version)")
                }
            }
        }
    }

    @Test func constraintsSpeakOfRows() {
        for shape in Self.shapes {
            for case .sameForm(let one, let other) in shape.constraints {
                #expect(Set(shape.rows.map(\.key)).isSuperset(of: [one, other]), "\(shape.name)")
            }
        }
    }

    @Test func patternsCompile() throws {
        func check(_ kind: Kind) throws {
            for pattern in kind.patterns { _ = try Pattern(pattern.regex) }
            try kind.items.map { try check($0.kind.value) }
        }
        for row in Self.rows { try check(row.kind) }
    }

    @Test func renamedKeysFillFieldsOfTheNewestVersion() {
        for shape in Self.shapes {
            let rows = (shape.rows + shape.variants.flatMap(\.rows))
            for row in rows where row.field != row.key {
                let isKnown = rows.contains { $0.key == row.field && $0.versions.contains(Standard.odcs.newest) }
                #expect(isKnown, "\(shape.name): \(row.key.rawValue) fills \(row.field.rawValue)")
            }
        }
    }

    /// Two keys for one field would fight over it. 3.0.0 and 3.0.1 have one such pair.
    @Test func noTwoKeysFillOneField() {
        for scope in Self.scopes {
            for version in Self.versions {
                let fields = scope.rows.filter { $0.versions.contains(version) && $0.key != .staging_dir }.map(\.field)
                #expect(Set(fields).count == fields.count, "\(scope.name) in \(version)")
            }
        }
    }

    // MARK: Words

    @Test(arguments: scopes) func docsAreOneShortPhrase(scope: Scope) {
        for row in scope.rows {
            let doc = row.doc
            #expect((5...80).contains(doc.count), "\(row.key.rawValue): \(doc)")
            #expect(doc.first?.isUppercase == true, "\(doc)")
            #expect(!doc.hasSuffix(".") && !doc.hasSuffix(" ") && !doc.contains("\n") && !doc.contains("  "), "\(doc)")
        }
    }

    @Test func nounsCompleteSentences() {
        for noun in Self.shapes.map(\.noun) + Self.shapes.flatMap(\.variants).map(\.noun) {
            #expect(noun.hasPrefix("a ") || noun.hasPrefix("an ") || noun.hasPrefix("options of "))
            #expect(noun == noun.trimmed, "\(noun)")
        }
    }

    /// A key that a variant has is a mistake where another variant holds; a key of all is none.
    @Test func mistakesAreKeysThatSomeVersionLacks() {
        for shape in Self.shapes {
            let rows = shape.rows
            for (mistake, advice) in shape.mistakes {
                let unknown = Self.versions.filter { ODCS.v3.contains($0) }.filter { version in
                    !rows.contains { $0.key.rawValue == mistake && $0.versions.contains(version) }
                }
                #expect(!unknown.isEmpty, "\(shape.name): \(mistake) is a key")
                #expect(
                    advice.first?.isUppercase == true && advice.last != "." && advice == advice.trimmed, "\(advice)")
            }
        }
    }

    // MARK: Facts of the official schemas

    @Test(
        arguments: [
            ("3.0.0", 31), ("3.0.1", 31), ("3.0.2", 31), ("3.1.0", 34), ("3.2.0", 44),
        ] as [(Version, Int)])
    func typesOfServers(version: Version, count: Int) throws {
        let server = try Self.shape("Server")
        let allowed = try Self.row(.type, "Server", version).kind.allowed
        let variants = server.variants.filter { $0.versions.contains(version) }
        #expect(allowed.count == count)
        #expect(Set(allowed).count == count)
        #expect(variants.map(\.conditions) == allowed.map { [.equals(.type, $0)] })
    }

    @Test(
        arguments: [
            ("2.2.0", [.version, .kind, .uuid, .type, .status, .dataset, .datasetName, .quantumName]),
            ("2.2.2", [.version, .kind, .uuid, .type, .status, .dataset, .datasetName, .quantumName]),
            ("3.0.0", [.version, .apiVersion, .kind, .id, .status]),
            ("3.1.0", [.version, .apiVersion, .kind, .id, .status]),
            ("3.2.0", [.version, .apiVersion, .kind, .id]),
        ] as [(Version, Set<Key>)])
    func demandsOfTheRoot(version: Version, keys: Set<Key>) throws {
        let rows = try Self.shape("Contract").rows.filter {
            $0.versions.contains(version) && $0.required.contains(version)
        }
        #expect(Set(rows.map(\.key)) == keys)
    }

    @Test(arguments: versions.filter { ODCS.v3.contains($0) })
    func aVersionAllowsItselfAndItsPast(version: Version) throws {
        let allowed = try Self.row(.apiVersion, "Contract", version).kind.allowed
        #expect(allowed == Self.versions.filter { $0 <= version }.reversed().map { "v\($0)" })
    }

    /// Keys whose kind or demand changed: the traps of the standard's history.
    @Test(
        arguments: [
            ("SchemaObject", nil, .description, "2.2.1", .list, false),
            ("SchemaObject", nil, .description, "2.2.2", .text, false),
            ("Property", nil, .isPrimaryKey, "2.2.1", .text, false),
            ("Property", nil, .isPrimaryKey, "2.2.2", .boolean, false),
            ("Price", nil, .priceAmount, "2.2.1", .text, false),
            ("Price", nil, .priceAmount, "2.2.2", .number, false),
            ("ServiceLevel", nil, .value, "2.2.1", .text, true),
            ("ServiceLevel", nil, .value, "2.2.2", [.text, .number], true),
            ("ServiceLevel", nil, .value, "3.0.0", .scalar, true),
            ("CustomProperty", nil, .value, "2.2.2", .mapping, false),
            ("CustomProperty", nil, .value, "3.0.2", .all, false),
            ("CustomProperty", nil, .value, "3.1.0", .all, true),
            ("DateOptions", nil, .exclusiveMaximum, "3.0.2", .boolean, false),
            ("DateOptions", nil, .exclusiveMaximum, "3.1.0", .text, false),
            ("NumberOptions", nil, .exclusiveMaximum, "3.0.2", .boolean, false),
            ("NumberOptions", nil, .exclusiveMaximum, "3.1.0", .number, false),
            ("Contract", nil, .team, "3.0.2", .list, false),
            ("Contract", nil, .team, "3.1.0", [.list, .mapping], false),
            ("Support", nil, .url, "3.0.2", .text, true),
            ("Support", nil, .url, "3.1.0", .text, false),
            ("TeamMember", nil, .username, "3.0.2", .text, false),
            ("TeamMember", nil, .username, "3.1.0", .text, true),
            ("Role", nil, .access, "2.2.2", .text, true),
            ("Role", nil, .access, "3.0.0", .text, false),
            ("Server", "a server of type athena", .staging_dir, "3.0.1", .all, true),
            ("Server", "a server of type athena", .stagingDir, "3.0.1", .text, false),
            ("Server", "a server of type athena", .stagingDir, "3.0.2", .text, true),
            ("Server", "a server of type athena", .stagingDir, "3.2.0", .text, false),
            ("Server", "a server of type duckdb", .schema, "3.0.2", .integer, false),
            ("Server", "a server of type duckdb", .schema, "3.1.0", .text, false),
            ("Server", "a server of type mysql", .port, "3.1.0", .integer, true),
            ("Server", "a server of type mysql", .port, "3.2.0", [.integer, .text], true),
        ] as [(String, String?, Key, Version, ValueTypes, Bool)])
    func history(shape: String, variant: String?, key: Key, version: Version, types: ValueTypes, required: Bool) throws
    {
        let row = try Self.row(key, shape, version, variant: variant)
        #expect(row.kind.types == types)
        #expect(row.required.contains(version) == required)
    }

    /// Enumerations of one version that another leaves open.
    @Test(arguments: ["azure", "s3", "sftp"]) func fileFormats(type: String) throws {
        for (key, allowed) in [
            (Key.format, ["parquet", "delta", "json", "csv"]), (.delimiter, ["new_line", "array"]),
        ] {
            #expect(try Self.row(key, "Server", "3.0.2", variant: "a server of type \(type)").kind.allowed == allowed)
            #expect(try Self.row(key, "Server", "3.1.0", variant: "a server of type \(type)").kind.allowed.isEmpty)
        }
    }

    /// The items of an array know `properties` whatever their type until 3.0.2, then only where an object's do.
    @Test func propertiesOfItems() throws {
        func isKnown(_ shape: String, _ version: Version) throws -> Bool {
            try Self.shape(shape).rows.contains { $0.key == .properties && $0.versions.contains(version) }
        }
        #expect(try isKnown("ItemProperty", "3.0.2"))
        #expect(try !isKnown("ItemProperty", "3.1.0"))
        #expect(try !isKnown("Property", "3.0.2"))
        #expect(try Self.row(.name, "Property", "3.1.0").required.contains("3.1.0"))
        #expect(try !Self.row(.name, "ItemProperty", "3.1.0").required.contains("3.1.0"))
    }

    @Test func closedDefinitions() {
        let alwaysOpen: Set = ["Description"]
        // What 3.0 already closes: unknown keys there are errors.
        let closedSince3: Set = ["Contract", "SchemaObject", "Property", "ItemProperty"]
        for shape in Self.shapes {
            #expect(shape.open.contains("3.1.0") == alwaysOpen.contains(shape.name), "\(shape.name)")
            let isOptions = shape.element == .options
            let since31 = shape.rows.allSatisfy { !$0.versions.contains("3.0.2") }
            if !isOptions && !since31 {
                #expect(shape.open.contains("3.0.2") != closedSince3.contains(shape.name), "\(shape.name)")
            }
        }
    }

    // MARK: References and identifiers

    @Test(
        arguments: [
            ("3.1.0", "orders.id", true), ("3.1.0", "orders.address.street", false),
            ("3.2.0", "orders.address.street", true),
            ("3.1.0", "order-lines.id", false), ("3.2.0", "order-lines.id", true), ("3.2.0", "orders", false),
            ("3.1.0", "schema/orders/properties/id", true), ("3.1.0", "/schema/orders", true),
            ("3.1.0", "https://example.com/a.yaml#/schema/orders/properties/id", true),
            ("3.1.0", "other.yml#/schema/orders", false), ("3.2.0", "other.yml#/schema/orders", true),
            ("3.1.0", "schema/größe", false), ("3.2.0", "schema/größe", true), ("3.2.0", "schema/a\u{A0}b", false),
            ("3.2.0", "schema/orders/", false), ("3.1.0", "orders.id\n", false),
        ] as [(Version, String, Bool)])
    func references(version: Version, text: String, isReference: Bool) throws {
        let kind = try Self.row(.to, "PropertyRelationship", version).kind
        let found = try kind.patterns.contains { try Pattern($0.regex).isFound(in: text) }
        #expect(found == isReference)
        #expect(kind.items?.kind.value.patterns == kind.patterns)
        #expect(kind.items?.minimum == 1)
    }

    @Test(
        arguments: [
            ("3.1.0", "orders_tbl-1", true), ("3.1.0", "größe", false), ("3.2.0", "größe", true),
            ("3.2.0", "a:b", true),
            ("3.2.0", "a b", false), ("3.2.0", "a\u{B}b", false), ("3.2.0", "a\u{2003}b", false),
            ("3.2.0", "a\u{FEFF}b", false),
            ("3.2.0", "a\u{200B}b", true), ("3.2.0", "a.b", false), ("3.2.0", "a\\b", false), ("3.2.0", "", false),
        ] as [(Version, String, Bool)])
    func stableIdentifiers(version: Version, text: String, isIdentifier: Bool) throws {
        let patterns = try Self.row(.id, "Property", version).kind.patterns
        #expect(try patterns.contains { try Pattern($0.regex).isFound(in: text) } == isIdentifier)
    }

    // MARK: Deprecation and prose

    @Test(arguments: ["3.1.0", "3.2.0"] as [Version]) func deprecatedKeys(version: Version) {
        let found = Self.scopes.flatMap { scope in
            scope.rows.filter { $0.versions.contains(version) && $0.deprecated?.versions.contains(version) == true }
                .map { "\(scope.name.prefix { $0 != ":" }).\($0.key.rawValue)" }
        }
        #expect(Set(found) == ["Contract.dataProduct", "Contract.slaDefaultElement", "Contract.team", "Quality.rule"])
    }

    @Test func nothingIsDeprecatedBefore31() {
        #expect(!Self.rows.contains { $0.deprecated?.versions.contains("3.0.2") == true })
    }

    @Test(arguments: shapes.map(\.name)) func proseConflictsAreConflicts(name: String) throws {
        let shape = try Self.shape(name)
        for scope in Self.scopes(of: shape) {
            for row in scope.rows {
                guard let prose = row.prose else { continue }
                for version in Self.versions where prose.versions.contains(version) {
                    let label: Comment = "\(scope.name): \(row.key.rawValue) in \(version)"
                    switch prose.claim {
                    case .requiredByProse:
                        // Known, and not demanded by the schema; a row for each kind may share the conflict.
                        let rows = scope.rows.filter { $0.key == row.key && $0.versions.contains(version) }
                        #expect(rows.count == 1 && rows[0].prose != nil, label)
                        #expect(!rows.contains { $0.required.contains(version) }, label)
                    case .rejectedBySchema:
                        #expect(!scope.rows.contains { $0.key == row.key && $0.versions.contains(version) }, label)
                        #expect(!shape.open.contains(version), label)
                    }
                }
            }
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
