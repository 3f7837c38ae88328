import Basics
import ContractModel
import Diagnostics
import Foundation
import RuleLanguage
import TestSupport
import Testing
import YAMLTree

@testable import Governance

/// Whatever layers come together: one more below never removes or lowers a finding of a locked rule.
@Suite struct MonotoneTests {
    private static let seed = ProcessInfo.processInfo.environment["SEED"].flatMap(UInt64.init) ?? 20_260_601
    private static let cases = 1500

    /// Random layers, as people write them.
    private struct Maker {
        var random: SeededGenerator

        mutating func one<Element>(of elements: [Element]) -> Element { elements.randomElement(using: &random)! }
        mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

        mutating func some(of words: [String]) -> String {
            "[" + words.filter { _ in chance(50) }.joined(separator: ", ") + "]"
        }

        mutating func scope() -> String {
            one(of: [
                "{domains: [sales]}", "{domains: [crm]}", "{domains: [sales, crm]}", "{domains: ['s*']}",
                "{statuses: [active]}", "{statuses: [draft], domains: [sales]}", "{tags: [gold]}", "{tenants: [acme]}",
                "{paths: ['a/**']}", "{}",
            ])
        }

        static let rules = ["p/one", "p/two", "q/one", "q/two", "standard/unknown-key", "yaml/ambiguous-scalar"]

        mutating func adjustment(_ rule: String, _ number: Int) -> String {
            var parts: [String] = []
            if chance(50) { parts.append("severity: \(one(of: ["off", "info", "warning", "error"]))") }
            if chance(20) { parts.append("enforcement: \(one(of: ["advisory", "waivable", "mandatory"]))") }
            if chance(25) { parts.append("lock: \(one(of: ["open", "tighten", "tighten", "sealed"]))") }
            if chance(15) { parts.append("effectiveFrom: \(one(of: ["2026-05-01", "2026-06-30", "2026-07-31"]))") }
            guard !rule.hasPrefix("s"), !rule.hasPrefix("y"), !rule.hasSuffix("*") else {
                return "{\(parts.joined(separator: ", "))}"
            }
            var values: [String] = []
            if chance(30) { values.append("allowed: \(some(of: ["a", "b", "c", "d"]))") }
            if chance(30) { values.append("longest: \(Int.random(in: 1...6, using: &random))") }
            if chance(20) { values.append("banned: \(some(of: ["x", "xx", "xxx"]))") }
            if chance(20) { values.append("least: \(Int.random(in: 0...3, using: &random))") }
            if !values.isEmpty { parts.append("params: {\(values.joined(separator: ", "))}") }
            if chance(15) { parts.append("scope: \(scope())") }
            if chance(15) {
                parts.append("require: {extra\(number): 'property.name != \"\(one(of: ["x", "xx", "xxxx"]))\"'}")
            }
            return "{\(parts.joined(separator: ", "))}"
        }

        mutating func layer(_ number: Int) -> String {
            var text = "  - name: layer-\(number)\n    match: \(chance(40) ? "{}" : scope())\n"
            if number == 0 || chance(30) {
                text += "    packs: \(one(of: ["[p.yaml]", "[p.yaml, q.yaml]", "[q.yaml]"]))\n"
            }
            let adjusted = Self.rules.filter { _ in chance(25) } + (chance(10) ? ["p/*"] : [])
            if !adjusted.isEmpty {
                text += "    adjust:\n"
                for rule in adjusted { text += "      \(rule): \(adjustment(rule, number))\n" }
            }
            return text
        }

        mutating func section() -> String {
            let rules = Self.rules.filter { _ in chance(20) } + (chance(10) ? ["q/*"] : [])
            if rules.isEmpty { return "" }
            return "rules:\n" + rules.map { "  \($0): \(one(of: ["off", "info", "warning", "error"]))\n" }.joined()
        }

        mutating func pack(_ id: String) -> String {
            var text = "apiVersion: contractlint/v1\nkind: RulePack\nid: \(id)\nversion: 1.0.0\nrules:\n"
            for name in ["one", "two"] {
                text += """
                      - id: \(name)
                        severity: \(one(of: ["off", "info", "warning", "error"]))
                        lock: \(one(of: ["open", "open", "tighten", "sealed"]))
                        enforcement: \(one(of: ["advisory", "waivable", "mandatory"]))
                        scope: \(one(of: ["{domains: [sales]}", "{statuses: [active]}", "{tags: ['*']}"]))
                        select: property
                        params:
                          allowed: {value: \(some(of: ["a", "b", "c", "d"])), tighten: subset}
                          banned: {value: \(some(of: ["x", "xx", "xxx"])), tighten: superset}
                          longest: {value: \(Int.random(in: 1...6, using: &random)), tighten: max}
                          least: {value: \(Int.random(in: 0...3, using: &random)), tighten: min}
                        require:
                          class: property.classification in params.allowed
                          short: property.name.size() <= params.longest
                          long: property.name.size() >= params.least
                          free: '!(property.name in params.banned)'
                        message: no
                        examples: {fail: [{property: {name: xxxxxxx}}], pass: [{property: {name: x}}]}

                    """
            }
            return text
        }

        mutating func contract() -> (name: String, raw: [UInt8]) {
            var text = "apiVersion: v3.1.0\nkind: DataContract\nid: i\nversion: 1.0.0\nnope: NO\n"
            text += "status: \(one(of: ["active", "draft"]))\ndomain: \(one(of: ["sales", "crm", "hr"]))\n"
            if chance(50) { text += "tenant: acme\n" }
            text += "tags: \(some(of: ["gold", "blue"]))\nschema:\n  - name: o\n    properties:\n"
            for length in 1...4 {
                text +=
                    "      - {name: \(String(repeating: "x", count: length)), classification: \(one(of: ["a", "b", "c", "d", "e"]))}\n"
            }
            return ("\(one(of: ["a", "b"]))/c.yaml", Array(text.utf8))
        }
    }

    private struct Key: Hashable {
        var rule: String
        var element: String
        var clause: String
    }

    private static let today = Day("2026-06-15")!.number

    private static func load(_ text: String, _ packs: [String: String], below upper: Configuration?) -> (
        Configuration, Bool
    ) {
        let source = PackSource { reference, _ throws(PackSource.Failure) in
            guard let pack = packs[reference] else { throw PackSource.Failure("does not exist") }
            return [(reference, Array(pack.utf8))]
        }
        do {
            return (
                try Configuration(
                    name: "c\(upper == nil ? "" : "-lower").yaml", raw: Array(text.utf8), packs: source, below: upper),
                true
            )
        } catch {
            #expect(
                error.faults.allSatisfy {
                    [
                        "loosens", "changes `", "has locked", "already, and clauses", "no pack of this layer",
                        "there is no rule",
                    ]
                    .contains(where: $0.message.contains)
                }, "\(error.faults.map(\.message)) in\n\(text)")
            return (error.configuration, false)
        }
    }

    private static func findings(_ contract: (name: String, raw: [UInt8]), _ configuration: Configuration) -> [Key:
        Finding]
    {
        let result = checked(name: contract.name, raw: contract.raw, configuration, today: today)
        #expect(result.failures.isEmpty, "\(result.failures.map(\.message))")
        return Dictionary(
            result.findings.map {
                (Key(rule: $0.rule, element: $0.element ?? $0.route ?? "", clause: $0.clause ?? ""), $0)
            },
            uniquingKeysWith: { first, _ in first })
    }

    @Test func oneMoreLayerNeverLoosens() {
        print("MonotoneTests: SEED=\(Self.seed)")
        var maker = Maker(random: SeededGenerator(seed: Self.seed))
        var (accepted, refused, held) = (0, 0, 0)
        for number in 0..<Self.cases {
            let packs = ["p.yaml": maker.pack("p"), "q.yaml": maker.pack("q")]
            let count = Int.random(in: 1...4, using: &maker.random)
            let layers = (0..<count).map { maker.layer($0) }.joined()
            let upperText = "version: 1\nlayers:\n\(layers)" + maker.section()
            let (upper, isRight) = Self.load(upperText, packs, below: nil)
            guard isRight else { continue }
            let last = maker.layer(count)
            // The new layer stands at the end of the file, or in a file of its own further down.
            let section = maker.section()
            let isNested = section.contains(":") || upperText.contains("\nrules:") || maker.chance(50)
            let lowerText = isNested ? "version: 1\nlayers:\n\(last)\(section)" : upperText + last
            let (lower, isAccepted) = Self.load(lowerText, packs, below: isNested ? upper : nil)
            if isAccepted { accepted += 1 } else { refused += 1 }
            for _ in 0..<3 {
                let contract = maker.contract()
                let before = Self.findings(contract, upper)
                let after = Self.findings(contract, lower)
                for (key, finding) in before where finding.provenance.lock > .open {
                    held += 1
                    let still = after[key]
                    let isHeld =
                        still.map {
                            $0.severity >= finding.severity
                                && $0.provenance.enforcement >= finding.provenance.enforcement
                                && $0.provenance.lock >= finding.provenance.lock
                        } ?? false
                    #expect(
                        isHeld,
                        "case \(number), \(key): \(finding.severity) → \(still.map { "\($0.severity)" } ?? "gone")\n\(upperText)---\n\(lowerText)\n\(String(decoding: contract.raw, as: UTF8.self))"
                    )
                }
            }
        }
        #expect(
            accepted > Self.cases / 20 && refused > Self.cases / 20 && held > Self.cases,
            "\(accepted) \(refused) \(held)")
        print("MonotoneTests: \(accepted) accepted, \(refused) refused, \(held) findings held")
    }

    /// Every change that would loosen a rule that is locked for a contract is an error when it is read.
    @Test func whatLoosensIsRefused() throws {
        print("MonotoneTests: SEED=\(Self.seed)")
        var maker = Maker(random: SeededGenerator(seed: Self.seed &+ 1))
        var loosened = 0
        for number in 0..<Self.cases {
            let packs = ["p.yaml": maker.pack("p"), "q.yaml": maker.pack("q")]
            let layers = (0..<3).map { maker.layer($0) }.joined()
            let (upper, isRight) = Self.load("version: 1\nlayers:\n\(layers)", packs, below: nil)
            guard isRight else { continue }
            let contract = maker.contract()
            let tree = YAMLTree(name: contract.name, raw: contract.raw, vocabulary: .contracts)
            let document = try #require(tree.documents.first.flatMap { ContractDocument(tree, $0) })
            let rules = upper.policy.effective(for: document, today: Self.today).rules.rules
            for rule in rules where rule.lock > .open {
                let severity = rule.effectiveFrom == nil ? rule.descriptor.severity : .info
                guard let lower = [Severity.info, .warning].last(where: { $0 < severity }) else { continue }
                loosened += 1
                for text in [
                    "layers: [{name: z, match: \(maker.scope()), adjust: {\(rule.id): {severity: \(lower)}}}]",
                    "layers: [{name: z, adjust: {\(rule.id): {severity: off}}}]", "rules: {\(rule.id): \(lower)}",
                ] where !text.contains("match") || Self.matches(text, document) {
                    let (_, isAccepted) = Self.load("version: 1\n\(text)\n", packs, below: upper)
                    #expect(!isAccepted, "case \(number): \(text)\n\(layers)")
                }
            }
        }
        #expect(loosened > Self.cases / 20, "\(loosened)")
        print("MonotoneTests: \(loosened) loosened")
    }

    /// Whether the layer of a small configuration matches a contract.
    private static func matches(_ text: String, _ document: ContractDocument) -> Bool {
        let plain = text.components(separatedBy: ", adjust:")[0] + "}]\n"
        guard let configuration = try? Configuration(name: "m.yaml", raw: Array(("version: 1\n" + plain).utf8)) else {
            return false
        }
        return configuration.policy.layers[0].match.contains(DocumentFacts(document))
    }
}
