extension Library {
    /// The lists extension; `sortBy` is a macro.
    package static let lists = Library(
        "lists", ListParts.functions + ListOrder.functions + ListBuilding.functions + ListMeasures.functions)
}

private let element = CELType.parameter("T")
private let list = CELType.list(element)

/// `slice`, `first`, `last`.
enum ListParts {
    static let functions = [
        Function(
            "slice",
            [
                Overload("list_slice", isMember: true, [list, .int, .int], list) { arguments, evaluation in
                    slice(arguments[0], arguments[1].asInt, arguments[2].asInt, evaluation)
                }
            ]),
        Function(
            "first",
            [
                Overload("list_first", isMember: true, [list], .optional(element)) { arguments, evaluation in
                    var first: Value?
                    evaluation.forEachElement(of: arguments[0]) {
                        first = $0
                        return false
                    }
                    return first.map(evaluation.optional) ?? .optionalNone
                }
            ]),
        Function(
            "last",
            [
                Overload("list_last", isMember: true, [list], .optional(element)) { arguments, evaluation in
                    if arguments[0].tag == .list {
                        return arguments[0].elements.last.map(evaluation.optional) ?? .optionalNone
                    }
                    var last: Value?
                    evaluation.forEachElement(of: arguments[0]) {
                        last = $0
                        return evaluation.charge(steps: 1)
                    }
                    if evaluation.isOverBudget { return evaluation.overBudget }
                    return last.map(evaluation.optional) ?? .optionalNone
                }
            ]),
    ]

    private static func slice(_ list: Value, _ start: Int64, _ end: Int64, _ evaluation: Evaluation) -> Value {
        let count = evaluation.count(of: list)
        guard start >= 0, start <= end, end <= Int64(count) else {
            return evaluation.error(
                .outOfRange, "slice(\(start), \(end)) is no part of a list of \(count) element\(count == 1 ? "" : "s")")
        }
        let range = Int(start)..<Int(end)
        // The part points into the list: neither ever changes.
        if list.tag == .list { return .list(at: UnsafeBufferPointer(rebasing: list.elements[range])) }
        var part: [Value] = []
        var index = 0
        evaluation.forEachElement(of: list) { element in
            if index >= range.lowerBound, index < range.upperBound { part.append(element) }
            index += 1
            return index < range.upperBound && evaluation.charge(steps: 1)
        }
        return evaluation.isOverBudget ? evaluation.overBudget : evaluation.list(part)
    }
}

/// `reverse`, `sort`, `distinct`.
enum ListOrder {
    static let functions = [
        Function(
            "reverse",
            [
                Overload("list_reverse", isMember: true, [list], list) { arguments, evaluation in
                    guard evaluation.charge(steps: evaluation.count(of: arguments[0])) else {
                        return evaluation.overBudget
                    }
                    return evaluation.list(evaluation.elements(of: arguments[0]).reversed())
                }
            ]),
        Function(
            "sort",
            [CELType.int, .uint, .double, .bool, .duration, .timestamp, .string, .bytes].map { type in
                Overload("list_\(type)_sort", isMember: true, [.list(type)], .list(type), testsElements: false) {
                    arguments, evaluation in
                    let values = evaluation.elements(of: arguments[0])
                    return evaluation.sort(values, by: values)
                }
            }),
        Function(
            "distinct",
            [
                Overload("list_distinct", isMember: true, [list], list) { arguments, evaluation in
                    var values = ValueSet(evaluation)
                    evaluation.forEachElement(of: arguments[0]) { value in
                        _ = values.insert(value)
                        return !evaluation.isOverBudget
                    }
                    return evaluation.isOverBudget ? evaluation.overBudget : evaluation.list(values.values)
                }
            ]),
    ]
}

extension Evaluation {
    /// A list of the values in the order of their keys; those with equal keys stay in order.
    ///
    /// - Parameter keys: as many as `values`, all of one type that has an order; else the result is an error.
    func sort(_ values: [Value], by keys: [Value]) -> Value {
        guard let type = keys.first?.tag else { return Value(.list) }
        for key in keys {
            if key.isError { return key }
            switch key.tag {
            case .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration: break
            default: return error("sort: \(key.tag.word) has no order")
            }
            guard key.tag == type else { return error("sort: \(type.word) and \(key.tag.word) stand in one list") }
            if key.tag == .double, key.asDouble.isNaN { return error("sort: NaN has no order") }
        }
        // About as many comparisons as sorting takes, each of them of a whole text at worst.
        let count = keys.count
        let isText = type == .string || type == .bytes
        let length = isText ? keys.reduce(0) { $0 + $1.utf8.count / 64 } : 0
        guard charge(steps: (count + length) * (Int.bitWidth - count.leadingZeroBitCount)) else { return overBudget }
        let order = (0..<count).sorted { left, right in
            switch compare(keys[left], keys[right]) ?? 0 {
            case ..<0: true
            case 0: left < right
            default: false
            }
        }
        return list(order.map { values[$0] })
    }
}

/// `flatten`, `lists.range`.
enum ListBuilding {
    static let functions = [
        Function(
            "flatten",
            [
                Overload("list_flatten", isMember: true, [.list(list)], list, testsElements: false) {
                    arguments, evaluation in
                    flatten(arguments[0], depth: 1, evaluation)
                },
                Overload("list_flatten_int", isMember: true, [.list(.dyn), .int], .list(.dyn)) {
                    arguments, evaluation in
                    flatten(arguments[0], depth: arguments[1].asInt, evaluation)
                },
            ]),
        Function(
            "lists.range",
            [
                Overload("lists_range", [.int], .list(.int)) { arguments, evaluation in
                    range(arguments[0].asInt, evaluation)
                }
            ]),
    ]

    /// - Parameter depth: how many lists within each other are opened, besides the outermost.
    private static func flatten(_ list: Value, depth: Int64, _ evaluation: Evaluation) -> Value {
        guard depth >= 0 else { return evaluation.error("flatten: the depth, \(depth), is negative") }
        var flat: [Value] = []
        // The elements still to be looked at, the next one last.
        var left: [(value: Value, depth: Int64)] = [(list, depth == .max ? .max : depth + 1)]
        while let (value, depth) = left.popLast() {
            guard evaluation.charge(steps: 1), flat.count &* 16 <= evaluation.bytesLeft else {
                return evaluation.overBudget
            }
            guard value.isList, depth > 0 else {
                flat.append(value)
                continue
            }
            let elements = evaluation.elements(of: value)
            guard evaluation.charge(steps: elements.count) else { return evaluation.overBudget }
            for element in elements.reversed() { left.append((element, depth - 1)) }
        }
        return evaluation.list(flat)
    }

    private static func range(_ count: Int64, _ evaluation: Evaluation) -> Value {
        guard count >= 0 else { return evaluation.error("lists.range: the number of elements, \(count), is negative") }
        guard count > 0 else { return Value(.list) }
        guard count <= UInt32.max, evaluation.charge(steps: Int(count)),
            let place = evaluation.allocate(Value.self, Int(count))
        else { return evaluation.overBudget }
        for number in 0..<Int(count) { (place + number).initialize(to: .int(Int64(number))) }
        return .list(at: UnsafeBufferPointer(start: place, count: Int(count)))
    }
}
