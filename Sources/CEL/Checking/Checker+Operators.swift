internal import Basics
internal import Diagnostics

extension Checker {
    /// Operators by their functions' names.
    static let symbols: [String: String] = [
        "_==_": "==", "_!=_": "!=", "_<_": "<", "_<=_": "<=", "_>_": ">", "_>=_": ">=", "@in": "in", "_+_": "+",
        "_-_": "-", "_*_": "*", "_/_": "/", "_%_": "%", "-_": "-", "!_": "!", "_[_]": "[ ]", "_[?_]": "[? ]",
    ]

    static let unwrapping = "`.orValue(…)` takes the value out of the optional"

    /// Says in plain words why an operator's operands do not go together.
    mutating func noOperator(_ call: Mismatch, _ symbol: String) {
        let range = expression[call.id].range
        let isOrder = ["_<_", "_<=_", "_>_", "_>=_"].contains(call.name)
        guard call.operands.count == 2 else {
            let found = call.operands.first.map { type($0).withArticle } ?? "nothing"
            return fault("`\(symbol)` takes a number, not \(found)", at: range)
        }
        let (left, right) = (call.operands[0], call.operands[1])
        let (a, b) = (type(left), type(right))
        switch call.name {
        case "_==_", "_!=_":
            fault("\(a.withArticle) never equals \(b.withArticle)", at: range, help: comparisonHelp(left, a, right, b))
        case "@in": notIn(a, left, right, b, range)
        case "_[_]", "_[?_]": noIndex(a, left, right, b)
        case _ where isOrder && a == b: fault("`\(symbol)` cannot order values of type \(a)", at: range)
        case _ where isOrder:
            fault(
                "`\(symbol)` cannot order \(a.withArticle) and \(b.withArticle)", at: range,
                help: comparisonHelp(left, a, right, b))
        default:
            let help =
                a == .timestamp && b == .int
                ? conversion(right, b, to: .duration) ?? "a duration is added to a timestamp"
                : comparisonHelp(left, a, right, b)
            fault("`\(symbol)` cannot take \(a.withArticle) and \(b.withArticle)", at: range, help: help)
        }
    }

    private mutating func notIn(_ a: CELType, _ left: ExprID, _ right: ExprID, _ b: CELType, _ range: Range<Int>) {
        switch b {
        case .list(let element):
            fault(
                "`in` looks for \(a.withArticle) in a list of \(element)", at: range,
                help: a == b
                    ? "`.exists(x, x in …)` looks for one of its elements" : conversion(left, a, to: element))
        case .map(let key, _):
            fault(
                "`in` looks for \(a.withArticle) among keys of \(key)", at: range, help: conversion(left, a, to: key))
        default:
            let help: String? =
                switch b {
                case .string: "`.contains(…)` looks for a text in a text"
                case .optional: "`.orValue([])` takes the list out of the optional"
                default: nil
                }
            fault("`in` looks into a list or a map, this is \(b.withArticle)", at: expression[right].range, help: help)
        }
    }

    private mutating func noIndex(_ a: CELType, _ left: ExprID, _ right: ExprID, _ b: CELType) {
        var container = a
        if case .optional(let value) = a { container = value }
        switch container {
        case .list:
            fault("a list has int indices, this is \(b.withArticle)", at: expression[right].range)
        case .map(let key, _):
            fault(
                "the map's keys are of type \(key), this is \(b.withArticle)", at: expression[right].range,
                help: conversion(right, b, to: key))
        default:
            let help: String? =
                switch container {
                case .object: "its fields are selected: `\(subject(left)).field`"
                case .string: "`.substring(i, i + 1)` and `.charAt(i)` give a part of a text"
                default: nil
                }
            fault("\(a.withArticle) has no elements", at: expression[left].range, help: help)
        }
    }

    private func comparisonHelp(_ left: ExprID, _ a: CELType, _ right: ExprID, _ b: CELType) -> String? {
        switch (a, b) {
        case (.optional(let value), let other) where value == other,
            (let other, .optional(let value)) where value == other:
            return Self.unwrapping
        case (.null, .optional), (.optional, .null): return "`.hasValue()` tells whether there is a value"
        case (_, .null): return presence(left)
        case (.null, _): return presence(right)
        case (.list(let element), let other) where element == other: return "`in` looks for a value in a list"
        case (let other, .list(let element)) where element == other: return "`in` looks for a value in a list"
        default: break
        }
        // A literal is more easily changed than anything else.
        if case .literal = expression[left].kind, let help = conversion(left, a, to: b) { return help }
        if case .literal = expression[right].kind, let help = conversion(right, b, to: a) { return help }
        if a == .double || a == .string { return conversion(right, b, to: a) ?? conversion(left, a, to: b) }
        return conversion(left, a, to: b) ?? conversion(right, b, to: a)
    }

    private func presence(_ id: ExprID) -> String? {
        guard case .select = expression[id].kind else { return nil }
        return "`has(\(subject(id)))` tells whether it is there"
    }

    /// Forms in which a value of one type is written as another.
    func conversion(_ id: ExprID, _ found: CELType, to expected: CELType) -> String? {
        if case .optional(let value) = found, value == expected {
            return Self.unwrapping
        }
        if case .literal(let literal) = expression[id].kind {
            switch (literal, expected) {
            case (.int(let value), .double): return "write `\(value).0`"
            case (.int(let value), .uint) where value >= 0: return "write `\(value)u`"
            case (.uint(let value), .int) where value <= Int64.max: return "write `\(value)`"
            case (.int, .string), (.uint, .string), (.double, .string), (.bool, .string):
                return "write `\(Literal.string(literal.text).text)`"
            case (.string(let text), .bool) where text == "true" || text == "false": return "write `\(text)`"
            case (.string, .bool): return "compare it with `true` or `false`"
            case (.string(let text), .int) where Int64(text) != nil: return "write `\(text)`"
            case (.string, .timestamp), (.string, .duration): return "write `\(expected)(\(literal.text.shortened))`"
            case (.int(let seconds), .duration): return "write `duration(\"\(seconds)s\")`"
            default: return nil
            }
        }
        switch (found, expected) {
        case (.int, .double), (.uint, .double), (.int, .uint), (.uint, .int), (.double, .int), (.double, .uint),
            (.int, .string), (.uint, .string), (.double, .string), (.bool, .string), (.bytes, .string),
            (.timestamp, .string), (.duration, .string), (.string, .bytes), (.string, .timestamp), (.string, .duration),
            (.string, .int), (.string, .uint), (.string, .double), (.string, .bool), (.timestamp, .int),
            (.int, .timestamp):
            return "convert it: `\(expected)(\(subject(id)))`"
        default: return nil
        }
    }
}
