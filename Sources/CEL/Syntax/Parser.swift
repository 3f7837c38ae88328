internal import Diagnostics

/// Reads an expression (language definition, "Syntax"). Any text gives an expression or faults with their places.
package struct Parser {
    let source: [UInt8]
    let tokens: [Token]
    let hasMacros: Bool
    var position = 0
    /// Depth of the parser's own calls.
    var depth = 0
    var nodes: [ExprNode] = []
    /// Of each node: how many lie on the longest way down, itself included.
    private var heights: [Int] = []
    var faults: [Fault] = []

    /// An expression that was read. `range` is that of the node, with the parentheses around it.
    struct Operand {
        var id: ExprID
        var range: Range<Int>
    }

    /// - Parameter macros: false leaves `has`, `all`, … calls of functions.
    /// - Returns: no expression, if there are faults.
    package static func parse(_ text: String, macros: Bool = true) -> (expression: Expression?, faults: [Fault]) {
        let source = Array(text.utf8)
        guard source.count <= Limits.bytes else {
            return (nil, [Fault("the expression is longer than \(Limits.bytes) bytes", at: 0..<source.count)])
        }
        let lexer = Lexer(source)
        guard lexer.faults.isEmpty else { return (nil, lexer.faults) }
        var parser = Parser(source: source, tokens: lexer.tokens, hasMacros: macros)
        do {
            let root = try parser.parseAll()
            guard parser.faults.isEmpty else { return (nil, parser.faults) }
            return (parser.finish(root), [])
        } catch {
            return (nil, parser.faults + [error])
        }
    }

    /// Bounds of an expression.
    package enum Limits {
        package static let bytes = 100_000
        /// Parentheses, brackets, arguments inside each other.
        package static let nesting = 250
        /// Nodes above each other: long chains of operators and selections count too.
        package static let height = 1_000
    }

    private init(source: [UInt8], tokens: [Token], hasMacros: Bool) {
        self.source = source
        self.tokens = tokens
        self.hasMacros = hasMacros
    }

    private mutating func parseAll() throws(Fault) -> ExprID {
        if current.kind == .end { throw Fault("the expression is empty", at: 0..<source.count) }
        let root = try parseExpression()
        if current.kind != .end {
            let before = position > 0 ? text(of: tokens[position - 1]) : ""
            let help: String? =
                switch text(of: current).lowercased() {
                case _ where before == "not": "the negation is written `!`"
                case "and": "the logical and is written `&&`"
                case "or": "the logical or is written `||`"
                case "is": "`==` compares"
                default: nil
                }
            throw unexpected("an operator or the end of the expression", help: help)
        }
        return root.id
    }

    /// Nodes that macros took apart are dropped, so that every node belongs to the expression.
    private func finish(_ root: ExprID) -> Expression {
        var isUsed = [Bool](repeating: false, count: nodes.count)
        isUsed[Int(root)] = true
        for index in nodes.indices.reversed() where isUsed[index] {
            nodes[index].kind.forEachChild { isUsed[Int($0)] = true }
        }
        guard isUsed.contains(false) else { return Expression(nodes: nodes, root: root) }
        var numbers = [ExprID](repeating: 0, count: nodes.count)
        var kept: [ExprNode] = []
        for index in nodes.indices where isUsed[index] {
            var node = nodes[index]
            node.kind = node.kind.mapChildren { numbers[Int($0)] }
            numbers[index] = ExprID(kept.count)
            kept.append(node)
        }
        return Expression(nodes: kept, root: numbers[Int(root)])
    }

    mutating func add(_ kind: ExprNode.Kind, _ range: Range<Int>, name: Range<Int>? = nil) throws(Fault) -> Operand {
        var height = 0
        kind.forEachChild { height = max(height, heights[Int($0)]) }
        guard height < Limits.height else {
            throw Fault("the expression has more than \(Limits.height) operations inside each other", at: name ?? range)
        }
        heights.append(height + 1)
        nodes.append(ExprNode(kind, range, name: name))
        return Operand(id: ExprID(nodes.count - 1), range: range)
    }

    // MARK: Operators

    /// `condition ? a : b`, or anything that binds more strongly.
    mutating func parseExpression() throws(Fault) -> Operand {
        guard depth < Limits.nesting else {
            throw Fault("the expression is nested more than \(Limits.nesting) levels deep", at: current.range)
        }
        depth += 1
        defer { depth -= 1 }
        let condition = try parseBinary(1)
        guard let question = take(.question) else { return condition }
        let then = try parseBinary(1)
        try expect(.colon, "between the two results of `? :`")
        let otherwise = try parseExpression()
        return try add(
            .call(function: "_?_:_", receiver: nil, arguments: [condition.id, then.id, otherwise.id]),
            condition.range.lowerBound..<otherwise.range.upperBound, name: question.range)
    }

    /// Operands joined by operators that bind at least as strongly as `least`; all are left-associative.
    private mutating func parseBinary(_ least: Int) throws(Fault) -> Operand {
        var left = try parseUnary()
        while let (function, precedence) = current.kind.binaryOperator, precedence >= least {
            let kind = current.kind
            if kind == .and || kind == .or {
                var terms = [left]
                var marks: [Range<Int>] = []
                while let mark = take(kind) {
                    marks.append(mark.range)
                    terms.append(try parseBinary(precedence + 1))
                }
                left = try balance(function, terms[...], marks)
                continue
            }
            let mark = advance()
            let right = try parseBinary(precedence + 1)
            left = try add(
                .call(function: function, receiver: nil, arguments: [left.id, right.id]),
                left.range.lowerBound..<right.range.upperBound, name: mark.range)
        }
        return left
    }

    /// A tree as flat as can be: `&&` and `||` do not mind how they are grouped, and a thousand clauses stay ten levels
    /// deep.
    private mutating func balance(
        _ function: String, _ terms: ArraySlice<Operand>, _ marks: [Range<Int>]
    ) throws(Fault) -> Operand {
        if terms.count == 1 { return terms[terms.startIndex] }
        let middle = terms.startIndex + (terms.count + 1) / 2
        let left = try balance(function, terms[..<middle], marks)
        let right = try balance(function, terms[middle...], marks)
        return try add(
            .call(function: function, receiver: nil, arguments: [left.id, right.id]),
            left.range.lowerBound..<right.range.upperBound, name: marks[middle - 1])
    }

    private mutating func parseUnary() throws(Fault) -> Operand {
        var marks: [Token] = []
        while current.kind == .not || current.kind == .minus { marks.append(advance()) }
        var operand: Operand
        if let minus = marks.last, minus.kind == .minus, current.kind == .int || current.kind == .double {
            marks.removeLast()
            operand = try parseMembers(of: parseNumber(minus: minus.range))
        } else {
            operand = try parseMembers(of: parsePrimary())
        }
        for mark in marks.reversed() {
            operand = try add(
                .call(function: mark.kind == .not ? "!_" : "-_", receiver: nil, arguments: [operand.id]),
                mark.range.lowerBound..<operand.range.upperBound, name: mark.range)
        }
        return operand
    }
}
