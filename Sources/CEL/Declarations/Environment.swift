/// Names that an expression may speak of: variables, functions, types of objects.
package struct Environment: Sendable {
    /// Names are resolved from here outwards: in the container `a.b` the name `x` may be `a.b.x`, `a.x` or `x`.
    package var container = ""
    /// By qualified name. `index` is the variable's place among the values given for an evaluation.
    package private(set) var variables: [String: Variable] = [:]
    package private(set) var functions: [String: Function] = [:]
    package var types: any TypeProvider

    package struct Variable: Sendable {
        package let type: CELType
        package let index: Int
    }

    /// - Parameters:
    ///   - libraries: later ones add overloads to functions of earlier ones.
    package init(types: any TypeProvider = NoTypes(), libraries: [Library]) {
        self.types = types
        for library in libraries { add(library) }
    }

    package mutating func add(_ library: Library) {
        for function in library.functions {
            functions[function.name, default: Function(function.name, [])].overloads += function.overloads
        }
    }

    /// Declares a variable; the next free index is its own.
    ///
    /// - Returns: its index.
    @discardableResult
    package mutating func declare(_ name: String, _ type: CELType) -> Int {
        if let known = variables[name] {
            variables[name] = Variable(type: type, index: known.index)
            return known.index
        }
        let index = variables.count
        variables[name] = Variable(type: type, index: index)
        return index
    }
}
