import ArgumentParser
import CEL

struct Measurement: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure", abstract: "Measures what must stay fast. Build in release mode.",
        subcommands: [CELMeasurement.self, CheckMeasurement.self])
}

/// `contractlint-dev measure cel`
struct CELMeasurement: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cel", abstract: "Nanoseconds that the evaluation of typical conditions takes.")

    @Option(help: "Evaluations of each expression.")
    var count = 2_000_000

    private static let expressions = [
        #"property.classification == "restricted""#,
        #"property.classification in ["restricted", "confidential"]"#,
        #""pii" in property.tags"#,
        #"filled(property.name) && property.name != 'y'"#,
        #"property.name.startsWith("cust") || property.name.size() > 63"#,
        #"property.name.matches("^[a-z][a-z0-9_]*$")"#,
        #"property.tags.exists(t, t == "pii")"#,
        #"!("pii" in property.tags) || property.classification in ["restricted", "confidential"]"#,
        #"1 + 2 * 3 < 10 && !false"#,
        #"has(property.name) ? property.name == "customer_email" : false"#,
    ]

    func run() throws {
        let host = ToyHost()
        let evaluation = Evaluation(host: host)
        var environment = Environment(types: ToyTypes(), libraries: Library.all + [ToyTypes.library])
        environment.declare("property", .object("Property"))
        let clock = ContinuousClock()
        for text in Self.expressions {
            let (parsed, faults) = Parser.parse(text)
            guard let parsed, faults.isEmpty else { throw ValidationError("\(text): \(faults)") }
            let checked = Checker.check(parsed, environment)
            guard checked.faults.isEmpty else { throw ValidationError("\(text): \(checked.faults)") }
            let program = Program(checked, types: environment.types)
            var variable = Value(.object)
            var isTrue = 0
            let time = clock.measure {
                for _ in 0..<count {
                    evaluation.reset()
                    let value = evaluation.evaluate(program, &variable)
                    if value.isTrue { isTrue += 1 }
                }
            }
            let nanoseconds = Double(time.components.attoseconds) / 1e9 + Double(time.components.seconds) * 1e9
            let each = (nanoseconds / Double(count) * 10).rounded() / 10
            print("\(each) ns  \(text)  (\(isTrue == count))")
        }
    }
}
