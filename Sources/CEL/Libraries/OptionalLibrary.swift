extension Library {
    /// Optional values. `a.?b`, `a[?b]`, `[?a]`, `optMap` and `optFlatMap` are syntax; `or` and `orValue` have instructions of
    /// their own, which evaluate their argument only when it is needed.
    package static let optionals = Library(
        "optional",
        [
            Function("optional.of", [Overload("optional_of", [Types.t], optionalT) { $1.optional($0[0]) }]),
            Function("optional.none", [Overload("optional_none", [], optionalT) { _, _ in .optionalNone }]),
            Function(
                "optional.ofNonZeroValue",
                [
                    Overload("optional_ofNonZeroValue", [Types.t], optionalT) { values, evaluation in
                        evaluation.isZero(values[0]) ? .optionalNone : evaluation.optional(values[0])
                    }
                ]),
            Function(
                "hasValue",
                [
                    Overload("optional_hasValue", isMember: true, [optionalT], .bool) { values, _ in
                        .bool(values[0].tag == .optionalSome)
                    }
                ]),
            Function(
                "value",
                [
                    Overload("optional_value", isMember: true, [optionalT], Types.t) { values, evaluation in
                        values[0].tag == .optionalSome
                            ? values[0].held : evaluation.error("an optional that is none has no value")
                    }
                ]),
            Function(
                "or", .or_,
                [
                    Overload("optional_or_optional", isMember: true, [optionalT, optionalT], optionalT) { values, _ in
                        values[0].tag == .optionalSome ? values[0] : values[1]
                    }
                ]),
            Function(
                "orValue", .orValue,
                [
                    Overload("optional_orValue_value", isMember: true, [optionalT, Types.t], Types.t) { values, _ in
                        values[0].tag == .optionalSome ? values[0].held : values[1]
                    }
                ]),
            Function(
                "optional.unwrap",
                [Overload("optional_unwrap", [.list(optionalT)], Types.listOfT) { $1.unwrap($0[0]) }]),
            Function(
                "unwrapOpt",
                [
                    Overload("optional_unwrapOpt", isMember: true, [.list(optionalT)], Types.listOfT) {
                        $1.unwrap($0[0])
                    }
                ]),
            Function("_[_]", .index, index("index")),
            Function("_[?_]", .optionalIndex, plainIndex + index("optindex")),
        ])

    private static let optionalT = CELType.optional(Types.t)

    private static let plainIndex: [Overload] = [
        Overload("list_optindex_optional_int", [Types.listOfT, .int], optionalT, optionalIndex),
        Overload("map_optindex_optional_value", [Types.map, Types.k], .optional(Types.v), optionalIndex),
    ]

    /// Of optional lists and maps.
    private static func index(_ name: String) -> [Overload] {
        [
            Overload("optional_list_\(name)_int", [.optional(Types.listOfT), .int], optionalT, optionalIndex),
            Overload("optional_map_\(name)_value", [.optional(Types.map), Types.k], .optional(Types.v), optionalIndex),
        ]
    }

    private static let optionalIndex: Implementation = { values, evaluation in
        let collection = values[0].isOptional ? values[0].held : values[0]
        if values[0].tag == .optionalNone { return .optionalNone }
        let found =
            collection.isMap
            ? evaluation.value(of: values[1], in: collection) : evaluation.element(values[1].asInt, of: collection)
        return found.map(evaluation.optional) ?? .optionalNone
    }
}

extension Evaluation {
    /// True when a value is the one that its type has by default.
    fileprivate func isZero(_ value: Value) -> Bool {
        switch value.tag {
        case .null, .optionalNone, .absent: true
        case .bool, .int, .uint: value.bits == 0
        case .double: value.asDouble == 0
        case .string, .bytes, .list, .map: value.extra == 0
        case .hostList, .hostMap: count(of: value) == 0
        case .duration: value.bits == 0 && value.extra == 0
        // 0001-01-01T00:00:00Z, as in the reference implementation; not the beginning of 1970.
        case .timestamp: value.seconds == Instant.range.lowerBound && value.extra == 0
        default: false
        }
    }

    fileprivate func unwrap(_ list: Value) -> Value {
        var builder = ListBuilder(capacity: 0, self)
        var isComplete = true
        forEachElement(of: list) { element in
            isComplete = charge(steps: 1) && (element.tag != .optionalSome || builder.append(element.held, self))
            return isComplete
        }
        return isComplete ? builder.list : overBudget
    }
}
