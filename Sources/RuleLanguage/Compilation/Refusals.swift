internal import Basics
internal import CEL
internal import ContractModel
internal import Patterns

/// Expressions that load by the rules of CEL and cannot mean what they say: constants that are none, texts ordered as numbers.
enum Refusals {
    static func faults(in checked: CheckedExpression, _ selection: Selection) -> [Fault] {
        checked.expression.nodes.indices.compactMap { fault(at: ExprID($0), checked, selection) }
            + VaryingValues.faults(in: checked)
    }

    private static func fault(at id: ExprID, _ checked: CheckedExpression, _ selection: Selection) -> Fault? {
        let expression = checked.expression
        switch expression[id].kind {
        case .identifier(let name):
            guard selection.absentVariables.contains(name), case .variable = checked.references[Int(id)] else {
                return nil
            }
            return Fault(
                "there is never a `\(name)` where `\(selection.rawValue)` is selected", at: expression[id].range,
                help: name == "product"
                    ? "write `contract`, or select `product`" : "write `product`, or select `contract`")
        case .call(let function, let receiver, let arguments):
            let operands = (receiver.map { [$0] } ?? []) + arguments
            if let fault = constant(id, function, operands, checked) { return fault }
            if function == "captures", let pattern = operands.last,
                case .literal(.string(let text)) = expression[pattern].kind,
                let reason = unusable(text)
            {
                return Fault("the pattern does not compile: \(reason)", at: expression[pattern].range)
            }
            if let fault = RefusalAdvice(checked).wholeShare(id, function, operands) { return fault }
            if ["_<_", "_<=_", "_>_", "_>=_"].contains(function) { return order(id, function, operands, checked) }
            return nil
        default: return nil
        }
    }

    private static func constant(
        _ id: ExprID, _ function: String, _ operands: [ExprID], _ checked: CheckedExpression
    ) -> Fault? {
        let expression = checked.expression
        guard operands.count == 1, case .literal(.string(var text)) = expression[operands[0]].kind else { return nil }
        func fault(_ what: String, _ help: String) -> Fault {
            Fault("`\(text.shortened)` is no \(what)", at: expression[operands[0]].range, help: help)
        }
        switch function {
        case "duration" where fails(id, checked):
            return fault("length of time", durationHelp(text))
        case "date" where text.withUTF8({ DateTime($0) == nil }):
            return fault("day", "write it as `date(\"2026-01-31\")`")
        case "timestamp" where fails(id, checked):
            return fault("point in time", "write `timestamp(\"2026-01-31T12:00:00Z\")`, or `date(\"2026-01-31\")`")
        case "version" where SemanticVersion(text) == nil:
            return fault("version", "write it as `version(\"1.9.0\")`")
        case "int", "uint", "double", "bool":
            return fails(id, checked) ? fault(function == "bool" ? "bool" : "number", "write the value itself") : nil
        default: return nil
        }
    }

    /// Why a pattern is none; nil: it is one.
    static func unusable(_ pattern: String) -> String? {
        do throws(Pattern.Unusable) {
            _ = try Pattern(pattern)
            return nil
        } catch {
            return error.reason
        }
    }

    /// True when a call of CEL's own with nothing but constants has no result.
    private static func fails(_ id: ExprID, _ checked: CheckedExpression) -> Bool {
        var part = checked
        part.expression.root = id
        return Evaluation().evaluate(Program(part), nil).tag == .error
    }

    /// `90d`, `2 weeks`: what CEL has no unit for.
    private static func durationHelp(_ text: String) -> String {
        let number = text.prefix { $0.isNumber }
        let unit = text.dropFirst(number.count).drop { $0 == " " }.lowercased()
        guard let count = Int(number) else { return "write it as `duration(\"36h\")` or `days(90)`" }
        switch unit.first {
        case "d": return "write `days(\(count))`"
        case "w": return "write `days(\(count * 7))`"
        case "m" where unit.hasPrefix("mo"): return "write `days(\(count * 30))`"
        case "y": return "write `days(\(count * 365))`"
        case "h": return "write `duration(\"\(count)h\")`"
        default: return "write it as `duration(\"36h\")` or `days(90)`"
        }
    }

    /// `"1.10.0"` stands before `"1.9.0"` as a text.
    private static func order(
        _ id: ExprID, _ function: String, _ operands: [ExprID], _ checked: CheckedExpression
    ) -> Fault? {
        let expression = checked.expression
        func isOrdered(_ id: ExprID) -> Bool {
            if case .call("version", nil, _) = expression[id].kind { true } else { false }
        }
        if operands.contains(where: isOrdered) {
            for operand in operands {
                guard case .literal(.int(let number)) = expression[operand].kind else { continue }
                return Fault(
                    "a version is no number", at: expression[operand].range, help: "write `version(\"\(number).0.0\")`")
            }
        }
        guard operands.allSatisfy({ checked.types[Int($0)] == .string }) else { return nil }
        func isVersion(_ id: ExprID) -> Bool {
            switch expression[id].kind {
            case .select(let operand, "version", _):
                if case .object = checked.types[Int(operand)] { return true }
                return false
            case .literal(.string(let text)):
                return text.split(separator: ".").count >= 2
                    && text.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") }
            default: return false
            }
        }
        guard operands.contains(where: isVersion) else { return nil }
        let symbol = String(function.filter { $0 != "_" })
        let written = operands.map { "version(\(expression.text(of: $0)))" }.joined(separator: " \(symbol) ")
        return Fault(
            "versions are no texts: \"1.10.0\" stands before \"1.9.0\"", at: expression[id].range,
            help: "write `\(written)`")
    }
}

extension Selection {
    /// Variables that are declared and have no value for anything that is selected.
    var absentVariables: Set<String> {
        switch self {
        case .contract, .object, .property, .quality, .relationship, .sla, .server, .role: ["product"]
        case .product, .inputPort, .outputPort, .managementPort: ["contract"]
        case .member, .support, .text, .change: []
        }
    }
}

/// Better advice for what the checker refuses.
struct RefusalAdvice {
    private let checked: CheckedExpression

    init(_ checked: CheckedExpression) { self.checked = checked }

    /// - Returns: nil: the checker's own is right.
    func help(for fault: Fault) -> String? {
        let expression = checked.expression
        for node in expression.nodes {
            if node.nameRange == fault.range, fault.message.hasPrefix("there is no function"),
                case .call(let function, let receiver, let arguments) = node.kind
            {
                let operands = (receiver.map { [$0] } ?? []) + arguments
                return ForeignFunctions.help(function, operands.map { expression.text(of: $0) })
            }
            guard node.range == fault.range, case .call(let function, nil, let operands) = node.kind,
                operands.count == 2
            else { continue }
            if let help = times(function, operands) ?? versions(function, operands) ?? share(function, operands) {
                return help
            }
            if fault.message.contains("null"), ["_==_", "_!=_"].contains(function) {
                let isRight = if case .literal(.null) = expression[operands[1]].kind { true } else { false }
                let filled = "filled(\(expression.text(of: operands[isRight ? 0 : 1])))"
                return "write `\(function == "_==_" ? "!" : "")\(filled)`"
            }
        }
        return nil
    }

    /// `today() - 365`, `contract.contractCreatedTs > today()`
    private func times(_ function: String, _ operands: [ExprID]) -> String? {
        let types = operands.map { checked.types[Int($0)] }
        let texts = operands.map { checked.expression.text(of: $0) }
        let symbol = String(function.filter { $0 != "_" })
        if ["+", "-"].contains(symbol), types == [.timestamp, .int] {
            return "write `\(texts[0]) \(symbol) days(\(texts[1]))`"
        }
        guard ["<", "<=", ">", ">="].contains(symbol), types.contains(.timestamp),
            let text = types.firstIndex(of: .string)
        else { return nil }
        return "write `date(\(texts[text]))`, which is missing where it is no day"
    }

    /// `version(a) >= "1.9.0"`
    private func versions(_ function: String, _ operands: [ExprID]) -> String? {
        let isVersion = operands.contains { id in
            if case .call("version", nil, _) = checked.expression[id].kind { true } else { false }
        }
        guard isVersion, let text = operands.firstIndex(where: { checked.types[Int($0)] == .string }) else {
            return nil
        }
        let written = operands.indices.map { index in
            let own = checked.expression.text(of: operands[index])
            return index == text ? "version(\(own))" : own
        }
        return "write `\(written.joined(separator: " \(function.filter { $0 != "_" }) "))`"
    }

    /// Fault of a comparison of whole numbers divided with a fraction; nil: it is none.
    func wholeShare(_ id: ExprID, _ function: String, _ operands: [ExprID]) -> Fault? {
        guard operands.count == 2, operands.contains(where: { checked.types[Int($0)] == .double }),
            let help = share(function, operands)
        else { return nil }
        return Fault(
            "whole numbers divided give a whole number, and this compares it with a fraction",
            at: checked.expression[id].range, help: help)
    }

    /// `a / b >= 0.9` of whole numbers.
    private func share(_ function: String, _ operands: [ExprID]) -> String? {
        let symbol = String(function.filter { $0 != "_" })
        guard ["<", "<=", ">", ">=", "==", "!="].contains(symbol) else { return nil }
        var isShare = false
        let written = operands.map { id in
            if case .call("_/_", nil, let parts) = checked.expression[id].kind, checked.types[Int(id)] == .int {
                isShare = true
                return "ratio(\(parts.map { checked.expression.text(of: $0) }.joined(separator: ", ")))"
            }
            return checked.expression.text(of: id)
        }
        return isShare
            ? "write `\(written.joined(separator: " \(symbol) "))`" : nil
    }
}
