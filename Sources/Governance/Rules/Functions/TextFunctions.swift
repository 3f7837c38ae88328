internal import CEL

/// Functions about texts.
enum TextFunctions {
    static let all: [Function] = [
        Function("glob", [.string, .string], .bool) { arguments, evaluation in
            guard evaluation.charge(steps: Int(arguments[0].extra)) else { return evaluation.overBudget }
            return .bool(GlobPattern.matches(arguments[0].utf8, arguments[1].utf8))
        },
        Function(
            "case",
            [
                Overload("case", [.string], .string) { arguments, evaluation in
                    evaluation.string(NameStyle(of: arguments[0].utf8).rawValue)
                },
                Overload("case_style", [.string, .string], .bool) { arguments, evaluation in
                    let wanted = arguments[1].utf8
                    guard let style = NameStyle.allCases.first(where: { wanted.elementsEqual($0.rawValue.utf8) }) else {
                        let names = NameStyle.allCases.map(\.rawValue).joined(separator: ", ")
                        return evaluation.error("no such style of names; the styles are \(names)")
                    }
                    return .bool(style.fits(arguments[0].utf8))
                },
            ]),
        Function("meaningful", [.string, .string], .bool) { arguments, evaluation in
            guard evaluation.charge(steps: Int(arguments[0].extra) / 16) else { return evaluation.overBudget }
            return .bool(Descriptions.isMeaningful(arguments[0].utf8, name: arguments[1].utf8))
        },
        Function("secret", [.string], .string, acceptsAbsent: true) { arguments, evaluation in
            guard arguments[0].tag == .string else { return .absent }
            guard evaluation.charge(steps: Int(arguments[0].extra) / 16) else { return evaluation.overBudget }
            return Secrets.kind(in: arguments[0].utf8).map(evaluation.string) ?? .absent
        },
        Function("classificationRank", [.string], .int, acceptsAbsent: true) { arguments, evaluation in
            guard arguments[0].tag == .string else { return .absent }
            return evaluation.model.vocabulary.rank(of: arguments[0].utf8).map { .int(Int64($0)) } ?? .absent
        },
        Function("isSemver", [.string], .bool) { arguments, _ in .bool(SemanticVersion.isValid(arguments[0].utf8)) },
        Function("isReservedWord", [.string], .bool) { arguments, _ in .bool(ReservedWords.contains(arguments[0].utf8)) },
        Function("isCurrency", [.string], .bool) { arguments, _ in .bool(Currencies.isCode(arguments[0].utf8)) },
        Function("isSLAUnit", [.string], .bool) { arguments, _ in .bool(SLAUnits.isKnown(arguments[0].utf8)) },
    ]
}
