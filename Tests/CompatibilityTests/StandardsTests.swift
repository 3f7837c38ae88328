import Compatibility
import ContractModel
import TestSupport
import Testing

/// Contracts of one content in several standards and versions: they differ in nothing but the words.
@Suite struct StandardsTests {
    static let odcs31 = """
        apiVersion: v3.1.0
        kind: DataContract
        id: größe
        version: 2.1.0
        status: active
        description: {purpose: Alle Bestellungen, usage: Berichte, limitations: keine}
        schema:
          - name: orders
            physicalType: table
            properties:
              - {name: id, logicalType: string, required: true, unique: true, primaryKey: true, examples: ["1"]}
              - {name: email, logicalType: string, tags: [pii], logicalTypeOptions: {maxLength: 9}}
              - {name: amount, logicalType: number}
              - {name: lines, logicalType: array, items: {logicalType: object, properties: [{name: sku, logicalType: string}]}}
        slaProperties:
          - {property: latency, value: 25, unit: h}
        """

    static let dcs = """
        dataContractSpecification: 1.2.1
        id: größe
        info: {version: 2.1.0, status: active, description: Alle Bestellungen}
        terms: {usage: Berichte, limitations: keine}
        models:
          orders:
            type: table
            fields:
              id: {type: text, required: true, unique: true, primaryKey: true, examples: ["1"]}
              email: {type: varchar, pii: true, maxLength: 9}
              amount: {type: decimal}
              lines: {type: array, items: {type: record, fields: {sku: {type: string}}}}
        servicelevels: {latency: {threshold: 25h}}
        """

    static let odcs22 = """
        apiVersion: v2.2.2
        kind: DataContract
        uuid: größe
        version: 2.1.0
        status: active
        datasetName: orders
        quantumName: orders
        type: tables
        description: {purpose: Alle Bestellungen, usage: Berichte, limitations: keine}
        dataset:
          - table: orders
            columns:
              - {column: id, logicalType: string, physicalType: text, isNullable: false, isUnique: true, isPrimaryKey: true, sampleValues: ["1"]}
              - {column: email, logicalType: string, physicalType: text, isNullable: true, tags: [pii]}
        slaProperties:
          - {property: latency, value: 25h, column: orders.id}
        """

    static let odcs30 = """
        apiVersion: v3.0.2
        kind: DataContract
        id: größe
        version: 2.1.0
        status: active
        dataProduct: orders
        description: {purpose: Alle Bestellungen, usage: Berichte, limitations: keine}
        schema:
          - name: orders
            properties:
              - {name: id, logicalType: string, physicalType: text, required: true, unique: true, primaryKey: true, examples: ["1"]}
              - {name: email, logicalType: string, physicalType: text, required: false, tags: [pii]}
        slaProperties:
          - {property: latency, value: 25h, element: orders.id}
        """

    @Test func fromDCSToODCS() throws {
        #expect(try changes(Self.dcs, Self.odcs31) == ["standard-changed R/R minor", "sla-respelled I/I patch equal"])
        #expect(try changes(Self.odcs31, Self.dcs) == ["standard-changed R/R minor", "sla-respelled I/I patch equal"])
    }

    @Test func fromODCS2ToODCS3() throws {
        #expect(
            try changes(Self.odcs22, Self.odcs30) == [
                "specification-raised I/I patch", "detail-changed I/I patch", "detail-changed I/I patch",
            ])
        let worse = Self.odcs30.split(separator: "required: true").joined(separator: "required: false")
        #expect(
            try changes(Self.odcs22, worse).contains("property-made-optional B/K major widens"))
    }

    /// ODCS 2.2.1 writes as text what 3.0 writes as a boolean.
    @Test func truthAsText() throws {
        let old = """
            apiVersion: v2.2.1
            kind: DataContract
            uuid: a
            version: 1.0.0
            dataset: [{table: t, columns: [{column: c, isPrimaryKey: 'Yes'}, {column: d, isPrimaryKey: 'No'}]}]
            """
        func new(_ key: String) -> String {
            "apiVersion: v3.0.2\nkind: DataContract\nid: a\nversion: 1.0.0\n"
                + "schema: [{name: t, properties: [{name: c, primaryKey: \(key)}, {name: d}]}]\n"
        }
        #expect(try changes(old, new("true")) == ["specification-raised I/I patch"])
        #expect(
            try changes(old, new("false")) == [
                "specification-raised I/I patch", "primary-key-dropped B/K major widens",
            ])
    }

    /// ODCS 3.0 leaves out the ends with a boolean, 3.1 with a number.
    @Test func exclusiveBoundsOfTwoVersions() throws {
        func text(_ options: String, _ version: String) -> String {
            Text.property("logicalType: number\nlogicalTypeOptions: {\(options)}", version: version)
        }
        let old = text("maximum: 5, exclusiveMaximum: true", "v3.0.2")
        #expect(try changes(old, text("exclusiveMaximum: 5", "v3.1.0")) == ["specification-raised I/I patch"])
        #expect(
            try changes(old, text("maximum: 5", "v3.1.0")) == [
                "specification-raised I/I patch", "bounds-loosened B/K major widens",
            ])
    }

    /// The library rules of 3.0 have other names in 3.1.
    @Test(
        arguments: [
            ("rule: duplicateCount, mustBeLessThan: 5", "type: library, metric: duplicateValues, mustBeLessThan: 5"),
            ("rule: nullCheck", "metric: nullValues, mustBe: 0"),
            ("rule: validValues, validValues: [a]", "metric: invalidValues, mustBe: 0, arguments: {validValues: [a]}"),
        ])
    func qualityRulesOfTwoVersions(_ old: String, _ new: String) throws {
        #expect(
            try changes(
                Text.property("quality: [{\(old)}]", version: "v3.0.2"),
                Text.property("quality: [{\(new)}]", version: "v3.1.0")) == ["specification-raised I/I patch"])
    }

    // MARK: DCS

    private func model(_ fields: String, _ rest: String = "") -> String {
        "dataContractSpecification: 1.2.1\nid: a\ninfo: {version: 1.0.0}\nmodels: {orders: {fields: {\(fields)}}}\n\(rest)\n"
    }

    @Test(
        arguments: [
            ("type: int", "type: long", "physical-type-widened R/K minor widens"),
            ("type: float", "type: double", "physical-type-widened R/K minor widens"),
            ("type: double", "type: decimal", "physical-type-changed B/B major disjoint"),
            ("type: string", "type: text", "physical-type-respelled I/I patch equal"),
            ("type: int", "type: number", "logical-type-widened R/K minor widens"),
            ("type: string", "type: json", "logical-type-widened R/K minor widens"),
            ("type: object", "type: map", "property-shape-changed B/B major disjoint"),
            (
                "type: decimal, precision: 5, scale: 2", "type: decimal, precision: 6, scale: 2",
                "bounds-loosened B/K major widens"
            ),
            (
                "type: decimal, precision: 5, scale: 2", "type: decimal, precision: 5, scale: 3",
                "bounds-moved B/B major overlaps"
            ),
            ("type: string, enum: ['1', b]", "type: string, enum: [1, b, c]", "enum-value-added R/K minor widens"),
            ("type: string, pii: true", "type: string", "pii-tag-removed R/R minor"),
            (
                "type: string, references: a.b", "type: string, references: a.c",
                "relationship-retargeted B/B major disjoint"
            ),
            (
                "type: int, config: {bigqueryType: INT64}", "type: int, config: {bigqueryType: NUMERIC}",
                "physical-type-widened R/K minor widens"
            ),
        ])
    func fields(_ old: String, _ new: String, _ expected: String) throws {
        let servers = "servers: {prod: {type: bigquery}}"
        #expect(try changes(model("a: {\(old)}", servers), model("a: {\(new)}", servers)) == [expected])
    }

    /// Each system's type is compared in its own words.
    @Test func typesOfSeveralSystems() throws {
        func text(_ config: String) -> String { model("a: {type: int, config: {\(config)}}") }
        #expect(
            try changes(
                text("snowflakeType: INT, redshiftType: INT"), text("snowflakeType: BIGINT, redshiftType: BIGINT"))
                == ["physical-type-respelled I/I patch equal", "physical-type-widened R/K minor widens"])
        #expect(try changes(text("x: a"), text("x: b")) == ["detail-changed I/I patch"])
    }

    @Test func aDefinitionIsComparedAtTheFieldsThatReferToIt() throws {
        func text(_ type: String) -> String {
            model("a: {$ref: '#/definitions/d'}, b: {type: string}", "definitions: {d: {type: \(type)}}")
        }
        let result = Comparison(old: try document(text("string")), new: try document(text("date"))).run()
        #expect(
            result.changes.map(\.element) == [nil, "orders.a"] || result.changes.map(\.element) == ["orders.a", nil])
        #expect(Set(result.changes.map(\.id)) == ["logical-type-changed", "definitions-changed"])
    }

    @Test func billingIsAPrice() throws {
        func text(_ terms: String) -> String {
            "dataContractSpecification: 1.2.1\nid: a\ninfo: {version: 1.0.0}\nterms: {\(terms)}\n"
        }
        #expect(try changes(text("billing: free"), text("billing: 5 EUR")) == ["price-changed R/R minor"])
    }

    @Test func theKeyOfAModel() throws {
        func text(_ key: String) -> String {
            "dataContractSpecification: 1.2.1\nid: a\ninfo: {version: 1.0.0}\nmodels: {orders: {primaryKey: \(key), fields: {a: {type: int}, b: {type: int}}}}\n"
        }
        #expect(try changes(text("[a]"), text("[a, b]")) == ["primary-key-changed B/B major overlaps"])
        #expect(try changes(text("[a, b]"), text("[b, a]")) == ["primary-key-reordered I/I patch equal"])
    }

    /// What DCS says in precision and scale ODCS says in the physical type.
    @Test func digitsOfTwoStandards() throws {
        func dcs(_ precision: Int) -> String { model("a: {type: decimal, precision: \(precision), scale: 2}") }
        func odcs(_ type: String) -> String {
            "apiVersion: v3.1.0\nkind: DataContract\nid: a\nversion: 1.0.0\nstatus: active\nschema:\n"
                + "  - {name: orders, properties: [{name: a, logicalType: number, physicalType: '\(type)'}]}\n"
        }
        func found(_ old: String, _ new: String) throws -> [String] {
            try changes(old, new).filter { $0.hasPrefix("bounds") }
        }
        #expect(try found(dcs(10), odcs("DECIMAL(10,2)")) == [])
        #expect(try found(odcs("NUMERIC(10, 2)"), dcs(10)) == [])
        #expect(try found(dcs(10), odcs("DECIMAL(12,2)")) == ["bounds-loosened B/K major widens"])
        #expect(try found(dcs(10), odcs("DECIMAL(8,2)")) == ["bounds-tightened K/B minor narrows"])
    }
}
