extension Program {
    /// - Parameters:
    ///   - checked: without faults.
    ///   - types: the fields of objects whose type is found only when evaluated (`dyn`).
    package convenience init(_ checked: CheckedExpression, types: any TypeProvider = NoTypes()) {
        var compiler = Compiler(checked.expression, checked: checked, environment: nil)
        self.init(&compiler, types)
    }

    /// A program of an expression that was not checked: names are resolved by the environment's container, overloads by the
    /// values found when evaluated.
    package convenience init(unchecked expression: Expression, _ environment: Environment) {
        var compiler = Compiler(expression, checked: nil, environment: environment)
        self.init(&compiler, environment.types)
    }

    private convenience init(_ compiler: inout Compiler, _ types: any TypeProvider) {
        compiler.compileRoot()
        self.init(
            code: compiler.code, slots: compiler.slots, variables: compiler.variables, types: types,
            messages: compiler.messages, faults: compiler.faults, ranges: compiler.expression.nodes.map(\.range),
            constants: compiler.constants, patterns: compiler.patterns, sites: compiler.sites)
    }
}
