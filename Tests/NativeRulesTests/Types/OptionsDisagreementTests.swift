import Diagnostics
import NativeRules
import TestSupport
import Testing

@Suite struct OptionsDisagreementTests {
    @Test(
        arguments: [TypeFindingCase]([
            TypeFindingCase(
                "lengths", odcs("logicalType: string\nlogicalTypeOptions: {minLength: ⟦²9⟧, maxLength: ⟦¹3⟧}"),
                .options(1, related: [2], "`minLength` 9 is greater than `maxLength` 3", "swap")),
            TypeFindingCase(
                "the later one, whichever it is",
                odcs("logicalType: string\nlogicalTypeOptions: {maxLength: ⟦²3⟧, minLength: ⟦¹9⟧}"),
                .options(1, related: [2])),
            TypeFindingCase(
                "one finding for what is wrong with itself already",
                odcs(
                    "logicalType: string\nphysicalType: CHAR(3)\nlogicalTypeOptions: {minLength: ⟦²9⟧, maxLength: ⟦¹3⟧}"
                ), .options()),
            TypeFindingCase(
                "items", odcs("logicalType: array\nlogicalTypeOptions: {minItems: ⟦²2⟧, maxItems: ⟦¹1⟧}"), .options()),
            TypeFindingCase(
                "properties",
                odcs("logicalType: object\nlogicalTypeOptions: {minProperties: ⟦²2⟧, maxProperties: ⟦¹1⟧}"), .options()),
            TypeFindingCase(
                "more than the column holds",
                odcs("logicalType: string\nphysicalType: ⟦²VARCHAR(20)⟧\nlogicalTypeOptions: {maxLength: ⟦¹21⟧}"),
                .options(
                    1, related: [2], "`maxLength` is 21, but `VARCHAR(20)` holds 20 characters",
                    "lower `maxLength` to 20")),
            TypeFindingCase(
                "of two lengths the graver",
                odcs(
                    "logicalType: string\nlogicalTypeOptions: {minLength: ⟦²21⟧, maxLength: 30}\nphysicalType: ⟦¹VARCHAR(20)⟧"
                ),
                .options(1, related: [2], "`minLength` is 21")),
            TypeFindingCase(
                "a type without options keeps them apart all the same",
                odcs(
                    "logicalType: boolean\nlogicalTypeOptions:\n  minimum: ⟦²'2024-12-31'⟧\n  maximum: ⟦¹'2024-01-01'⟧"),
                .options()),
            TypeFindingCase(
                "negative lengths in DCS", dcs("type: string\nminLength: ⟦¹-2⟧\nmaxLength: ⟦²-1⟧"),
                .options(1, related: [], "negative length"), .options(2, related: [])),
            TypeFindingCase(
                "lengths in DCS", dcs("type: varchar\nminLength: ⟦²9⟧\nmaxLength: ⟦¹3⟧"), .options()),
            TypeFindingCase(
                "precision and scale in DCS", dcs("type: decimal\nscale: ⟦²9⟧\nprecision: ⟦¹3⟧"),
                .options(1, related: [2], "counts all digits")),
        ]))
    func countsThatContradict(_ example: TypeFindingCase) { #expect(example.differences == []) }

    @Test(
        arguments: [TypeFindingCase]([
            TypeFindingCase(
                "numbers", odcs("logicalType: number\nlogicalTypeOptions: {minimum: ⟦²0.2⟧, maximum: ⟦¹0.1⟧}"),
                .options()),
            TypeFindingCase(
                "exclusive on both sides",
                odcs("logicalType: number\nlogicalTypeOptions: {exclusiveMinimum: ⟦²5⟧, exclusiveMaximum: ⟦¹5⟧}"),
                .options(1, related: [2], "leaves no value")),
            TypeFindingCase(
                "exclusive on one",
                odcs("logicalType: number\nlogicalTypeOptions: {minimum: ⟦²5⟧, exclusiveMaximum: ⟦¹5.0⟧}"), .options()),
            TypeFindingCase(
                "exclusive on the other",
                odcs("logicalType: number\nlogicalTypeOptions: {exclusiveMinimum: ⟦²5⟧, maximum: ⟦¹5⟧}"), .options()),
            TypeFindingCase(
                "the narrower of two",
                odcs(
                    "logicalType: integer\nlogicalTypeOptions: {minimum: 1, exclusiveMinimum: ⟦²9⟧, maximum: ⟦¹9⟧, exclusiveMaximum: 20}"
                ),
                .options()),
            TypeFindingCase(
                "no whole number between",
                odcs("logicalType: integer\nlogicalTypeOptions: {exclusiveMinimum: ⟦²3⟧, exclusiveMaximum: ⟦¹4⟧}"),
                .options(1, related: [2], "no whole number")),
            TypeFindingCase(
                "fractions of a whole number",
                odcs("logicalType: integer\nlogicalTypeOptions: {minimum: ⟦²1.2⟧, maximum: ⟦¹1.8⟧}"), .options()),
            TypeFindingCase(
                "ODCS 3.0 says exclusive with a boolean",
                odcs(
                    "logicalType: number\nlogicalTypeOptions: {minimum: ⟦²5⟧, exclusiveMinimum: true, maximum: ⟦¹5⟧}",
                    version: "v3.0.2"),
                .options()),
            TypeFindingCase(
                "no multiple between",
                odcs("logicalType: integer\nlogicalTypeOptions: {multipleOf: ⟦²10⟧, minimum: ⟦³1⟧, maximum: ⟦¹9⟧}"),
                .options(1, related: [2, 3], "no multiple of 10")),
            TypeFindingCase(
                "numbers in DCS", dcs("type: long\nminimum: ⟦²9⟧\nmaximum: ⟦¹3⟧"),
                .options(1, related: [2], "`minimum` 9 is greater than `maximum` 3")),
            TypeFindingCase(
                "without a type", odcs("logicalTypeOptions: {minLength: ⟦²9⟧, maxLength: ⟦¹3⟧}"), .options()),
        ]))
    func boundsThatContradict(_ example: TypeFindingCase) { #expect(example.differences == []) }

    @Test(
        arguments: [TypeFindingCase]([
            TypeFindingCase(
                "dates",
                odcs("logicalType: date\nlogicalTypeOptions: {minimum: ⟦²2024-12-31⟧, maximum: ⟦¹'2024-01-01'⟧}"),
                .options(1, related: [2], "is later than")),
            TypeFindingCase(
                "exclusive dates",
                odcs(
                    "logicalType: date\nlogicalTypeOptions: {exclusiveMinimum: ⟦²'2024-01-01'⟧, exclusiveMaximum: ⟦¹'2024-01-01'⟧}"
                ),
                .options(1, related: [2], "leaves no value")),
            TypeFindingCase(
                "a date and a timestamp",
                odcs(
                    "logicalType: timestamp\nlogicalTypeOptions: {minimum: ⟦²'2024-12-31'⟧, maximum: ⟦¹'2024-01-01T00:00:00'⟧}"
                ), .options()),
            TypeFindingCase(
                "offsets",
                odcs(
                    "logicalType: timestamp\nlogicalTypeOptions: {minimum: ⟦²'2024-01-01T10:00:00Z'⟧, maximum: ⟦¹'2024-01-01 11:00:00+02:00'⟧}"
                ),
                .options()),
            TypeFindingCase(
                "fractions of a second",
                odcs(
                    "logicalType: time\nlogicalTypeOptions: {minimum: ⟦²'10:00:00.000000002'⟧, maximum: ⟦¹'10:00:00.000000001'⟧}"
                ), .options()),
            TypeFindingCase(
                "a flag of ODCS 3.0",
                odcs(
                    "logicalType: date\nlogicalTypeOptions: {minimum: ⟦²'2024-01-01'⟧, maximum: ⟦¹'2024-01-01'⟧, exclusiveMaximum: true}",
                    version: "v3.0.2"), .options()),
        ]))
    func timesThatContradict(_ example: TypeFindingCase) { #expect(example.differences == []) }

    @Test(
        arguments: [TypeFindingCase]([
            TypeFindingCase(
                "a format too small for the maximum",
                odcs("logicalType: integer\nlogicalTypeOptions: {format: ⟦²u8⟧, maximum: ⟦¹256⟧}"),
                .options(1, related: [2], "`maximum` is 256, but `format` `u8` holds 0 to 255")),
            TypeFindingCase(
                "a format without a sign",
                odcs("logicalType: integer\nlogicalTypeOptions: {minimum: ⟦²-1⟧, format: ⟦¹u64⟧}"), .options()),
            TypeFindingCase(
                "the last number allowed counts",
                odcs("logicalType: integer\nlogicalTypeOptions: {format: ⟦²u8⟧, exclusiveMaximum: ⟦¹257⟧}"),
                .options()),
            TypeFindingCase(
                "a format wider than the column",
                odcs(
                    "logicalType: integer\nphysicalType: ⟦²INT⟧\nlogicalTypeOptions: {format: ⟦¹i64⟧}",
                    servers: ["postgres"]),
                .options(1, related: [2], "`format` is i64, but `INT` holds -2147483648 to 2147483647")),
            TypeFindingCase(
                "a format without the column's sign",
                odcs("logicalType: integer\nphysicalType: ⟦²SMALLINT⟧\nlogicalTypeOptions: {format: ⟦¹u16⟧}"),
                .options()),
            TypeFindingCase(
                "a format with a sign the column lacks",
                odcs(
                    "logicalType: integer\nphysicalType: ⟦²TINYINT⟧\nlogicalTypeOptions: {format: ⟦¹i8⟧}",
                    servers: ["sqlserver"]), .options()),
            TypeFindingCase(
                "a maximum beyond the column",
                odcs("logicalType: integer\nphysicalType: ⟦²SMALLINT⟧\nlogicalTypeOptions: {maximum: ⟦¹32768⟧}"),
                .options()),
            TypeFindingCase(
                "a minimum beyond the column",
                odcs(
                    "logicalType: integer\nphysicalType: ⟦²INT UNSIGNED⟧\nlogicalTypeOptions: {minimum: ⟦¹-1⟧}",
                    servers: ["mysql"]), .options()),
            TypeFindingCase(
                "more digits than the column has",
                odcs("logicalType: number\nphysicalType: ⟦²'DECIMAL(5,2)'⟧\nlogicalTypeOptions: {maximum: ⟦¹1001⟧}"),
                .options()),
            TypeFindingCase(
                "whole numbers in a decimal",
                odcs(
                    "logicalType: integer\nphysicalType: ⟦²NUMBER(3)⟧\nlogicalTypeOptions: {maximum: ⟦¹1000⟧}",
                    servers: ["oracle"]), .options()),
        ]))
    func formatsAndColumns(_ example: TypeFindingCase) { #expect(example.differences == []) }

    @Test(
        arguments: [TypeFindingCase]([
            TypeFindingCase(
                "a name that is misspelt",
                odcs(
                    "logicalType: object\nlogicalTypeOptions:\n  required: [größe, ⟦¹stret⟧, ⟦³nothing⟧]\nproperties:\n  ⟦²- name: größe\n  - name: street⟧"
                ),
                .options(1, related: [2], "`required` names `stret`", "did you mean `street`?"),
                .options(3, related: [2], "add the property")),
            TypeFindingCase(
                "more names than properties allowed",
                odcs("logicalType: object\nlogicalTypeOptions: {required: ⟦²[a, b]⟧, maxProperties: ⟦¹1⟧}"), .options()),
        ]))
    func requiredNames(_ example: TypeFindingCase) { #expect(example.differences == []) }

    @Test(
        arguments: [TypeFindingCase]([
            TypeFindingCase(
                "of another type",
                odcs("logicalType: ⟦²integer⟧\nenum: [{value: 1}, {value: ⟦¹two⟧}]", version: "v3.2.0"),
                .options(1, related: [2], "the allowed value, `two`, is not a whole number")),
            TypeFindingCase(
                "too long",
                odcs(
                    "logicalType: string\nlogicalTypeOptions: {maxLength: ⟦²2⟧}\nenum: [{value: äö}, {value: ⟦¹äöü⟧}]",
                    version: "v3.2.0"),
                .options(1, related: [2], "has 3 characters, more than `maxLength` 2")),
            TypeFindingCase(
                "against the pattern",
                odcs(
                    "logicalType: string\nlogicalTypeOptions: {pattern: ⟦²'^[A-Z]+$'⟧}\nenum: [{value: A}, {value: ⟦¹a⟧}]",
                    version: "v3.2.0"),
                .options(1, related: [2], "does not match")),
            TypeFindingCase(
                "beyond a bound",
                odcs(
                    "logicalType: integer\nlogicalTypeOptions: {maximum: ⟦²2⟧}\nenum: [{value: 2}, {value: ⟦¹3⟧}]",
                    version: "v3.2.0"),
                .options()),
            TypeFindingCase("in DCS", dcs("type: ⟦²int⟧\nenum: ['1', ⟦¹'one'⟧]"), .options()),
            TypeFindingCase(
                "against the pattern in DCS", dcs("type: string\npattern: ⟦²^x⟧\nenum: [xa, ⟦¹a⟧]"), .options()),
        ]))
    func enumerations(_ example: TypeFindingCase) { #expect(example.differences == []) }

    @Test(arguments: [
        odcs("logicalType: string\nphysicalType: VARCHAR(20)\nlogicalTypeOptions: {minLength: 3, maxLength: 20}"),
        odcs(
            "logicalType: string\nphysicalType: VARCHAR\nlogicalTypeOptions: {maxLength: 300}", servers: ["sqlserver"]),
        odcs("logicalType: string\nphysicalType: 'varchar[50]'\nlogicalTypeOptions: {maxLength: 300}"),
        odcs("logicalType: string\nphysicalType: VARCHAR(max)\nlogicalTypeOptions: {maxLength: 300}"),
        odcs("logicalType: string\nlogicalTypeOptions: {minLength: three, maxLength: 1}"),
        odcs("logicalType: string\nlogicalTypeOptions: {minLength: -3}"),
        odcs("logicalType: number\nlogicalTypeOptions: {minimum: 5, maximum: 5}"),
        odcs("logicalType: number\nlogicalTypeOptions: {minimum: .nan, maximum: -.inf, exclusiveMaximum: .inf}"),
        odcs("logicalType: number\nlogicalTypeOptions: {exclusiveMinimum: 0, exclusiveMaximum: 1, multipleOf: 0.1}"),
        odcs(
            "logicalType: number\nlogicalTypeOptions: {minimum: 5, exclusiveMinimum: false, maximum: 5}",
            version: "v3.0.2"),
        odcs("logicalType: number\nlogicalTypeOptions: {exclusiveMinimum: true, maximum: 5}", version: "v3.0.2"),
        odcs("logicalType: number\nphysicalType: DOUBLE\nlogicalTypeOptions: {minimum: 0, format: f32}"),
        odcs("logicalType: number\nphysicalType: 'DECIMAL(5,2)'\nlogicalTypeOptions: {maximum: 1000}"),
        odcs("logicalType: integer\nlogicalTypeOptions: {minimum: 9, maximum: 11, multipleOf: 10}"),
        odcs("logicalType: integer\nlogicalTypeOptions: {minimum: 9007199254740993, maximum: 9007199254740993}"),
        odcs(
            "logicalType: integer\nlogicalTypeOptions: {format: i64, maximum: 9223372036854775807, minimum: -9223372036854775808}"
        ),
        odcs("logicalType: integer\nlogicalTypeOptions: {format: u8, exclusiveMaximum: 256, minimum: 0}"),
        // How wide INT is, no server says.
        odcs(
            "logicalType: integer\nphysicalType: int\nlogicalTypeOptions: {minimum: 18, exclusiveMaximum: 100, format: i64}"
        ),
        odcs("logicalType: integer\nphysicalType: int\nlogicalTypeOptions: {format: i64}", version: "v3.0.2"),
        odcs(
            "logicalType: integer\nphysicalType: INT\nlogicalTypeOptions: {format: i64}",
            servers: ["postgres", "bigquery"]),
        odcs("logicalType: integer\nphysicalType: INT\nlogicalTypeOptions: {format: i64}", servers: ["snowflake"]),
        odcs(
            "logicalType: integer\nphysicalType: INT\nlogicalTypeOptions: {format: i64, minimum: 0, maximum: 9}",
            servers: ["mysql"]),
        // A program reads ten digits into 64 bits.
        odcs("logicalType: integer\nphysicalType: NUMBER(10)\nlogicalTypeOptions: {format: i64}", servers: ["oracle"]),
        odcs("logicalType: date\nlogicalTypeOptions: {minimum: '2024-01-01', maximum: '2024-01-01'}"),
        odcs(
            "logicalType: date\nlogicalTypeOptions: {minimum: '31.12.2024', maximum: '01.01.2024', format: dd.MM.yyyy}"),
        odcs(
            "logicalType: timestamp\nlogicalTypeOptions: {minimum: '2024-01-01T10:00:00Z', maximum: '2024-01-01T09:00:00'}"
        ),
        odcs(
            "logicalType: timestamp\nlogicalTypeOptions: {minimum: '2024-01-01T10:00:00+02:00', maximum: '2024-01-01T09:00:00Z'}"
        ),
        odcs("logicalType: timestamp\nlogicalTypeOptions: {minimum: now, maximum: '2024-01-01', timezone: true}"),
        odcs("logicalType: object\nphysicalType: json\nlogicalTypeOptions: {required: [a, b], maxProperties: 5}"),
        odcs(
            "logicalType: object\nlogicalTypeOptions: {required: [a, b_col]}\nproperties: [{name: a}, {name: b, physicalName: b_col}]"
        ),
        odcs("logicalType: array\nlogicalTypeOptions: {minItems: 0, maxItems: 3, uniqueItems: true}"),
        odcs("logicalType: array\nenum: [{value: a}]\nitems: {logicalType: string}", version: "v3.2.0"),
        odcs("logicalType: integer\nenum: [{value: 1}, {value: '2'}, {value: 3.0}]", version: "v3.2.0"),
        odcs("logicalType: string\nenum: [{value: 1}, {value: true}]", version: "v3.2.0"),
        odcs("logicalType: boolean\nlogicalTypeOptions: {anything: [goes]}"),
        odcs("logicalType: string\nlogicalTypeOptions: []"),
        dcs("type: int\nenum: ['1', '2']\nminimum: 1\nmaximum: 2\nprecision: 5\nscale: 2\nrequired: true"),
        dcs("type: object\nrequired: true\nfields: {a: {type: string}}"),
        odcs2("logicalType: string\nphysicalType: VARCHAR(20)"),
    ])
    func optionsThatAgree(_ text: MarkedText) {
        #expect(TypeFindingCase(text.text, text).differences == [])
    }

    /// A file that breaks off may have meant to go on.
    @Test func whatIsMissingFromABrokenFileIsNoFault() {
        let text = odcs(
            "logicalType: object\nlogicalTypeOptions: {required: [a, b]}\nproperties:\n  - name: a\n  - name: \"b")
        #expect(findings(in: text).isEmpty)
    }
}
