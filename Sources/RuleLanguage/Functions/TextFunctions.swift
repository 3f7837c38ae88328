internal import Basics
internal import CEL
internal import ColumnTypes
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Functions about texts.
enum TextFunctions {
    static let all: [Function] = [
        Function(
            means: "Whether a text matches a pattern in which `*` stands for any characters and `?` for one",
            Overload("glob", [.string, .string], .bool) { arguments, evaluation in
                let steps = Int(arguments[0].extra) &* (1 + Int(arguments[1].extra) / 16)
                guard evaluation.charge(steps: steps) else { return evaluation.overBudget }
                return .bool(GlobPattern.matches(arguments[0].utf8, arguments[1].utf8))
            }),
        Function(
            "case",
            means:
                "The style of a name: snake_case, camelCase, PascalCase, kebab-case, UPPER_SNAKE_CASE or mixed; with a second argument whether it is of that style",
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
        Function(
            means:
                "The style that most properties of a contract are named in, as `case` calls it; mixed where no style is that of more than half of them",
            Overload("convention", [.dyn], .string, acceptsAbsent: true) { arguments, evaluation in
                let id = arguments[0].elementID
                let style = id < 0 ? .mixed : evaluation.model.convention(around: id)
                return evaluation.string(style.rawValue)
            }),
        predicate("isSemver", means: "Whether a text is a semantic version such as 1.4.0") {
            SemanticVersion.isValid($0)
        },
        Function(
            "isReservedWord", means: "Whether a name is a reserved word of SQL",
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
        predicate("isCurrency", means: "Whether a text is a currency code of ISO 4217") { Currencies.isCode($0) },
        predicate("isSLAUnit", means: "Whether a text is a unit of a service level that is understood") {
            Quantity.isUnit($0)
        },
        Function(
            means:
                "Whether a description says more than the name: it is not the name again, not TODO, and has a word of its own",
            Overload("meaningful", [.string, .string], .bool) { arguments, evaluation in
                guard evaluation.charge(steps: Int(arguments[0].extra)) else { return evaluation.overBudget }
                return .bool(Descriptions.isMeaningful(arguments[0].utf8, name: arguments[1].utf8))
            }),
        Function(
            "secret",
            means:
                "The kind of secret that a text holds, such as an AWS access key; `${VAR}` and placeholders are none",
            [
                Overload("secret", [.string], .string, promises: Promises(absence: .possible)) {
                    arguments, evaluation in
                    guard evaluation.charge(steps: Int(arguments[0].extra)) else { return evaluation.overBudget }
                    return Secrets.kind(in: arguments[0].utf8).map(evaluation.string) ?? .absent
                },
                // With the name that the text stands behind.
                Overload(
                    "secret_text", [.object(ModelTypes.text)], .string,
                    promises: Promises(absence: .possible, clue: secretClue)
                ) { arguments, evaluation in
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
        Function(
            means:
                "The place of a classification in the order public, internal, confidential, restricted, counted from 0; where `compatibility.classifications` gives another order, in that one",
            Overload("classificationRank", [.string], .int, promises: Promises(absence: .possible)) {
                arguments, evaluation in
                evaluation.model.rank(of: arguments[0].utf8).map { .int(Int64($0)) } ?? .absent
            }),
        Function(
            means:
                "Whether a classification is one of those listed or, in an order that `compatibility.classifications` gives, at least as strict as one of them",
            Overload("classifiedAs", [.string, .list(.string)], .bool) { arguments, evaluation in
                var allowed: [String] = []
                evaluation.forEachElement(of: arguments[1]) { word in
                    if word.tag == .string { allowed.append(evaluation.text(of: word)) }
                    return allowed.count < 100
                }
                guard evaluation.charge(steps: allowed.count) else { return evaluation.overBudget }
                return .bool(
                    evaluation.model.classifications.reaches(evaluation.text(of: arguments[0]), oneOf: allowed))
            }),
    ]

    /// Clue of a secret: the look of a text, or the name that it stands behind.
    private static let secretClue = Promises.Clue(shortest: Secrets.shortestNamed) { text, evaluation in
        let memory = evaluation.model.memory
        if Secrets.mayHold(memory.text(of: text.objectNode)) { return true }
        let name = namesOfSecrets.name(of: text.objectNode, in: memory.nodes)
        return name >= 0 && Secrets.isName(memory.text(of: name))
    }

    private static let namesOfSecrets = NamesOfSecrets(.contracts)

    private static func unknownStyle(_ style: CELValue, _ evaluation: Evaluation) -> CELValue {
        let styles = NameStyle.allCases.map(\.rawValue).joined(separator: ", ")
        return evaluation.error(
            "`\(evaluation.text(of: style).shortened)` is no style of names; known are \(styles)")
    }

    private static func predicate(
        _ name: String, means meaning: String, _ holds: @escaping @Sendable (UnsafeBufferPointer<UInt8>) -> Bool
    ) -> Function {
        Function(
            means: meaning,
            Overload(name, [.string], .bool) { arguments, evaluation in
                guard evaluation.charge(steps: Int(arguments[0].extra)) else { return evaluation.overBudget }
                return .bool(holds(arguments[0].utf8))
            })
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
