internal import Basics
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Quality rules of an object or a property.
extension ContractComparison {
    mutating func compareQuality(_ old: ElementRef, _ new: ElementRef) {
        let (own, other) = (old.elements(.quality), new.elements(.quality))
        if own.isEmpty && other.isEmpty { return }
        // What lists the allowed values is compared as such.
        let isListedByOld = old.kind == .property ? AllowedList.rule(of: self.old.view(old))?.rule.id : nil
        let isListedByNew = new.kind == .property ? AllowedList.rule(of: self.new.view(new))?.rule.id : nil
        func content(_ rule: ElementRef) -> String { ValueEquality.canonical(rule.document.tree, rule.node) }
        func measure(_ rule: ElementRef) -> String? {
            guard let measure = QualityRange.metric(rule) ?? rule.text(.query) ?? rule.text(.engine) else {
                return nil
            }
            return "\(Self.type(rule))\u{0}\(measure)\u{0}\(rule.text(.dimension) ?? "")"
        }
        /// Of one kind, with the same operators: the only such rule that went was replaced by the only one that came.
        func demand(_ rule: ElementRef) -> String {
            let operators = QualityRange.keys.filter(rule.has).map(\.rawValue)
            return ([Self.type(rule)] + operators).joined(separator: "\u{0}")
        }
        let matching = ElementMatching(
            own, other,
            by: [
                content, { NaturalKey(of: $0)?.text }, measure,
                { $0.text(.type) == "text" ? $0.text(.description) : nil },
                { $0.has(.metric) ? nil : "\($0.text(.type) ?? "")\u{0}\($0.text(.dimension) ?? "")" },
            ], lastly: demand)
        for (own, other) in matching.pairs { compareRules(own, other) }
        for rule in matching.removed where rule.id != isListedByOld {
            list.add(
                .qualityRemoved, rule.side(), new.holder, "the quality rule \(Self.title(rule)) is gone", path: new.path
            )
        }
        for rule in matching.added where rule.id != isListedByNew {
            list.add(.qualityAdded, old.holder, rule.side(), "the quality rule \(Self.title(rule)) is new")
        }
    }

    private static func title(_ rule: ElementRef) -> String {
        let text = rule.text(.name) ?? rule.text(.metric) ?? rule.text(.description) ?? rule.text(.query)
        return text.map { "`\($0.shortened)`" } ?? "without a name"
    }

    private mutating func compareRules(_ own: ElementRef, _ other: ElementRef) {
        if isSame(own, other) { return }
        compareRanges(own, other)
        if Self.type(own) != Self.type(other) {
            addIfDifferent(.qualityEdited, "type", own, own.node(.type), other, other.node(.type))
        }
        if QualityRange.metric(own) != QualityRange.metric(other) {
            addIfDifferent(.qualityEdited, "metric", own, own.node(.metric), other, other.node(.metric))
        }
        for key in Self.measures {
            addIfDifferent(.qualityEdited, key.rawValue, own, own.node(key), other, other.node(key))
        }
        compareArguments(own, other)
        if own.text(.type) == "text" || other.text(.type) == "text" {
            addIfDifferent(
                .qualityEdited, "description", own, own.node(.description), other, other.node(.description))
        } else {
            addIfDifferent(
                .descriptionChanged, "description", own, own.node(.description), other, other.node(.description))
        }
        compareSeverities(own, other)
        compareSchedules(own, other)
        compareDetails(own, other, except: Self.qualityKeys, Self.notes)
    }

    private static let measures: [Key] = [
        .query, .engine, .implementation, .templateName, .toolRuleName, .code, .column, .columns, .rule, .dialect,
    ]

    /// A rule with a metric is one of the library unless it says otherwise.
    private static func type(_ rule: ElementRef) -> String {
        rule.text(.type) ?? (rule.has(.metric) ? "library" : "")
    }

    private static let qualityKeys: KeySet = KeySet(
        .id, .type, .metric, .query, .engine, .implementation, .templateName, .toolRuleName, .code, .column, .columns,
        .rule, .dialect, .arguments, .validValues, .unit, .description, .severity, .scheduler, .schedule,
        .mustBe, .mustNotBe, .mustBeGreaterThan, .mustBeGreaterOrEqualTo, .mustBeLessThan, .mustBeLessOrEqualTo,
        .mustBeBetween, .mustNotBeBetween)

    // MARK: What it allows

    private mutating func compareRanges(_ own: ElementRef, _ other: ElementRef) {
        let changed = QualityRange.keys.filter { !isEqual(own.node($0), other.node($0)) }
        // Thresholds in two units cannot be compared.
        let (unit, newUnit) = (QualityRange.unit(own), QualityRange.unit(other))
        if unit != newUnit {
            addIfDifferent(.qualityEdited, "unit", own, own.node(.unit), other, other.node(.unit))
        }
        if changed.isEmpty { return }
        let (before, after) = (QualityRange(own), QualityRange(other))
        var relation = Relation.unknown
        if let a = before.set, let b = after.set, unit == newUnit { relation = b.relation(to: a) }
        // Without an operator nothing is promised.
        if unit == newUnit, relation == .unknown || !before.hasOperator || !after.hasOperator {
            if !before.hasOperator { relation = .narrows } else if !after.hasOperator { relation = .widens }
        }
        let kind: ChangeKind
        switch relation {
        case .equal: return
        case .narrows: kind = .qualityTightened
        case .widens: kind = .qualityLoosened
        case .overlaps, .disjoint: kind = .qualityMoved
        case .unknown: kind = .qualityEdited
        }
        let (first, second) = (Self.side(own, changed), Self.side(other, changed))
        let message = changed.map { key in
            Self.message(
                key.rawValue, own.node(key).map(old.tree.shortText(of:)), other.node(key).map(new.tree.shortText(of:)))
        }.joined(separator: ", ")
        settle(changed.map { (own.node($0), other.node($0)) })
        list.add(kind, first, second, message, relation: relation)
    }

    private static func side(_ rule: ElementRef, _ keys: [Key]) -> Change.Side {
        guard let key = keys.first(where: rule.has), let node = rule.node(key) else { return rule.holder }
        return Change.Side(
            owner: rule, node: node, value: "\(key.rawValue): \(rule.document.tree.shortText(of: node))")
    }

    private mutating func compareArguments(_ own: ElementRef, _ other: ElementRef) {
        let isList = { (rule: ElementRef) in
            rule.has(.validValues)
                || rule.node(.arguments).flatMap { rule.document.tree.value(of: "validValues", in: $0) } != nil
        }
        // Lists of values that no value may break are compared as such.
        let isStrict = { (rule: ElementRef) in
            rule.number(.mustBe) == 0 || !QualityRange.keys.contains { rule.has($0) }
        }
        if isList(own), isList(other), isStrict(own), isStrict(other), own.parent?.kind == .property { return }
        addIfDifferent(.qualityEdited, "arguments", own, own.node(.arguments), other, other.node(.arguments))
        addIfDifferent(.qualityEdited, "validValues", own, own.node(.validValues), other, other.node(.validValues))
    }

    // MARK: How much it weighs

    private mutating func compareSeverities(_ own: ElementRef, _ other: ElementRef) {
        if isEqual(own.node(.severity), other.node(.severity)) { return }
        let (first, second) = (own.side(own.node(.severity)), other.side(other.node(.severity)))
        let kind: ChangeKind
        if let before = Self.rank(own), let after = Self.rank(other) {
            if before == after { return }
            kind = after < before ? .qualitySeverityLowered : .qualitySeverityRaised
        } else {
            kind = .qualitySeverityChanged
        }
        list.add(kind, first, second, Self.message("severity", first, second))
    }

    /// Nothing said weighs as much as an error; nil: a word without a rank.
    private static func rank(_ rule: ElementRef) -> Int? {
        guard let word = rule.text(.severity)?.lowercased() else { return 3 }
        return severities.firstIndex { $0.contains(word) }
    }

    private static let severities: [Set<String>] = [
        ["info", "information", "informational", "none", "trivial"], ["low", "minor", "notice"],
        ["warning", "warn", "medium", "moderate"], ["error", "high", "major"],
        ["critical", "fatal", "blocker", "severe"],
    ]

    private mutating func compareSchedules(_ own: ElementRef, _ other: ElementRef) {
        let (oldNode, newNode) = (own.node(.schedule), other.node(.schedule))
        addIfDifferent(.detailChanged, "scheduler", own, own.node(.scheduler), other, other.node(.scheduler))
        if isEqual(oldNode, newNode) { return }
        let kind: ChangeKind
        switch (own.text(.schedule), other.text(.schedule)) {
        case (nil, _): kind = .qualityMoreFrequent
        case (_, nil): kind = .qualityRarer
        case (let before?, let after?):
            let order = Frequency(before).flatMap { a in Frequency(after).map { $0.order(a) } }
            kind = order == 1 ? .qualityRarer : order == -1 ? .qualityMoreFrequent : .qualityScheduleChanged
        }
        let (first, second) = (own.side(oldNode), other.side(newNode))
        list.add(kind, first, second, Self.message("schedule", first, second))
    }
}
