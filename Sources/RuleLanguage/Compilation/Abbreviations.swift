internal import Basics
internal import CEL

/// The names that a rule gives to expressions under `let`: where one stands, its expression is put in its place, so that what is
/// missing in it is asked for as if it were written there.
struct Abbreviations {
    private struct Abbreviation {
        let name: String
        let checked: CheckedExpression
    }

    private var all: [Abbreviation] = []
    private(set) var used: Set<String> = []

    /// Fault of a name; nil: it can be used.
    func fault(of name: String, _ environment: Environment) -> String? {
        let isName =
            name.utf8.first.map { $0.isLetter || $0 == UInt8(ascii: "_") } ?? false
            && name.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") }
        if !isName { return "`\(name.shortened)` is no name: write letters, digits and _" }
        if environment.variables[name] != nil || Names.types[name] != nil
            || environment.types.fieldNames(of: name) != nil
        {
            return "`\(name.shortened)` has a meaning already"
        }
        return all.contains { $0.name == name } ? "`\(name.shortened)` is there twice" : nil
    }

    mutating func add(_ name: String, _ checked: CheckedExpression) {
        all.append(Abbreviation(name: name, checked: checked))
    }

    /// The environment with the names as variables.
    func declared(in environment: Environment) -> Environment {
        var environment = environment
        for own in all { environment.declare(own.name, own.checked.type) }
        return environment
    }

    /// An expression without the names, each replaced by what it stands for; nil: it has none.
    ///
    /// - Parameter count: of the variables that the rule has beside them.
    mutating func expanded(_ checked: CheckedExpression, variables count: Int) -> Expression? {
        var nodes: [ExprNode] = []
        var places: [ExprID] = []
        var isChanged = false
        for (index, node) in checked.expression.nodes.enumerated() {
            if case .identifier = node.kind, case .variable(let variable)? = checked.references[index],
                variable >= count
            {
                let own = all[variable - count]
                used.insert(own.name)
                isChanged = true
                // Whatever is wrong with it here is wrong where the name stands.
                let base = ExprID(nodes.count)
                nodes += own.checked.expression.nodes.map {
                    ExprNode($0.kind.mapChildren { $0 + base }, node.range, name: node.nameRange)
                }
                places.append(own.checked.expression.root + base)
            } else {
                places.append(ExprID(nodes.count))
                nodes.append(
                    ExprNode(node.kind.mapChildren { places[Int($0)] }, node.range, name: node.nameRange))
            }
        }
        return isChanged ? Expression(nodes: nodes, root: places[Int(checked.expression.root)]) : nil
    }

    /// Number of the parts of an expression once its names are written out: names of names would double it with each line.
    func size(of checked: CheckedExpression, variables count: Int) -> Int {
        checked.expression.nodes.indices.reduce(checked.expression.nodes.count) { sum, index in
            guard case .variable(let variable)? = checked.references[index], variable >= count,
                case .identifier = checked.expression.nodes[index].kind
            else { return sum }
            return sum + all[variable - count].checked.expression.nodes.count
        }
    }

    /// The first variable of a loop that is called as one of those that the rule has: what a name stands for may speak of that
    /// one, and would be given the other.
    static func capture(in expression: Expression, _ environment: Environment) -> (name: String, id: ExprID)? {
        for (index, node) in expression.nodes.enumerated() {
            let names: [String] =
                switch node.kind {
                case .comprehension(let loop): loop.variables
                case .bind(let name, _, _), .optionalMap(_, let name, _, _): [name]
                default: []
                }
            if let name = names.first(where: { environment.variables[$0] != nil }) { return (name, ExprID(index)) }
        }
        return nil
    }

    /// Names that nothing speaks of.
    var unused: [String] { all.map(\.name).filter { !used.contains($0) } }
}
