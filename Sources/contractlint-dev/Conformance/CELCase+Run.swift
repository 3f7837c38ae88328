import CEL

extension CELCase {
    /// - Returns: why the case fails; nil when it passes.
    func run() -> String? {
        var environment = Environment(libraries: Library.all)
        environment.container = container ?? ""
        if let problem = declare(in: &environment) { return problem }

        let (parsed, faults) = Parser.parse(expr, macros: disableMacros != true)
        guard faults.isEmpty, let parsed else { return failed("parsing", faults) }
        let program: Program
        if disableCheck == true {
            program = Program(unchecked: parsed, environment)
        } else {
            let checked = Checker.check(parsed, environment)
            guard checked.faults.isEmpty else { return failed("checking", checked.faults) }
            if let deducedType, checked.type.description != CELTypeText.type(deducedType)?.description {
                return "has type \(checked.type), expected \(deducedType)"
            }
            if checkOnly == true { return error == nil ? nil : "no error" }
            program = Program(checked)
        }
        guard program.faults.isEmpty else { return failed("compiling", program.faults) }
        return evaluate(program, environment)
    }

    private func failed(_ stage: String, _ faults: [Fault]) -> String? {
        if error != nil { return nil }
        return "\(stage): \(faults.map(\.message).joined(separator: "; "))"
    }

    private func declare(in environment: inout Environment) -> String? {
        for declaration in declarations ?? [] {
            if let text = declaration.type {
                guard let type = CELTypeText.type(text) else { return "unknown type \(text)" }
                environment.declare(declaration.name, type)
            }
            let overloads = (declaration.overloads ?? []).map { overload in
                Overload(
                    overload.id, isMember: overload.member ?? false,
                    overload.params.map { CELTypeText.type($0) ?? .error },
                    CELTypeText.type(overload.result) ?? .error
                ) { _, evaluation in evaluation.error("the function is only declared") }
            }
            environment.add(Library("declared", [Function(declaration.name, overloads)]))
        }
        for name in (bindings ?? [:]).keys.sorted() where environment.variables[name] == nil {
            environment.declare(name, .dyn)
        }
        return nil
    }

    private func evaluate(_ program: Program, _ environment: Environment) -> String? {
        let evaluation = Evaluation()
        var variables = [Value](repeating: .absent, count: environment.variables.count)
        for (name, bound) in bindings ?? [:] {
            guard let variable = environment.variables[name] else { continue }
            variables[variable.index] = bound.make(evaluation)
        }
        let result = variables.withUnsafeBufferPointer { evaluation.evaluate(program, $0.baseAddress) }
        if result.isError {
            return error == nil ? "error: \(evaluation.error(of: result).message)" : nil
        }
        let found = CELTaggedValue(result, evaluation)
        if error != nil { return "gives \(found), expected an error" }
        let expected = value ?? .bool(true)
        return found == expected ? nil : "gives \(found), expected \(expected)"
    }
}
