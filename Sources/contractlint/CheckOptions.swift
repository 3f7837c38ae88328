import ArgumentParser
internal import Basics
import ContractModel
import Diagnostics
import Governance
import Reporters
import Workspace

/// `--report FORMAT=FILE`
struct ReportTarget: ExpressibleByArgument {
    let format: ReportFormat
    let file: String

    init?(argument: String) {
        guard let separator = argument.firstIndex(of: "="),
            let format = ReportFormat(rawValue: String(argument[..<separator]))
        else {
            return nil
        }
        file = String(argument[argument.index(after: separator)...])
        self.format = format
        if file.isEmpty { return nil }
    }
}

/// `--color`
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never

    /// `auto` follows https://no-color.org: any value of NO_COLOR but the empty one turns colour off.
    func isColored(onTerminal: Bool) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .auto:
            onTerminal && (Machine.environment("NO_COLOR") ?? "").isEmpty
                && Machine.environment("TERM") != "dumb"
        }
    }
}

/// `--print-json-schema`
enum SchemaName: String, ExpressibleByArgument, CaseIterable {
    case report, configuration
    case rulePack = "rule-pack"
    case waivers

    var text: String {
        switch self {
        case .report: JSONSchemas.report
        case .configuration: TableSchema.text(of: ConfigurationShapes.table, title: "contractlint configuration")
        case .rulePack: TableSchema.text(of: RulePackShapes.table, title: "contractlint rule pack")
        case .waivers: TableSchema.text(of: WaiverShapes.table, title: "contractlint waivers")
        }
    }
}

extension Configuration.FailOn: ExpressibleByArgument {}

extension Day: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

/// Lines on standard error.
enum Message {
    static func line(_ failure: Report.Failure) -> String {
        let text = (failure.place.map { "\($0): " } ?? "") + failure.message
        return "contractlint: error: \(escaped(text))\n"
    }

    /// Text of strangers without anything that a terminal would obey.
    static func escaped(_ text: String) -> String { UnsafeText.escaped(text) }
}

extension Report.Failure {
    static func standardOutput(_ fault: FileFault) -> Report.Failure {
        Report.Failure(file: "standard output", message: fault.message)
    }
}
