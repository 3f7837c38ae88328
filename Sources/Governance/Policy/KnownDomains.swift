internal import Basics
internal import ContractModel
internal import Diagnostics
internal import RuleLanguage
internal import Synchronization
internal import YAMLTree

/// The domains that layers name. A domain that is nearly one of them is a slip of the pen, or a way around the layer.
final class KnownDomains: Sendable {
    /// Names as they are written, by what people read.
    private let names: [String: String]
    /// All domains that layers match, patterns included.
    private let patterns: NamePatterns
    /// Names by what is left of them without one letter, which names that are one edit apart share; nil: nobody has asked.
    private let neighbours = Mutex<[String: [String]]?>(nil)

    /// Of shorter names nearly all are one letter from each other: `hr`, `pr`.
    private static let leastLetters = 4
    /// No domain that is meant as one is longer.
    private static let mostBytes = 200
    /// As many names of one neighbourhood are compared.
    private static let mostCompared = 100

    init(_ layers: [Layer]) {
        let texts = layers.flatMap(\.match.domains.texts)
        patterns = NamePatterns(texts)
        let words = texts.filter { !$0.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") } }
        names = Dictionary(words.map { (FoldedName($0).text, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Issue about the domain that a document gives itself; nil: nothing.
    func issue(of document: ContractDocument) -> ElementIssue? {
        guard !names.isEmpty, let root = document.rootElement, let node = root.node(.domain),
            let domain = root.text(.domain), let near = near(domain)
        else { return nil }
        let issue = Issue(
            GovernanceRules.domainLookAlike,
            "the domain \(Wording.quoted(domain)) is nearly \(Wording.quoted(near)), which a layer is about",
            at: document.tree.range(of: node),
            help: "write `\(near.shortened)`, or, if it is a domain of its own, name it in a layer", subject: domain)
        return ElementIssue(issue, node: node, element: -1)
    }

    /// The domain of a layer that one nearly is; nil: it is one of them, or is like none.
    private func near(_ domain: String) -> String? {
        guard domain.utf8.count <= Self.mostBytes else { return nil }
        let folded = FoldedName(domain)
        if let same = names[folded.text] { return folded.isDisguised && !names.values.contains(domain) ? same : nil }
        if patterns.matches(domain) { return nil }
        let own = Self.skeleton(folded.text)
        guard own.count >= Self.leastLetters else { return nil }
        let known = known()
        var compared = 0
        for rest in Self.shortened(own) {
            for name in known[rest] ?? [] {
                compared += 1
                if compared > Self.mostCompared { return nil }
                let other = Self.skeleton(name)
                if EditDistance(countsSwaps: true, bound: 1).between(own, other) <= 1, !Self.differInNumber(own, other)
                {
                    return names[name]
                }
            }
        }
        return nil
    }

    private func known() -> [String: [String]] {
        neighbours.withLock { known in
            if let known { return known }
            var made: [String: [String]] = [:]
            for name in names.keys.sorted() where name.utf8.count <= Self.mostBytes {
                let letters = Self.skeleton(name)
                guard letters.count >= Self.leastLetters else { continue }
                for rest in Self.shortened(letters) { made[rest, default: []].append(name) }
            }
            known = made
            return made
        }
    }

    /// A name, and what is left of it without each of its letters, each once and in a fixed order.
    private static func shortened(_ letters: [Unicode.Scalar]) -> [String] {
        func text(_ letters: [Unicode.Scalar]) -> String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: letters)
            return String(view)
        }
        var seen: Set<String> = []
        let all = [text(letters)] + letters.indices.map { text(Array(letters[..<$0] + letters[($0 + 1)...])) }
        return all.filter { seen.insert($0).inserted }
    }

    /// A name with the letters and digits that are mistaken for each other made the same.
    private static func skeleton(_ text: String) -> [Unicode.Scalar] {
        var scalars: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars where scalar != "-" && scalar != "_" && scalar != " " {
            if scalar == "n", scalars.last == "r" {
                scalars.removeLast()
                scalars.append("m")
            } else if scalar == "v", scalars.last == "v" {
                scalars.removeLast()
                scalars.append("w")
            } else {
                scalars.append(scalar)
            }
        }
        return scalars
    }

    /// `team1` and `team2` are two teams, and so are `team` and `team2`.
    private static func differInNumber(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
        func isDigit(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { ("0"..."9").contains($0) } ?? false }
        let start = zip(a, b).prefix { $0 == $1 }.count
        let (own, other) = (a.count > start ? a[start] : nil, b.count > start ? b[start] : nil)
        return (own == nil || isDigit(own)) && (other == nil || isDigit(other)) && start > 0
            && start < max(a.count, b.count)
    }
}
