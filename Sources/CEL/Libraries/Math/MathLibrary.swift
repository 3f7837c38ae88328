extension Library {
    /// The math extension.
    package static let math = Library(
        "math", MathExtremes.functions + MathRounding.functions + MathSigns.functions + MathBits.functions)
}

/// `math.greatest` and `math.least`: of one number or more, or of the numbers of a list.
enum MathExtremes {
    static let functions = [
        function("math.greatest", "max", wanted: 1),
        function("math.least", "min", wanted: -1),
    ]

    /// - Parameter wanted: the sign of a comparison with which the later number is taken.
    private static func function(_ name: String, _ id: String, wanted: Int) -> Function {
        let ofArguments: Implementation = { arguments, evaluation in
            extreme(arguments, wanted, name, evaluation)
        }
        let ofList: Implementation = { arguments, evaluation in
            let numbers = evaluation.elements(of: arguments[0])
            guard !numbers.isEmpty else { return evaluation.error("\(name): the list is empty") }
            return numbers.withUnsafeBufferPointer { extreme($0, wanted, name, evaluation) }
        }
        let numbers: [CELType] = [.int, .uint, .double]
        var overloads = numbers.map {
            Overload("math_\(id)_\($0)", [$0], $0, isVariadic: true, ofArguments)
        }
        for first in numbers {
            for second in numbers where second != first {
                overloads.append(Overload("math_\(id)_\(first)_\(second)", [first, second], .dyn, ofArguments))
            }
        }
        // Types that differ among three and more are not told apart before the evaluation.
        overloads.append(Overload("math_\(id)_mixed", [.dyn, .dyn, .dyn], .dyn, isVariadic: true, ofArguments))
        overloads += numbers.map { Overload("math_\(id)_list_\($0)", [.list($0)], $0, testsElements: false, ofList) }
        return Function(name, overloads)
    }

    /// The first of those that are equal. NaN is never taken over a number that stands before it.
    private static func extreme(
        _ numbers: UnsafeBufferPointer<Value>, _ wanted: Int, _ name: String, _ evaluation: Evaluation
    ) -> Value {
        guard evaluation.charge(steps: numbers.count) else { return evaluation.overBudget }
        var extreme = numbers[0]
        for number in numbers {
            guard number.isNumber else {
                return number.isError
                    ? number : evaluation.error(.noSuchOverload, "\(name) takes numbers, not \(number.tag.word)")
            }
            if evaluation.compare(number, extreme) == wanted { extreme = number }
        }
        return extreme
    }
}

/// Doubles: rounding, square roots, and what is no finite number.
enum MathRounding {
    static let functions = [
        double("ceil") { $0.rounded(.up) },
        double("floor") { $0.rounded(.down) },
        // Halves go away from zero.
        double("round") { $0.rounded(.toNearestOrAwayFromZero) },
        double("trunc") { $0.rounded(.towardZero) },
        Function(
            "math.sqrt",
            [
                Overload("math_sqrt_double", [.double], .double) { arguments, _ in
                    .double(arguments[0].asDouble.squareRoot())
                },
                Overload("math_sqrt_int", [.int], .double) { arguments, _ in
                    .double(Double(arguments[0].asInt).squareRoot())
                },
                Overload("math_sqrt_uint", [.uint], .double) { arguments, _ in
                    .double(Double(arguments[0].asUInt).squareRoot())
                },
            ]),
        test("isInf") { $0.isInfinite },
        test("isNaN") { $0.isNaN },
        test("isFinite") { $0.isFinite },
    ]

    private static func double(_ name: String, _ function: @escaping @Sendable (Double) -> Double) -> Function {
        Function(
            "math.\(name)",
            [
                Overload("math_\(name)_double", [.double], .double) { arguments, _ in
                    .double(function(arguments[0].asDouble))
                }
            ])
    }

    private static func test(_ name: String, _ function: @escaping @Sendable (Double) -> Bool) -> Function {
        Function(
            "math.\(name)",
            [
                Overload("math_\(name)_double", [.double], .bool) { arguments, _ in
                    .bool(function(arguments[0].asDouble))
                }
            ])
    }
}

/// `math.abs` and `math.sign`.
enum MathSigns {
    static let functions = [
        Function(
            "math.abs",
            [
                Overload("math_abs_double", [.double], .double) { arguments, _ in
                    .double(arguments[0].asDouble.magnitude)
                },
                Overload("math_abs_int", [.int], .int) { arguments, evaluation in
                    arguments[0].asInt == .min
                        ? evaluation.error(.overflow, "math.abs: the result is out of the range of int")
                        : .int(abs(arguments[0].asInt))
                },
                Overload("math_abs_uint", [.uint], .uint) { arguments, _ in arguments[0] },
            ]),
        Function(
            "math.sign",
            [
                Overload("math_sign_double", [.double], .double) { arguments, _ in
                    let value = arguments[0].asDouble
                    return .double(value.isNaN ? value : value > 0 ? 1 : value < 0 ? -1 : 0)
                },
                Overload("math_sign_int", [.int], .int) { arguments, _ in .int(arguments[0].asInt.signum()) },
                Overload("math_sign_uint", [.uint], .uint) { arguments, _ in .uint(arguments[0].asUInt > 0 ? 1 : 0) },
            ]),
    ]
}

/// Operations on the bits of int and uint.
enum MathBits {
    static let functions = [
        pair("bitAnd") { $0 & $1 },
        pair("bitOr") { $0 | $1 },
        pair("bitXor") { $0 ^ $1 },
        Function(
            "math.bitNot",
            [
                Overload("math_bitNot_int", [.int], .int) { arguments, _ in .int(~arguments[0].asInt) },
                Overload("math_bitNot_uint", [.uint], .uint) { arguments, _ in .uint(~arguments[0].asUInt) },
            ]),
        // Swift's smart shifts give 0 from 64 places on. To the right, ints too are filled up with zeros.
        shift("bitShiftLeft") { $0 << $1 },
        shift("bitShiftRight") { $0 >> $1 },
    ]

    private static func pair(_ name: String, _ function: @escaping @Sendable (UInt64, UInt64) -> UInt64) -> Function {
        Function(
            "math.\(name)",
            [
                Overload("math_\(name)_int_int", [.int, .int], .int) { arguments, _ in
                    Value(.int, bits: function(arguments[0].bits, arguments[1].bits))
                },
                Overload("math_\(name)_uint_uint", [.uint, .uint], .uint) { arguments, _ in
                    .uint(function(arguments[0].asUInt, arguments[1].asUInt))
                },
            ])
    }

    private static func shift(_ name: String, _ function: @escaping @Sendable (UInt64, Int64) -> UInt64) -> Function {
        let implementation: Implementation = { arguments, evaluation in
            guard arguments[1].asInt >= 0 else {
                return evaluation.error("math.\(name): the number of places, \(arguments[1].asInt), is negative")
            }
            return Value(arguments[0].tag, bits: function(arguments[0].bits, arguments[1].asInt))
        }
        return Function(
            "math.\(name)",
            [
                Overload("math_\(name)_int_int", [.int, .int], .int, implementation),
                Overload("math_\(name)_uint_int", [.uint, .int], .uint, implementation),
            ])
    }
}
