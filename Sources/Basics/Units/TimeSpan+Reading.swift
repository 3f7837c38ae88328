extension TimeSpan {
    /// A length of time as people write it: a number with its unit beside it or behind it (`25h`, `1 year`, `every 15
    /// minutes`), an ISO 8601 duration (`P1Y`, `PT4H`), or a word that means one (`daily`). Nil: it is none.
    ///
    /// With a unit of its own the value needs no other, but may repeat it.
    ///
    /// - Parameter unit: empty where there is none.
    package init?(value: UnsafeBufferPointer<UInt8>, unit: UnsafeBufferPointer<UInt8>) {
        var value = value.trimmed
        let unit = unit.trimmed
        let isEvery = value.count > 6 && zip(value, "every ".utf8).allSatisfy { $0.lowered == $1 }
        if isEvery { value = UnsafeBufferPointer(rebasing: value[6...]).trimmed }
        guard let (number, length) = DecimalNumber.read(value) else {
            guard unit.isEmpty,
                let span = isEvery ? TimeUnits.unit(value) : TimeSpan(iso: value) ?? TimeUnits.period(value)
            else { return nil }
            self = span
            return
        }
        let rest = UnsafeBufferPointer(rebasing: value[length...]).trimmed
        let own = TimeUnits.unit(rest.isEmpty ? unit : rest)
        guard let own, rest.isEmpty || unit.isEmpty || own == TimeUnits.unit(unit), abs(number.value) < Self.most
        else { return nil }
        self = own.times(number)
    }

    /// More of any unit is no length of time.
    private static let most = 1e18

    /// Reads `P1Y2M10DT2H30M`, ISO 8601-1:2019, 5.5.2.2 and 5.5.2.4. A fraction may stand anywhere; the order of the
    /// units is kept.
    package init?(iso text: UnsafeBufferPointer<UInt8>) {
        guard text.first?.lowered == UInt8(ascii: "p"), text.count <= 64 else { return nil }
        self.init()
        var at = 1
        var isTime = false
        var last = 0
        while at < text.count {
            if text[at].lowered == UInt8(ascii: "t") {
                guard !isTime, at + 1 < text.count else { return nil }
                isTime = true
                last = 4
                at += 1
                continue
            }
            guard text[at].isDigit,
                let (number, length) = DecimalNumber.read(UnsafeBufferPointer(rebasing: text[at...])),
                number.value < Self.most
            else { return nil }
            at += length
            guard at < text.count, let (unit, rank) = Self.designator(text[at].lowered, isTime), rank > last else {
                return nil
            }
            let part = unit.times(number)
            months += part.months
            nanoseconds += part.nanoseconds
            last = rank
            at += 1
        }
        if last == 0 || text.count < 3 { return nil }
    }

    /// The unit of a designator, and its place in the order of all.
    private static func designator(_ letter: UInt8, _ isTime: Bool) -> (unit: TimeSpan, rank: Int)? {
        switch (letter, isTime) {
        case (UInt8(ascii: "y"), false): (TimeSpan(months: 12), 1)
        case (UInt8(ascii: "m"), false): (TimeSpan(months: 1), 2)
        case (UInt8(ascii: "w"), false): (TimeSpan(nanoseconds: TimeUnits.week), 3)
        case (UInt8(ascii: "d"), false): (TimeSpan(nanoseconds: TimeUnits.day), 4)
        case (UInt8(ascii: "h"), true): (TimeSpan(nanoseconds: TimeUnits.hour), 5)
        case (UInt8(ascii: "m"), true): (TimeSpan(nanoseconds: TimeUnits.minute), 6)
        case (UInt8(ascii: "s"), true): (TimeSpan(nanoseconds: TimeUnits.second), 7)
        default: nil
        }
    }
}
