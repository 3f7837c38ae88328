internal import CEL

/// A call of one of our own functions with plain arguments.
final class QuickCall: Sendable {
    private let overload: Overload
    private let arguments: [QuickTest.Source]
    /// For each argument whether it has to be a text.
    private let areTexts: [Bool]

    private static let mostArguments = 3

    /// - Returns: nil for a signature that is the evaluator's to match.
    init?(_ overload: Overload, _ arguments: [QuickTest.Source]) {
        guard arguments.count == overload.parameters.count, arguments.count <= Self.mostArguments,
            !overload.isVariadic
        else { return nil }
        for parameter in overload.parameters {
            switch parameter {
            case .string, .dyn, .object, .list(.dyn): break
            default: return nil
            }
        }
        self.overload = overload
        self.arguments = arguments
        areTexts = overload.parameters.map { $0 == .string }
    }

    /// - Returns: nil where an argument is not what the function takes.
    func run(_ asking: QuickAsking) -> CELValue? {
        withUnsafeTemporaryAllocation(of: CELValue.self, capacity: Self.mostArguments) { values in
            for index in arguments.indices {
                let value = asking.value(arguments[index])
                if areTexts[index], value.tag != .string { return nil }
                if value.isError || value.tag == .absent && !overload.acceptsAbsent { return nil }
                values.initializeElement(at: index, to: value)
            }
            return overload.implementation(
                UnsafeBufferPointer(rebasing: UnsafeBufferPointer(values)[..<arguments.count]), asking.evaluation)
        }
    }
}
