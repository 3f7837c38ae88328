internal import Diagnostics

/// Changes for programs, version 1: an interface.
enum ChangeJSON {
    /// - Returns: the output with what has not gone to its sink.
    static func render(_ reports: [ChangeReport], _ out: Output) -> Output {
        var json = JSONWriter(out)
        json.object { json in
            json.member("version", 1)
            json.member("profile", (reports.first?.profile ?? .consumer).rawValue)
            if reports.count == 1 {
                writeMembers(of: reports[0], to: &json)
            } else {
                json.key("pairs")
                json.array { json in
                    for report in reports { json.object { writeMembers(of: report, to: &$0) } }
                }
            }
        }
        json.end()
        return json.out
    }

    /// The members of a pair, for the open object.
    static func writeMembers(of report: ChangeReport, to json: inout JSONWriter) {
        writeVersions(of: report, to: &json)
        json.key("changes")
        json.array { json in
            for change in report.changes { json.object { write(change, to: &$0) } }
        }
    }

    /// The members that say what the changes ask of the version, for the open object.
    static func writeVersions(of report: ChangeReport, to json: inout JSONWriter) {
        write(report.old, as: "old", to: &json)
        write(report.new, as: "new", to: &json)
        json.member("minimumBump", report.minimumBump.rawValue)
        json.member("declaredBump", report.declaredBump?.rawValue)
        json.member("suggestedVersion", report.suggestedVersion)
    }

    private static func write(_ version: ChangeReport.Version, as key: String, to json: inout JSONWriter) {
        json.key(key)
        json.object(.inline) { json in
            json.member("file", version.file)
            json.member("id", version.id)
            json.member("version", version.version)
        }
    }

    /// The members of a change, for the open object.
    static func write(_ change: ChangeReport.Change, to json: inout JSONWriter) {
        json.member("id", change.id)
        json.member("element", change.element)
        json.member("verdict", change.verdict.rawValue)
        json.key("profiles")
        json.object(.inline) { json in
            json.member("consumer", change.consumer.rawValue)
            json.member("producer", change.producer.rawValue)
            json.member("full", change.full.rawValue)
        }
        json.member("relation", change.relation?.rawValue)
        json.member("bump", change.bump.rawValue)
        json.key("hurts")
        json.array(.inline) { json in for profile in change.hurts { json.value(profile.rawValue) } }
        write(change.old, as: "old", to: &json)
        write(change.new, as: "new", to: &json)
        json.member("message", change.message)
        json.member("reason", change.reason)
        json.member("remedy", change.remedy)
    }

    private static func write(_ side: ChangeReport.Side, as key: String, to json: inout JSONWriter) {
        json.key(key)
        json.object { json in
            json.key("range")
            json.object(.inline) { json in
                for (name, position) in [("start", side.place.start), ("end", side.place.end)] {
                    json.key(name)
                    json.object { json in
                        json.member("line", position.line)
                        json.member("column", position.column)
                    }
                }
            }
            json.member("route", side.route)
            json.member("value", side.value)
        }
    }
}
