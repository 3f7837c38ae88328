import Compatibility
import Diagnostics
import TestSupport
import Testing

/// What tools for other kinds of schema say of a change, where a contract can say the same thing: readers of the old
/// version (FORWARD, a response) are consumers here, readers of the new one (BACKWARD, a request) producers.
@Suite struct EcosystemTests {
    struct Case: Sendable, CustomStringConvertible {
        /// Which tool, and what it calls the change.
        let description: String
        let old: String
        let new: String
        /// Whether each goes on without harm; nil: the tool does not ask.
        let consumer: Bool?
        let producer: Bool?

        init(_ description: String, _ old: String, _ new: String, consumer: Bool? = nil, producer: Bool? = nil) {
            self.description = description
            self.old = old
            self.new = new
            self.consumer = consumer
            self.producer = producer
        }

        static func options(
            _ description: String, _ type: String, _ old: String, _ new: String, consumer: Bool? = nil,
            producer: Bool? = nil
        ) -> Case {
            func text(_ options: String) -> String {
                "{name: a, logicalType: \(type), logicalTypeOptions: {\(options)}}"
            }
            return Case(description, text(old), text(new), consumer: consumer, producer: producer)
        }
    }

    /// Confluent Schema Registry's compatibility levels over Avro; a field without a default is one of a contract.
    static let avro: [Case] = [
        Case("a field is added", "{name: a}", "{name: a}, {name: b}", consumer: true),
        Case(
            "a field without default is added", "{name: a}", "{name: a}, {name: b, required: true}", consumer: true,
            producer: false),
        Case("a field is removed", "{name: a}, {name: b}", "{name: a}", consumer: false, producer: true),
        Case("a field gets another name", "{name: a}", "{name: z}", consumer: false),
        Case(
            "a type becomes a union with null", "{name: a, required: true}", "{name: a}", consumer: false,
            producer: true),
        Case("null leaves the union", "{name: a}", "{name: a, required: true}", consumer: true, producer: false),
        Case(
            "int to long", "{name: a, physicalType: int}", "{name: a, physicalType: long}", consumer: false,
            producer: true),
        Case(
            "int to float", "{name: a, physicalType: int}", "{name: a, physicalType: float}", consumer: false,
            producer: true),
        Case(
            "long to double", "{name: a, physicalType: long}", "{name: a, physicalType: double}", consumer: false,
            producer: true),
        Case(
            "float to double", "{name: a, physicalType: float}", "{name: a, physicalType: double}", consumer: false,
            producer: true),
        Case(
            "double to int", "{name: a, physicalType: double}", "{name: a, physicalType: int}", consumer: true,
            producer: false),
        Case(
            "int to string", "{name: a, physicalType: int}", "{name: a, physicalType: string}", consumer: false,
            producer: false),
        Case(
            "boolean to int", "{name: a, physicalType: boolean}", "{name: a, physicalType: int}", consumer: false,
            producer: false),
        Case(
            "the items of an array", "{name: a, physicalType: 'array<int>'}", "{name: a, physicalType: 'array<long>'}",
            consumer: false, producer: true),
        Case(
            "the values of a map", "{name: a, physicalType: 'map<int>'}", "{name: a, physicalType: 'map<long>'}",
            consumer: false, producer: true),
        Case(
            "the size of a fixed", "{name: a, physicalType: 'fixed[16]'}", "{name: a, physicalType: 'fixed[32]'}",
            consumer: false, producer: false),
        Case(
            "a symbol is added", "{name: a, enum: [{value: x}]}", "{name: a, enum: [{value: x}, {value: y}]}",
            consumer: false, producer: true),
        Case(
            "a symbol is removed", "{name: a, enum: [{value: x}, {value: y}]}", "{name: a, enum: [{value: x}]}",
            consumer: true, producer: false),
        Case(
            "a nested field without default", "{name: a, logicalType: object, properties: [{name: x}]}",
            "{name: a, logicalType: object, properties: [{name: x}, {name: y, required: true}]}", consumer: true,
            producer: false),
        Case(
            "a record to a primitive", "{name: a, logicalType: object, properties: [{name: x}]}",
            "{name: a, logicalType: string}", consumer: false, producer: false),
    ]

    /// Confluent's differences of JSON Schemas.
    static let jsonSchema: [Case] = [
        .options("MAX_LENGTH_INCREASED", "string", "maxLength: 5", "maxLength: 6", producer: true),
        .options("MAX_LENGTH_DECREASED", "string", "maxLength: 5", "maxLength: 4", producer: false),
        .options("MAX_LENGTH_ADDED", "string", "", "maxLength: 4", producer: false),
        .options("MAX_LENGTH_REMOVED", "string", "maxLength: 4", "", producer: true),
        .options("MIN_LENGTH_INCREASED", "string", "minLength: 5", "minLength: 6", producer: false),
        .options("MIN_LENGTH_DECREASED", "string", "minLength: 5", "minLength: 4", producer: true),
        .options("MIN_LENGTH_ADDED", "string", "", "minLength: 4", producer: false),
        .options("MIN_LENGTH_REMOVED", "string", "minLength: 4", "", producer: true),
        .options("PATTERN_ADDED", "string", "", "pattern: x", producer: false),
        .options("PATTERN_REMOVED", "string", "pattern: x", "", producer: true),
        .options("PATTERN_CHANGED", "string", "pattern: x", "pattern: y", producer: false),
        .options("MAXIMUM_INCREASED", "number", "maximum: 5", "maximum: 6", producer: true),
        .options("MAXIMUM_DECREASED", "number", "maximum: 5", "maximum: 4", producer: false),
        .options("MAXIMUM_ADDED", "number", "", "maximum: 4", producer: false),
        .options("MAXIMUM_REMOVED", "number", "maximum: 4", "", producer: true),
        .options("MINIMUM_INCREASED", "number", "minimum: 5", "minimum: 6", producer: false),
        .options("MINIMUM_DECREASED", "number", "minimum: 5", "minimum: 4", producer: true),
        .options(
            "EXCLUSIVE_MAXIMUM_INCREASED", "number", "exclusiveMaximum: 5", "exclusiveMaximum: 6", producer: true),
        .options(
            "EXCLUSIVE_MINIMUM_INCREASED", "number", "exclusiveMinimum: 5", "exclusiveMinimum: 6", producer: false),
        .options("MULTIPLE_OF_EXPANDED", "integer", "multipleOf: 2", "multipleOf: 4", producer: false),
        .options("MULTIPLE_OF_REDUCED", "integer", "multipleOf: 4", "multipleOf: 2", producer: true),
        .options("MULTIPLE_OF_CHANGED", "integer", "multipleOf: 4", "multipleOf: 3", producer: false),
        .options("MULTIPLE_OF_ADDED", "integer", "", "multipleOf: 3", producer: false),
        .options("MULTIPLE_OF_REMOVED", "integer", "multipleOf: 3", "", producer: true),
        .options("MAX_ITEMS_INCREASED", "array", "maxItems: 3", "maxItems: 4", producer: true),
        .options("MAX_ITEMS_DECREASED", "array", "maxItems: 3", "maxItems: 2", producer: false),
        .options("MIN_ITEMS_INCREASED", "array", "minItems: 3", "minItems: 4", producer: false),
        .options("UNIQUE_ITEMS_ADDED", "array", "", "uniqueItems: true", producer: false),
        .options("UNIQUE_ITEMS_REMOVED", "array", "uniqueItems: true", "", producer: true),
        .options("MAX_PROPERTIES_DECREASED", "object", "maxProperties: 3", "maxProperties: 2", producer: false),
        .options("MIN_PROPERTIES_DECREASED", "object", "minProperties: 3", "minProperties: 2", producer: true),
        Case("TYPE_EXTENDED", "{name: a, logicalType: integer}", "{name: a, logicalType: number}", producer: true),
        Case("TYPE_NARROWED", "{name: a, logicalType: number}", "{name: a, logicalType: integer}", producer: false),
        Case("TYPE_CHANGED", "{name: a, logicalType: number}", "{name: a, logicalType: string}", producer: false),
        Case(
            "ENUM_ARRAY_EXTENDED", "{name: a, enum: [{value: 1}]}", "{name: a, enum: [{value: 1}, {value: 2}]}",
            producer: true),
        Case(
            "ENUM_ARRAY_NARROWED", "{name: a, enum: [{value: 1}, {value: 2}]}", "{name: a, enum: [{value: 1}]}",
            producer: false),
        Case("ENUM_ARRAY_CHANGED", "{name: a, enum: [{value: 1}]}", "{name: a, enum: [{value: 2}]}", producer: false),
        Case("REQUIRED_ATTRIBUTE_ADDED", "{name: a}", "{name: a, required: true}", producer: false),
        Case("REQUIRED_ATTRIBUTE_REMOVED", "{name: a, required: true}", "{name: a}", producer: true),
        Case(
            "the items of an array", "{name: a, logicalType: array, items: {logicalType: integer}}",
            "{name: a, logicalType: array, items: {logicalType: string}}", producer: false),
    ]

    /// oasdiff's checks: of responses the consumer's, of requests the producer's.
    static let openAPI: [Case] = [
        Case(
            "response-required-property-removed", "{name: a}, {name: b, required: true}", "{name: a}", consumer: false),
        Case("response-optional-property-removed", "{name: a}, {name: b}", "{name: a}", consumer: false),
        Case("response-property-became-optional", "{name: a, required: true}", "{name: a}", consumer: false),
        Case("response-property-became-required", "{name: a}", "{name: a, required: true}", consumer: true),
        Case(
            "response-property-enum-value-added", "{name: a, enum: [{value: x}]}",
            "{name: a, enum: [{value: x}, {value: y}]}", consumer: false),
        Case(
            "response-property-enum-value-removed", "{name: a, enum: [{value: x}, {value: y}]}",
            "{name: a, enum: [{value: x}]}", consumer: true),
        .options("response-property-max-length-increased", "string", "maxLength: 5", "maxLength: 6", consumer: false),
        .options("response-property-max-length-unset", "string", "maxLength: 5", "", consumer: false),
        .options("response-property-max-length-decreased", "string", "maxLength: 5", "maxLength: 4", consumer: true),
        .options("response-property-min-length-decreased", "string", "minLength: 5", "minLength: 4", consumer: false),
        .options("response-property-max-increased", "number", "maximum: 5", "maximum: 6", consumer: false),
        .options("response-property-min-decreased", "number", "minimum: 5", "minimum: 4", consumer: false),
        .options("response-property-min-items-decreased", "array", "minItems: 5", "minItems: 4", consumer: false),
        .options("response-property-pattern-removed", "string", "pattern: x", "", consumer: false),
        .options("response-property-pattern-added", "string", "", "pattern: x", consumer: true),
        Case(
            "response-property-type-changed", "{name: a, logicalType: string}", "{name: a, logicalType: integer}",
            consumer: false),
        Case("new-required-request-property", "{name: a}", "{name: a}, {name: b, required: true}", producer: false),
        Case("new-optional-request-property", "{name: a}", "{name: a}, {name: b}", producer: true),
        Case("request-property-became-required", "{name: a}", "{name: a, required: true}", producer: false),
        Case("request-property-became-optional", "{name: a, required: true}", "{name: a}", producer: true),
        Case(
            "request-property-enum-value-removed", "{name: a, enum: [{value: x}, {value: y}]}",
            "{name: a, enum: [{value: x}]}", producer: false),
        .options("request-property-max-length-decreased", "string", "maxLength: 5", "maxLength: 4", producer: false),
        .options("request-property-min-increased", "number", "minimum: 5", "minimum: 6", producer: false),
        .options("request-property-pattern-added", "string", "", "pattern: x", producer: false),
    ]

    /// buf's breaking rules over Protocol Buffers, in which a field's number is its id.
    static let buf: [Case] = [
        Case("FIELD_NO_DELETE", "{id: n1, name: a}, {id: n2, name: b}", "{id: n1, name: a}", consumer: false),
        Case("FIELD_SAME_NAME", "{id: n1, name: a}", "{id: n1, name: z}", consumer: false, producer: false),
        Case(
            "FIELD_SAME_TYPE", "{id: n1, name: a, physicalType: INT}", "{id: n1, name: a, physicalType: BIGINT}",
            consumer: false),
        Case(
            "FIELD_SAME_TYPE", "{id: n1, name: a, logicalType: string}", "{id: n1, name: a, logicalType: number}",
            consumer: false),
        Case(
            "FIELD_SAME_CARDINALITY", "{id: n1, name: a, logicalType: string}",
            "{id: n1, name: a, logicalType: array, items: {logicalType: string}}", consumer: false, producer: false),
        Case("a field is added", "{id: n1, name: a}", "{id: n1, name: a}, {id: n2, name: b}", consumer: true),
        Case(
            "ENUM_VALUE_NO_DELETE", "{id: n1, name: a, enum: [{value: x}, {value: y}]}",
            "{id: n1, name: a, enum: [{value: x}]}", producer: false),
        Case(
            "fields in another order", "{id: n1, name: a}, {id: n2, name: b}", "{id: n2, name: b}, {id: n1, name: a}",
            consumer: true, producer: true),
    ]

    @Test(arguments: avro) func avroSchemas(_ example: Case) throws {
        try check(example, server: Text.server("kafka", format: "avro"))
    }

    @Test(arguments: jsonSchema + openAPI + buf) func otherSchemas(_ example: Case) throws {
        try check(example, server: "")
    }

    private func check(_ example: Case, server: String) throws {
        func text(_ properties: String) throws -> String {
            Text.object("properties: [\(properties)]", rest: server)
        }
        let found = Comparison(old: try document(text(example.old)), new: try document(text(example.new))).run().changes
        #expect(!found.isEmpty)
        let (consumer, producer) = (found.map(\.consumer).max(), found.map(\.producer).max())
        for (verdict, expected) in [(consumer, example.consumer), (producer, example.producer)] {
            guard let verdict, let expected else { continue }
            #expect((verdict < Verdict.risky) == expected, "\(found.map(summary))")
        }
    }
}
