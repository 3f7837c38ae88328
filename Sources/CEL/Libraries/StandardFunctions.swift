/// Functions on texts and collections.
enum StandardFunctions {
    static let all: [Function] = [
        Function(
            "size", .size,
            [.string, .bytes, Types.listOfT, Types.map].flatMap { (type: CELType) in
                [false, true].map { isMember in
                    let name =
                        switch type {
                        case .list: "list"
                        case .map: "map"
                        default: Types.name(type)
                        }
                    return Overload(isMember ? "\(name)_size" : "size_\(name)", isMember: isMember, [type], .int) {
                        $1.size(of: $0[0]) ?? .error(.noSuchOverload)
                    }
                }
            }),
        Function("contains", .contains, [member("contains_string") { .bool($2.contains($0, $1)) }]),
        Function("startsWith", .startsWith, [member("starts_with_string") { .bool($2.hasPrefix($0, $1)) }]),
        Function("endsWith", .endsWith, [member("ends_with_string") { .bool($2.hasSuffix($0, $1)) }]),
        Function(
            "matches", .matches,
            [
                member("matches_string") { $2.matches($0, $1) },
                Overload("matches", [.string, .string], .bool) { $1.matches($0[0], $0[1]) },
            ]),
        Function("type", [Overload("type", [Types.t], .type(Types.t)) { $1.typeName(of: $0[0]) }]),
        Function("dyn", [Overload("to_dyn", [Types.t], .dyn) { values, _ in values[0] }]),
    ]

    private static func member(
        _ id: String, _ body: @escaping @Sendable (Value, Value, Evaluation) -> Value
    ) -> Overload {
        Overload(id, isMember: true, [.string, .string], .bool) { body($0[0], $0[1], $1) }
    }
}
