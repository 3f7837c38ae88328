import Diagnostics
import TestSupport

/// Small contracts with room for a fault. Text of several bytes stands before whatever a test adds.
enum Sample {
    static func odcs(_ rest: String = "", version: String = "v3.1.0") -> String {
        let schema = holds("schema:", rest) ? "" : "schema: []\n"
        return """
            apiVersion: \(version)
            kind: DataContract
            id: größe-😀
            version: 1.0.0
            status: active
            \(schema)\(rest)

            """
    }

    /// A contract with one object and these lines of its own.
    static func object(_ lines: String, version: String = "v3.1.0") -> String {
        odcs("schema:\n  - name: \"größe-😀\"\n" + indented(lines, by: 4), version: version)
    }

    /// A contract with one property and these lines of its own.
    static func property(_ lines: String, version: String = "v3.1.0") -> String {
        object("properties:\n  - name: \"größe-😀\"\n" + indented(lines, by: 4), version: version)
    }

    static func odcs2(_ rest: String = "") -> String {
        """
        apiVersion: v2.2.2
        kind: DataContract
        uuid: größe-😀
        version: 1.0.0
        status: active
        datasetName: orders
        quantumName: orders
        type: tables
        roles: []
        \(holds("dataset:", rest) ? "" : "dataset: []\n")\(rest)

        """
    }

    static func odps(_ rest: String = "", version: String = "v1.0.0") -> String {
        """
        apiVersion: \(version)
        kind: DataProduct
        id: größe-😀
        status: active
        \(holds("outputPorts:", rest) ? "" : "outputPorts: []\n")\(rest)

        """
    }

    static func dcs(_ rest: String = "", version: String = "1.2.1") -> String {
        """
        dataContractSpecification: \(version)
        id: größe-😀
        info: {title: größe-😀, version: 1.0.0}
        \(rest)

        """
    }

    private static func holds(_ key: String, _ lines: String) -> Bool { ("\n" + lines).contains("\n" + key) }

    private static func indented(_ lines: String, by count: Int) -> String {
        lines.split(separator: "\n").map { String(repeating: " ", count: count) + $0 }.joined(separator: "\n")
    }
}

extension FindingCase {
    init(_ description: String, file: String = "orders.odcs.yaml", marked: String, _ expected: [ExpectedFinding]) {
        self.init(description, file: file, MarkedText(marked))
        self.expected = expected
    }

    init(_ description: String, odcs: String, _ expected: ExpectedFinding..., version: String = "v3.1.0") {
        self.init(description, marked: Sample.odcs(odcs, version: version), expected)
    }

    init(_ description: String, object: String, _ expected: ExpectedFinding..., version: String = "v3.1.0") {
        self.init(description, marked: Sample.object(object, version: version), expected)
    }

    init(_ description: String, property: String, _ expected: ExpectedFinding..., version: String = "v3.1.0") {
        self.init(description, marked: Sample.property(property, version: version), expected)
    }

    init(_ description: String, odcs2: String, _ expected: ExpectedFinding...) {
        self.init(description, marked: Sample.odcs2(odcs2), expected)
    }

    init(_ description: String, odps: String, _ expected: ExpectedFinding..., version: String = "v1.0.0") {
        self.init(description, file: "orders.odps.yaml", marked: Sample.odps(odps, version: version), expected)
    }

    init(_ description: String, dcs: String, _ expected: ExpectedFinding..., version: String = "1.2.1") {
        self.init(description, file: "datacontract.yaml", marked: Sample.dcs(dcs, version: version), expected)
    }

    /// What differs among the findings about the standard and the text; other rules have tests of their own.
    var standardDifferences: [String] {
        differences(
            from: check(text, file: file, configuration).filter {
                $0.rule.hasPrefix("standard/") || $0.rule.hasPrefix("yaml/")
            })
    }
}
