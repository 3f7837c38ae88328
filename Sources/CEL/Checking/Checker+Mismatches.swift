internal import Basics
internal import Diagnostics

/// A call that no overload of its function fits.
struct Mismatch {
    var id: ExprID
    /// Qualified.
    var name: String
    var isMember: Bool
    /// The receiver first, if it is a member.
    var operands: [ExprID]
}

extension Checker {
    // MARK: Unknown functions

    mutating func unknownFunction(_ id: ExprID, _ function: String, _ receiver: ExprID?, _ arguments: [ExprID]) {
        let node = expression[id]
        let word = String(function.drop { $0 == "." })
        if receiver != nil || word == "has", let usage = MacroUsage.all[word] {
            // What was meant for a variable of the macro is no unknown name.
            dropUnknownNames(within: node.range)
            return fault("`\(word)` is not called so", at: node.nameRange, help: "it is written \(usage)")
        }
        for argument in arguments {
            // `list.exist(t, …)`: probably a macro, misspelt.
            guard receiver != nil, case .identifier(let name) = expression[argument].kind else { break }
            dropUnknownNames(within: node.range, name)
        }
        guard hasRoom else { return }
        if let receiver, qualified(id, word, receiver) { return }
        let isMember = receiver != nil
        var known = environment.functions.values.filter { function in
            function.overloads.contains { $0.isMember == isMember } && function.name.utf8.allSatisfy(\.isNamePart)
        }.map(\.name)
        if isMember { known += MacroUsage.all.keys.filter { $0 != "has" && $0 != "bind" } } else { known.append("has") }
        let names = Set(known)
        let foreign = MacroUsage.foreign.filter { names.contains($0.value) }
        var help = foreign[word].map { "did you mean `\($0)`?" } ?? suggestion(word, among: known.sorted())
        if help == nil, let near = Spelling.nearest(to: word, among: foreign.keys.sorted()), word.utf8.count > 2 {
            help = foreign[near].map { "did you mean `\($0)`?" }
        }
        fault("there is no function `\(function.shortened)`", at: node.nameRange, help: help)
    }

    /// With a receiver that is no value, the whole name is unknown: `math.gratest`.
    private mutating func qualified(_ id: ExprID, _ word: String, _ receiver: ExprID) -> Bool {
        guard let prefix = names.qualifiedName(of: receiver), types[Int(receiver)] == .error else { return false }
        let full = prefix + "." + word
        let known = environment.functions.keys.filter { $0.utf8.contains(UInt8(ascii: ".")) }.sorted()
        let nearest = Spelling.nearest(to: full, among: known)
        guard nearest != nil || known.contains(where: { $0.hasPrefix(prefix + ".") }) else { return false }
        let range = expression[receiver].range
        faults.removeAll { range.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= range.upperBound }
        fault(
            "there is no function `\(full.shortened)`", at: range.lowerBound..<expression[id].nameRange.upperBound,
            help: nearest.map { "did you mean `\($0)`?" })
        return true
    }

    /// - Parameter name: nil for all names.
    private mutating func dropUnknownNames(within range: Range<Int>, _ name: String? = nil) {
        let message = "unknown name `" + (name.map { $0.shortened + "`" } ?? "")
        faults.removeAll {
            range.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= range.upperBound
                && $0.message.hasPrefix(message)
        }
    }

    // MARK: Known functions

    mutating func noOverload(_ call: Mismatch, _ function: Function) {
        guard hasRoom else { return }
        if let symbol = Self.symbols[call.name] { return noOperator(call, symbol) }
        let node = expression[call.id]
        let styled = function.overloads.filter { $0.isMember == call.isMember }
        guard !styled.isEmpty else {
            let example = function.overloads.first.map { signature(call.name, $0) } ?? call.name
            return fault(
                "`\(call.name)` is \(call.isMember ? "no member function" : "a member function")", at: node.nameRange,
                help: "write `\(example)`")
        }
        let fitting = styled.filter { $0.takes(call.operands.count) }
        guard !fitting.isEmpty else {
            let receiver = call.isMember ? 1 : 0
            let counts = Set(styled.map { $0.parameters.count - receiver }).sorted()
            let isOpen = styled.contains(where: \.isVariadic)
            let noun = (isOpen ? counts.prefix(1) : counts[...]) == [1] ? "argument" : "arguments"
            let number = isOpen ? "at least \(counts[0])" : listing(counts.map(String.init), "or")
            return fault(
                "`\(call.name)` takes \(number) \(noun), not \(call.operands.count - receiver)",
                at: node.nameRange, help: signatures(call.name, styled))
        }
        if fitting.count == 1, let overload = fitting.first,
            let (wrong, parameter) = wrongOperand(call.operands, overload)
        {
            let found = type(call.operands[wrong])
            let isReceiver = call.isMember && wrong == 0
            let expected = parameter.withArticle
            let role = isReceiver ? "is a function of \(expected)" : "takes \(expected) here"
            return fault(
                "`\(call.name)` \(role), not \(found.withArticle)",
                at: expression[call.operands[wrong]].range,
                help: conversion(call.operands[wrong], found, to: parameter) ?? habit(call, found))
        }
        let types = call.operands.map { type($0) }
        let found = types.map(\.description)
        let written =
            call.isMember
            ? "\(found[0]).\(call.name)(\(found.dropFirst().joined(separator: ", ")))"
            : "\(call.name)(\(found.joined(separator: ", ")))"
        let isWrapped = types.contains { if case .optional = $0 { true } else { false } }
        fault(
            "there is no `\(written.shortened(to: 120))`", at: node.range,
            help: isWrapped ? Self.unwrapping : signatures(call.name, fitting))
    }

    /// Advice on what works elsewhere and is written otherwise here.
    private func habit(_ call: Mismatch, _ found: CELType) -> String? {
        switch found {
        case .list where call.name == "contains": "`in` looks for a value in a list: `value in list`"
        case .map where call.name == "contains": "`in` looks for a key in a map: `key in map`"
        default: nil
        }
    }

    /// The only operand that does not fit, if it is only one, and the type that would.
    private mutating func wrongOperand(_ operands: [ExprID], _ overload: Overload) -> (Int, CELType)? {
        let signature = relation.instantiate(overload, count: operands.count)
        var wrong: [Int] = []
        for (index, operand) in operands.enumerated()
        where !relation.assign(type(operand), to: signature.parameters[index]) {
            wrong.append(index)
        }
        guard wrong.count == 1 else { return nil }
        let expected = relation.substituted(signature.parameters[wrong[0]])
        // What is still open goes by the name that the overload gives it.
        return (
            wrong[0],
            expected.hasParameters ? overload.parameters[min(wrong[0], overload.parameters.count - 1)] : expected
        )
    }

    private func signatures(_ name: String, _ overloads: [Overload]) -> String? {
        let most = 4
        let shown = overloads.prefix(most).map { "`\(signature(name, $0))`" }
        guard !shown.isEmpty else { return nil }
        return overloads.count > most
            ? "there is " + shown.joined(separator: ", ") + ", …" : "there is " + listing(shown, "and")
    }

    private func signature(_ name: String, _ overload: Overload) -> String {
        let parameters = overload.parameters.map(\.description) + (overload.isVariadic ? ["…"] : [])
        guard overload.isMember, let receiver = parameters.first else {
            return "\(name)(\(parameters.joined(separator: ", ")))"
        }
        return "\(receiver).\(name)(\(parameters.dropFirst().joined(separator: ", ")))"
    }
}

extension UInt8 {
    fileprivate var isNamePart: Bool { beginsName || isDigit || self == UInt8(ascii: ".") }
}

/// Forms of the macros, for those who call them otherwise.
enum MacroUsage {
    static let all: [String: String] = [
        "has": "`has(x.field)`", "all": "`list.all(x, condition)`", "exists": "`list.exists(x, condition)`",
        "exists_one": "`list.exists_one(x, condition)`", "existsOne": "`list.existsOne(x, condition)`",
        "map": "`list.map(x, result)` or `list.map(x, condition, result)`", "filter": "`list.filter(x, condition)`",
        "transformList": "`list.transformList(index, x, result)`",
        "transformMap": "`map.transformMap(key, value, result)`",
        "transformMapEntry": "`map.transformMapEntry(key, value, {key: value})`", "sortBy": "`list.sortBy(x, key)`",
        "optMap": "`optional.optMap(x, result)`", "optFlatMap": "`optional.optFlatMap(x, result)`",
        "bind": "`cel.bind(name, value, result)`",
    ]

    /// Names of functions and macros in other languages.
    static let foreign: [String: String] = [
        "length": "size", "len": "size", "count": "size", "any": "exists", "some": "exists", "every": "all",
        "find": "filter", "where": "filter", "select": "map", "toLowerCase": "lowerAscii", "lower": "lowerAscii",
        "toUpperCase": "upperAscii", "upper": "upperAscii", "includes": "contains", "substr": "substring",
        "search": "matches", "strip": "trim", "str": "string", "float": "double", "isNull": "has", "exists": "has",
    ]
}
