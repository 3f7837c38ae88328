/// The operators, under the names that the language definition gives them.
enum StandardOperators {
    static let logic: [Function] = [
        Function(
            "_&&_", .and,
            [
                Overload("logical_and", [.bool, .bool], .bool) { values, _ in
                    .bool(values[0].asBool && values[1].asBool)
                }
            ]),
        Function(
            "_||_", .or,
            [
                Overload("logical_or", [.bool, .bool], .bool) { values, _ in .bool(values[0].asBool || values[1].asBool)
                }
            ]),
        Function("!_", .not, [Overload("logical_not", [.bool], .bool) { values, _ in .bool(!values[0].asBool) }]),
        Function(
            "_?_:_", .conditional,
            [
                Overload("conditional", [.bool, Types.t, Types.t], Types.t) { values, _ in
                    values[0].asBool ? values[1] : values[2]
                }
            ]),
    ]

    // Relations.

    static let relations: [Function] =
        [
            Function(
                "_==_", .equal,
                [
                    Overload("equals", [Types.t, Types.t], .bool, acceptsAbsent: true) { values, evaluation in
                        .bool(evaluation.isEqual(values[0], values[1]))
                    }
                ]),
            Function(
                "_!=_", .unequal,
                [
                    Overload("not_equals", [Types.t, Types.t], .bool) { values, evaluation in
                        .bool(!evaluation.isEqual(values[0], values[1]))
                    }
                ]),
        ] + [
            order("_<_", .less, "less") { $0 < 0 },
            order("_<=_", .lessOrEqual, "less_equals") { $0 <= 0 },
            order("_>_", .greater, "greater") { $0 > 0 },
            order("_>=_", .greaterOrEqual, "greater_equals") { $0 >= 0 },
        ]

    private static let numbers: [CELType] = [.int, .uint, .double]

    private static func order(
        _ name: String, _ opcode: Instruction.Opcode, _ id: String, _ test: @escaping @Sendable (Int) -> Bool
    ) -> Function {
        let implementation: Implementation = { values, _ in
            .bool(Comparison.operatorOrder(values[0], values[1]).map(test) ?? false)
        }
        let ordered: [CELType] = [.bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration]
        var overloads = ordered.map {
            Overload("\(id)_\(Types.name($0))", [$0, $0], .bool, implementation)
        }
        for left in numbers {
            for right in numbers where right != left {
                overloads.append(
                    Overload("\(id)_\(Types.name(left))_\(Types.name(right))", [left, right], .bool, implementation))
            }
        }
        return Function(name, opcode, overloads)
    }

    // Arithmetic.

    static let arithmetic: [Function] = [
        Function(
            "_+_", .add, same("add", [.int, .uint, .double, .string, .bytes, Types.listOfT]) { $0.sum($1, $2) }),
        Function("_-_", .subtract, same("subtract", [.int, .uint, .double]) { $0.difference($1, $2) }),
        Function("_*_", .multiply, same("multiply", numbers) { $0.product($1, $2) }),
        Function("_/_", .divide, same("divide", numbers) { $0.quotient($1, $2) }),
        Function("_%_", .modulo, same("modulo", [.int, .uint]) { $0.remainder($1, $2) }),
        Function(
            "-_", .negate,
            [CELType.int, .double].map { type in
                Overload("negate_\(Types.name(type))", [type], type) { values, evaluation in
                    evaluation.negative(values[0]) ?? .error(.noSuchOverload)
                }
            }),
    ]

    private typealias Operation = @Sendable (Evaluation, Value, Value) -> Value?

    private static func same(_ id: String, _ types: [CELType], _ operation: @escaping Operation) -> [Overload] {
        types.map { type in
            let name = type == Types.listOfT ? "list" : Types.name(type)
            return binary("\(id)_\(name)", type, type, type, operation)
        }
    }

    private static func binary(
        _ id: String, _ left: CELType, _ right: CELType, _ result: CELType, _ operation: @escaping Operation
    ) -> Overload {
        Overload(id, [left, right], result) { values, evaluation in
            operation(evaluation, values[0], values[1]) ?? .error(.noSuchOverload)
        }
    }

    // Collections.

    static let collections: [Function] = [
        Function(
            "_[_]", .index,
            [
                Overload("index_list", [Types.listOfT, .int], Types.t) { values, evaluation in
                    evaluation.element(values[1].asInt, of: values[0]) ?? .error(.outOfRange)
                },
                Overload("index_map", [Types.map, Types.k], Types.v) { values, evaluation in
                    evaluation.value(of: values[1], in: values[0]) ?? .error(.noSuchKey)
                },
            ]),
        Function(
            "@in", .inside,
            [
                Overload("in_list", [Types.t, Types.listOfT], .bool, acceptsAbsent: true) { values, evaluation in
                    .bool(evaluation.contains(values[0], in: values[1]) ?? false)
                },
                Overload("in_map", [Types.k, Types.map], .bool, acceptsAbsent: true) { values, evaluation in
                    .bool(evaluation.contains(values[0], in: values[1]) ?? false)
                },
            ]),
    ]
}
