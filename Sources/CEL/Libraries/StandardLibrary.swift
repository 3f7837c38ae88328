extension Library {
    /// The functions and operators of the language definition ("List of Standard Definitions"), but for those of timestamps
    /// and durations, which are `time`.
    ///
    /// The evaluator has instructions of its own for the operators and for what rules call most. What stands here for them is
    /// what the checker must know, and the same in plain words.
    package static let standard = Library(
        "standard",
        StandardOperators.logic + StandardOperators.relations + StandardOperators.arithmetic
            + StandardOperators.collections + StandardFunctions.all + StandardConversions.all)
}

/// Short names for the types in tables of overloads.
enum Types {
    static let t = CELType.parameter("T")
    static let k = CELType.parameter("K")
    static let v = CELType.parameter("V")
    static let listOfT = CELType.list(.parameter("T"))
    static let map = CELType.map(.parameter("K"), .parameter("V"))

    /// As overloads are named in the language definition: `int64`, `string`.
    static func name(_ type: CELType) -> String {
        switch type {
        case .int: "int64"
        case .uint: "uint64"
        default: type.description
        }
    }
}
