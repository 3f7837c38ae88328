package import Diagnostics

/// The tests of rule packs for programs.
package enum RuleTestFormats {
    /// Version 1: an interface.
    package static func json(_ report: RuleTestReport) -> String {
        var json = JSONWriter()
        json.object { json in
            json.header(report.toolVersion)
            json.key("summary")
            json.object { json in
                json.member("packs", report.packs.count)
                json.member("rules", report.ruleCount)
                json.member("examples", report.exampleCount)
                json.member("wrong", report.wrongCount)
                json.member("unexercisedClauses", report.unexercisedCount)
            }
            json.key("packs")
            json.array { json in for pack in report.packs { json.object { write(pack, to: &$0) } } }
            json.failures(report.failures)
        }
        json.end()
        return json.text
    }

    private static func write(_ pack: RuleTestReport.Pack, to json: inout JSONWriter) {
        json.member("id", pack.id)
        json.member("version", pack.version)
        json.member("file", pack.file)
        json.key("rules")
        json.array { json in
            for rule in pack.rules {
                json.object { json in
                    json.member("id", rule.id)
                    json.member("unexercisedClauses", rule.unexercised)
                    json.key("examples")
                    json.array { json in
                        for example in rule.examples {
                            json.object(.inline) { json in
                                json.member("expected", example.isFailing ? "fail" : "pass")
                                json.member("note", example.note)
                                json.member("line", example.place.start.line)
                                json.member("column", example.place.start.column)
                                json.member("right", example.problem == nil)
                                json.member("problem", example.problem)
                            }
                        }
                    }
                }
            }
        }
    }

    /// A suite for each pack, in it a case for each example.
    package static func junit(_ report: RuleTestReport) -> String {
        var xml = XMLWriter(Output())
        let errors = report.failures.count
        xml.element(
            "testsuites",
            [
                "name": "contractlint rules test", "tests": "\(report.exampleCount + errors)",
                "failures": "\(report.wrongCount)", "errors": "\(errors)", "time": "0",
            ]
        ) { xml in
            for pack in report.packs { write(pack, to: &xml) }
            if errors > 0 { write(report.failures, to: &xml) }
        }
        return xml.out.text
    }

    private static func write(_ pack: RuleTestReport.Pack, to xml: inout XMLWriter) {
        let examples = pack.rules.flatMap(\.examples)
        let wrong = examples.lazy.filter { $0.problem != nil }.count
        xml.element(
            "testsuite",
            [
                "name": pack.id, "file": pack.file, "tests": "\(examples.count)", "failures": "\(wrong)", "errors": "0",
                "skipped": "0", "time": "0",
            ]
        ) { xml in
            for rule in pack.rules {
                for example in rule.examples {
                    let attributes: XMLWriter.Attributes = [
                        "name": example.name, "classname": rule.id, "file": pack.file,
                        "line": "\(example.place.start.line)", "time": "0",
                    ]
                    guard let problem = example.problem else {
                        xml.element("testcase", attributes)
                        continue
                    }
                    xml.element("testcase", attributes) { xml in
                        xml.textElement("failure", ["message": problem, "type": rule.id]) { xml in
                            var place = Output()
                            place.write(place: example.place)
                            xml.text("\(place.text): error[\(rule.id)]: \(example.name): \(problem)")
                        }
                    }
                }
            }
        }
    }

    private static func write(_ failures: [Report.Failure], to xml: inout XMLWriter) {
        xml.element(
            "testsuite",
            [
                "name": "contractlint run", "tests": "\(failures.count)", "failures": "0",
                "errors": "\(failures.count)", "skipped": "0", "time": "0",
            ]
        ) { xml in
            for (index, failure) in failures.enumerated() {
                let attributes: XMLWriter.Attributes = [
                    "name": "mistake \(index + 1)", "classname": failure.file ?? "contractlint", "time": "0",
                ]
                xml.element("testcase", attributes) { xml in
                    xml.textElement("error", ["message": failure.message, "type": "contractlint/run"]) { xml in
                        xml.text("error: " + (failure.place.map { $0 + ": " } ?? "") + failure.message)
                    }
                }
            }
        }
    }
}
