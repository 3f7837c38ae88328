internal import CEL

/// Functions about texts.
enum TextFunctions {
    static let all: [Function] = [
        Function("glob", [.string, .string], .bool) { arguments, evaluation in
            guard evaluation.charge(steps: Int(arguments[0].extra)) else { return evaluation.overBudget }
            return .bool(GlobPattern.matches(arguments[0].utf8, arguments[1].utf8))
        },
    ]
}
