import ArgumentParser

/// Commands that maintainers run.
@main
struct ContractLintDev: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contractlint-dev", abstract: "Tools for those who work on ContractLint.",
        subcommands: [Conformance.self, GenerateCommand.self, MutateCommand.self, Measurement.self])
}

struct Conformance: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs the cases of a standard's conformance suite.", subcommands: [CELConformance.self])
}
