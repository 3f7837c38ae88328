import CEL
import Testing

@Suite("the math extension")
struct MathLibraryTests {
    @Test("what is no number, or no list of numbers, has no greatest")
    func faults() {
        #expect(call("math.greatest") == .error(.noSuchOverload, "math.greatest"))
        #expect(call("math.greatest", "a") == .error(.noSuchOverload, "math.greatest"))
        #expect(call("math.least", 1, "a") == .error(.noSuchOverload, "math.least"))
        #expect(call("math.least", 1, 2, "a") == .error(.noSuchOverload, "math.least takes numbers, not string"))
        #expect(call("math.greatest", ["a"]) == .error(.noSuchOverload, "math.greatest takes numbers, not string"))
        #expect(call("math.greatest", []) == .invalid("math.greatest: the list is empty"))
    }

    @Test(
        "the greatest and the least, of any number of numbers of any type",
        arguments: [
            ([-5], -5, -5), ([1, 2], 2, 1), ([.uint(3), -3], .uint(3), -3), ([1, 1.0], 1, 1), ([1.0, 1], 1.0, 1.0),
            ([5.4, 10, .uint(3), -5.0, 3.5], 10, -5.0), ([.uint(.max), .int(.max), 1e19], .uint(.max), .int(.max)),
            ([.int(.min), 0, .int(.max)], .int(.max), .int(.min)), ([[1, 2, 3]], 3, 1),
            ([[5.4, 10, .uint(3)]], 10, .uint(3)),
            // By what they are worth exactly.
            ([9_007_199_254_740_993, 9_007_199_254_740_992.0], 9_007_199_254_740_993, 9_007_199_254_740_992.0),
        ] as [([Datum], Datum, Datum)])
    func extremes(numbers: [Datum], greatest: Datum, least: Datum) {
        #expect(call("math.greatest", of: numbers) == greatest)
        #expect(call("math.least", of: numbers) == least)
    }

    @Test("doubles are rounded")
    func rounding() {
        #expect(call("math.ceil", 1) == .error(.noSuchOverload, "math.ceil"))
        let results: [(String, [Double])] = [
            ("math.ceil", [2, -1, 2, -1]), ("math.floor", [1, -2, 1, -2]), ("math.round", [1, -1, 2, -2]),
            ("math.trunc", [1, -1, 1, -1]),
        ]
        for (name, rounded) in results {
            #expect([1.2, -1.2, 1.5, -1.5].map { call(name, .double($0)) } == rounded.map(Datum.double), "\(name)")
        }
        #expect(call("math.round", 0.49999999999999994) == 0.0)
        #expect(call("math.floor", .double(.infinity)) == .double(.infinity))
        #expect(call("math.sqrt", 49) == 7.0)
        #expect(call("math.sqrt", .uint(4)) == 2.0)
        #expect(call("math.sqrt", 2.25) == 1.5)
        guard case .double(let root) = call("math.sqrt", -1) else {
            Issue.record("no double")
            return
        }
        #expect(root.isNaN)
    }

    @Test("what is no finite number")
    func finite() {
        for (value, isInfinite, isNaN) in [(1.0, false, false), (-.infinity, true, false), (.nan, false, true)] {
            #expect(call("math.isInf", .double(value)) == .bool(isInfinite))
            #expect(call("math.isNaN", .double(value)) == .bool(isNaN))
            #expect(call("math.isFinite", .double(value)) == .bool(!isInfinite && !isNaN))
        }
    }

    @Test("amount and sign")
    func signs() {
        #expect(call("math.abs", .int(.min)) == .error(.overflow, "math.abs: the result is out of the range of int"))
        #expect(call("math.abs", -11) == 11)
        #expect(call("math.abs", .uint(1)) == .uint(1))
        #expect(call("math.abs", -1.5) == 1.5)
        #expect([-42, 0, 42].map { call("math.sign", .int($0)) } == [-1, 0, 1])
        #expect([-0.5, 0, 42].map { call("math.sign", .double($0)) } == [-1.0, 0.0, 1.0])
        #expect([0, 42].map { call("math.sign", .uint($0)) } == [.uint(0), .uint(1)])
        #expect(call("math.sign", "x") == .error(.noSuchOverload, "math.sign"))
    }

    @Test("bits")
    func bits() {
        #expect(
            call("math.bitShiftRight", .uint(1), -1)
                == .invalid("math.bitShiftRight: the number of places, -1, is negative"))
        #expect(
            call("math.bitShiftLeft", 1, .int(.min))
                == .invalid("math.bitShiftLeft: the number of places, -9223372036854775808, is negative"))
        #expect(call("math.bitAnd", 1, .uint(1)) == .error(.noSuchOverload, "math.bitAnd"))
        #expect(call("math.bitAnd", -3, -5) == -7)
        #expect(call("math.bitOr", .uint(1), .uint(2)) == .uint(3))
        #expect(call("math.bitXor", 4, -2) == -6)
        #expect(call("math.bitNot", 1) == -2)
        #expect(call("math.bitNot", .uint(1)) == .uint(.max - 1))
        #expect(call("math.bitShiftLeft", -1, 2) == -4)
        #expect(call("math.bitShiftLeft", 1, 63) == .int(.min))
        #expect(call("math.bitShiftLeft", 1, .int(.max)) == 0)
        #expect(call("math.bitShiftRight", 1024, 2) == 256)
        // Zeros come in from the left for ints as well.
        #expect(call("math.bitShiftRight", -1, 1) == .int(.max))
        #expect(call("math.bitShiftRight", .uint(1024), 64) == .uint(0))
    }
}
