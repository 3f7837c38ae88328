internal import Basics
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Service levels.
extension ContractComparison {
    mutating func compareServiceLevels() {
        let (own, other) = (old.root.elements(.slaProperties), new.root.elements(.slaProperties))
        func name(_ level: ElementRef) -> String? { level.text(.property).map(ServiceLevelName.normalised) }
        let matching = ElementMatching(
            own, other,
            by: [
                { NaturalKey(of: $0)?.text },
                { level in name(level).map { "\($0)\u{0}\(level.text(.element) ?? "")" } }, name,
            ])
        for (own, other) in matching.pairs { compareLevels(own, other) }
        for level in matching.removed {
            if ServiceLevel.isEnding(level) {
                list.add(
                    .endOfLifeDeferred, level.side(level.node(.value)), new.root.holder,
                    "the date of \(Self.title(level)) is gone")
            } else {
                list.add(.slaRemoved, level.side(), new.root.holder, "\(Self.title(level)) is promised no longer")
            }
        }
        for level in matching.added {
            if ServiceLevel.isEnding(level) {
                addEnding(level, old.root.holder, level.side(level.node(.value)))
            } else {
                list.add(.slaAdded, old.root.holder, level.side(), "\(Self.title(level)) is promised now")
            }
        }
        addIfDifferent(
            .detailChanged, "slaDefaultElement", old.root, old.root.node(.slaDefaultElement), new.root,
            new.root.node(.slaDefaultElement))
    }

    private static func title(_ level: ElementRef) -> String {
        level.text(.property).map { "`\($0.shortened)`" } ?? "a service level"
    }

    private mutating func compareLevels(_ own: ElementRef, _ other: ElementRef) {
        if isSame(own, other) { return }
        if own.text(.property).map(ServiceLevelName.normalised)
            != other.text(.property).map(ServiceLevelName.normalised)
        {
            // Of one id, and about something else.
            addIfDifferent(.slaChanged, "property", own, own.node(.property), other, other.node(.property))
        } else {
            compareValues(own, other)
        }
        // What DCS promises beside the value: how fast a backup is restored, how often it is made by a cron expression.
        for key in [Key.recoveryTime, .recoveryPoint] {
            comparePromises(key, own, other, { Quantity($0, unit: nil) })
        }
        compareSchedules(own, other)
        for key in [Key.valueExt, .element, .time] {
            addIfDifferent(.slaChanged, key.rawValue, own, own.node(key), other, other.node(key))
        }
        compareDetails(own, other, except: Self.levelKeys, Self.notes)
    }

    private static let levelKeys = KeySet(
        .id, .property, .value, .valueExt, .unit, .element, .unlimited, .recoveryTime, .recoveryPoint, .cron, .time)

    /// Compares a promise of which less is better.
    private mutating func comparePromises(
        _ key: Key, _ own: ElementRef, _ other: ElementRef, _ quantity: (String) -> Quantity
    ) {
        if isEqual(own.node(key), other.node(key)) { return }
        let kind: ChangeKind
        switch (own.text(key).map(quantity), other.text(key).map(quantity)) {
        case (nil, _): kind = .slaStrengthened
        case (_, nil): kind = .slaWeakened
        case (let before?, let after?):
            let order = after.order(before)
            // As often, and at other hours.
            kind = order == 0 && key == .cron ? .slaChanged : order.map(Self.kindWhereLessIsBetter) ?? .slaChanged
        }
        addIfDifferent(kind, key.rawValue, own, own.node(key), other, other.node(key))
    }

    /// DCS has an interval and a cron expression for one frequency, of which either is enough (DCS 1.2.1, "Frequency Object").
    private mutating func compareSchedules(_ own: ElementRef, _ other: ElementRef) {
        func quantity(_ text: String) -> Quantity { Frequency(text).map { .span($0.span) } ?? .words(text) }
        let (first, second) = (own.node(.cron), other.node(.cron))
        guard (first == nil) != (second == nil) else { return comparePromises(.cron, own, other, quantity) }
        let (before, after) = (own.text(.cron) ?? own.text(.value), other.text(.cron) ?? other.text(.value))
        guard let before, let after else { return comparePromises(.cron, own, other, quantity) }
        // Where the interval went the same way, that is said already.
        let isSaid = !isEqual(own.node(.value), other.node(.value))
        let order = quantity(after).order(quantity(before))
        let kind: ChangeKind = isSaid ? .detailChanged : order.map(Self.kindWhereLessIsBetter) ?? .slaChanged
        addIfDifferent(kind, Key.cron.rawValue, own, first, other, second)
    }

    private static func kindWhereLessIsBetter(_ order: Int) -> ChangeKind {
        order == 0 ? .slaRespelled : order < 0 ? .slaStrengthened : .slaWeakened
    }

    private mutating func compareValues(_ own: ElementRef, _ other: ElementRef) {
        if isEqual(own.node(.value), other.node(.value)), isEqual(own.node(.unit), other.node(.unit)),
            own.truth(.unlimited) == other.truth(.unlimited)
        {
            return
        }
        let (before, after) = (ServiceLevel(own), ServiceLevel(other))
        settle([.value, .unit, .unlimited].map { (own.node($0), other.node($0)) })
        let isValueChanged = !isEqual(own.node(.value), other.node(.value))
        let key: Key = isValueChanged ? .value : .unit
        let first = Change.Side(owner: own, node: own.node(key) ?? own.anchor, value: before.text)
        let second = Change.Side(owner: other, node: other.node(key) ?? other.anchor, value: after.text)
        let message = Self.message(own.text(.property) ?? "value", first, second)
        guard let before = before.quantity, let after = after.quantity, let order = after.order(before) else {
            list.add(.slaChanged, first, second, message)
            return
        }
        if order == 0 {
            let isAtOtherHours = [own, other].allSatisfy { level in
                ServiceLevel.isFrequency(level) && level.text(.value).map(Frequency.isExpression) ?? false
            }
            list.add(isAtOtherHours ? .slaChanged : .slaRespelled, first, second, message)
            return
        }
        switch ServiceLevel.direction(own) {
        case nil: list.add(.slaChanged, first, second, message)
        case .ending:
            if order < 0 {
                addEnding(other, first, second)
            } else {
                list.add(.endOfLifeDeferred, first, second, message)
            }
        case .retention: list.add(order > 0 ? .retentionLengthened : .retentionShortened, first, second, message)
        case .higher: list.add(order > 0 ? .slaStrengthened : .slaWeakened, first, second, message)
        case .lower: list.add(Self.kindWhereLessIsBetter(order), first, second, message)
        }
    }

    /// An end that is new, or nearer than it was.
    private mutating func addEnding(_ level: ElementRef, _ first: Change.Side, _ second: Change.Side) {
        let message = Self.message(level.text(.property) ?? "endOfLife", first, second)
        guard case .date(let date) = ServiceLevel(level).quantity else {
            list.add(.endOfLifeSooner, first, second, message)
            return
        }
        guard let today = options.today else {
            list.add(.endOfLifeSooner, first, second, message)
            return
        }
        let isImminent = date.day.subtractingReportingOverflow(today).partialValue < options.noticeWindow
        list.add(isImminent ? .endOfLifeImminent : .endOfLifeSooner, first, second, message)
    }
}

/// Promise of one service level.
struct ServiceLevel {
    enum Direction { case lower, higher, retention, ending }

    let quantity: Quantity?
    let text: String?

    init(_ level: ElementRef) {
        if level.truth(.unlimited) == true {
            quantity = .unlimited
            text = "unlimited"
            return
        }
        let unit = level.text(.unit)
        let value = level.text(.value)
        quantity = value.map { Quantity($0, unit: unit, isFrequency: Self.isFrequency(level)) }
        text = value.map { [$0.shortened, unit?.shortened].compactMap(\.self).joined(separator: " ") }
    }

    static func isFrequency(_ level: ElementRef) -> Bool {
        level.text(.property).map(ServiceLevelName.normalised) == "frequency"
    }

    static func direction(_ level: ElementRef) -> Direction? {
        switch level.text(.property).map(ServiceLevelName.normalised) {
        case "latency", "freshness", "errorrate", "frequency", "timeofavailability", "timetodetect", "timetonotify",
            "timetorepair", "support", "backup", "responsetime", "recoverytime", "recoverypoint":
            .lower
        case "availability", "throughput", "uptime", "completeness": .higher
        case "retention": .retention
        case "endofsupport", "endoflife": .ending
        case let name?: name.hasPrefix("timeto") ? .lower : nil
        default: nil
        }
    }

    static func isEnding(_ level: ElementRef) -> Bool { direction(level) == .ending }
}
