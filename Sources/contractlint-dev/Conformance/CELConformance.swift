import ArgumentParser
import CEL
import Foundation

/// `contractlint-dev conformance cel FILE`
struct CELConformance: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cel", abstract: "Runs conformance cases of the Common Expression Language.",
        discussion: """
            FILE is JSON: {file: [{section, name, expr, bindings?, declarations?, container?, disableCheck?, disableMacros?, \
            checkOnly?, value?, deducedType?, error?}]}. A case without value, deducedType or error expects true. Exit status: \
            0 when all pass, 1 when some fail, 2 when FILE cannot be read.
            """)

    @Argument(help: "The cases.")
    var file: String

    @Flag(help: "Show every case with its result.")
    var verbose = false

    func run() throws {
        let cases: [CELCase]
        do {
            cases = try CELCase.read(Data(contentsOf: URL(fileURLWithPath: file)))
        } catch {
            FileHandle.standardError.write(Data("error: \(file): \(error)\n".utf8))
            throw ExitCode(2)
        }
        var passed = 0
        for test in cases {
            let failure = test.run()
            if failure == nil { passed += 1 }
            if let failure { print("\(test.name): \(failure)") } else if verbose { print("\(test.name): ok") }
        }
        print("\(passed) passed, \(cases.count - passed) failed")
        if passed < cases.count { throw ExitCode(1) }
    }
}
