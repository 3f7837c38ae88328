extension Library {
    /// The strings extension. Places in texts are counted in code points.
    package static let strings = Library(
        "strings",
        StringPlaces.functions + StringEditing.functions + StringSplitting.functions + [
            StringQuoting.function, Formatter.function,
        ])
}

/// `charAt`, `indexOf`, `lastIndexOf`, `substring`.
enum StringPlaces {
    static let functions = [
        Function(
            "charAt",
            [
                Overload("string_char_at_int", isMember: true, [.string, .int], .string) { arguments, evaluation in
                    let text = arguments[0].utf8
                    guard evaluation.charge(textOf: text.count) else { return evaluation.overBudget }
                    guard let start = CodePoints.byte(of: arguments[1].asInt, in: text) else {
                        return outOfRange(arguments[1], evaluation)
                    }
                    return start == text.count
                        ? Value(.string) : text.part(start..<CodePoints.next(after: start, in: text))
                }
            ]),
        Function(
            "indexOf",
            [
                Overload("string_index_of_string", isMember: true, [.string, .string], .int) { arguments, evaluation in
                    first(arguments[0].utf8, arguments[1].utf8, from: .int(0), evaluation)
                },
                Overload("string_index_of_string_int", isMember: true, [.string, .string, .int], .int) {
                    arguments, evaluation in
                    first(arguments[0].utf8, arguments[1].utf8, from: arguments[2], evaluation)
                },
            ]),
        Function(
            "lastIndexOf",
            [
                Overload("string_last_index_of_string", isMember: true, [.string, .string], .int) {
                    arguments, evaluation in
                    last(arguments[0].utf8, arguments[1].utf8, upTo: nil, evaluation)
                },
                Overload("string_last_index_of_string_int", isMember: true, [.string, .string, .int], .int) {
                    arguments, evaluation in
                    last(arguments[0].utf8, arguments[1].utf8, upTo: arguments[2], evaluation)
                },
            ]),
        Function(
            "substring",
            [
                Overload("string_substring_int", isMember: true, [.string, .int], .string) { arguments, evaluation in
                    let text = arguments[0].utf8
                    guard evaluation.charge(textOf: text.count) else { return evaluation.overBudget }
                    guard let start = CodePoints.byte(of: arguments[1].asInt, in: text) else {
                        return outOfRange(arguments[1], evaluation)
                    }
                    return text.part(start..<text.count)
                },
                Overload("string_substring_int_int", isMember: true, [.string, .int, .int], .string) {
                    arguments, evaluation in
                    let text = arguments[0].utf8
                    guard evaluation.charge(textOf: text.count) else { return evaluation.overBudget }
                    guard arguments[1].asInt <= arguments[2].asInt else {
                        return evaluation.error(
                            .outOfRange,
                            "the substring ends at \(arguments[2].asInt), before its start \(arguments[1].asInt)")
                    }
                    guard let start = CodePoints.byte(of: arguments[1].asInt, in: text) else {
                        return outOfRange(arguments[1], evaluation)
                    }
                    guard let end = CodePoints.byte(of: arguments[2].asInt, in: text) else {
                        return outOfRange(arguments[2], evaluation)
                    }
                    return text.part(start..<end)
                },
            ]),
    ]

    private static func first(
        _ text: UnsafeBufferPointer<UInt8>, _ searched: UnsafeBufferPointer<UInt8>, from: Value,
        _ evaluation: Evaluation
    ) -> Value {
        guard evaluation.charge(textOf: text.count + searched.count) else { return evaluation.overBudget }
        guard let start = CodePoints.byte(of: from.asInt, in: text) else { return outOfRange(from, evaluation) }
        guard searched.count > 0 else { return from }
        guard let found = TextSearch(searched).first(in: text, from: start) else { return .int(-1) }
        return .int(from.asInt + Int64(CodePoints.count(text[start..<found])))
    }

    /// - Parameter upTo: the last place where a match may begin; nil for anywhere.
    private static func last(
        _ text: UnsafeBufferPointer<UInt8>, _ searched: UnsafeBufferPointer<UInt8>, upTo: Value?,
        _ evaluation: Evaluation
    ) -> Value {
        guard evaluation.charge(textOf: text.count + searched.count) else { return evaluation.overBudget }
        var lastStart = text.count
        if let upTo {
            guard let start = CodePoints.byte(of: upTo.asInt, in: text) else { return outOfRange(upTo, evaluation) }
            lastStart = start
        }
        guard searched.count > 0 else { return upTo ?? .int(Int64(CodePoints.count(text))) }
        let area = text[..<min(text.count, lastStart + searched.count)]
        guard let found = TextSearch(searched, backwards: true).last(in: UnsafeBufferPointer(rebasing: area)) else {
            return .int(-1)
        }
        return .int(Int64(CodePoints.count(text[..<found])))
    }

    private static func outOfRange(_ index: Value, _ evaluation: Evaluation) -> Value {
        evaluation.error(.outOfRange, "the index \(index.asInt) is out of the text's range")
    }
}
