internal import Basics

extension Expression {
    /// A node as text, fully determined by the tree: equal trees give equal texts, and parsing the text gives the tree
    /// again. `&&` and `||` are written without the grouping of their terms, which means nothing.
    package func text(of id: ExprID) -> String {
        var writer = ExpressionWriter(expression: self)
        writer.write(id)
        return writer.output
    }

    package var text: String { text(of: root) }
}

/// Recursion is as deep as the tree is high: `Parser.Limits.height`.
private struct ExpressionWriter {
    let expression: Expression
    var output = ""

    /// Precedence of the outermost operator of a node.
    private enum Strength: Int {
        case conditional, or, and, relation, sum, product, unary, member
    }

    private static let binary: [String: (symbol: String, strength: Strength)] = [
        "_||_": (" || ", .or), "_&&_": (" && ", .and), "_==_": (" == ", .relation), "_!=_": (" != ", .relation),
        "_<_": (" < ", .relation), "_<=_": (" <= ", .relation), "_>_": (" > ", .relation),
        "_>=_": (" >= ", .relation), "@in": (" in ", .relation), "_+_": (" + ", .sum), "_-_": (" - ", .sum),
        "_*_": (" * ", .product), "_/_": (" / ", .product), "_%_": (" % ", .product),
    ]

    private func strength(_ id: ExprID) -> Strength {
        switch expression[id].kind {
        case .call(let function, nil, let arguments):
            switch arguments.count {
            case 3 where function == "_?_:_": .conditional
            case 2: Self.binary[function]?.strength ?? .member
            case 1 where function == "!_" || function == "-_": .unary
            default: .member
            }
        case .literal(.int(let value)) where value < 0: .unary
        case .literal(.double(let value)) where value.sign == .minus: .unary
        default: .member
        }
    }

    mutating func write(_ id: ExprID) {
        switch expression[id].kind {
        case .literal(let literal): output += literal.text
        case .identifier(let name): output += name
        case .select(let operand, let field, let isOptional):
            write(operand, atLeast: .member)
            output += isOptional ? ".?" : "."
            write(field: field)
        case .has(let operand, let field):
            output += "has("
            write(operand, atLeast: .member)
            output += "."
            write(field: field)
            output += ")"
        case .call(let function, let receiver, let arguments): write(call: function, receiver, arguments)
        case .list(let elements, let optional):
            output += "["
            for (index, element) in elements.enumerated() {
                if index > 0 { output += ", " }
                if optional.contains(index) { output += "?" }
                write(element)
            }
            output += "]"
        case .map(let entries):
            output += "{"
            for (index, entry) in entries.enumerated() {
                if index > 0 { output += ", " }
                if entry.isOptional { output += "?" }
                write(entry.key)
                output += ": "
                write(entry.value)
            }
            output += "}"
        case .structure(let name, let fields):
            output += name + "{"
            for (index, field) in fields.enumerated() {
                if index > 0 { output += ", " }
                if field.isOptional { output += "?" }
                write(field: field.name)
                output += ": "
                write(field.value)
            }
            output += "}"
        case .comprehension(let macro):
            write(macro.range, atLeast: .member)
            output += "." + macro.macro.rawValue + "(" + macro.variables.joined(separator: ", ") + ", "
            if let filter = macro.filter {
                write(filter)
                output += ", "
            }
            write(macro.body)
            output += ")"
        case .bind(let name, let value, let body):
            output += "cel.bind(\(name), "
            write(value)
            output += ", "
            write(body)
            output += ")"
        case .optionalMap(let operand, let name, let body, let isFlat):
            write(operand, atLeast: .member)
            output += isFlat ? ".optFlatMap(" : ".optMap("
            output += name + ", "
            write(body)
            output += ")"
        }
    }

    private mutating func write(_ id: ExprID, atLeast least: Strength) {
        let isEnclosed = strength(id).rawValue < least.rawValue
        if isEnclosed { output += "(" }
        write(id)
        if isEnclosed { output += ")" }
    }

    private mutating func write(call function: String, _ receiver: ExprID?, _ arguments: [ExprID]) {
        if receiver == nil, arguments.count == 3, function == "_?_:_" {
            write(arguments[0], atLeast: .or)
            output += " ? "
            write(arguments[1], atLeast: .or)
            output += " : "
            write(arguments[2])
        } else if receiver == nil, arguments.count == 2, let (symbol, strength) = Self.binary[function] {
            write(arguments[0], atLeast: strength)
            output += symbol
            let isAssociative = strength == .or || strength == .and
            write(
                arguments[1], atLeast: isAssociative ? strength : Strength(rawValue: strength.rawValue + 1) ?? .member)
        } else if receiver == nil, arguments.count == 2, function == "_[_]" || function == "_[?_]" {
            write(arguments[0], atLeast: .member)
            output += function == "_[_]" ? "[" : "[?"
            write(arguments[1])
            output += "]"
        } else if receiver == nil, arguments.count == 1, function == "!_" || function == "-_" {
            output += function == "!_" ? "!" : "-"
            // A minus right before a number would become part of it.
            let isNumber = function == "-_" && expression.beginsWithNumber(arguments[0])
            if isNumber { output += "(" }
            write(arguments[0], atLeast: .unary)
            if isNumber { output += ")" }
        } else {
            if let receiver {
                write(receiver, atLeast: .member)
                output += "."
            }
            output += function + "("
            for (index, argument) in arguments.enumerated() {
                if index > 0 { output += ", " }
                write(argument)
            }
            output += ")"
        }
    }

    private mutating func write(field: String) {
        let isName =
            field.utf8.first.map(\.beginsName) ?? false && field.utf8.allSatisfy { $0.beginsName || $0.isDigit }
            && Keywords.operators[field] == nil
        output += isName ? field : "`\(field)`"
    }
}

extension Expression {
    /// True when the text of a node begins with a digit.
    fileprivate func beginsWithNumber(_ id: ExprID) -> Bool {
        var id = id
        while true {
            switch self[id].kind {
            case .literal(.int(let value)): return value >= 0
            case .literal(.double(let value)): return value.sign == .plus
            case .select(let operand, _, _): id = operand
            case .call(_, let receiver?, _): id = receiver
            case .call("_[_]", nil, let arguments) where !arguments.isEmpty: id = arguments[0]
            case .call("_[?_]", nil, let arguments) where !arguments.isEmpty: id = arguments[0]
            case .comprehension(let macro): id = macro.range
            case .optionalMap(let operand, _, _, _): id = operand
            default: return false
            }
        }
    }
}

extension Literal {
    /// As an expression writes it.
    package var text: String {
        switch self {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .int(let value): "\(value)"
        case .uint(let value): "\(value)u"
        case .double(let value):
            value.isNaN
                ? "double(\"NaN\")" : value.isFinite ? "\(value)" : "double(\"\(value < 0 ? "-" : "")Infinity\")"
        case .string(let value): "\"" + Self.escaped(value.unicodeScalars) + "\""
        case .bytes(let value):
            "b\""
                + value.map { $0 < 0x80 ? Self.escaped([Unicode.Scalar($0)]) : "\\x" + Self.hex(UInt32($0), 2) }
                .joined()
                + "\""
        }
    }

    private static func escaped(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        for scalar in scalars {
            switch scalar {
            case "\"": text.append(contentsOf: "\\\"".unicodeScalars)
            case "\\": text.append(contentsOf: "\\\\".unicodeScalars)
            case "\n": text.append(contentsOf: "\\n".unicodeScalars)
            case "\r": text.append(contentsOf: "\\r".unicodeScalars)
            case "\t": text.append(contentsOf: "\\t".unicodeScalars)
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                text.append(contentsOf: ("\\x" + hex(scalar.value, 2)).unicodeScalars)
            default: text.append(scalar)
            }
        }
        return String(text)
    }

    private static func hex(_ value: UInt32, _ digits: Int) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
