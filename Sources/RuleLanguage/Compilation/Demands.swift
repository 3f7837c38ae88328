internal import CEL
internal import ContractModel

/// Fields without which a clause cannot hold, whatever else a document says: where its standard has no key for one of them,
/// nobody can be asked to obey.
struct Demands: Sendable {
    indirect enum Tree: Sendable {
        case nothing
        case path(FieldPath)
        case all([Tree])
        /// One of them is enough.
        case any([Tree])
    }

    var tree = Tree.nothing
    /// True: the clause asks for nothing but that one field is there.
    var isPresence = false

    init() {}

    /// - Parameter parameters: of the rule, whose lists may name what is asked for.
    init(_ checked: CheckedExpression, _ selection: Selection, _ parameters: ParameterValues) {
        var variables: [String: Way] = [:]
        for variable in selection.variables { variables[variable.name] = Way(steps: [], type: variable.type) }
        let collector = Collector(checked: checked, parameters: parameters)
        let root = checked.expression.root
        tree = collector.demands(of: root, variables)
        if case .call("filled", nil, let arguments) = checked.expression[root].kind, let own = arguments.first,
            case .select = checked.expression[own].kind, case .path = tree
        {
            isPresence = true
        }
    }

    /// Answer to whether a document of a version can meet them, and its schema does not make them itself.
    func canBeAsked(in names: KeyNames) -> Bool {
        if isPresence, case .path(let path) = tree, names.isDemanded(path) { return false }
        return tree.isPossible(in: names)
    }

    /// Way that an expression goes through the model: the fields so far, and the type they have led to.
    private struct Way {
        var steps: [FieldPath.Step]
        var type: String?
        /// Of a variable over a list of words: the words.
        var words: [String] = []
    }

    private struct Collector {
        let checked: CheckedExpression
        let parameters: ParameterValues

        func demands(of id: ExprID, _ variables: [String: Way]) -> Tree {
            switch checked.expression[id].kind {
            case .call(let function, let receiver, let arguments):
                let operands = (receiver.map { [$0] } ?? []) + arguments
                switch function {
                case "!_", "_?_:_", "_!=_", "personalProperties", "isPersonal", "allProperties", "type", "dyn", "size":
                    return .nothing
                case "_||_": return .any(of: operands.map { demands(of: $0, variables) })
                // An absent list is equal to an empty one.
                case "_==_" where operands.contains { isList($0) }: return .nothing
                case "sla", "custom": return way(of: id, variables).map { .path(FieldPath($0.steps)) } ?? .nothing
                // An owner may be written in several ways.
                case "owners": return .nothing
                default: return .all(of: operands.map { demands(of: $0, variables) })
                }
            case .select:
                guard let way = way(of: id, variables), !way.steps.isEmpty else { return .nothing }
                return .path(FieldPath(way.steps))
            case .comprehension(let loop) where loop.macro == .exists || loop.macro == .existsOne:
                var variables = variables
                if loop.variables.count == 1 { variables[loop.variables[0]] = element(of: loop.range, variables) }
                return .all(of: [demands(of: loop.range, variables), demands(of: loop.body, variables)])
            default: return .nothing
            }
        }

        private func isList(_ id: ExprID) -> Bool {
            if case .list = checked.types[Int(id)] { true } else { false }
        }

        /// One of what a list holds.
        private func element(of list: ExprID, _ variables: [String: Way]) -> Way? {
            if case .select(let operand, let field, _) = checked.expression[list].kind,
                case .identifier(RuleTypes.params) = checked.expression[operand].kind
            {
                guard case .list(let items)? = parameters.given.first(where: { $0.name == field })?.value else {
                    return nil
                }
                return Way(steps: [], type: nil, words: items.compactMap(\.word))
            }
            guard case .list(.object(let type)) = checked.types[Int(list)], var way = way(of: list, variables) else {
                return nil
            }
            way.type = type
            return way
        }

        private func way(of id: ExprID, _ variables: [String: Way]) -> Way? {
            switch checked.expression[id].kind {
            case .identifier(let name): return variables[name]
            case .select(let operand, let field, _):
                guard var way = way(of: operand, variables), let type = way.type,
                    let kind = ElementKind(rawValue: type),
                    let key = ModelTypes.shared.key(field, of: type) ?? Self.derived[field]
                else { return nil }
                way.steps.append(FieldPath.Step(kind, key))
                way.type = nil
                if case .object(let next) = checked.types[Int(id)] { way.type = next }
                return way
            case .call(let function, nil, let arguments) where arguments.count == 2:
                guard let key = Self.entries[function], var way = way(of: arguments[0], variables),
                    let kind = way.type.flatMap(ElementKind.init)
                else { return nil }
                way.steps.append(FieldPath.Step(kind, key, names: words(of: arguments[1], variables)))
                way.type = function == "sla" ? "sla" : nil
                return way
            default: return nil
            }
        }

        private func words(of id: ExprID, _ variables: [String: Way]) -> [String] {
            switch checked.expression[id].kind {
            case .literal(.string(let text)): [text]
            case .identifier(let name): variables[name]?.words ?? []
            default: []
            }
        }

        /// Functions that look for an entry by its name, and the field that holds the entries.
        private static let entries: [String: Key] = ["sla": .slaProperties, "custom": .customProperties]
        /// Fields that the model derives, and that stand in documents all the same.
        private static let derived: [String: Key] = [
            "team": .team, "description": .description, "logicalType": .logicalType,
        ]
    }
}

extension ParameterValue {
    fileprivate var word: String? {
        if case .string(let text) = self { text } else { nil }
    }
}

extension Demands.Tree {
    fileprivate static func all(of trees: [Self]) -> Self {
        let own = trees.filter { !$0.isNothing }
        return own.count > 1 ? .all(own) : own.first ?? .nothing
    }

    fileprivate static func any(of trees: [Self]) -> Self {
        trees.contains(where: \.isNothing) ? .nothing : trees.count > 1 ? .any(trees) : trees.first ?? .nothing
    }

    private var isNothing: Bool {
        if case .nothing = self { true } else { false }
    }

    fileprivate func isPossible(in names: KeyNames) -> Bool {
        switch self {
        case .nothing: true
        case .path(let path): names.canSay(path)
        case .all(let trees): trees.allSatisfy { $0.isPossible(in: names) }
        case .any(let trees): trees.contains { $0.isPossible(in: names) }
        }
    }
}
