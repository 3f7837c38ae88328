import ArgumentParser
import ContractModel
import Governance
import Reporters

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
