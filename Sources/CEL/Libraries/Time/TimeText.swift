/// Timestamps and durations as texts, for messages.
package enum TimeText {
    /// As `string(value)` gives it; a timestamp at midnight as its day alone.
    package static func text(of value: Value) -> String {
        var text: [UInt8] = []
        switch value.tag {
        case .timestamp:
            guard let instant = Instant(seconds: value.seconds, nanos: value.nanos) else { return "" }
            TimestampText.write(instant, into: &text)
            let midnight = Array("T00:00:00Z".utf8)
            if text.suffix(midnight.count).elementsEqual(midnight) { text.removeLast(midnight.count) }
        case .duration:
            guard let span = Span(seconds: value.seconds, nanos: value.nanos) else { return "" }
            DurationText.write(span, into: &text)
        default: break
        }
        return String(decoding: text, as: UTF8.self)
    }
}
