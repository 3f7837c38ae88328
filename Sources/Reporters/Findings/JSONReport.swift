internal import Diagnostics

/// The report for programs, version 1: an interface, described by `JSONSchemas.report`. Whoever adds a key adds it there.
enum JSONReport {
    static func render(_ report: Report, _ style: ReportStyle, _ out: Output) -> Output {
        let least = style.least ?? .info
        let tally = Tally(report)
        var json = JSONWriter(out)
        json.object { json in
            json.member("version", 1)
            json.key("tool")
            json.object(.inline) { json in
                json.member("name", "contractlint")
                json.member("version", report.toolVersion)
            }
            json.key("summary")
            json.object { json in write(tally, to: &json) }
            json.key("findings")
            var provenances = Provenances()
            json.array { json in
                for finding in report.findings where finding.severity >= least {
                    write(finding, &provenances, to: &json)
                }
            }
            if let comparisons = report.comparisons, !comparisons.isEmpty {
                json.key("comparisons")
                json.array { json in
                    for comparison in comparisons {
                        json.object { json in
                            json.member("contract", comparison.new.id ?? comparison.old.id)
                            ChangeJSON.writeVersions(of: comparison, to: &json)
                        }
                    }
                }
            }
            if !report.excepted.isEmpty {
                json.key("excepted")
                json.array { json in
                    for finding in report.excepted { write(finding, &provenances, to: &json) }
                }
            }
            if let baseline = report.baseline {
                json.key("baseline")
                json.object { json in
                    json.member("known", baseline.known)
                    json.key("gone")
                    json.array { json in
                        for entry in baseline.gone { json.object { BaselineFile.write(entry, to: &$0) } }
                    }
                }
            }
            if !report.failures.isEmpty {
                json.key("failures")
                json.array { json in
                    for failure in report.failures { write(failure, to: &json) }
                }
            }
        }
        json.end()
        return json.out
    }

    private static func write(_ tally: Tally, to json: inout JSONWriter) {
        json.member("files", tally.files)
        json.member("contracts", tally.contracts)
        json.member("products", tally.products)
        json.member("errors", tally.errors)
        json.member("warnings", tally.warnings)
        json.member("infos", tally.infos)
        json.member("suppressed", tally.suppressed)
        json.member("waived", tally.waived)
    }

    private static func write(
        _ finding: Finding, _ provenances: inout Provenances, to json: inout JSONWriter
    ) {
        json.object { json in
            json.member("rule", finding.rule)
            json.member("severity", finding.severity.rawValue)
            let enforcement = finding.provenance.enforcement
            if enforcement != .waivable { json.member("enforcement", enforcement.rawValue) }
            json.member("message", finding.message)
            write(finding.place, to: &json)
            json.member("route", finding.route)
            json.member("contract", finding.contract)
            json.member("element", finding.element)
            json.member("clause", finding.clause)
            json.member("help", finding.help)
            if !finding.related.isEmpty {
                json.key("related")
                json.array { json in
                    for related in finding.related {
                        json.object { json in
                            write(related.place, to: &json)
                            json.member("message", related.message)
                        }
                    }
                }
            }
            json.key("fingerprint")
            json.value(own: finding.fingerprint)
            json.member("layer", finding.layer)
            json.key("provenance")
            json.value(rendered: provenances[finding])
            json.member("url", finding.url)
            if let exception = finding.exception { write(exception, to: &json) }
            if let fact = finding.change {
                json.key("change")
                json.object { ChangeJSON.write(fact.change, to: &$0) }
            }
        }
    }

    private static func write(_ exception: Finding.Exception, to json: inout JSONWriter) {
        json.key("exception")
        json.object { json in
            json.member("kind", exception.kind.rawValue)
            if exception.isVoid {
                json.key("void")
                json.value(true)
            }
            json.member("note", exception.note)
            if let place = exception.place { write(place, to: &json) }
        }
    }

    /// The members `file` and `range` of the open object.
    private static func write(_ place: Place, to json: inout JSONWriter) {
        json.member("file", place.file)
        json.key("range")
        json.object(.inline) { json in
            json.key("start")
            json.object { json in write(place.start, to: &json) }
            json.key("end")
            json.object { json in write(place.end, to: &json) }
        }
    }

    private static func write(_ position: Position, to json: inout JSONWriter) {
        json.member("line", position.line)
        json.member("column", position.column)
    }

    private static func write(_ failure: Report.Failure, to json: inout JSONWriter) {
        json.object { json in
            json.member("file", failure.file)
            if let position = failure.position {
                json.key("position")
                json.object(.inline) { json in write(position, to: &json) }
            }
            json.member("message", failure.message)
        }
    }
}

/// Provenance of rules, each written once however many findings there are.
private struct Provenances {
    private var known: [RuleDescriptor: String] = [:]

    subscript(_ finding: Finding) -> String {
        mutating get {
            if let text = known[finding.descriptor] { return text }
            let text = ProvenanceJSON.text(of: finding.provenance, pack: String(finding.rule.prefix { $0 != "/" }))
            known[finding.descriptor] = text
            return text
        }
    }
}

enum ProvenanceJSON {
    /// On one line.
    static func text(of provenance: Provenance, pack: String) -> String {
        var json = JSONWriter()
        json.object(.inline) { json in
            json.member("pack", pack)
            json.member("version", provenance.version)
            json.member("digest", provenance.digest)
            json.member("layer", provenance.layer)
            json.member("enforcement", provenance.enforcement.rawValue)
            json.member("lock", provenance.lock.rawValue)
            guard !provenance.changes.isEmpty else { return }
            json.key("changes")
            json.array { json in
                for change in provenance.changes {
                    json.object { json in
                        json.member("layer", change.layer)
                        json.member("change", change.what)
                    }
                }
            }
        }
        return json.text
    }
}
