internal import Basics
internal import Compatibility
internal import Diagnostics
internal import RuleLanguage
internal import YAMLTree

/// The comments of one file that suppress rules, and what each has come to.
///
/// A class, so that all who judge the file note what they used in one place.
final class Suppressions {
    /// One rule that one comment names.
    struct Item {
        let comment: Int
        let rule: String
        let place: SourceRange
        let hasReason: Bool
        var isUsed = false
        /// The rule as it holds where the comment has no effect on it.
        var lockedBy: RuleDescriptor?
        fileprivate var effective: Finding.Exception?
        fileprivate var void: Finding.Exception?
        fileprivate var spent: Finding.Exception?
    }

    let tree: YAMLTree
    private(set) var items: [Item] = []
    private let comments: [(comment: YAMLTree.Comment, parsed: SuppressionComment)]
    private var byRule: [String: SuppressedPlaces] = [:]
    /// For each comment the line it is about, counted from 1.
    private let lines: [Int]

    /// - Returns: nil for a file without such comments, as nearly all are: one search through its bytes tells.
    init?(_ tree: YAMLTree) {
        guard SuppressionComment.mayStand(in: tree.source.text) else { return nil }
        let all = tree.comments()
        let targets = Self.targets(of: all, in: tree)
        var comments: [(comment: YAMLTree.Comment, parsed: SuppressionComment)] = []
        var lines: [Int] = []
        for (index, comment) in all.enumerated() {
            guard let parsed = SuppressionComment(comment) else { continue }
            comments.append((comment, parsed))
            lines.append(targets[index])
        }
        if comments.isEmpty { return nil }
        self.tree = tree
        self.comments = comments
        self.lines = lines
        let wanted = zip(comments, lines).filter { $0.0.parsed.scope == .block }.map(\.1)
        let blocks = wanted.isEmpty ? [:] : BlockPlaces.nodes(atLines: Set(wanted), in: tree).mapValues(\.range)
        for (index, (_, parsed)) in comments.enumerated() {
            guard let scope = parsed.scope else { continue }
            for (rule, range) in parsed.rules {
                let number = items.count
                items.append(Item(comment: index, rule: rule, place: range, hasReason: parsed.hasReason))
                switch scope {
                case .file: byRule[rule, default: SuppressedPlaces()].addFile(number)
                case .line: byRule[rule, default: SuppressedPlaces()].add(number, line: lines[index])
                case .block:
                    if let block = blocks[lines[index]] {
                        byRule[rule, default: SuppressedPlaces()].add(number, block)
                    } else {
                        byRule[rule, default: SuppressedPlaces()].add(number, line: lines[index])
                    }
                }
            }
        }
        for rule in Array(byRule.keys) { byRule[rule]?.finish() }
    }

    /// For each comment the line it is about, counted from 1: its own behind a value, else the next that is no comment.
    private static func targets(of comments: [YAMLTree.Comment], in tree: YAMLTree) -> [Int] {
        var targets = comments.map { tree.source.lines.position(of: $0.range.start).line }
        for index in comments.indices.reversed() where comments[index].ownsLine {
            let next = targets[index] + 1
            let isStacked =
                index + 1 < comments.count && comments[index + 1].ownsLine
                && tree.source.lines.line(next).contains(comments[index + 1].range.start)
            targets[index] = isStacked ? targets[index + 1] : next
        }
        return targets
    }

    // MARK: What they hide

    /// Exception that hides a finding, or fails to; nil: no comment is about it.
    ///
    /// - Parameters:
    ///   - offset: where it stands, in bytes.
    ///   - change: what the finding is about; nil: the contract as it is.
    func exception(of rule: RuleDescriptor, at offset: Int, _ change: ExceptedChange?) -> Finding.Exception? {
        guard let places = byRule[rule.id] else { return nil }
        let line = tree.source.lines.position(of: offset).line
        guard let number = places.item(at: offset, line) else { return nil }
        if let change, ExceptedChange.isJudged(by: rule), change.earlierComments.contains(mark(of: items[number])) {
            return spent(number)
        }
        let isOpen = rule.allowsExceptions && rule.provenance.lock == .open
        if !isOpen {
            items[number].lockedBy = rule
        } else if items[number].hasReason {
            items[number].isUsed = true
        }
        let isVoid = !isOpen || !items[number].hasReason
        if let known = isVoid ? items[number].void : items[number].effective { return known }
        let reason = comments[items[number].comment].parsed.reason.shortened(to: 300)
        let exception = Finding.Exception(
            .suppression, isVoid: isVoid,
            note: !isOpen ? "comments do not suppress this rule" : isVoid ? "the comment gives no reason" : reason,
            place: tree.place(of: items[number].place, withExcerpt: true))
        if isVoid { items[number].void = exception } else { items[number].effective = exception }
        return exception
    }

    // MARK: Comments on changes

    /// The comments of a file, as a later version of the file would have them.
    static func marks(of tree: YAMLTree) -> Set<String> {
        guard let all = Suppressions(tree) else { return [] }
        return Set(all.items.map(all.mark))
    }

    /// Value or key that each comment is about, by its line; nobody but a comparison asks.
    private lazy var elements = BlockPlaces.nodes(atLines: Set(lines), in: tree).mapValues(\.node)

    /// Text of a comment with what it is about, by names: the value there may change again and again.
    private func mark(of item: Item) -> String {
        let (comment, parsed) = comments[item.comment]
        let text = comment.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard parsed.scope != .file, let node = elements[lines[item.comment]] else { return text }
        return text + "\u{0}" + (ChangeSelector.path(to: node, in: tree) ?? "")
    }

    private func spent(_ number: Int) -> Finding.Exception {
        if let known = items[number].spent { return known }
        let exception = Finding.Exception(
            .suppression, isVoid: true,
            note: "the comment was there before this change, and counts for the one that it was written for",
            place: tree.place(of: items[number].place, withExcerpt: true))
        items[number].spent = exception
        return exception
    }

    /// Finds out which comments would have no effect although nothing is there that they would hide.
    ///
    /// - Parameter policy: what holds for a document of the file.
    func judgeUnused(under policy: EffectivePolicy) {
        if items.allSatisfy({ $0.isUsed || $0.lockedBy != nil }) { return }
        let ids = Set(items.lazy.map(\.rule))
        var locked: [String: RuleDescriptor] = [:]
        for rule in policy.rules.rules where ids.contains(rule.id) { locked[rule.id] = rule.descriptor }
        for id in ids where locked[id] == nil {
            locked[id] = RuleCatalogue.native(id).flatMap { policy.effective($0) }
        }
        locked = locked.filter { $0.value.provenance.lock != .open || !$0.value.allowsExceptions }
        if locked.isEmpty { return }
        for index in items.indices where items[index].lockedBy == nil {
            items[index].lockedBy = locked[items[index].rule]
        }
    }

    /// Issues of the comments themselves.
    ///
    /// - Parameters:
    ///   - rules: every rule that some pack of the run knows; nil: nothing is said but of those that were to hide what is
    ///     locked, as a comparison asks few rules.
    ///   - isAsked: whether a rule was asked at all.
    ///   - earlier: the comments that an earlier version had already.
    func issues(rules: Set<String>?, earlier: Set<String> = [], isAsked: (String) -> Bool) -> [Issue] {
        var issues: [Issue] = []
        var cap = IssueCap()
        func add(_ rule: RuleDescriptor, _ range: SourceRange, _ subject: String, _ words: () -> (String, help: String))
        {
            guard cap.hasRoom(for: rule) else { return }
            let (message, help) = words()
            if let issue = cap.admitted(Issue(rule, message, at: range, help: help, subject: subject)) {
                issues.append(issue)
            }
        }
        for (comment, parsed) in comments {
            if parsed.scope == nil {
                add(GovernanceRules.suppressionUnknown, comment.range, parsed.verb) { Self.unknown(parsed) }
            } else if rules == nil {
                continue
            } else if parsed.rules.isEmpty {
                add(GovernanceRules.suppressionUnknown, comment.range, parsed.verb) {
                    ("the comment names no rule", "write `# contractlint:\(parsed.verb) RULE -- why`")
                }
            } else if !parsed.hasReason {
                add(GovernanceRules.suppressionWithoutReason, comment.range, parsed.rules[0].id) {
                    (
                        "the comment gives no reason, so it has no effect",
                        "write why behind `--`, as in `-- legacy feed`"
                    )
                }
            }
        }
        for item in items {
            if let rules, !rules.contains(item.rule) {
                add(GovernanceRules.ruleUnknown, item.place, item.rule) {
                    (
                        "there is no rule `\(item.rule.shortened)`, so the comment has no effect",
                        Spelling.nearest(to: item.rule, among: rules.sorted()).map { "did you mean `\($0)`?" }
                            ?? "name each rule by its id; `contractlint rules list` shows all"
                    )
                }
            } else if let rule = item.lockedBy {
                add(GovernanceRules.suppressionLocked, item.place, item.rule) { Self.locked(rule) }
            } else if rules == nil, !item.isUsed, ExceptedChange.isJudged(byRule: item.rule),
                earlier.contains(mark(of: item))
            {
                add(GovernanceRules.suppressionUnused, item.place, item.rule) {
                    ("the comment is left from a change that is accepted, and hides no other", "remove it")
                }
            } else if rules != nil, item.hasReason, !item.isUsed, isAsked(item.rule) {
                add(GovernanceRules.suppressionUnused, item.place, item.rule) {
                    (
                        "the comment hides nothing of `\(item.rule)`",
                        "remove it, or move it to the line that it is about"
                    )
                }
            }
        }
        return issues
    }

    private static func unknown(_ parsed: SuppressionComment) -> (String, help: String) {
        let verbs = SuppressionComment.Scope.allCases.map(\.rawValue)
        let near = Spelling.nearest(to: parsed.verb, among: verbs)
        let words =
            parsed.verb.isEmpty
            ? "nothing stands behind `contractlint:`" : "`contractlint:\(parsed.verb.shortened)` means nothing"
        return (
            words + ", so the comment has no effect",
            near.map { "did you mean `contractlint:\($0)`?" } ?? "write one of: \(verbs.joined(separator: ", "))"
        )
    }

    private static func locked(_ rule: RuleDescriptor) -> (String, help: String) {
        let provenance = rule.provenance
        // The layer that locked it last, else the one that brought it along.
        let what = provenance.enforcement == .mandatory ? "enforcement:" : "lock:"
        let change = provenance.changes.last { $0.what.hasPrefix(what) }
        let layer = (change?.layer ?? provenance.layer).map { " by the layer `\($0.shortened)`" } ?? ""
        let reason =
            GovernanceRules.reasonAgainstExceptions(from: rule)
            ?? "the rule is locked\(layer) (lock: \(provenance.lock.rawValue))"
        let whose = provenance.enforcement == .mandatory ? layer : ""
        return (
            "`\(rule.id)` cannot be suppressed by a comment, since \(reason)\(whose)",
            help: rule.allowsExceptions
                ? "mend the contract, or ask for a waiver" : "mend the contract; nothing can hide this"
        )
    }
}
