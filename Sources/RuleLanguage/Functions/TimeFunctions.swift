internal import Basics
internal import CEL
internal import ContractModel

/// Functions about days and spans of time.
enum TimeFunctions {
    static let all: [Function] = [
        Function(
            means: "The day of the run at midnight UTC; `--today` sets it",
            Overload("today", [], .timestamp) { _, evaluation in
                .timestamp(seconds: evaluation.model.today, nanos: 0)
            }),
        Function(
            means: "A text such as 2026-01-31 or 2026-01-31T12:00:00Z as a point in time",
            Overload("date", [.string], .timestamp, acceptsAbsent: true, promises: Promises(absence: .byArguments)) {
                arguments, _ in
                guard arguments[0].tag == .string else { return .absent }
                guard let time = DateTime(arguments[0].utf8), time.kind != .time else { return .absent }
                var seconds = time.seconds
                if case .offset(let offset) = time.zone { seconds -= offset }
                return .timestamp(seconds: Int64(seconds), nanos: Int32(time.nanoseconds))
            }),
        Function(
            "duration",
            means:
                "The value of a service level with its unit as a length of time; twelve months count 365 days, others 30 each",
            [
                Overload(
                    "duration_sla", [.object("sla")], .duration, acceptsAbsent: true,
                    promises: Promises(absence: .possible)
                ) { arguments, evaluation in
                    duration(of: arguments[0], evaluation.model)
                }
            ]),
    ]

    /// The value of a service level in its unit; of DCS, whose values bring their unit along, the value alone.
    private static func duration(of level: CELValue, _ host: ModelHost) -> CELValue {
        let value = host.node(Key.value.fieldNumber, of: level)
        guard value >= 0 else { return .absent }
        let unit = host.node(Key.unit.fieldNumber, of: level)
        let property = host.node(Key.property.fieldNumber, of: level)
        let none = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        let span = Quantity.span(
            host.memory.text(of: value), unit: unit < 0 ? none : host.memory.text(of: unit),
            isFrequency: property >= 0 && ServiceLevelName.isFrequency(host.memory.text(of: property)))
        guard let seconds = span?.seconds, abs(seconds) < 9.2e9 else { return .absent }
        let whole = seconds.rounded(.down)
        let nanos = min(((seconds - whole) * 1e9).rounded(), 999_999_999)
        return .duration(seconds: Int64(whole), nanos: Int32(nanos))
    }
}
