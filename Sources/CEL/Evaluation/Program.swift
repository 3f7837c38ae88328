/// An expression made ready to be evaluated: a flat array of instructions and the constants it needs, built once.
///
/// Never changes once it is made, so threads may share it.
package final class Program: @unchecked Sendable {
    /// The last one is the root.
    let code: UnsafeMutableBufferPointer<Instruction>
    /// Values that the frame of an evaluation has room for: variables of macros, arguments of calls.
    let slots: Int
    /// Number of variables that an evaluation must be given.
    let variables: Int
    let types: any TypeProvider
    /// Of the instructions that fail.
    let messages: [String]
    /// Faults of what could not be compiled: patterns that are none of RE2's. Such a program gives an error where it gets there.
    package let faults: [Fault]
    /// Ranges of the nodes in the expression's text.
    private let ranges: [Range<Int>]
    // Keep alive what instructions point to.
    private let constants: Evaluation
    private let patterns: [ConstantPattern]
    private let sites: [UnsafeMutablePointer<CallSite>]

    /// - Parameters:
    ///   - constants: holds what instructions point to, as do `patterns` and `sites`.
    init(
        code: [Instruction], slots: Int, variables: Int, types: any TypeProvider, messages: [String], faults: [Fault],
        ranges: [Range<Int>], constants: Evaluation, patterns: [ConstantPattern],
        sites: [UnsafeMutablePointer<CallSite>]
    ) {
        self.code = .allocate(capacity: code.count)
        _ = self.code.initialize(from: code)
        self.slots = slots
        self.variables = variables
        self.types = types
        self.messages = messages
        self.faults = faults
        self.ranges = ranges
        self.constants = constants
        self.patterns = patterns
        self.sites = sites
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
