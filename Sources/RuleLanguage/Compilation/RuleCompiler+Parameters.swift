internal import Basics
internal import CEL
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Parameters of a rule: each is read, and is what it is read as.
extension RuleCompiler {
    mutating func checkParameters() {
        let isWhole = faults.isEmpty && !isMutant
        for parameter in source.parameters {
            // Of an expression that is wrong nobody knows what it would read.
            if isWhole, !readParameters.contains(parameter.name) {
                faults.append(
                    Issue(
                        PackRules.invalid, "nothing reads the parameter `\(parameter.name.shortened)`",
                        at: tree.range(of: parameter.keyNode),
                        help: "write `params.\(parameter.name.shortened)` in an expression, or remove it"))
            }
            let type = parameters.types.first { $0.name == parameter.name }?.type
            if type == .null {
                faults.append(
                    Issue(
                        PackRules.invalid, "a parameter is a number, a word, true or false, or a list of them",
                        at: tree.range(of: parameter.node), help: "write its value"))
            }
            let isFitting =
                switch (parameter.tighten, type) {
                case (nil, _), (.min, .int), (.min, .double), (.max, .int), (.max, .double), (.subset, .list),
                    (.superset, .list):
                    true
                default: false
                }
            if !isFitting, let tighten = parameter.tighten {
                let isList = tighten == .subset || tighten == .superset
                faults.append(
                    Issue(
                        PackRules.invalid,
                        "`\(tighten.rawValue)` is for \(isList ? "lists" : "numbers"), and this is none",
                        at: tree.range(of: parameter.node),
                        help: isList ? "write min or max" : "write subset or superset"))
            }
        }
    }

    /// Keeps in mind which parameters an expression reads.
    mutating func noteReading(of checked: CheckedExpression) {
        for node in checked.expression.nodes {
            if case .select(let operand, let name, _) = node.kind,
                case .identifier(RuleTypes.params) = checked.expression[operand].kind
            {
                readParameters.insert(name)
            }
        }
    }

    /// Parameters that are patterns have to compile.
    mutating func checkPatterns(in checked: CheckedExpression) {
        let expression = checked.expression
        func parameter(_ id: ExprID) -> String? {
            guard case .select(let operand, let name, _) = expression[id].kind,
                case .identifier(RuleTypes.params) = expression[operand].kind
            else { return nil }
            return name
        }
        // By the variable all that its loops go over: to blame one too many is on the safe side.
        var loops: [String: [String]] = [:]
        for node in expression.nodes {
            guard case .comprehension(let loop) = node.kind, let name = parameter(loop.range),
                let variable = loop.variables.last
            else { continue }
            loops[variable, default: []].append(name)
        }
        for node in expression.nodes {
            guard case .call(let function, let receiver, let arguments) = node.kind,
                ["matches", "captures"].contains(function), let pattern = arguments.last,
                arguments.count + (receiver == nil ? 0 : 1) == 2
            else { continue }
            var names = [parameter(pattern)].compactMap(\.self)
            if case .identifier(let variable) = expression[pattern].kind { names = loops[variable] ?? [] }
            for name in names { checkPatterns(ofParameter: name) }
        }
    }

    private mutating func checkPatterns(ofParameter name: String) {
        guard let value = parameters.given.first(where: { $0.name == name })?.value else { return }
        for case .string(let text) in value.items ?? [value] {
            guard let reason = Refusals.unusable(text) else { continue }
            let own = source.parameters.first { $0.name == name }
            let message = "the pattern `\(text.shortened)` does not compile: \(reason)"
            if parameterFaults.contains(where: { $0.name == name && $0.message == message }) { continue }
            parameterFaults.append((name, message))
            if !overridden.contains(name) {
                faults.append(
                    Issue(
                        PackRules.invalid, message, at: tree.range(of: own?.node ?? source.idNode),
                        help: "patterns are those of RE2: no look-around, no back references"))
            }
        }
    }
}
