extension Library {
    /// The sets extension: lists as sets, by CEL's equality.
    package static let sets = Library(
        "sets",
        [
            function("contains") { contains($0, all: $1, $2) },
            function("equivalent") { a, b, evaluation in
                let forth = contains(a, all: b, evaluation)
                return forth.isTrue ? contains(b, all: a, evaluation) : forth
            },
            function("intersects") { a, b, evaluation in
                var values = ValueSet(evaluation)
                var intersects = false
                evaluation.forEachElement(of: b) { value in
                    _ = values.insert(value)
                    return !evaluation.isOverBudget
                }
                evaluation.forEachElement(of: a) { value in
                    intersects = values.contains(value)
                    return !intersects && !evaluation.isOverBudget
                }
                return evaluation.isOverBudget ? evaluation.overBudget : .bool(intersects)
            },
        ])

    private static func function(
        _ name: String, _ implementation: @escaping @Sendable (Value, Value, Evaluation) -> Value
    ) -> Function {
        let lists = CELType.list(.parameter("T"))
        return Function(
            "sets.\(name)",
            [
                Overload("list_sets_\(name)_list", [lists, lists], .bool) { arguments, evaluation in
                    implementation(arguments[0], arguments[1], evaluation)
                }
            ])
    }

    /// True when every element of `part` is one of `list`.
    private static func contains(_ list: Value, all part: Value, _ evaluation: Evaluation) -> Value {
        var values = ValueSet(evaluation)
        evaluation.forEachElement(of: list) { value in
            _ = values.insert(value)
            return !evaluation.isOverBudget
        }
        var contains = true
        evaluation.forEachElement(of: part) { value in
            contains = values.contains(value)
            return contains && !evaluation.isOverBudget
        }
        return evaluation.isOverBudget ? evaluation.overBudget : .bool(contains)
    }
}
