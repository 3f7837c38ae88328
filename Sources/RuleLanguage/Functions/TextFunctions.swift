internal import Basics
internal import CEL
internal import ColumnTypes
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

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
                    guard let style = NameStyle(named: arguments[1].utf8) else {
                        return unknownStyle(arguments[1], evaluation)
                    }
                    return .bool(style.fits(arguments[0].utf8))
                },
                // Of an element its name: it is looked at once for all rules.
                Overload("case_element_style", [.object("property"), .string], .bool) { arguments, evaluation in
                    guard let style = NameStyle(named: arguments[1].utf8) else {
                        return unknownStyle(arguments[1], evaluation)
                    }
                    let host = evaluation.model
                    let name = host.node(Key.name.fieldNumber, of: arguments[0])
                    return name < 0 ? .true : .bool(host.facts(ofName: name).styles & style.bit != 0)
                },
            ]),
        predicate("isSemver") { SemanticVersion.isValid($0) },
        Function(
            "isReservedWord",
            [
                Overload("isReservedWord", [.string], .bool) { arguments, evaluation in
                    guard evaluation.charge(steps: Int(arguments[0].extra)) else { return evaluation.overBudget }
                    return .bool(ReservedWords.contains(arguments[0].utf8))
                },
                // The name that a property has in its store.
                Overload("isReservedWord_property", [.object("property")], .bool, acceptsAbsent: true) {
                    arguments, evaluation in
                    let host = evaluation.model
                    var name = host.node(Key.physicalName.fieldNumber, of: arguments[0])
                    if name < 0 { name = host.node(Key.name.fieldNumber, of: arguments[0]) }
                    return .bool(name >= 0 && host.facts(ofName: name).isReserved)
                },
            ]),
        predicate("isCurrency") { Currencies.isCode($0) },
        predicate("isSLAUnit") { Quantity.isUnit($0) },
        Function("meaningful", [.string, .string], .bool) { arguments, evaluation in
            guard evaluation.charge(steps: Int(arguments[0].extra)) else { return evaluation.overBudget }
            return .bool(Descriptions.isMeaningful(arguments[0].utf8, name: arguments[1].utf8))
        },
        Function(
            "secret",
            [
                Overload("secret", [.string], .string) { arguments, evaluation in
                    guard evaluation.charge(steps: Int(arguments[0].extra)) else { return evaluation.overBudget }
                    return Secrets.kind(in: arguments[0].utf8).map(evaluation.string) ?? .absent
                },
                // With the name that the text stands behind.
                Overload("secret_text", [.object("text")], .string) { arguments, evaluation in
                    let node = arguments[0].objectNode
                    guard node >= 0 else { return .absent }
                    let text = evaluation.model.memory.text(of: node)
                    guard evaluation.charge(steps: text.count) else { return evaluation.overBudget }
                    if let kind = Secrets.kind(in: text) { return evaluation.string(kind) }
                    let (document, own) = evaluation.model.home(of: node)
                    let tree = document.tree
                    guard let name = tree.secretName(of: own) else { return .absent }
                    let kind = tree.withText(of: name) { Secrets.kind(of: text, named: $0) }
                    return kind.map(evaluation.string) ?? .absent
                },
            ]),
        Function("classificationRank", [.string], .int) { arguments, evaluation in
            evaluation.model.rank(of: arguments[0].utf8).map { .int(Int64($0)) } ?? .absent
        },
        Function("classifiedAs", [.string, .list(.string)], .bool) { arguments, evaluation in
            var allowed: [String] = []
            evaluation.forEachElement(of: arguments[1]) { word in
                if word.tag == .string { allowed.append(evaluation.text(of: word)) }
                return allowed.count < 100
            }
            guard evaluation.charge(steps: allowed.count) else { return evaluation.overBudget }
            return .bool(
                evaluation.model.classifications.reaches(evaluation.text(of: arguments[0]), oneOf: allowed))
        },
    ]

    private static func unknownStyle(_ style: CELValue, _ evaluation: Evaluation) -> CELValue {
        let styles = NameStyle.allCases.map(\.rawValue).joined(separator: ", ")
        return evaluation.error(
            "`\(evaluation.text(of: style).shortened)` is no style of names; known are \(styles)")
    }

    private static func predicate(
        _ name: String, _ holds: @escaping @Sendable (UnsafeBufferPointer<UInt8>) -> Bool
    ) -> Function {
        Function(name, [.string], .bool) { arguments, evaluation in
            guard evaluation.charge(steps: Int(arguments[0].extra)) else { return evaluation.overBudget }
            return .bool(holds(arguments[0].utf8))
        }
    }
}

extension NameStyle {
    /// The style of a name: "snake_case".
    init?(named name: UnsafeBufferPointer<UInt8>) {
        for style in Self.allCases where style.isNamed(name) {
            self = style
            return
        }
        return nil
    }

    private func isNamed(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let own: StaticString =
            switch self {
            case .snake: "snake_case"
            case .camel: "camelCase"
            case .pascal: "PascalCase"
            case .kebab: "kebab-case"
            case .upperSnake: "UPPER_SNAKE_CASE"
            case .mixed: "mixed"
            }
        guard own.utf8CodeUnitCount == name.count else { return false }
        for index in 0..<name.count where own.utf8Start[index] != name[index] { return false }
        return true
    }

    /// In `NameFacts.styles`.
    var bit: UInt8 {
        switch self {
        case .snake: 1
        case .camel: 2
        case .pascal: 4
        case .kebab: 8
        case .upperSnake: 16
        case .mixed: 32
        }
    }
}
