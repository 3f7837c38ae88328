import Diagnostics
import FuzzDriver
import Governance
import Reporters
import YAMLTree

/// Checks whatever bytes libFuzzer comes up with, and traps where an invariant does not hold.
@main
enum FuzzCheck {
    static func main() {
        fuzz { bytes, length in
            FuzzCheck.check([UInt8](UnsafeBufferPointer(start: bytes, count: length)))
            return 0
        }
    }

    /// Small enough that inputs reach every limit.
    private static let tight: Configuration = {
        let text =
            "version: 1\nlimits: {flowNesting: 3, blockNesting: 6, aliasNodes: 20, fileBytes: 2000, nodes: 200}\n"
        guard let configuration = try? Configuration(name: "tight", raw: Array(text.utf8))
        else {
            fatalError("the configuration of the fuzz target is wrong")
        }
        return configuration
    }()

    private static func check(_ raw: [UInt8]) {
        for configuration in [Configuration(), tight] {
            let result = found(raw, configuration)
            let report = report(of: result)
            let lines = lineCount(raw)
            for finding in report.findings {
                for place in [finding.place] + finding.related.map(\.place) {
                    precondition(place.start.line >= 1 && place.start.column >= 1, "a place before the file")
                    precondition(place.start <= place.end, "a place that ends before it starts")
                    precondition(place.end.line <= lines, "a place behind the file")
                }
            }
            for format in ReportFormat.allCases {
                let text = format.render(report)
                let isClean = text.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A || $0 == 0x09 }
                precondition(isClean, "a control character in the \(format) report")
            }
            let again = Self.report(of: found(raw, configuration))
            precondition(again.findings == report.findings, "two checks of one file differ")
        }
        _ = try? Configuration(name: "fuzz", raw: raw)
    }

    private static func found(_ raw: [UInt8], _ configuration: Configuration) -> FileResult {
        let jurisdiction = Jurisdiction(configuration)
        return FileCheck(Exceptions([jurisdiction], today: 0), withExcerpts: true)
            .run(name: "fuzz.odcs.yaml", raw: raw, jurisdiction, CheckCache())
    }

    private static func report(of result: FileResult) -> Report {
        Report(
            toolVersion: "0", documents: result.documents, findings: result.findings, families: RuleCatalogue.families)
    }

    /// At least as many as the file has, whatever its encoding.
    private static func lineCount(_ raw: [UInt8]) -> Int {
        1 + raw.lazy.filter { $0 == 0x0A || $0 == 0x0D }.count
    }
}
