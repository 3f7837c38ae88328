import ArgumentParser
import Foundation

/// `contractlint-dev measure check`
struct CheckMeasurement: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Times, memory and instructions of checks, as a table of docs/performance.md.",
        discussion: """
            Each line is the median of several runs, process start included. Instructions are counted by valgrind where it is \
            installed. A peer is a command of the shell that looks at the same folder; one that is not installed is left out.

            EXAMPLE:
              contractlint-dev measure check .build/release/contractlint mesh --peer 'odcslint lint .'
            """)

    @Argument(help: "The program, built in release mode.")
    var binary: String

    @Argument(help: "A folder of contracts.")
    var folder: String

    @Option(help: "Runs of each.")
    var runs = 5

    @Option(help: ArgumentHelp("A command beside us; may be repeated.", valueName: "command"))
    var peer: [String] = []

    @Option(help: "The name of a contract in the folder, to be checked alone; the first one where none is given.")
    var one: String?

    func run() throws {
        let program = URL(fileURLWithPath: binary).path
        let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("measure-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        let counted = try Instructions(of: program, in: scratch)
        let check = [program, "check", "--format", "json"]
        let cache = scratch.appendingPathComponent("results").path
        var rows: [(name: String, command: [String], environment: [String: String], before: () -> Void)] = [
            ("one contract", check + [try single()], [:], {}),
            ("all, one thread", check + ["--jobs", "1", "."], [:], {}),
            ("all, one thread, libyaml alone", check + ["--jobs", "1", "."], ["CONTRACTLINT_SCAN": "libyaml"], {}),
            ("all", check + ["."], [:], {}),
            (
                "all, with an empty cache", check + [".", "--cache", cache], [:],
                { try? FileManager.default.removeItem(atPath: cache) }
            ),
            ("all, with the cache of an earlier run", check + [".", "--cache", cache], [:], {}),
        ]
        for command in peer where Self.isInstalled(command) {
            rows.append((command, ["/bin/sh", "-c", command], [:], {}))
        }
        print("| run | wall (s) | CPU (s) | peak (MiB) | instructions (millions) |\n|---|---|---|---|---|")
        for row in rows {
            let costs = try (0..<max(1, runs)).map { _ in
                row.before()
                let child = try Child(row.command, in: folder, row.environment)
                guard child.exitCode == 0 || child.exitCode == 1 || row.command[0] != program else {
                    throw ValidationError("\(row.name): the program ended with \(child.exitCode)")
                }
                return child.cost
            }
            var instructions: Int?
            if row.command[0] == program {
                row.before()
                instructions = try counted?.count(Array(row.command.dropFirst()), in: folder, row.environment)
            }
            let cells = [
                Self.shown(costs.map(\.wall)), Self.shown(costs.map(\.cpu)), Self.shown(costs.map(\.peak)),
                instructions.map { "\($0 / 1_000_000)" } ?? "",
            ]
            print("| \(row.name) | \(cells.joined(separator: " | ")) |")
        }
    }

    private func single() throws -> String {
        if let one { return one }
        let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        guard let first = files.filter({ $0.hasSuffix(".odcs.yaml") }).min() else {
            throw ValidationError("\(folder): no contract")
        }
        return first
    }

    private static func isInstalled(_ command: String) -> Bool {
        let name = command.split(separator: " ").first.map(String.init) ?? ""
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return name.contains("/")
            ? FileManager.default.isExecutableFile(atPath: name)
            : folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
    }

    /// The median, with three decimals.
    private static func shown(_ numbers: [Double]) -> String {
        let median = numbers.sorted()[numbers.count / 2]
        let thousandths = Int((median * 1000).rounded())
        return "\(thousandths / 1000).\(String(thousandths % 1000 + 1000).dropFirst())"
    }
}

/// Instructions of runs of a program, counted by valgrind's callgrind.
struct Instructions {
    private let program: String
    private let log: String

    /// - Returns: nil: there is no valgrind.
    init?(of program: String, in scratch: URL) throws {
        // Valgrind does not read the debug information of every compiler.
        let copy = scratch.appendingPathComponent("program").path
        guard try Child(["/bin/sh", "-c", "command -v valgrind strip"], in: "/").exitCode == 0,
            try Child(["/bin/sh", "-c", #"strip -g -o "$0" "$1""#, copy, program], in: "/").exitCode == 0
        else { return nil }
        self.program = copy
        log = scratch.appendingPathComponent("valgrind").path
    }

    func count(_ arguments: [String], in folder: String, _ environment: [String: String]) throws -> Int? {
        let script = #"out=$0; exec valgrind --tool=callgrind --callgrind-out-file=/dev/null "--log-file=$out" "$@""#
        _ = try Child(["/bin/sh", "-c", script, log, program] + arguments, in: folder, environment)
        let lines = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
        return lines.first { $0.contains("Collected") }?.split(separator: " ").last.flatMap { Int($0) }
    }
}

/// A program that was run to its end, its output thrown away.
struct Child {
    struct Cost {
        /// In seconds.
        var wall: Double
        var cpu: Double
        /// In MiB.
        var peak: Double
    }

    /// Negative: the signal that ended it.
    let exitCode: Int32
    let cost: Cost

    init(_ command: [String], in folder: String, _ environment: [String: String] = [:]) throws {
        var variables = ProcessInfo.processInfo.environment
        variables.merge(environment) { $1 }
        // The folder by the shell: `posix_spawn` has no portable way to set it.
        let all = ["/bin/sh", "-c", #"cd "$0" && exec "$@" >/dev/null 2>&1"#, folder] + command
        var arguments = all.map { strdup($0) } + [nil]
        var settings = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (arguments + settings).forEach { free($0) } }
        let start = ContinuousClock.now
        var child: pid_t = 0
        guard posix_spawn(&child, all[0], nil, nil, &arguments, &settings) == 0 else {
            throw ValidationError("\(command[0]): cannot be started")
        }
        var usage = rusage()
        var status: Int32 = 0
        while wait4(child, &status, 0, &usage) < 0, errno == EINTR {}
        let wall = (ContinuousClock.now - start).components
        exitCode = status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
        #if os(macOS)
            let peak = Double(usage.ru_maxrss) / 1_048_576
        #else
            let peak = Double(usage.ru_maxrss) / 1024
        #endif
        cost = Cost(
            wall: Double(wall.seconds) + Double(wall.attoseconds) / 1e18,
            cpu: Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime), peak: peak)
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}
