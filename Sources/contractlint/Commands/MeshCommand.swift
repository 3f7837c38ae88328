import ArgumentParser
import Diagnostics
import Reporters
import Workspace

/// `contractlint mesh`
struct MeshCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mesh", abstract: "Ask about the mesh: who depends on whom, and whom a change hurts.",
        subcommands: [
            MeshShowCommand.self, MeshImpactCommand.self, MeshSatisfiesCommand.self, MeshGraphCommand.self,
            MeshIndexCommand.self,
        ],
        defaultSubcommand: MeshShowCommand.self)
}

/// Paths and configuration of a question about the mesh.
struct MeshInput: ParsableArguments {
    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var jobs: JobOptions
    @OptionGroup var day: DayOptions

    func mesh(_ paths: [String]) throws -> LinkedMesh {
        var run = RunOptions(paths: paths.isEmpty ? Scope.everything : Arguments.paths(paths), today: day.number)
        run.jobs = jobs.count
        let mesh = try configuration.workspace().mesh(run)
        Message.write(mesh.failures)
        return mesh
    }
}

extension LinkedMesh {
    /// Exit code of a question that was answered.
    var status: ExitStatus { failures.isEmpty ? (isEmpty ? .nothingToCheck : .clean) : .wrongRun }
}

/// `contractlint mesh show`
struct MeshShowCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "What is here: units by domain, dependencies by kind, what leads nowhere.")

    @Argument(help: ArgumentHelp("Files, folders or globs. (default: the current folder)", valueName: "path"))
    var paths: [String] = []

    @OptionGroup var input: MeshInput

    func answer() throws -> ExitStatus {
        let mesh = try input.mesh(paths)
        try StandardStream.output.print(MeshGraphReport.text(mesh.overview))
        return mesh.status
    }
}

/// `contractlint mesh impact`
struct MeshImpactCommand: AnsweringCommand {
    /// `--format`
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, markdown }

    static let configuration = CommandConfiguration(
        commandName: "impact", abstract: "Who is hit when a contract, or a part of it, changes.",
        discussion: """
            EXAMPLES:
              contractlint mesh impact sales-orders
              contractlint mesh impact sales-orders@2.1.0#orders.customer_id --format markdown
            """)

    @Argument(
        help: ArgumentHelp("The contract by id, ID@VERSION or file, and behind # an element.", valueName: "contract"))
    var contract: String

    @Argument(help: ArgumentHelp("Files, folders or globs. (default: the current folder)", valueName: "path"))
    var paths: [String] = []

    @Option(help: "The form of the output: text, json, markdown.")
    var format: Format = .text

    @OptionGroup var input: MeshInput

    func answer() throws -> ExitStatus {
        let mesh = try input.mesh(paths)
        let report = try mesh.impact(of: contract)
        switch format {
        case .text: try StandardStream.output.print(MeshImpactText.text(report))
        case .json: try StandardStream.output.print(MeshImpactText.json(report))
        case .markdown: try StandardStream.output.print(MeshImpactText.markdown(report))
        }
        return mesh.status
    }
}

/// `contractlint mesh graph`
struct MeshGraphCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph", abstract: "The mesh as a picture: Mermaid, Graphviz, or JSON.",
        discussion: """
            EXAMPLES:
              contractlint mesh graph --by domain
              contractlint mesh graph --format dot | dot -T svg > mesh.svg
            """)

    @Argument(help: ArgumentHelp("Files, folders or globs. (default: the current folder)", valueName: "path"))
    var paths: [String] = []

    @Option(help: "What is a node: product, contract, domain, or all for products and contracts.")
    var by: MeshNodes = .product

    @Option(help: "The form of the output: mermaid, dot, json.")
    var format: MeshGraphReport.Format = .mermaid

    @Option(help: ArgumentHelp("Only this domain, and what it is linked to.", valueName: "name"))
    var domain: String?

    @OptionGroup var input: MeshInput

    func answer() throws -> ExitStatus {
        let mesh = try input.mesh(paths)
        try StandardStream.output.print(MeshGraphReport.write(mesh.graph(by: by, domain: domain), as: format))
        return mesh.status
    }
}

extension MeshNodes: ExpressibleByArgument {}
extension MeshGraphReport.Format: ExpressibleByArgument {}

/// `contractlint mesh index`
struct MeshIndexCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "index", abstract: "Write the interfaces of all units, for other repositories to link with.",
        discussion: """
            One JSON object a line, sorted, the same bytes for the same files. Name the file something.mesh.ndjson: it is known \
            wherever it lies under the roots of another mesh. Exit codes: 0 written, or as it is on disk (--check); 1 stale.
            """)

    @Argument(help: ArgumentHelp("Files, folders or globs. (default: the current folder)", valueName: "path"))
    var paths: [String] = []

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Write to this file. (default: standard output)", valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("Fail when this file is not what would be written.", valueName: "file"))
    var check: String?

    @OptionGroup var input: MeshInput

    func validate() throws {
        if output != nil, check != nil { throw ValidationError("--output and --check exclude each other") }
    }

    func answer() throws -> ExitStatus {
        let mesh = try input.mesh(paths)
        // Nothing is written of nothing: an empty file would be a mesh without units.
        guard mesh.failures.isEmpty, check != nil || !mesh.isEmpty else { return mesh.status }
        let workspace = try input.configuration.workspace()
        if let check {
            if try workspace.holds(mesh.index, in: Arguments.path(check)) { return .clean }
            StandardStream.error.write(
                Message.escapedLines(
                    "contractlint: \(check) is stale: write it again with `contractlint mesh index -o \(check)`")
                    + "\n")
            return .findings
        }
        if let output {
            try workspace.write(mesh.index, to: Arguments.path(output))
        } else {
            try StandardStream.output.print(String(decoding: mesh.index, as: UTF8.self))
        }
        return mesh.status
    }
}
