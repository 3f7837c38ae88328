/// Candidates for the meaning of a name (language definition, "Name Resolution").
package enum Names {
    /// The qualified names that a name may stand for, the first to be tried first: in the container `a.b` the name `x`
    /// may be `a.b.x`, `a.x` or `x`; with a leading dot only the last.
    package static func candidates(for name: String, in container: String) -> [String] {
        if name.utf8.first == UInt8(ascii: ".") { return [String(name.dropFirst())] }
        guard !container.isEmpty else { return [name] }
        var scope = Substring(container)
        var names: [String] = []
        while !scope.isEmpty {
            names.append(scope + "." + name)
            scope = scope.lastIndex(of: ".").map { scope[..<$0] } ?? ""
        }
        names.append(name)
        return names
    }

    /// Types by the names that denote them in expressions; `dyn` is none.
    package static let types: [String: CELType] = [
        "bool": .bool, "bytes": .bytes, "double": .double, "int": .int, "uint": .uint, "string": .string,
        "list": .list(.dyn), "map": .map(.dyn, .dyn), "null_type": .null, "type": .type(.dyn),
        "optional_type": .optional(.dyn), "google.protobuf.Timestamp": .timestamp,
        "google.protobuf.Duration": .duration,
    ]
}

/// Meaning of each name in an expression, found without its types: local variables shadow the environment's, and the
/// longest qualified name wins.
package struct NameResolution: Sendable {
    package enum Meaning: Sendable {
        /// A variable of the environment, by index.
        case variable(Int)
        case type(CELType)
        /// A variable of the macro that the node `owner` is, by its place among the macro's variables.
        case local(owner: ExprID, index: Int)
        /// A function by its qualified name. If `isMember`, the call's receiver is its first argument; else it was part of
        /// the name, or there is none.
        case function(String, isMember: Bool)
        /// Part of a qualified name above it: not a value of its own.
        case namespace
    }

    /// By node; nil for a name that means nothing, and for whatever is no name.
    package private(set) var meanings: [Meaning?]
    /// By node: the variables in sight, as an index into `scopes`; -1 for none.
    private var scopeOf: [Int]
    private var scopes: [(parent: Int, owner: ExprID, names: [String])] = []
    private let expression: Expression
    private let environment: Environment

    /// A qualified name has at most this many words.
    private static let mostWords = 16

    package init(_ expression: Expression, _ environment: Environment) {
        self.expression = expression
        self.environment = environment
        let count = expression.nodes.count
        meanings = [Meaning?](repeating: nil, count: count)
        scopeOf = [Int](repeating: -1, count: count)
        // A node stands behind its children: from the last to the first, a scope is known before what lies in it.
        for index in expression.nodes.indices.reversed() {
            let id = ExprID(index)
            spreadScope(from: id)
            if case .namespace? = meanings[index] { continue }
            resolve(id)
        }
    }

    private mutating func spreadScope(from id: ExprID) {
        let scope = scopeOf[Int(id)]
        let kind = expression[id].kind
        if scope >= 0 { kind.forEachChild { scopeOf[Int($0)] = scope } }
        switch kind {
        case .comprehension(let macro): open(macro.variables, owner: id, scope, [macro.filter, macro.body])
        case .bind(let name, _, let body): open([name], owner: id, scope, [body])
        case .optionalMap(_, let name, let body, _): open([name], owner: id, scope, [body])
        default: break
        }
    }

    private mutating func open(_ names: [String], owner: ExprID, _ parent: Int, _ parts: [ExprID?]) {
        scopes.append((parent, owner, names))
        for case let part? in parts { scopeOf[Int(part)] = scopes.count - 1 }
    }

    private mutating func resolve(_ id: ExprID) {
        switch expression[id].kind {
        case .identifier(let name): meanings[Int(id)] = local(name, at: id) ?? global(name)
        case .select(_, _, isOptional: false):
            guard let name = qualifiedName(of: id), let meaning = global(name) else { return }
            meanings[Int(id)] = meaning
            if case .select(let operand, _, _) = expression[id].kind { hide(operand) }
        case .call(let function, nil, _):
            if let name = functionName(function) { meanings[Int(id)] = .function(name, isMember: false) }
        case .call(let function, let receiver?, _):
            if let prefix = qualifiedName(of: receiver), let name = functionName(prefix + "." + function) {
                meanings[Int(id)] = .function(name, isMember: false)
                hide(receiver)
            } else if environment.functions[function] != nil {
                meanings[Int(id)] = .function(function, isMember: true)
            }
        default: break
        }
    }

    /// The words of a name that is resolved as a whole.
    private mutating func hide(_ id: ExprID) {
        var next: ExprID? = id
        while let id = next {
            meanings[Int(id)] = .namespace
            if case .select(let operand, _, _) = expression[id].kind { next = operand } else { next = nil }
        }
    }

    /// The local variables in sight of a node, the innermost first.
    package func locals(at id: ExprID) -> [String] {
        var names: [String] = []
        var scope = scopeOf[Int(id)]
        while scope >= 0 {
            names += scopes[scope].names
            scope = scopes[scope].parent
        }
        return names
    }

    private func local(_ name: String, at id: ExprID) -> Meaning? {
        var scope = scopeOf[Int(id)]
        while scope >= 0 {
            if let index = scopes[scope].names.firstIndex(of: name) {
                return .local(owner: scopes[scope].owner, index: index)
            }
            scope = scopes[scope].parent
        }
        return nil
    }

    private func global(_ name: String) -> Meaning? {
        for candidate in Names.candidates(for: name, in: environment.container) {
            if let variable = environment.variables[candidate] { return .variable(variable.index) }
            if let type = Names.types[candidate] { return .type(type) }
            if environment.types.fieldNames(of: candidate) != nil { return .type(.object(candidate)) }
        }
        return nil
    }

    private func functionName(_ name: String) -> String? {
        Names.candidates(for: name, in: environment.container).first { environment.functions[$0] != nil }
    }

    /// `a.b.c` where `a` is no local variable; nil for anything else.
    func qualifiedName(of id: ExprID) -> String? {
        var words: [String] = []
        var id = id
        while words.count < Self.mostWords {
            switch expression[id].kind {
            case .identifier(let name):
                if local(name, at: id) != nil { return nil }
                words.append(name)
                return words.reversed().joined(separator: ".")
            case .select(let operand, let field, isOptional: false):
                words.append(field)
                id = operand
            default: return nil
            }
        }
        return nil
    }
}
