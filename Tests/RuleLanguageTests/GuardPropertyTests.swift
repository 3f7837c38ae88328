import ContractModel
import Diagnostics
import TestSupport
import Testing
import YAMLTree

@testable import RuleLanguage

/// What the guards promise of every expression that they accept, whatever is absent:
///
/// 1. It is true or false, never an error.
/// 2. It is what a reading by the book says: a comparison with an absent scalar is false.
/// 3. Where it is true, it is true in the reading that leaves such comparisons open (Kleene's three values) too: a pass
///    never rests on an absent value being taken for a wrong one.
@Suite struct GuardPropertyTests {
    @Test(arguments: 0..<40)
    func acceptedExpressionsKeepThePromise(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed) &* 977)
        var accepted = 0
        var refused = 0
        for _ in 0..<60 {
            let condition = Condition.random(3, &random)
            let text = condition.text
            guard let pack = try? RulePack(name: "a.yaml", raw: Array(PackText.rule(require: text).utf8)) else {
                refused += 1
                continue
            }
            accepted += 1
            let rules = RuleSet(pack.rules)
            for _ in 0..<8 {
                let facts = Facts(&random)
                let tree = YAMLTree(name: "a.odcs.yaml", raw: Array(facts.document.utf8), vocabulary: .contracts)
                let contract = try #require(tree.documents.first.flatMap { ContractDocument(tree, $0) })
                let findings = RuleEngine(rules, today: 0).check(contract)
                #expect(findings.failures.map(\.message) == [], "\(text)")
                let closed = condition.value(facts, isOpen: false)
                let open = condition.value(facts, isOpen: true)
                #expect(closed == .yes || closed == .no, "\(text) on\n\(facts.document)")
                #expect(findings.issues.isEmpty == (closed == .yes), "\(text) on\n\(facts.document)")
                if closed == .yes { #expect(open == .yes, "\(text) passes by absence on\n\(facts.document)") }
            }
        }
        // Neither all nor nothing: there is something to promise.
        #expect(accepted > 8 && refused > 8, "\(accepted) accepted, \(refused) refused")
    }

    /// The model of the test finds what the guards are for.
    @Test func theModelSeesAPassByAbsence() {
        let isA = Condition.equal(.field(0), .text("a"))
        let nothing = Facts(texts: [nil, nil, nil, nil], truth: nil, tags: [])
        #expect(Condition.not(isA).value(nothing, isOpen: false) == .yes)
        #expect(Condition.not(isA).value(nothing, isOpen: true) == .open)
        #expect(Condition.less(.field(0), .text("a")).value(nothing, isOpen: false) == .error)
    }
}

/// What a document says of the fields that the expressions ask for.
struct Facts {
    static let fields = [
        "property.classification", "property.businessName", "contract.description.purpose", "property.encryptedName",
    ]

    var texts: [String?]
    var truth: Bool?
    var tags: [String]

    init(texts: [String?], truth: Bool?, tags: [String]) {
        self.texts = texts
        self.truth = truth
        self.tags = tags
    }

    init(_ random: inout SeededGenerator) {
        texts = Self.fields.map { _ in ([nil, nil, "a", "b", ""] as [String?]).randomElement(using: &random) ?? nil }
        truth = ([nil, true, false] as [Bool?]).randomElement(using: &random) ?? nil
        tags = ([[], ["a"], ["a", "b"]] as [[String]]).randomElement(using: &random) ?? []
    }

    var document: String {
        var property = ["name: n"]
        if let text = texts[0] { property.append("classification: '\(text)'") }
        if let text = texts[1] { property.append("businessName: '\(text)'") }
        if let text = texts[3] { property.append("encryptedName: '\(text)'") }
        if let truth { property.append("required: \(truth)") }
        if !tags.isEmpty { property.append("tags: [\(tags.joined(separator: ", "))]") }
        let description = texts[2].map { "description: {purpose: '\($0)'}\n" } ?? ""
        return """
            apiVersion: v3.1.0
            kind: DataContract
            id: x
            version: 1.0.0
            status: active
            \(description)schema: [{name: o, properties: [{\(property.joined(separator: ", "))}]}]

            """
    }
}

/// A text in a random expression.
indirect enum Text {
    case text(String)
    case field(Int)
    case optional(Int, String)
    case lower(Text)
    case chosen(Condition, Text, Text)

    static func random(_ depth: Int, _ random: inout SeededGenerator) -> Text {
        let field = Int.random(in: 0..<Facts.fields.count, using: &random)
        switch Int.random(in: 0..<(depth > 0 ? 12 : 9), using: &random) {
        case 0, 1: return .text(["a", "b", ""].randomElement(using: &random) ?? "")
        case 2: return .optional(field, ["a", "x"].randomElement(using: &random) ?? "")
        case 9: return .lower(.random(depth - 1, &random))
        case 10: return .chosen(.random(depth - 1, &random), .random(0, &random), .random(0, &random))
        default: return .field(field)
        }
    }

    var text: String {
        switch self {
        case .text(let text): return "'\(text)'"
        case .field(let index): return Facts.fields[index]
        case .optional(let index, let other):
            let parts = Facts.fields[index].split(separator: ".")
            return "\(parts[0]).?\(parts.dropFirst().joined(separator: ".?")).orValue('\(other)')"
        case .lower(let text): return "(\(text.text)).lowerAscii()"
        case .chosen(let condition, let a, let b): return "((\(condition.text)) ? \(a.text) : \(b.text))"
        }
    }

    enum Value: Equatable { case text(String), absent, open, error }

    func value(_ facts: Facts, isOpen: Bool) -> Value {
        switch self {
        case .text(let text): return .text(text)
        case .field(let index): return facts.texts[index].map(Value.text) ?? .absent
        case .optional(let index, let other): return .text(facts.texts[index] ?? other)
        case .lower(let text):
            let value = text.value(facts, isOpen: isOpen)
            return value == .absent ? .error : value
        case .chosen(let condition, let a, let b):
            // `?:` says itself what holds where something is absent.
            switch condition.value(facts, isOpen: false) {
            case .yes: return a.value(facts, isOpen: isOpen)
            case .no: return b.value(facts, isOpen: isOpen)
            case .open: return .open
            case .error, .absent: return .error
            }
        }
    }
}

/// A condition of a random expression.
indirect enum Condition {
    case constant(Bool)
    case equal(Text, Text), unequal(Text, Text), less(Text, Text)
    case isIn(Text, [String])
    case isTag(Text)
    case filled(Int), has(Int)
    case truth, isTrue
    case not(Condition), and(Condition, Condition), or(Condition, Condition)
    case chosen(Condition, Condition, Condition)
    case same(Condition, Condition)
    /// Over the tags, each compared with a text.
    case exists(Text), all(Text), existsOne(Text), none(Text)

    static func random(_ depth: Int, _ random: inout SeededGenerator) -> Condition {
        let field = Int.random(in: 0..<Facts.fields.count, using: &random)
        guard depth > 0, Int.random(in: 0..<6, using: &random) > 0 else {
            switch Int.random(in: 0..<16, using: &random) {
            case 0, 1: return .equal(.random(depth, &random), .random(depth, &random))
            case 2, 3: return .unequal(.random(depth, &random), .random(depth, &random))
            case 4: return .less(.random(depth, &random), .random(depth, &random))
            case 5: return .isIn(.random(depth, &random), ["a", "x"])
            case 6: return .isTag(.random(depth, &random))
            case 7: return .has(field)
            case 8: return .truth
            case 9: return .isTrue
            case 10: return .exists(.random(depth, &random))
            case 12: return .none(.random(depth, &random))
            case 11:
                return [.all(.random(depth, &random)), .existsOne(.random(depth, &random))].randomElement(
                    using: &random)!
            default: return .filled(field)
            }
        }
        func part() -> Condition { .random(depth - 1, &random) }
        switch Int.random(in: 0..<12, using: &random) {
        case 0, 1: return .not(part())
        case 2, 3: return .and(part(), part())
        case 4, 5: return .or(part(), part())
        case 6: return .chosen(part(), part(), part())
        case 7: return .same(part(), part())
        // As people write it.
        case 8: return .and(.filled(field), part())
        case 9: return .or(.not(.filled(field)), part())
        case 10: return .and(.and(.has(field), .filled((field + 1) % Facts.fields.count)), part())
        default: return .chosen(.filled(field), part(), part())
        }
    }

    var text: String {
        switch self {
        case .constant(let value): "\(value)"
        case .equal(let a, let b): "\(a.text) == \(b.text)"
        case .unequal(let a, let b): "\(a.text) != \(b.text)"
        case .less(let a, let b): "\(a.text) < \(b.text)"
        case .isIn(let text, let words): "\(text.text) in [\(words.map { "'\($0)'" }.joined(separator: ", "))]"
        case .isTag(let text): "\(text.text) in property.tags"
        case .filled(let index): "filled(\(Facts.fields[index]))"
        case .has(let index): "has(\(Facts.fields[index]))"
        case .truth: "property.required"
        case .isTrue: "property.required == true"
        case .not(let a): "!(\(a.text))"
        case .and(let a, let b): "(\(a.text)) && (\(b.text))"
        case .or(let a, let b): "(\(a.text)) || (\(b.text))"
        case .chosen(let condition, let a, let b): "(\(condition.text)) ? (\(a.text)) : (\(b.text))"
        case .same(let a, let b): "(\(a.text)) == (\(b.text))"
        case .exists(let text): "property.tags.exists(t, t == \(text.text))"
        case .all(let text): "property.tags.all(t, t == \(text.text))"
        case .none(let text): "property.tags.filter(t, t == \(text.text)).size() == 0"
        case .existsOne(let text): "property.tags.exists_one(t, t == \(text.text))"
        }
    }

    /// Open: a comparison with what is absent, where it is not taken for false.
    enum Value: Equatable {
        case yes, no, open, error, absent
        init(_ value: Bool) { self = value ? .yes : .no }
    }

    func value(_ facts: Facts, isOpen: Bool) -> Value {
        func value(_ condition: Condition) -> Value { condition.value(facts, isOpen: isOpen) }
        func value(_ text: Text) -> Text.Value { text.value(facts, isOpen: isOpen) }
        switch self {
        case .constant(let value): return Value(value)
        case .equal(let a, let b): return Self.compare(value(a), value(b), isOpen, ==)
        case .unequal(let a, let b): return Self.negate(Self.compare(value(a), value(b), isOpen, ==))
        case .less(let a, let b):
            let (a, b) = (value(a), value(b))
            if a == .absent || b == .absent { return .error }
            return Self.compare(a, b, isOpen) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        case .isIn(let text, let words):
            return Self.any(words.map { Self.compare(value(text), .text($0), isOpen, ==) }, of: value(text), isOpen)
        case .isTag(let text):
            return Self.any(
                facts.tags.map { Self.compare(value(text), .text($0), isOpen, ==) }, of: value(text), isOpen)
        case .filled(let index): return Value(facts.texts[index].map { !$0.isEmpty } ?? false)
        case .has(let index): return Value(facts.texts[index] != nil)
        case .truth: return facts.truth.map(Value.init) ?? .absent
        case .isTrue: return facts.truth.map(Value.init) ?? (isOpen ? .open : .no)
        case .not(let a): return Self.negate(value(a))
        case .and(let a, let b): return Self.all([value(a), value(b)])
        case .or(let a, let b): return Self.negate(Self.all([Self.negate(value(a)), Self.negate(value(b))]))
        case .chosen(let condition, let a, let b):
            switch condition.value(facts, isOpen: false) {
            case .yes: return value(a)
            case .no: return value(b)
            case .absent: return .error
            case let other: return other
            }
        case .same(let a, let b):
            let (a, b) = (value(a), value(b))
            if a == .error || b == .error { return .error }
            if a == .open || b == .open { return .open }
            if a == .absent || b == .absent { return isOpen ? .open : .no }
            return Value(a == b)
        case .exists(let text):
            let each = facts.tags.map { Self.negate(Self.compare(.text($0), value(text), isOpen, ==)) }
            return Self.negate(Self.all(each))
        case .all(let text): return Self.all(facts.tags.map { Self.compare(.text($0), value(text), isOpen, ==) })
        case .none(let text):
            let each = facts.tags.map { Self.compare(.text($0), value(text), isOpen, ==) }
            if each.contains(.error) { return .error }
            if each.contains(.yes) { return .no }
            return each.contains(.open) ? .open : .yes
        case .existsOne(let text):
            let each = facts.tags.map { Self.compare(.text($0), value(text), isOpen, ==) }
            if each.contains(.error) { return .error }
            if each.contains(.open) { return .open }
            return Value(each.count { $0 == .yes } == 1)
        }
    }

    private static func compare(
        _ a: Text.Value, _ b: Text.Value, _ isOpen: Bool, _ compare: (String, String) -> Bool
    ) -> Value {
        switch (a, b) {
        case (.error, _), (_, .error): .error
        case (.open, _), (_, .open): .open
        case (.absent, _), (_, .absent): isOpen ? .open : .no
        case (.text(let a), .text(let b)): Value(compare(a, b))
        }
    }

    /// Whether a value is in a list: no question that is open about an empty one.
    private static func any(_ each: [Value], of value: Text.Value, _ isOpen: Bool) -> Value {
        if value == .error { return .error }
        if each.contains(.yes) { return .yes }
        return each.contains(.open) ? .open : .no
    }

    private static func negate(_ value: Value) -> Value {
        switch value {
        case .yes: .no
        case .no: .yes
        case .absent: .error
        default: value
        }
    }

    /// As CEL does: one that is false settles it, before and behind an error.
    private static func all(_ each: [Value]) -> Value {
        if each.contains(.no) { return .no }
        if each.contains(.error) || each.contains(.absent) { return .error }
        return each.contains(.open) ? .open : .yes
    }
}
