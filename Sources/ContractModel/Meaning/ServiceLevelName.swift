/// Names of service levels, however they are spelt.
package enum ServiceLevelName {
    /// Letters alone, in lower case: `Time to Repair`, `timeToRepair` and `time_to_repair` are one.
    package static func normalised(_ name: String) -> String {
        let letters = String(name.lowercased().prefix(80).filter { $0.isLetter || $0.isNumber })
        return shortNames[letters] ?? letters
    }

    /// True when the level says how often something comes.
    package static func isFrequency(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        // Its names begin with `f`.
        name.first.map { $0 | 0x20 } == UInt8(ascii: "f")
            && normalised(String(decoding: name, as: UTF8.self)) == "frequency"
    }

    /// ODCS 3.1, "Service-Level Agreement": the abbreviations of its properties
    /// (https://bitol-io.github.io/open-data-contract-standard/v3.1.0/service-level-agreement/).
    private static let shortNames: [String: String] = [
        "av": "availability", "th": "throughput", "er": "errorrate", "ga": "generalavailability",
        "es": "endofsupport", "el": "endoflife", "re": "retention", "fy": "frequency", "frequencyofupdate": "frequency",
        "ly": "latency", "td": "timetodetect", "tn": "timetonotify", "tr": "timetorepair",
    ]
}
