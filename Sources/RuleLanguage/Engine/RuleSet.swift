internal import CEL
internal import ContractModel
package import Diagnostics

/// The rules of a run, sorted by what they look at.
///
/// Made once; read by all threads.
package final class RuleSet: Sendable {
    /// By selection.
    package let rules: [Rule]
    /// For each kind of selection its rules.
    let ranges: [Range<Int>]
    /// For each kind of element the number of its selection; -1: nobody looks at it.
    let selectionOfElement: [Int8]
    /// For each key a bit, if some rule's condition needs it.
    let bits: [UInt64]
    /// For each rule the bits of the keys that its condition needs.
    let needs: [UInt64]
    /// For each rule the bits of keys of which its condition needs one; all bits: none in particular.
    let needsAny: [UInt64]
    /// The rules that have a scope to be asked of each document.
    package let scopes: [(rule: Int, scope: RuleScope)]
    /// Questions that rules about parts of a contract ask of the contract itself: asked once for each.
    let contractQuestions: [ContractQuestion]

    struct ContractQuestion: Sendable {
        var rule: Int
        /// Indices of the contract and of the parameters among the variables of the rule's selection.
        var contract: Int
        var parameters: Int
        /// The instruction in the condition's program.
        var root: Int
    }

    package static let empty = RuleSet([])

    /// - Parameter rules: those that are off are left out, and those whose parameters let them apply to nothing.
    package init(_ rules: [Rule]) {
        // By number: rules are large, and there may be as many sets as there are domains.
        var sorted = [[Int]](repeating: [], count: Selection.allCases.count)
        for index in rules.indices
        where !rules[index].isOff && !rules[index].gates.isNever {
            sorted[rules[index].selection.number].append(index)
        }
        let rules = sorted.joined().map { rules[$0] }
        self.rules = rules
        var ranges: [Range<Int>] = []
        for own in sorted {
            let start = ranges.last?.upperBound ?? 0
            ranges.append(start..<start + own.count)
        }
        self.ranges = ranges
        selectionOfElement = ElementKind.allCases.map { kind in
            let selection = Selection.allCases.first { $0.element == kind }
            guard let selection, !ranges[selection.number].isEmpty else { return -1 }
            return Int8(selection.number)
        }
        let bits = Self.bits(rules)
        self.bits = bits
        needs = rules.map { rule in rule.gates.needs.reduce(0) { $0 | bits[Int($1.fieldNumber)] } }
        needsAny = rules.map { rule in
            // A key without a bit may be there or not.
            let own = rule.gates.needsAny.map { bits[Int($0.fieldNumber)] }
            return own.isEmpty || own.contains(0) ? .max : own.reduce(0, |)
        }
        scopes = rules.enumerated().compactMap { $1.scope.isEverything ? nil : ($0, $1.scope) }
        contractQuestions = rules.enumerated().flatMap { index, rule -> [ContractQuestion] in
            let variables = rule.selection.variables
            guard !rule.gates.contractQuestions.isEmpty,
                let contract = variables.firstIndex(where: { $0.name == Selection.contract.rawValue })
            else { return [] }
            return rule.gates.contractQuestions.map {
                ContractQuestion(rule: index, contract: contract, parameters: variables.count, root: $0)
            }
        }
    }

    /// True when some rule is about changes between versions.
    package var asksAboutChanges: Bool { !ranges[Selection.change.number].isEmpty }

    /// The keys that most rules need come first: there may be more of them than bits.
    private static func bits(_ rules: [Rule]) -> [UInt64] {
        var counts = [Int](repeating: 0, count: Key.allCases.count + 1)
        for rule in rules {
            for key in rule.gates.needs + rule.gates.needsAny { counts[Int(key.fieldNumber)] += 1 }
        }
        let keys = counts.indices.filter { counts[$0] > 0 }.sorted { (counts[$1], $0) < (counts[$0], $1) }
        var bits = [UInt64](repeating: 0, count: counts.count)
        for (index, key) in keys.prefix(62).enumerated() { bits[key] = 1 << UInt64(index) }
        return bits
    }
}

extension Selection {
    /// Its place among all.
    package var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// An evaluation that came to nothing: the rule, and the element that it failed on. It fails the run.
package struct RuleFailure: Hashable, Sendable {
    package var rule: String
    package var message: String
    package var element: String?
    /// Place of the element.
    package var place: Place

    package init(rule: String, message: String, element: String? = nil, place: Place) {
        self.rule = rule
        self.message = message
        self.element = element
        self.place = place
    }

    /// The same without the secrets of the files that it quotes.
    package func redacted(_ secrets: SourceSecrets) -> RuleFailure {
        RuleFailure(
            rule: rule, message: secrets.redacted(message), element: secrets.redacted(element), place: place)
    }
}
