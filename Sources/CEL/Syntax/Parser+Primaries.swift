extension Parser {
    /// A literal, a name, a call, parentheses, a list or a map.
    mutating func parsePrimary() throws(Fault) -> Operand {
        switch current.kind {
        case .int, .double: return try parseNumber(minus: nil)
        case .uint:
            let token = advance()
            return try add(.literal(LiteralText.uint(text(of: token), at: token.range)), token.range)
        case .string, .bytes:
            let token = advance()
            return try add(.literal(LiteralText.text(token, in: source)), token.range)
        case .true: return try add(.literal(.bool(true)), advance().range)
        case .false: return try add(.literal(.bool(false)), advance().range)
        case .null: return try add(.literal(.null), advance().range)
        case .identifier, .dot: return try parseName()
        case .leftParenthesis:
            let open = advance()
            var inner = try parseExpression()
            let close = try expect(.rightParenthesis, "to close the parenthesis")
            inner.range = open.range.lowerBound..<close.range.upperBound
            return inner
        case .leftBracket: return try parseList()
        case .leftBrace: return try parseMap()
        case .quotedIdentifier:
            throw unexpected("a value", help: "only names of fields are quoted: `x.\(text(of: current))`")
        case .greater where position > 0 && tokens[position - 1].kind == .less:
            throw unexpected("a value", help: "not equal is written `!=`")
        default: throw unexpected("a value")
        }
    }

    /// - Parameter minus: the sign in front, which belongs to the literal: only so the least int can be written.
    mutating func parseNumber(minus: Range<Int>?) throws(Fault) -> Operand {
        let token = advance()
        let range = (minus ?? token.range).lowerBound..<token.range.upperBound
        let literal =
            token.kind == .int
            ? try LiteralText.int(text(of: token), isNegative: minus != nil, at: range)
            : try LiteralText.double(text(of: token), isNegative: minus != nil, at: range)
        return try add(.literal(literal), range)
    }

    /// `name`, `.name`, `name(…)`, `a.b.Name{…}`
    private mutating func parseName() throws(Fault) -> Operand {
        let start = current.range.lowerBound
        let isRooted = take(.dot) != nil
        if let structure = try parseStructure(from: start, isRooted: isRooted) { return structure }
        guard current.kind == .identifier else { throw unexpected("a name behind `.`") }
        let token = advance()
        let name = text(of: token)
        if Keywords.reserved.contains(name) {
            throw Fault("`\(name)` is a reserved word", at: token.range, help: "it can name a field, but no variable")
        }
        let fullName = isRooted ? "." + name : name
        guard current.kind == .leftParenthesis else {
            return try add(.identifier(fullName), start..<token.range.upperBound, name: token.range)
        }
        let (arguments, end) = try parseArguments()
        let call = Call(function: fullName, name: token.range, receiver: nil, arguments: arguments, range: start..<end)
        if let kind = macro(call) {
            // `has` goes by the field that it asks for.
            return try add(kind, call.range, name: nodes[Int(arguments[0].id)].nameRange)
        }
        return try add(call.kind, call.range, name: token.range)
    }

    /// The message that begins here, or nil.
    private mutating func parseStructure(from start: Int, isRooted: Bool) throws(Fault) -> Operand? {
        var length = 1
        guard token(0).kind == .identifier else { return nil }
        while token(length).kind == .dot, token(length + 1).kind == .identifier { length += 2 }
        guard token(length).kind == .leftBrace else { return nil }
        let words = (0..<length).map { token($0) }
        let nameRange = words[0].range.lowerBound..<words[length - 1].range.upperBound
        let name = (isRooted ? "." : "") + words.map { text(of: $0) }.joined()
        for _ in 0...length { _ = advance() }
        var fields: [ExprNode.FieldEntry] = []
        while current.kind != .rightBrace, current.kind != .comma || !fields.isEmpty {
            let isOptional = take(.question) != nil
            guard let field = take(.identifier) ?? take(.quotedIdentifier) else { throw unexpected("a field's name") }
            try expect(.colon, "behind the field's name")
            let value = try parseExpression()
            fields.append(.init(name: fieldName(field), value: value.id, isOptional: isOptional))
            if take(.comma) == nil { break }
        }
        if fields.isEmpty { _ = take(.comma) }
        let close = try expect(.rightBrace, "to close the fields")
        return try add(.structure(name: name, fields: fields), start..<close.range.upperBound, name: nameRange)
    }

    /// A field's name without its back quotes.
    func fieldName(_ token: Token) -> String {
        token.kind == .quotedIdentifier ? String(text(of: token).dropFirst().dropLast()) : text(of: token)
    }

    /// From `(` to `)`.
    mutating func parseArguments() throws(Fault) -> (arguments: [Operand], end: Int) {
        try expect(.leftParenthesis, "before the arguments")
        var arguments: [Operand] = []
        if let close = take(.rightParenthesis) { return ([], close.range.upperBound) }
        repeat { arguments.append(try parseExpression()) } while take(.comma) != nil
        guard let close = take(.rightParenthesis) else { throw unexpected("`,` or `)` behind an argument") }
        return (arguments, close.range.upperBound)
    }

    private mutating func parseList() throws(Fault) -> Operand {
        let open = advance()
        var elements: [ExprID] = []
        var optional: Set<Int> = []
        while current.kind != .rightBracket, current.kind != .comma || !elements.isEmpty {
            if take(.question) != nil { optional.insert(elements.count) }
            elements.append(try parseExpression().id)
            if take(.comma) == nil { break }
        }
        if elements.isEmpty { _ = take(.comma) }
        guard let close = take(.rightBracket) else { throw unexpected("`,` or `]` behind an element") }
        return try add(
            .list(elements: elements, optional: optional), open.range.lowerBound..<close.range.upperBound)
    }

    private mutating func parseMap() throws(Fault) -> Operand {
        let open = advance()
        var entries: [ExprNode.MapEntry] = []
        while current.kind != .rightBrace, current.kind != .comma || !entries.isEmpty {
            let isOptional = take(.question) != nil
            let key = try parseExpression()
            try expect(.colon, "between key and value")
            let value = try parseExpression()
            entries.append(.init(key: key.id, value: value.id, isOptional: isOptional))
            if take(.comma) == nil { break }
        }
        if entries.isEmpty { _ = take(.comma) }
        guard let close = take(.rightBrace) else { throw unexpected("`,` or `}` behind an entry") }
        return try add(.map(entries: entries), open.range.lowerBound..<close.range.upperBound)
    }

    // MARK: Members

    /// Selections, indices and calls behind an operand.
    mutating func parseMembers(of operand: Operand) throws(Fault) -> Operand {
        var operand = operand
        while true {
            switch current.kind {
            case .dot: operand = try parseMember(of: operand)
            case .leftBracket: operand = try parseIndex(of: operand)
            default: return operand
            }
        }
    }

    private mutating func parseMember(of operand: Operand) throws(Fault) -> Operand {
        _ = advance()
        let isOptional = take(.question) != nil
        guard let name = take(.identifier) ?? take(.quotedIdentifier) else {
            let isKeyword = Keywords.operators[text(of: current)] != nil
            throw unexpected(
                "the name of a field or function behind `.`",
                help: isKeyword ? "write `.`\(text(of: current))``, with back quotes around the name" : nil)
        }
        let start = operand.range.lowerBound
        if current.kind == .leftParenthesis, !isOptional, name.kind == .identifier {
            let (arguments, end) = try parseArguments()
            let call = Call(
                function: text(of: name), name: name.range, receiver: operand, arguments: arguments, range: start..<end)
            return try add(macro(call) ?? call.kind, call.range, name: name.range)
        }
        return try add(
            .select(operand: operand.id, field: fieldName(name), isOptional: isOptional),
            start..<name.range.upperBound, name: name.range)
    }

    private mutating func parseIndex(of operand: Operand) throws(Fault) -> Operand {
        let open = advance()
        let isOptional = take(.question) != nil
        let index = try parseExpression()
        let close = try expect(.rightBracket, "behind the index")
        return try add(
            .call(function: isOptional ? "_[?_]" : "_[_]", receiver: nil, arguments: [operand.id, index.id]),
            operand.range.lowerBound..<close.range.upperBound, name: open.range.lowerBound..<close.range.upperBound)
    }
}
