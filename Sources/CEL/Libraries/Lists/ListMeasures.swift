/// `sum`, `min`, `max`, `indexOf`, `lastIndexOf`, `isSorted`: the list functions that Kubernetes adds to CEL
/// (https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-list-library). An empty list has no `min` and no `max`:
/// they are absent.
enum ListMeasures {
    static let functions = [
        Function("sum", [sum(.int), sum(.uint), sum(.double), sum(.duration)]),
        Function("min", ordered.map { extreme("min", $0, -1) }),
        Function("max", ordered.map { extreme("max", $0, 1) }),
        Function("indexOf", [position("list_index_of", isLast: false)]),
        Function("lastIndexOf", [position("list_last_index_of", isLast: true)]),
        Function(
            "isSorted",
            ordered.map { type in
                Overload("list_\(type)_is_sorted", isMember: true, [.list(type)], .bool) { arguments, evaluation in
                    let values = evaluation.elements(of: arguments[0])
                    guard evaluation.charge(steps: values.count) else { return evaluation.overBudget }
                    return .bool(zip(values, values.dropFirst()).allSatisfy { (Comparison.compare($0, $1) ?? 0) <= 0 })
                }
            }),
    ]

    private static let ordered: [CELType] = [.int, .uint, .double, .bool, .string, .bytes, .timestamp, .duration]
    private static let element = CELType.parameter("T")

    private static func sum(_ type: CELType) -> Overload {
        Overload("list_\(type)_sum", isMember: true, [.list(type)], type) { arguments, evaluation in
            let values = evaluation.elements(of: arguments[0])
            guard evaluation.charge(steps: values.count) else { return evaluation.overBudget }
            let overflow = { evaluation.error(.outOfRange, "the sum is out of range") }
            switch type {
            case .int:
                var total: Int64 = 0
                for value in values {
                    let (sum, isOver) = total.addingReportingOverflow(value.asInt)
                    if isOver { return overflow() }
                    total = sum
                }
                return .int(total)
            case .uint:
                var total: UInt64 = 0
                for value in values {
                    let (sum, isOver) = total.addingReportingOverflow(value.asUInt)
                    if isOver { return overflow() }
                    total = sum
                }
                return .uint(total)
            case .double: return .double(values.reduce(0) { $0 + $1.asDouble })
            default:
                var total = Span(nanoseconds: 0)
                for value in values {
                    guard let span = Span(seconds: value.seconds, nanos: value.nanos), let sum = total.adding(span)
                    else {
                        return overflow()
                    }
                    total = sum
                }
                return .duration(seconds: total.seconds, nanos: total.nanos)
            }
        }
    }

    private static func extreme(_ name: String, _ type: CELType, _ wanted: Int) -> Overload {
        Overload(
            "list_\(type)_\(name)", isMember: true, [.list(type)], type, promises: Promises(absence: .possible)
        ) { arguments, evaluation in
            let values = evaluation.elements(of: arguments[0])
            guard evaluation.charge(steps: values.count) else { return evaluation.overBudget }
            guard var extreme = values.first else { return .absent }
            for value in values.dropFirst() where Comparison.compare(value, extreme) == wanted { extreme = value }
            return extreme
        }
    }

    private static func position(_ id: String, isLast: Bool) -> Overload {
        Overload(id, isMember: true, [.list(element), element], .int) { arguments, evaluation in
            var index: Int64 = 0
            var found: Int64 = -1
            evaluation.forEachElement(of: arguments[0]) { value in
                if evaluation.isEqual(value, arguments[1]) { found = index }
                index += 1
                return (isLast || found < 0) && evaluation.charge(steps: 1)
            }
            return evaluation.isOverBudget ? evaluation.overBudget : .int(found)
        }
    }
}
