/// `split`, `join` and `captures`.
enum StringSplitting {
    static let functions = [
        Function(
            "captures",
            [
                Overload("string_captures", isMember: true, [.string, .string], .list(.string)) {
                    arguments, evaluation in
                    evaluation.captures(arguments[0], arguments[1])
                }
            ]),
        Function(
            "split",
            [
                Overload("string_split_string", isMember: true, [.string, .string], .list(.string)) {
                    arguments, evaluation in
                    split(arguments[0], by: arguments[1].utf8, limit: -1, evaluation)
                },
                Overload("string_split_string_int", isMember: true, [.string, .string, .int], .list(.string)) {
                    arguments, evaluation in
                    split(arguments[0], by: arguments[1].utf8, limit: arguments[2].asInt, evaluation)
                },
            ]),
        Function(
            "join",
            [
                Overload("list_join", isMember: true, [.list(.string)], .string, testsElements: false) {
                    arguments, evaluation in
                    join(arguments[0], by: Value(.string).utf8, evaluation)
                },
                Overload("list_join_string", isMember: true, [.list(.string), .string], .string, testsElements: false) {
                    arguments, evaluation in
                    join(arguments[0], by: arguments[1].utf8, evaluation)
                },
            ]),
    ]

    /// - Parameters:
    ///   - separator: the empty one separates all code points.
    ///   - limit: the most parts to make, the last holding the rest; negative: all of them.
    private static func split(
        _ value: Value, by separator: UnsafeBufferPointer<UInt8>, limit: Int64, _ evaluation: Evaluation
    ) -> Value {
        let text = value.utf8
        guard evaluation.charge(textOf: text.count + separator.count) else { return evaluation.overBudget }
        guard limit != 0, text.count > 0 || separator.count > 0 else { return Value(.list) }
        let search = separator.count > 0 ? TextSearch(separator) : nil
        var parts: [Value] = []
        var start = 0
        while limit < 0 || Int64(parts.count) < limit - 1 {
            // The parts are not in the evaluation's memory yet.
            guard evaluation.charge(steps: 1), parts.count * MemoryLayout<Value>.stride <= evaluation.bytesLeft else {
                return evaluation.overBudget
            }
            if let search {
                guard let found = search.first(in: text, from: start) else { break }
                parts.append(text.part(start..<found))
                start = found + separator.count
            } else {
                let end = CodePoints.next(after: start, in: text)
                guard end < text.count else { break }
                parts.append(text.part(start..<end))
                start = end
            }
        }
        parts.append(text.part(start..<text.count))
        return evaluation.list(parts)
    }

    private static func join(
        _ list: Value, by separator: UnsafeBufferPointer<UInt8>, _ evaluation: Evaluation
    ) -> Value {
        var length = 0
        var count = 0
        var fault: Value?
        evaluation.forEachElement(of: list) { element in
            guard element.tag == .string else {
                fault = element.isError ? element : evaluation.error("join: element \(count) of the list is no string")
                return false
            }
            // Both lengths have 32 bits, and the steps bound how often they are added.
            length += element.utf8.count + (count > 0 ? separator.count : 0)
            count += 1
            guard evaluation.charge(steps: 1) else {
                fault = evaluation.overBudget
                return false
            }
            return true
        }
        if let fault { return fault }
        return evaluation.string(count: length) { place in
            var next = place
            var isFirst = true
            evaluation.forEachElement(of: list) { element in
                if !isFirst { next = next.append(separator) }
                isFirst = false
                next = next.append(element.utf8)
                return true
            }
        }
    }
}

extension UnsafeMutablePointer<UInt8> {
    /// - Returns: the place after the text.
    fileprivate func append(_ text: UnsafeBufferPointer<UInt8>) -> Self {
        guard let source = text.baseAddress else { return self }
        update(from: source, count: text.count)
        return self + text.count
    }
}
