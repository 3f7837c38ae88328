internal import CEL
internal import ContractModel
internal import YAMLTree

/// Functions about relationships.
enum TargetFunctions {
    static let all: [Function] = [
        Function(
            means:
                "The property that a relationship points to, the first of several; none where it is not in this contract",
            Overload(
                "target", [.object("relationship")], .object("property"), acceptsAbsent: true,
                promises: Promises(absence: .possible)
            ) { arguments, evaluation in
                targets(of: arguments[0], evaluation.model, atMost: 1).first ?? .absent
            }),
        Function(
            means: "The properties that a relationship points to, those that are in this contract",
            Overload("targets", [.object("relationship")], .list(.object("property")), acceptsAbsent: true) {
                arguments, evaluation in
                let found = targets(of: arguments[0], evaluation.model, atMost: mostColumns)
                guard evaluation.charge(steps: found.count) else { return evaluation.overBudget }
                return evaluation.list(found)
            }),
    ]

    /// Columns of one key.
    private static let mostColumns = 100

    /// The properties of the same document that `to` names, those that are there.
    private static func targets(of relationship: CELValue, _ host: ModelHost, atMost most: Int) -> [CELValue] {
        guard relationship.elementID >= 0 else { return [] }
        let own = host.element(relationship.elementID)
        guard let root = own.document.rootElement else { return [] }
        let type = ModelTypes.number(of: "property")
        return own.values(.to).prefix(most).compactMap { value in
            target(named: value.text, in: root).map { host.object($0, type: type) }
        }
    }

    /// A property by its path: `orders.customer.email`, or `/schema/orders/properties/email`, of names or ids.
    private static func target(named text: String, in root: ElementRef) -> ElementRef? {
        // Of another contract nothing is known.
        guard !text.contains(":"), !text.contains("#") else { return nil }
        let isPath = text.contains("/")
        // Of a path every other step says what follows: `schema`, `properties`.
        let steps = text.split(separator: isPath ? "/" : ".").map(String.init)
        let words = isPath ? steps.indices.filter { $0 % 2 == 1 }.map { steps[$0] } : steps
        guard let first = words.first, words.count > 1,
            var here = root.elements(.schema).first(where: { isNamed(first, $0) })
        else { return nil }
        for word in words.dropFirst() {
            guard let next = here.elements(.properties).first(where: { isNamed(word, $0) }) else { return nil }
            here = next
        }
        return here
    }

    private static func isNamed(_ word: String, _ element: ElementRef) -> Bool {
        element.text(.name) == word || element.text(.id) == word
    }
}
