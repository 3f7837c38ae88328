internal import CEL
internal import ContractModel

/// Fields without which a clause cannot hold, whatever else a document says: where its standard has no key for one of them,
/// nobody can be asked to obey.
struct Demands: Sendable {
    var paths: [FieldPath] = []
    /// True: the clause asks for nothing but that the field is there.
    var isPresence = false

    init() {}

    /// - Parameter parameters: of the rule, whose lists may name what is asked for.
    init(_ checked: CheckedExpression, _ selection: Selection, _ parameters: ParameterValues) {
        var variables: [String: Way] = [:]
        for variable in selection.variables { variables[variable.name] = Way(steps: [], type: variable.type) }
        let collector = Collector(checked: checked, parameters: parameters)
        let root = checked.expression.root
        paths = collector.demands(of: root, variables).sorted { $0.text < $1.text }
        if case .call("filled", nil, let arguments) = checked.expression[root].kind, let own = arguments.first,
            case .select = checked.expression[own].kind
        {
            isPresence = paths.count == 1
        }
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

        func demands(of id: ExprID, _ variables: [String: Way]) -> Set<FieldPath> {
            switch checked.expression[id].kind {
            case .call(let function, let receiver, let arguments):
                let operands = (receiver.map { [$0] } ?? []) + arguments
                switch function {
                case "!_", "_?_:_", "_!=_", "personalProperties", "isPersonal", "allProperties", "type", "dyn", "size":
                    return []
                case "_||_":
                    let sides = operands.map { demands(of: $0, variables) }
                    return sides.dropFirst().reduce(sides.first ?? []) { $0.intersection($1) }
                // An absent list is equal to an empty one.
                case "_==_" where operands.contains { isList($0) }: return []
                case "sla", "custom": return way(of: id, variables).map { [FieldPath($0.steps)] } ?? []
                // An owner may be written in several ways.
                case "owners": return []
                default: return operands.reduce(into: []) { $0.formUnion(demands(of: $1, variables)) }
                }
            case .select:
                guard let way = way(of: id, variables), !way.steps.isEmpty else { return [] }
                return [FieldPath(way.steps)]
            case .comprehension(let loop) where loop.macro == .exists || loop.macro == .existsOne:
                var variables = variables
                if loop.variables.count == 1 { variables[loop.variables[0]] = element(of: loop.range, variables) }
                return demands(of: loop.range, variables).union(demands(of: loop.body, variables))
            default: return []
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
