package import Diagnostics

/// Report of an expression tried on a contract: a line for each element, below it what its parts are.
package enum EvaluationText {
    package static func text(_ report: EvaluationReport, color: Bool) -> String {
        var text = TextWriter(Output(), color: color)
        let width = min(60, report.rows.map { $0.element.unicodeScalars.count }.max() ?? 0)
        for row in report.rows {
            text.out.write(safe: row.element)
            text.out.write(UInt8(ascii: " "), times: max(1, width + 2 - row.element.unicodeScalars.count))
            text.write(UnsafeText.escaped(row.value), in: row.type == "error" ? .error : .strong)
            text.write(UnsafeText.escaped(" (\(row.type))"), in: .faint)
            text.out.write("\n")
            for part in row.parts {
                text.out.write("    ")
                text.out.write(safe: "\(part.text) is \(part.value)")
                text.out.write("\n")
            }
        }
        for note in report.notes {
            text.write("note", in: .info)
            text.out.write(safe: ": \(note)")
            text.out.write("\n")
        }
        return text.out.text
    }

    package static func json(_ report: EvaluationReport) -> String {
        var json = JSONWriter()
        json.object { json in
            json.header(report.toolVersion)
            json.member("expression", report.expression)
            json.member("file", report.file)
            json.key("values")
            json.array { json in
                for row in report.rows {
                    json.object { json in
                        json.member("element", row.element)
                        json.member("line", row.line)
                        json.member("value", row.value)
                        json.member("type", row.type)
                        json.key("parts")
                        json.array { json in
                            for part in row.parts {
                                json.object(.inline) { json in
                                    json.member("expression", part.text)
                                    json.member("value", part.value)
                                }
                            }
                        }
                    }
                }
            }
            json.member("notes", report.notes)
        }
        json.end()
        return json.text
    }
}
