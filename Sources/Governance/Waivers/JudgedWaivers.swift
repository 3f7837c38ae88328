internal import Basics
internal import Diagnostics
internal import RuleLanguage

/// The waivers of a configuration on a day: which of them count, what they hide, and what is to be said of them.
final class JudgedWaivers: Sendable {
    let book: WaiverBook
    /// Days since 1970-01-01.
    private let today: Int
    /// The most days from today that a waiver may last.
    private let longest: Int
    /// For each waiver why it does not count; nil: it does.
    private let defects: [Defect?]
    // One object for each waiver and outcome, which all findings share.
    private let effective: [Finding.Exception]
    private let refused: [Finding.Exception]
    private let pending: [Finding.Exception]
    /// The rules of the run, in order.
    private let rules: [String]
    /// Waivers of an earlier version, in which one that counts must count as well; nil: nothing else is asked.
    private let base: JudgedWaivers?

    private enum Defect { case expired, tooLong, selfApproved, ruleUnknown }

    /// - Parameters:
    ///   - rules: every rule that some pack of the run knows.
    ///   - base: the waivers of an earlier version, without whose consent none counts, and what it is called.
    init(
        _ book: WaiverBook, today: Int, longest: Int, rules: Set<String>,
        base: (waivers: JudgedWaivers, name: String)? = nil
    ) {
        self.book = book
        self.today = today
        self.longest = longest
        self.rules = book.isEmpty ? [] : rules.sorted()
        self.base = base?.waivers
        let sorted = self.rules
        var known: [String: Bool] = [:]
        func isKnown(_ rule: String) -> Bool {
            if let answer = known[rule] { return answer }
            let answer =
                Waiver.isGlob(rule)
                ? sorted.contains { WaiverBook.matches(rule, $0) } : rules.contains(rule)
            known[rule] = answer
            return answer
        }
        let defects = book.waivers.map { waiver -> Defect? in
            if !isKnown(waiver.rule) { return .ruleUnknown }
            if waiver.isSelfApproved { return .selfApproved }
            if waiver.expires.number < today { return .expired }
            return waiver.expires.number - today > longest ? .tooLong : nil
        }
        self.defects = defects
        func exceptions(_ note: (Int) -> (isVoid: Bool, String)) -> [Finding.Exception] {
            book.waivers.enumerated().map { index, waiver in
                let (isVoid, text) = note(index)
                return Finding.Exception(.waiver, isVoid: isVoid, note: text, place: waiver.place)
            }
        }
        effective = exceptions { index in
            let note = book.waivers[index].note
            return defects[index].map { (true, "\(Self.words(for: $0)): \(note)") } ?? (false, note)
        }
        refused = exceptions { (true, "this rule allows none: \(book.waivers[$0].note)") }
        pending =
            base.map { base in
                exceptions { (true, "not yet in \(base.name), it counts once it is merged: \(book.waivers[$0].note)") }
            } ?? []
    }

    /// Exception that a finding falls under; nil: no waiver is about it.
    ///
    /// - Parameter isApproved: of a waiver that the earlier version does not have.
    func exception(
        of rule: RuleDescriptor, contract: String?, element: String?, _ change: ExceptedChange? = nil,
        isApproved: (Waiver) -> Bool = { _ in false }
    ) -> Finding.Exception? {
        if book.isEmpty { return nil }
        let isRefused = !rule.allowsExceptions
        var effective: Int?
        var other: Int?
        book.forEach(rule: rule.id, contract: contract, element: element) { index in
            if !book.waivers[index].means(change) { return false }
            if defects[index] != nil || isRefused {
                // Of those without effect the one that is told only by what it fails to hide.
                func isTold(_ index: Int) -> Bool { isRefused ? defects[index] == nil : defects[index] == .expired }
                if other.map({ isTold(index) && !isTold($0) }) ?? true { other = index }
                return false
            }
            effective = index
            return true
        }
        if let effective {
            guard let base else { return self.effective[effective] }
            let isAgreed =
                base.exception(of: rule, contract: contract, element: element, change).map { !$0.isVoid } ?? false
            return isAgreed || isApproved(book.waivers[effective]) ? self.effective[effective] : pending[effective]
        }
        return other.map { isRefused && defects[$0] == nil ? refused[$0] : self.effective[$0] }
    }

    /// Days from today until the last day that a waiver counts; negative: so many days ago.
    private func daysLeft(of index: Int) -> Int { book.waivers[index].expires.number - today }

    private static func words(for defect: Defect) -> String {
        switch defect {
        case .expired: "expired"
        case .tooLong: "lasts longer than waivers may"
        case .selfApproved: "approved by the one who asked for it"
        case .ruleUnknown: "names no rule"
        }
    }
}

// MARK: - What is to be said of them

extension JudgedWaivers {
    /// - Parameters:
    ///   - marked: findings by the waivers that they fall under.
    ///   - seen: the waivers of which the facts are there; those given here come to them.
    func facts(_ marked: [Waiver.ID: [Finding]], except seen: inout Set<Waiver.ID>) -> [WaiverFacts] {
        var facts: [WaiverFacts] = []
        for (index, waiver) in book.waivers.enumerated() where seen.insert(waiver.id).inserted {
            facts.append(
                WaiverFacts(
                    rule: waiver.rule, contract: waiver.contract, element: waiver.element,
                    reason: waiver.reason.trimmed,
                    ticket: waiver.ticket, requestedBy: waiver.requestedBy, approvedBy: waiver.approvedBy,
                    expires: waiver.expiresText, daysLeft: daysLeft(of: index),
                    defect: defects[index].map(Self.words(for:)), place: waiver.place,
                    findings: marked[waiver.id] ?? []))
        }
        return facts
    }

    /// - Parameters:
    ///   - uses: the waivers that findings of the run fall under.
    ///   - coverage: what the run has looked at; nil: nothing is said of waivers that no finding falls under.
    ///   - said: the waivers of which all has been said; what is said here comes to it.
    ///   - severity: of a rule under the configuration; nil: it is off.
    func findings(
        after uses: Set<WaiverUse>, _ coverage: RunCoverage?, except said: inout Set<Waiver.ID>,
        severity: (RuleDescriptor) -> Severity?
    ) -> [Finding] {
        var findings: [Finding] = []
        var advice: [String: String] = [:]
        func add(_ rule: RuleDescriptor, _ index: Int, at place: Place, _ message: String, help: String) {
            guard let severity = severity(rule) else { return }
            let waiver = book.waivers[index]
            findings.append(
                Finding(
                    rule, severity: severity, message: message, place: place, help: help,
                    subject: "\(waiver.rule)\u{0}\(waiver.contract)\u{0}\(waiver.element ?? "")",
                    offset: place.start.line))
        }
        for (index, waiver) in book.waivers.enumerated() where said.insert(waiver.id).inserted {
            let isRefused = uses.contains(WaiverUse(of: waiver, isRefused: true))
            let isUsed = isRefused || uses.contains(WaiverUse(of: waiver, isRefused: false))
            if coverage == nil, !isUsed { continue }
            switch defects[index] {
            case .ruleUnknown:
                add(
                    GovernanceRules.ruleUnknown, index, at: waiver.place,
                    Waiver.isGlob(waiver.rule)
                        ? "no rule matches `\(waiver.rule.shortened)`, so the waiver has no effect"
                        : "there is no rule `\(waiver.rule.shortened)`, so the waiver has no effect",
                    help: help(for: waiver.rule, &advice))
            case .selfApproved:
                add(
                    GovernanceRules.waiverSelfApproved, index, at: waiver.approvedByPlace,
                    "`\(waiver.approvedBy.shortened)` asked for this waiver and approved it, so it does not count",
                    help: "have another person approve it, and name them in approvedBy")
            case .tooLong:
                add(
                    GovernanceRules.waiverTooLong, index, at: waiver.expiresPlace,
                    "the waiver lasts \(daysLeft(of: index)) days more, and \(longest) are the most, so it does not count",
                    help: "let it expire sooner; it can be renewed then")
            case .expired where isUsed:
                add(
                    GovernanceRules.waiverExpired, index, at: waiver.expiresPlace,
                    "the waiver has expired, and what it hid is still there",
                    help: "mend the contract, or have the waiver renewed by whoever approves it")
            case .expired, nil:
                if isRefused {
                    add(
                        GovernanceRules.waiverMandatory, index, at: waiver.place,
                        "`\(waiver.rule.shortened)` allows no waiver, so this one does not count",
                        help: "mend the contract, and remove the waiver")
                } else if !isUsed, let coverage, coverage.tells(waiver) {
                    let since = defects[index] == nil ? "" : "; it expired on \(waiver.expiresText)"
                    add(
                        GovernanceRules.waiverUnused, index, at: waiver.place, "the waiver hides nothing\(since)",
                        help: "remove it")
                }
            }
        }
        return findings
    }

    /// Looking for the nearest word takes a while, and a file can hold thousands of mistakes.
    private func help(for rule: String, _ advice: inout [String: String]) -> String {
        if let known = advice[rule] { return known }
        let packs = Set(rules.map { String($0.prefix { $0 != "/" }) + "/*" }).sorted()
        let near = advice.count < 100 ? Spelling.nearest(to: rule, among: rules + packs) : nil
        let help = near.map { "did you mean `\($0)`?" } ?? "`contractlint rules list` shows all rules"
        advice[rule] = help
        return help
    }
}
