import ContractModel
import Diagnostics
import NativeRules
import TestSupport
import Testing

/// The rules against a model of what they should say, on contracts made at random; and on contracts of extreme shape.
@Suite struct NativePropertyTests {
    /// A contract made at random, line by line, with what is wrong in it, found by comparing each with each.
    struct RandomContract {
        private(set) var lines: [String] = []
        /// `line rule`, one for each fault.
        private(set) var faults: Set<String> = []
        private var random: SeededGenerator

        private struct Property {
            var path: [String]
            var ids: [String?]
            var isKey: Bool
            var type: String
        }

        init(seed: UInt64) {
            random = SeededGenerator(seed: seed)
            lines = ["apiVersion: v3.2.0", "kind: DataContract", "id: größen", "version: 1.0.0", "schema:"]
            let objects = (0..<Int.random(in: 1...4, using: &random)).map { "object_\($0)" }
            var properties: [Property] = []
            var pending: [(line: Int, from: Property, to: String)] = []
            for (index, name) in objects.enumerated() {
                let id = Bool.random(using: &random) ? "id-\(index)" : nil
                lines.append("  - name: \(name)")
                if let id { lines.append("    id: \(id)") }
                lines.append("    properties:")
                write(in: [name], ids: [id], indent: 6, depth: 0, &properties, &pending)
            }
            for reference in pending { judge(reference, properties) }
            writeServiceLevels(objects, properties)
        }

        private mutating func pick<Value>(_ values: [Value]) -> Value {
            values[Int.random(in: 0..<values.count, using: &random)]
        }

        private mutating func write(
            in path: [String], ids: [String?], indent: Int, depth: Int, _ properties: inout [Property],
            _ pending: inout [(line: Int, from: Property, to: String)]
        ) {
            let space = String(repeating: " ", count: indent)
            var names: Set<String> = []
            var known: Set<String> = []
            for _ in 0..<Int.random(in: 1...5, using: &random) {
                // Few names and ids: they often repeat.
                let name = pick(["ä", "b", "c", "ähnlich", "e-f", "g"])
                let id = pick([nil, "p1", "p2", "p3"])
                let type = pick(["string", "integer", "object"])
                let isKey = Bool.random(using: &random)
                let property = Property(path: path + [name], ids: ids + [id], isKey: isKey, type: type)
                lines.append("\(space)- name: \(name)")
                if !names.insert(name).inserted { faults.insert("\(lines.count) schema/duplicate-property") }
                if let id {
                    lines.append("\(space)  id: \(id)")
                    if !known.insert(id).inserted { faults.insert("\(lines.count) reference/duplicate-id") }
                }
                lines.append("\(space)  logicalType: \(type)")
                if isKey { lines.append("\(space)  unique: true") }
                properties.append(property)
                if Bool.random(using: &random) {
                    lines.append("\(space)  relationships:")
                    lines.append("\(space)    - to: ")
                    pending.append((lines.count, property, ""))
                }
                if type == "object", depth < 2 {
                    lines.append("\(space)  properties:")
                    write(
                        in: property.path, ids: property.ids, indent: indent + 4, depth: depth + 1, &properties,
                        &pending)
                }
            }
        }

        /// Writes a reference, right or wrong, and notes what the rules have to say of it.
        private mutating func judge(_ reference: (line: Int, from: Property, to: String), _ properties: [Property]) {
            let target = pick(properties)
            var path = target.path
            let isByID = Int.random(in: 0..<3, using: &random) == 0 && !target.ids.contains(nil)
            if isByID { path = target.ids.map { $0! } }
            if Int.random(in: 0..<3, using: &random) == 0 {
                path[Int.random(in: 0..<path.count, using: &random)] = "missing"
            }
            let to = isByID ? "schema/" + path.joined(separator: "/properties/") : path.joined(separator: ".")
            lines[reference.line - 1] += to
            // Each with each: what a reader would do by hand.
            let hits = properties.filter { isByID ? $0.ids == path.map(Optional.some) : $0.path == path }
            guard let hit = hits.first else {
                faults.insert("\(reference.line) reference/dangling")
                return
            }
            // Names and ids never fall together here, so only repetition makes a reference ambiguous.
            if hits.count > 1 {
                faults.insert("\(reference.line) reference/ambiguous")
                return
            }
            if hit.type != reference.from.type { faults.insert("\(reference.line) reference/type-mismatch") }
            if !hit.isKey { faults.insert("\(reference.line) reference/not-a-key") }
        }

        private mutating func writeServiceLevels(_ objects: [String], _ properties: [Property]) {
            lines.append("slaProperties:")
            var written: Set<String> = []
            for _ in 0..<3 {
                let known = [pick(objects), pick(properties).path.joined(separator: "."), pick(properties).path.last!]
                let names = (0..<Int.random(in: 1...3, using: &random)).map { _ in
                    Int.random(in: 0..<3, using: &random) == 0 ? "niemand.da" : pick(known)
                }
                lines.append("  - {property: latency, value: 1, element: '\(names.joined(separator: ", "))'}")
                if !written.insert(names.joined(separator: ", ")).inserted {
                    faults.insert("\(lines.count) reference/duplicate-entry")
                }
                if names.contains("niemand.da") { faults.insert("\(lines.count) reference/sla-element-unknown") }
            }
        }
    }

    @Test(arguments: 0..<300)
    func whatIsFoundIsWhatComparingEachWithEachFinds(_ seed: Int) {
        let contract = RandomContract(seed: UInt64(seed))
        let text = contract.lines.joined(separator: "\n")
        let check = NativeCheck(raw: Array(text.utf8), name: "random.odcs.yaml")
        let found = Set(zip(check.issues, check.places).map { "\($1.prefix { $0 != ":" }) \($0.issue.rule.id)" })
        #expect(found.subtracting(contract.faults).sorted() == [], "found by the rules alone in\n\(text)")
        #expect(contract.faults.subtracting(found).sorted() == [], "found by the model alone in\n\(text)")
        for issue in check.issues {
            #expect(issue.issue.range.end > issue.issue.range.start && issue.issue.range.end <= text.utf8.count)
        }
    }

    /// A file cut off anywhere gives no finding that depends on what is not there.
    @Test func aCutFileHasNothingDangling() {
        let whole = """
            apiVersion: v3.1.0
            kind: DataContract
            schema:
              - name: größen
                properties:
                  - {name: ref, encryptedName: x_enc, relationships: [{to: orders.id}, {to: schema/o/properties/i}]}
                  - {name: x_enc, partitioned: true, partitionKeyPosition: 2}
                  - {name: y, partitioned: true, partitionKeyPosition: 1}
              - name: orders
                id: o
                properties: [{name: id, id: i, primaryKey: true}]
            slaProperties: [{property: latency, value: 1, element: 'orders.id'}]
            """
        let bytes = Array(whole.utf8)
        #expect(NativeCheck(raw: bytes, name: "a.odcs.yaml").rules == [])
        for end in 0..<bytes.count where end == 0 || bytes[end] & 0xC0 != 0x80 {
            // An open bracket, quote or indentation: however it ends, the text goes on no further.
            let check = NativeCheck(raw: Array(bytes[..<end]) + Array("\n [\"".utf8), name: "a.odcs.yaml")
            #expect(check.rules == [], "cut at byte \(end)")
        }
    }

    // MARK: Extremes

    @Test func twentyThousandPropertiesThatAllRefer() {
        let count = 20_000
        var lines = ["apiVersion: v3.1.0", "kind: DataContract", "schema:", "  - name: a", "    properties:"]
        for index in 0..<count {
            let target = index % 100 == 0 ? "a.nothing\(index)" : "a.p\((index * 7919) % count)"
            lines.append(
                "    - {name: p\(index), id: i\(index), unique: true, encryptedName: p\(count - 1 - index), relationships: [{to: \(target)}]}"
            )
        }
        let text = Array(lines.joined(separator: "\n").utf8)
        // Were anything here to take the square of the input, it would take minutes.
        let check = NativeCheck(raw: text, name: "a.odcs.yaml")
        #expect(check.rules == Array(repeating: "reference/dangling", count: count / 100))
    }

    @Test func twentyThousandPropertiesOfOneName() {
        let text =
            "kind: DataContract\nschema: [{name: a, properties: [\(String(repeating: "{name: x, primaryKey: true, primaryKeyPosition: 1}, ", count: 20_000))]}]"
        let check = NativeCheck(raw: Array(text.utf8), name: "a.odcs.yaml")
        // Of each of the two rules so many, however many there are.
        #expect(check.issues.count == 20_002)
    }

    @Test func nestedAsDeepAsTheLimitAllows() {
        var text = "kind: DataContract\nschema:\n  - name: a\n    properties:\n"
        var indent = "      "
        for level in 0..<160 {
            text += "\(indent)- name: p\(level)\n\(indent)  properties:\n"
            indent += "    "
        }
        text += "\(indent)- {name: x}\n\(indent)- {name: x, relationships: [{to: a.p0}, {to: a.p0.p1.p2.p4}]}\n"
        let check = NativeCheck(raw: Array(text.utf8), name: "a.odcs.yaml")
        #expect(check.rules == ["schema/duplicate-property", "reference/not-a-key", "reference/dangling"])
    }

    @Test func referencesMadeToTakeLong() {
        let dots = Array(repeating: "a", count: 100).joined(separator: ".")
        var properties = "{name: a}"
        for level in 1..<30 {
            properties =
                "{name: \(Array(repeating: "a", count: level % 3 + 1).joined(separator: ".")), properties: [\(properties), {name: a}]}"
        }
        let references = Array(repeating: "{to: \(dots)b}", count: 200).joined(separator: ", ")
        let text =
            "kind: DataContract\nschema: [{name: a, properties: [\(properties), {name: r, relationships: [\(references), {to: \(String(repeating: "x.", count: 50_000))x}]}]}]"
        // Nobody can say what these lead to in reasonable time, so they are left alone.
        #expect(NativeCheck(raw: Array(text.utf8), name: "a.odcs.yaml").rules.allSatisfy { $0 != "reference/dangling" })
    }
}
