internal import Diagnostics
internal import CEL

/// Functions about texts.
enum TextFunctions {
    static let all: [Function] = [
        Function("glob", [.string, .string], .bool) { arguments, evaluation in
            let steps = Int(arguments[0].extra) &* (1 + Int(arguments[1].extra) / 16)
            guard evaluation.charge(steps: steps) else { return evaluation.overBudget }
            return .bool(GlobPattern.matches(arguments[0].utf8, arguments[1].utf8))
        },
        Function(
            "case",
            [
                Overload("case", [.string], .string) { arguments, evaluation in
                    evaluation.string(NameStyle(of: arguments[0].utf8).rawValue)
                },
                Overload("case_style", [.string, .string], .bool) { arguments, evaluation in
                    let style = evaluation.text(of: arguments[1])
                    guard let known = NameStyle(rawValue: style) else {
                        let styles = NameStyle.allCases.map(\.rawValue).joined(separator: ", ")
                        return evaluation.error("`\(style.shortened)` is no style of names; known are \(styles)")
                    }
                    return .bool(known.fits(arguments[0].utf8))
                },
            ]),
        predicate("isSemver") { SemanticVersion.isValid($0) },
        predicate("isReservedWord") { ReservedWords.contains($0) },
        predicate("isCurrency") { Currencies.isCode($0) },
        predicate("isSLAUnit") { SLAUnits.isKnown($0) },
        Function("meaningful", [.string, .string], .bool) { arguments, evaluation in
            guard evaluation.charge(steps: Int(arguments[0].extra)) else { return evaluation.overBudget }
            return .bool(Descriptions.isMeaningful(arguments[0].utf8, name: arguments[1].utf8))
        },
        Function("secret", [.string], .string) { arguments, evaluation in
            guard evaluation.charge(steps: Int(arguments[0].extra)) else { return evaluation.overBudget }
            return Secrets.kind(in: arguments[0].utf8).map(evaluation.string) ?? .absent
        },
        Function("classificationRank", [.string], .int) { arguments, evaluation in
            evaluation.model.rank(of: arguments[0].utf8).map { .int(Int64($0)) } ?? .absent
        },
    ]

    private static func predicate(
        _ name: String, _ holds: @escaping @Sendable (UnsafeBufferPointer<UInt8>) -> Bool
    ) -> Function {
        Function(name, [.string], .bool) { arguments, evaluation in
            guard evaluation.charge(steps: Int(arguments[0].extra)) else { return evaluation.overBudget }
            return .bool(holds(arguments[0].utf8))
        }
    }
}
