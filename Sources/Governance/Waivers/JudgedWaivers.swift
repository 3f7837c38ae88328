internal import Basics
package import Diagnostics

/// The waivers of a configuration on a day: which of them count, what they hide, and what is to be said of them.
package final class JudgedWaivers: Sendable {
    package let book: WaiverBook
    /// Days since 1970-01-01.
    private let today: Int
    /// The most days from today that a waiver may last.
    private let longest: Int
    /// For each waiver why it does not count; nil: it does.
    private let defects: [Defect?]
    // One object for each waiver and outcome, which all findings share: by it the run knows what was of use.
    private let effective: [Finding.Exception]
    private let refused: [Finding.Exception]
    private let pending: [Finding.Exception]
    /// The rules of the run, in order.
    private let rules: [String]
    /// What counts must count here as well; nil: nothing else is asked.
    private let base: JudgedWaivers?

    private enum Defect { case expired, tooLong, selfApproved, ruleUnknown }

    /// - Parameters:
    ///   - rules: every rule that some pack of the run knows.
    ///   - base: the waivers of an earlier version, without whose consent none counts, and what it is called.
    package init(
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

    /// What a finding falls under; nil: no waiver is about it.
    func exception(of rule: RuleDescriptor, contract: String?, element: String?) -> Finding.Exception? {
        if book.isEmpty { return nil }
        let isRefused = !rule.allowsExceptions
        var effective: Int?
        var other: Int?
        book.forEach(rule: rule.id, contract: contract, element: element) { index in
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
            let isAgreed = base.exception(of: rule, contract: contract, element: element).map { !$0.isVoid } ?? false
            return isAgreed ? self.effective[effective] : pending[effective]
        }
        return other.map { isRefused && defects[$0] == nil ? refused[$0] : self.effective[$0] }
    }

    /// Days from today until the last day that a waiver counts; negative: so many days ago.
    private func daysLeft(of index: Int) -> Int { book.waivers[index].expires.number - today }

    /// What a waiver hid or failed to hide is marked with.
    private func exceptions(of index: Int) -> [Finding.Exception] {
        [effective[index], refused[index]] + (pending.isEmpty ? [] : [pending[index]])
    }

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
    /// - Parameter marked: findings by the exceptions that they are marked with.
    package func facts(_ marked: [ObjectIdentifier: [Finding]]) -> [(Waiver.ID, WaiverFacts)] {
        book.waivers.enumerated().map { index, waiver in
            (
                waiver.id,
                WaiverFacts(
                    rule: waiver.rule, contract: waiver.contract, element: waiver.element,
                    reason: waiver.reason.trimmed,
                    ticket: waiver.ticket, requestedBy: waiver.requestedBy, approvedBy: waiver.approvedBy,
                    expires: waiver.expiresText, daysLeft: daysLeft(of: index),
                    defect: defects[index].map(Self.words(for:)), place: waiver.place,
                    findings: exceptions(of: index).flatMap { marked[ObjectIdentifier($0)] ?? [] })
            )
        }
    }
}

extension JudgedWaivers {
    /// What a run has seen.
    package struct Run {
        /// The waivers that its findings fall under, and of them those that the rule refused.
        package var used: Set<Waiver.ID>
        package var refused: Set<Waiver.ID>
        /// The ids of the contracts and products that were checked.
        package var contracts: Set<String>
        /// Whether it covered all that a configuration in a folder is about.
        package var covers: (_ folder: String?) -> Bool
        /// Whether a rule was asked at all.
        package var isAsked: (_ rule: String) -> Bool

        package init(
            _ waivers: [JudgedWaivers], marked: Set<ObjectIdentifier>, contracts: Set<String>,
            covers: @escaping (_ folder: String?) -> Bool,
            isAsked: @escaping (_ rule: String) -> Bool
        ) {
            used = []
            refused = []
            for waivers in waivers {
                for (index, waiver) in waivers.book.waivers.enumerated() {
                    guard waivers.exceptions(of: index).contains(where: { marked.contains(ObjectIdentifier($0)) })
                    else {
                        continue
                    }
                    used.insert(waiver.id)
                    if marked.contains(ObjectIdentifier(waivers.refused[index])) { refused.insert(waiver.id) }
                }
            }
            self.contracts = contracts
            self.covers = covers
            self.isAsked = isAsked
        }
    }

    /// - Parameters:
    ///   - said: the waivers of which all has been said; what is said here comes to it.
    ///   - ofUsedOnly: whether nothing is said of waivers that no finding falls under.
    ///   - severity: of a rule under the configuration; nil: it is off.
    package func findings(
        after run: Run, except said: inout Set<Waiver.ID>, ofUsedOnly: Bool = false,
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
            let isRefused = run.refused.contains(waiver.id)
            let isUsed = run.used.contains(waiver.id)
            if ofUsedOnly, !isUsed { continue }
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
                } else if !isUsed, isAnswerable(index, run) {
                    let since = defects[index] == nil ? "" : "; it expired on \(waiver.expiresText)"
                    add(
                        GovernanceRules.waiverUnused, index, at: waiver.place, "the waiver hides nothing\(since)",
                        help: "remove it")
                }
            }
        }
        return findings
    }

    /// Whether a run can tell that a waiver hides nothing: of a glob only one that has seen all contracts can.
    private func isAnswerable(_ index: Int, _ run: Run) -> Bool {
        let waiver = book.waivers[index]
        guard run.isAsked(waiver.rule) else { return false }
        return run.covers(waiver.folder) || (!Waiver.isGlob(waiver.contract) && run.contracts.contains(waiver.contract))
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
