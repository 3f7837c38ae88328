/// Standards and versions that remedies are tried in, each with a contract or product that lacks nothing any rule asks for.
enum RemedyFamily: String, CaseIterable, Sendable {
    case odcs22, odcs30, odcs31, odcs32, dcs, dcs09, odps10, odps11

    var fileName: String {
        switch self {
        case .odcs22, .odcs30, .odcs31, .odcs32: "orders.odcs.yaml"
        case .dcs, .dcs09: "datacontract.yaml"
        case .odps10, .odps11: "orders.odps.yaml"
        }
    }

    /// A document that lacks nothing.
    var whole: String {
        switch self {
        case .odcs32: Self.odcs3("v3.2.0")
        case .odcs31: Self.odcs3("v3.1.0")
        case .odcs30: Self.odcs30Text
        case .odcs22: Self.odcs22Text
        case .dcs: Self.dcsText
        case .dcs09: Self.dcs09Text
        case .odps10: Self.odps("v1.0.0")
        case .odps11: Self.odps("v1.1.0")
        }
    }

    /// A document that has nothing but what its schema demands: rules that the standard cannot satisfy are silent here.
    var bare: String {
        switch self {
        case .odcs32, .odcs31, .odcs30:
            """
            apiVersion: \(self == .odcs32 ? "v3.2.0" : self == .odcs31 ? "v3.1.0" : "v3.0.2")
            kind: DataContract
            id: orders
            version: 1.0.0
            status: active
            schema: [{name: orders, properties: [{name: email, tags: [pii]}]}]

            """
        case .odcs22:
            """
            apiVersion: v2.2.2
            kind: DataContract
            uuid: orders
            version: 1.0.0
            status: current
            quantumName: orders
            datasetName: orders
            type: tables
            dataset: [{table: orders, columns: [{column: email, logicalType: string, physicalType: text, tags: [pii]}]}]

            """
        case .dcs:
            """
            dataContractSpecification: 1.2.1
            id: orders
            info: {title: Orders, version: 1.0.0, status: active}
            models: {orders: {fields: {email: {type: string, pii: true}}}}

            """
        case .dcs09:
            """
            dataContractSpecification: 0.9.3
            id: orders
            info: {title: Orders, version: 1.0.0, status: active}
            models: {orders: {fields: {email: {type: string, pii: true}}}}

            """
        case .odps10, .odps11:
            """
            apiVersion: \(self == .odps10 ? "v1.0.0" : "v1.1.0")
            kind: DataProduct
            id: orders
            status: active

            """
        }
    }

    private static func odcs3(_ version: String) -> String {
        """
        apiVersion: \(version)
        kind: DataContract
        id: orders
        name: Orders
        version: 1.0.0
        status: active
        domain: sales
        tags: [finance]
        customProperties:
          - {property: legalBasis, value: contract}
          - {property: dataResidency, value: EU}
          - {property: costCenter, value: 4711}
        description:
          purpose: Orders as customers placed them, for billing.
          limitations: Test orders are left out.
          usage: Join on id.
        team:
          name: Orders desk
          members:
            - {username: ann, role: owner}
            - {username: bob, role: data steward}
        support:
          - {channel: help, url: 'https://chat.example/help'}
        roles:
          - {role: reader, access: read, firstLevelApprovers: ann}
        servers:
          - {server: prod, type: postgresql, environment: prod, host: db.example, port: 5432, database: sales, schema: orders}
        slaProperties:
          - {property: latency, value: 1, unit: d, element: orders}
          - {property: frequency, value: 1, unit: d}
          - {property: retention, value: 1, unit: y}
          - {property: availability, value: 99, unit: percent}
          - {property: generalAvailability, value: '2025-01-01'}
        schema:
          - name: orders
            physicalType: table
            description: One row for every order that a customer placed.
            authoritativeDefinitions:
              - {type: businessDefinition, url: 'https://definitions.example/order'}
            quality:
              - {metric: rowCount, mustBeGreaterThan: 0, unit: rows, dimension: completeness}
              - {metric: duplicateValues, mustBe: 0, dimension: uniqueness, arguments: {properties: [id]}}
            properties:
              - name: id
                description: Tells one order from all others, given when it is placed.
                logicalType: string
                physicalType: VARCHAR(36)
                required: true
                primaryKey: true
                primaryKeyPosition: 1
                authoritativeDefinitions:
                  - {type: businessDefinition, url: 'https://definitions.example/order-id'}
                quality:
                  - {metric: nullValues, mustBe: 0, dimension: completeness}
              - name: email
                description: Address that the customer gave, as a hash.
                logicalType: string
                physicalType: VARCHAR(64)
                tags: [pii, hashed]
                classification: restricted
                examples: [none]
              - name: total
                description: Sum of all lines in euros.
                logicalType: number
                physicalType: NUMERIC(9,2)
                criticalDataElement: true
                classification: internal
                authoritativeDefinitions:
                  - {type: businessDefinition, url: 'https://definitions.example/total'}
                quality:
                  - {metric: nullValues, mustBe: 0, dimension: accuracy}
              - name: currency_code
                description: Money that the customer paid in.
                logicalType: string
                physicalType: CHAR(3)
                examples: [EUR]
              - name: ordered_at
                description: Moment at which the shop accepted it.
                logicalType: timestamp
                physicalType: TIMESTAMP
                logicalTypeOptions: {timezone: false, defaultTimezone: Etc/UTC}
              - name: labels
                description: Words that clerks put on the parcel.
                logicalType: array
                physicalType: VARCHAR(20)[]
                items: {logicalType: string}

        """
    }

    private static let odcs30Text =
        odcs3("v3.0.2")
        .replacing("team:\n  name: Orders desk\n  members:\n", with: "team:\n")
        .replacing(
            "    - {username: ann, role: owner}\n    - {username: bob, role: data steward}\n",
            with: "  - {username: anna, role: owner}\n  - {username: bob, role: data steward}\n"
        )
        .replacing("metric: ", with: "rule: ")
        .replacing("dimension: uniqueness, arguments: {properties: [id]}}", with: "dimension: uniqueness}")
        .replacing("logicalType: timestamp", with: "logicalType: date")
        .replacing("logicalTypeOptions: {timezone: false, defaultTimezone: Etc/UTC}", with: "businessName: order time")

    private static let odcs22Text = """
        apiVersion: v2.2.2
        kind: DataContract
        uuid: orders
        version: 1.0.0
        status: active
        datasetDomain: sales
        quantumName: orders
        datasetName: orders
        type: tables
        productSlackChannel: orders-help
        tags: [finance]
        customProperties:
          - {property: legalBasis, value: contract}
          - {property: dataResidency, value: EU}
          - {property: costCenter, value: 4711}
        description:
          purpose: Orders as customers placed them, for billing.
          limitations: Test orders are left out.
          usage: Join on id.
        stakeholders:
          - {username: anna, role: owner}
          - {username: bob, role: data steward}
        roles:
          - {role: reader, access: read, firstLevelApprovers: ann}
        slaProperties:
          - {property: latency, value: 1, unit: d, column: orders}
          - {property: frequency, value: 1, unit: d}
          - {property: retention, value: 1, unit: y}
          - {property: availability, value: 99, unit: percent}
          - {property: generalAvailability, value: '2025-01-01'}
        dataset:
          - table: orders
            description: One row for every order that a customer placed.
            authoritativeDefinitions:
              - {type: businessDefinition, url: 'https://definitions.example/order'}
            quality:
              - {templateName: RowCount, toolName: ours, dimension: completeness}
            columns:
              - column: id
                description: Tells one order from all others, given when it is placed.
                logicalType: string
                physicalType: VARCHAR(36)
                isNullable: false
                isPrimaryKey: true
                primaryKeyPosition: 1
                authoritativeDefinitions:
                  - {type: businessDefinition, url: 'https://definitions.example/order-id'}
              - column: contact_email
                description: Address that the customer gave, as a hash.
                logicalType: string
                physicalType: VARCHAR(64)
                tags: [pii, hashed]
                classification: restricted
                sampleValues: [none]
              - column: total
                description: Sum of all lines in euros.
                logicalType: number
                physicalType: NUMERIC(9,2)
                criticalDataElementStatus: true
                classification: internal
                authoritativeDefinitions:
                  - {type: businessDefinition, url: 'https://definitions.example/total'}
              - column: currency_code
                description: Money that the customer paid in.
                logicalType: string
                physicalType: CHAR(3)
                sampleValues: [EUR]

        """

    private static let dcsText = """
        dataContractSpecification: 1.2.1
        id: orders
        info:
          title: Orders
          version: 1.0.0
          status: active
          owner: Orders desk
          description: Orders as customers placed them, for billing.
        tags: [finance]
        servers:
          prod: {type: postgres, environment: prod, host: db.example, port: 5432, database: sales, schema: orders}
        terms:
          limitations: Test orders are left out.
          usage: Join on id.
        models:
          orders:
            type: table
            description: One row for every order that a customer placed.
            quality:
              - {type: library, metric: rowCount, mustBeGreaterThan: 0}
            fields:
              id:
                type: string
                description: Tells one order from all others, given when it is placed.
                required: true
                primaryKey: true
                quality:
                  - {type: library, metric: duplicateValues, mustBe: 0}
                  - {type: library, metric: nullValues, mustBe: 0}
              contact_email:
                type: string
                description: Address that the customer gave, as a hash.
                pii: true
                tags: [hashed]
                classification: restricted
                examples: [none]
              total:
                type: decimal
                description: Sum of all lines in euros.
              currency_code:
                type: string
                description: Money that the customer paid in.
                examples: [EUR]
              labels:
                type: array
                description: Words that clerks put on the parcel.
                items: {type: string}
        servicelevels:
          latency: {threshold: 1d}
          frequency: {interval: 1d}
          retention: {period: 1y}
          availability: {percentage: 99%}

        """

    private static let dcs09Text =
        dcsText.replacing("1.2.1", with: "0.9.3").replacing("primaryKey: true", with: "primary: true")
        .replacing("    quality:\n      - {type: library, metric: rowCount, mustBeGreaterThan: 0}\n", with: "")
        .replacing(
            "        quality:\n          - {type: library, metric: duplicateValues, mustBe: 0}\n"
                + "          - {type: library, metric: nullValues, mustBe: 0}\n", with: ""
        )
        .replacing("examples: [none]", with: "example: none").replacing("examples: [EUR]", with: "example: EUR")

    private static func odps(_ version: String) -> String {
        let archetype =
            version == "v1.0.0"
            ? "customProperties:\n  - {property: archetype, value: consumer-aligned}" : "type: consumerAligned"
        return """
            apiVersion: \(version)
            kind: DataProduct
            id: punctuality
            name: Punctuality
            version: 1.0.0
            status: active
            domain: logistics
            \(archetype)
            description:
              purpose: Weekly punctuality of carriers for the dashboard of customer care.
            inputPorts:
              - {name: orders, version: 1.0.0, contractId: sales-orders}
            outputPorts:
              - name: punctuality
                version: 1.0.0
                contractId: punctuality
                inputContracts:
                  - {id: sales-orders, version: 1.0.0}

            """
    }
}
