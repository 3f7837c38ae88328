/// Promises about the data (since 0.9.3). Each level becomes an SLA property: its key the property, what it
/// measures the value.
extension DCS {
    static let serviceLevels = Shape(
        "ServiceLevels", "the service levels", as: nil, open: .all,
        rows: [
            level(.availability, "Availability", "How much of the time the data can be reached"),
            level(.retention, "Retention", "How long the data is kept"),
            level(.latency, "Latency", "How long data takes from its source to its consumers"),
            level(.freshness, "Freshness", "How old the youngest record may be"),
            level(.frequency, "Frequency", "How often the data is updated"),
            level(.support, "Support", "When and how fast questions are answered"),
            level(.backup, "Backup", "How the data is backed up and restored"),
        ])

    private static func level(_ key: Key, _ shape: String, _ doc: String) -> Row {
        Row(key, .shape(shape, nameAs: .property), as: .slaProperties, doc)
    }

    private static let words = Row(.description, .text, "The promise in words")
    private static let cron = Row(.cron, .text, "When it happens, as a cron expression")

    static let availability = Shape(
        "Availability", "an availability promise", as: .sla, open: .all,
        rows: [
            words,
            Row(
                .percentage, .text(matching: StandardPattern(#"^\d+(\.\d+)?%$"#, "a percentage such as 99.9%")),
                as: .value,
                "The share of time that the data can be reached, with its percent sign"),
        ])

    static let retention = Shape(
        "Retention", "a retention promise", as: .sla, open: .all,
        rows: [
            words,
            Row(.period, .text, as: .value, "How long the data is kept: 30d, 1 year or P1Y"),
            Row(.unlimited, .boolean, "Whether the data is kept for ever"),
            Row(.timestampField, .text, as: .element, "The field that the period counts from"),
        ])

    static let latency = Shape(
        "Latency", "a latency promise", as: .sla, open: .all,
        rows: [
            words,
            Row(.threshold, .text, as: .value, "The most time that may pass: 25h or PT25H"),
            Row(.sourceTimestampField, .text, "The field that says when the data arose at its source"),
            Row(.processedTimestampField, .text, "The field that says when the data could be consumed"),
        ])

    static let freshness = Shape(
        "Freshness", "a freshness promise", as: .sla, open: .all,
        rows: [
            words,
            Row(.threshold, .text, as: .value, "The greatest age of the youngest record: 25h or PT25H"),
            Row(.timestampField, .text, as: .element, "The field that says how old a record is"),
        ])

    static let frequency = Shape(
        "Frequency", "a frequency promise", as: .sla, open: .all,
        rows: [
            words,
            Row(.type, .text("batch", "micro-batching", "streaming", "manual"), "How the data is processed"),
            Row(.interval, .text, as: .value, "How often a batch runs"),
            cron,
        ])

    static let support = Shape(
        "Support", "a support promise", as: .sla, open: .all,
        rows: [
            words,
            Row(.time, .text, "When somebody answers: 24/7, business hours"),
            Row(.responseTime, .text, as: .value, "How fast somebody answers"),
        ])

    static let backup = Shape(
        "Backup", "a backup promise", as: .sla, open: .all,
        rows: [
            words,
            Row(.interval, .text, as: .value, "How often a backup is made"),
            cron,
            Row(.recoveryTime, .text, "How long a restore takes at most"),
            Row(.recoveryPoint, .text, "How much time's data a restore may lose"),
        ])
}
