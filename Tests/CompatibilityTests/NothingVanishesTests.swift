import Compatibility
import ContractModel
import Diagnostics
import TestSupport
import Testing
import YAMLTree

/// A change of any value of a contract is a change in the report: of each value of some contracts a little is changed, one by one.
@Suite struct NothingVanishesTests {
    /// Keys that a comparison tells of by other means: the version stands beside the changes.
    private static let exempt: Set<String> = ["version"]

    /// What the standards have that no sample has: options that do not fit, keys that nobody knows, checks at the contract.
    private static let odd = """
        apiVersion: v3.1.0
        kind: DataContract
        id: odd
        version: 1.0.0
        status: active
        contractCreatedTs: "2026-01-01T00:00:00Z"
        ownTool: {setting: 1}
        team: {name: a, members: [{username: ann, role: Owner, dateIn: "2026-01-01", ownKey: 3}]}
        servers: [{server: db, id: s1, type: custom, host: h, port: 1, ownKey: {deep: [1, 2]}}]
        slaProperties: [{id: l1, property: latency, value: 4, unit: d, element: o.a, driver: ops}]
        schema:
          - name: o
            id: o1
            physicalType: table
            relationships: [{id: r1, type: foreignKey, from: o.a, to: o.b, ownKey: 1}]
            quality: [{id: q1, metric: rowCount, mustBeGreaterThan: 1, unit: rows, severity: error, scheduler: cron, ownKey: 1}]
            properties:
              - {name: a, id: a1, logicalType: integer, logicalTypeOptions: {maxLength: 3, precision: 4, format: i32}}
              - {name: b, logicalTypeOptions: {maxLength: 3, uniqueItems: true, ownKey: 2}, primaryKeyPosition: 7}
              - {name: c, logicalType: object, logicalTypeOptions: {required: [d], maxProperties: 3}, properties: [{name: d}]}
              - {name: e, logicalType: date, partitionKeyPosition: 2, classification: public, ownKey: x}
        """

    private static let dcs = """
        dataContractSpecification: 0.9.3
        id: scans
        info: {title: Scans, version: 1.0.0, owner: ann, ownKey: 1, contact: {name: ann, ownKey: x}}
        servers: {production: {type: s3, location: "s3://b/x", format: json, delimiter: new_line, ownKey: 1}}
        terms: {usage: all, limitations: none, noticePeriod: P3M, ownKey: a}
        models:
          scans:
            type: table
            fields:
              scan_no: {type: string, maxLength: 3, required: true, ownKey: 1, $ref: "#/definitions/scan_no"}
              sum: {type: decimal, precision: 4, scale: 2, primary: true}
        definitions: {scan_no: {domain: depot, name: scan_no, type: string, pii: true}}
        servicelevels: {frequency: {type: batch, interval: daily, cron: "0 0 * * *"}, retention: {period: P1Y, unlimited: false}}
        quality: {type: SodaCL, specification: {checks for scans: [row_count > 10]}}
        """

    /// More keys that nobody knows, and more options, than any standard has.
    private static var many: String {
        """
        apiVersion: v3.1.0
        kind: DataContract
        id: many
        version: 1.0.0
        status: active
        \((1...130).map { "zz\($0): \($0)\n" }.joined())schema:
          - name: o
            properties:
              - name: a
                logicalType: string
                logicalTypeOptions: {\((1...130).map { "o\($0): \($0)" }.joined(separator: ", "))}
        """
    }

    private static func contracts() throws -> [(name: String, raw: [UInt8])] {
        let samples = [
            "sales/orders/orders.odcs.yaml", "sales/orders/customers.odcs.yaml",
            "logistics/shipments/shipments.odcs.yaml",
        ]
        return [("odd", Array(odd.utf8)), ("dcs", Array(dcs.utf8)), ("many", Array(many.utf8))]
            + samples.compactMap { path in
                (try? sample(path)).map { (path, $0) }
            }
    }

    @Test func noneIsSilent() throws {
        var (silent, count): ([String], Int) = ([], 0)
        for (name, raw) in try Self.contracts() {
            let tree = YAMLTree(name: name, raw: raw, vocabulary: .contracts)
            let part = try #require(tree.documents.first)
            let old = try #require(ContractDocument(tree, part), "\(name) is no contract")
            for node in 0..<NodeID(tree.nodeCount) {
                guard let text = Self.changed(tree, node), let key = Self.key(of: node, in: tree) else { continue }
                if Self.exempt.contains(key) { continue }
                let range = tree.range(of: node)
                let other = Array(raw[..<range.start]) + Array(text.utf8) + Array(raw[range.end...])
                let changed = YAMLTree(name: name, raw: other, vocabulary: .contracts)
                guard let part = changed.documents.first, let new = ContractDocument(changed, part),
                    new.standard == old.standard, !changed.issues.contains(where: { $0.severity == .error })
                else { continue }
                count += 1
                let result = Comparison(old: old, new: new).run()
                if result.changes.isEmpty {
                    silent.append("\(name): \(tree.route(of: node)) to \(text)")
                }
            }
        }
        #expect(silent == [])
        #expect(count > 150)
    }

    /// Another value in its place; nil for what is no value of its own.
    private static func changed(_ tree: YAMLTree, _ node: NodeID) -> String? {
        let (facts, range) = (tree[node], tree.range(of: node))
        guard !facts.flags.contains(.key), !facts.flags.contains(.aliased), !facts.type.isDisjoint(with: .scalar),
            facts.type != .null, range.end > range.start
        else { return nil }
        if let truth = tree.boolean(of: node) { return "\(!truth)" }
        let text = String(decoding: tree.source.text[range.start..<range.end], as: UTF8.self)
        if facts.flags.contains(.quoted), let mark = text.last { return String(text.dropLast()) + "1" + String(mark) }
        if text.contains("\n") || text.hasPrefix("|") || text.hasPrefix(">") { return nil }
        return text + "1"
    }

    /// The key whose value it is, or that of the list it stands in.
    private static func key(of node: NodeID, in tree: YAMLTree) -> String? {
        var here = node
        while here >= 0 {
            let parent = tree[here].parent
            if parent >= 0, tree[parent].isMapping {
                return tree.entries(of: parent).first { $0.value == here }.map { tree.text(of: $0.key) }
            }
            here = parent
        }
        return nil
    }
}

extension YAMLTree {
    fileprivate func route(of node: NodeID) -> String {
        var routes = Routes(self)
        return routes.route(to: node) ?? "?"
    }
}
