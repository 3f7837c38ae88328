package import Diagnostics

/// The findings that are known, as a file: JSON, an entry a finding in the order given, the same bytes for the same entries.
package enum BaselineFile {
    package static func text(of entries: [Report.Baseline.Entry]) -> String {
        var json = JSONWriter()
        json.object { json in
            json.member("version", 1)
            json.key("findings")
            json.array { json in
                for entry in entries { json.object { write(entry, to: &$0) } }
            }
        }
        json.end()
        return json.text
    }

    /// The members of the open object.
    static func write(_ entry: Report.Baseline.Entry, to json: inout JSONWriter) {
        json.key("fingerprint")
        json.value(own: entry.fingerprint)
        json.member("rule", entry.rule)
        json.member("contract", entry.contract)
        json.member("file", entry.file)
        json.member("element", entry.element)
        json.member("message", entry.message)
    }
}
