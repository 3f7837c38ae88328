/// An expression made ready to be evaluated: a flat array of instructions and the constants it needs, built once.
///
/// Never changes once it is made, so threads may share it.
package final class Program: @unchecked Sendable {
    /// The last one is the root.
    let code: UnsafeMutableBufferPointer<Instruction>
    /// Values that the frame of an evaluation has room for: variables of macros, arguments of calls.
    let slots: Int
    /// How many variables an evaluation must be given.
    let variables: Int
    let types: any TypeProvider
    /// Of the instructions that fail.
    let messages: [String]
    /// What could not be compiled: patterns that are none of RE2's. Such a program gives an error where it gets there.
    package let faults: [Fault]
    /// Where the nodes stand in the expression's text.
    private let ranges: [Range<Int>]
    // Keep alive what instructions point to.
    private let constants: Evaluation
    private let patterns: [ConstantPattern]
    private let sites: [UnsafeMutablePointer<CallSite>]

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

    private init(_ compiler: inout Compiler, _ types: any TypeProvider) {
        compiler.compileRoot()
        code = .allocate(capacity: compiler.code.count)
        _ = code.initialize(from: compiler.code)
        slots = compiler.slots
        variables = compiler.variables
        faults = compiler.faults
        messages = compiler.messages
        ranges = compiler.expression.nodes.map(\.range)
        constants = compiler.constants
        patterns = compiler.patterns
        sites = compiler.sites
        self.types = types
    }

    /// A program that was compiled before, of an expression without faults, and without places in its text.
    init(
        code: UnsafeMutableBufferPointer<Instruction>, slots: Int, variables: Int, messages: [String],
        constants: Evaluation, patterns: [ConstantPattern], sites: [UnsafeMutablePointer<CallSite>]
    ) {
        self.code = code
        self.slots = slots
        self.variables = variables
        self.messages = messages
        self.constants = constants
        self.patterns = patterns
        self.sites = sites
        types = NoTypes()
        faults = []
        ranges = []
    }

    deinit {
        code.deallocate()
        sites.forEach(CallSite.free)
    }

    /// The bytes of the expression's text that an error is about; nil: it does not know.
    package func range(of error: EvaluationError) -> Range<Int>? {
        guard let node = error.node, ranges.indices.contains(Int(node)) else { return nil }
        return ranges[Int(node)]
    }
}
