import CEL
import Testing

@Suite("the lists, sets and encoders extensions")
struct ListLibraryTests {
    private static let overBudget = Datum.error(.overBudget, EvaluationError.Kind.overBudget.message)

    @Test("what cannot be cut, sorted, flattened or counted is an error")
    func faults() {
        let slices: [(Int64, Int64)] = [(-1, 2), (0, -1), (2, 1), (0, 3), (.max, .max)]
        for (start, end) in slices {
            #expect(
                call("slice", [1, 2], .int(start), .int(end))
                    == .error(.outOfRange, "slice(\(start), \(end)) is no part of a list of 2 elements"))
        }
        #expect(call("sort", [1, "b"]) == .invalid("sort: int and string stand in one list"))
        #expect(call("sort", [1, .uint(2)]) == .invalid("sort: int and uint stand in one list"))
        #expect(call("sort", [[1]]) == .invalid("sort: list has no order"))
        #expect(call("sort", [1.0, .double(.nan)]) == .invalid("sort: NaN has no order"))
        #expect(call("flatten", [1], -1) == .invalid("flatten: the depth, -1, is negative"))
        #expect(call("lists.range", -1) == .invalid("lists.range: the number of elements, -1, is negative"))
        #expect(call("lists.range", .int(.max)) == Self.overBudget)
        #expect(call("lists.range", 10_000_000) == Self.overBudget)
    }

    @Test("parts of lists")
    func parts() {
        #expect(call("slice", [1, 2, 3, 4], 1, 3) == [2, 3])
        #expect(call("slice", [1, 2], 0, 2) == [1, 2])
        #expect(call("slice", [1, 2], 2, 2) == [])
        #expect(call("slice", [], 0, 0) == [])
        #expect(call("first", [1, 2]) == .some(1))
        #expect(call("last", [1, 2]) == .some(2))
        #expect(call("first", []) == .none)
        #expect(call("last", []) == .none)
    }

    @Test("lists are turned round and put in order")
    func order() {
        #expect(call("reverse", [5, "a", 1]) == [1, "a", 5])
        #expect(call("reverse", []) == [])
        #expect(call("sort", [3, -2, 1, 1]) == [-2, 1, 1, 3])
        #expect(call("sort", ["b", "é", "", "B", "ba"]) == ["", "B", "b", "ba", "é"])
        #expect(call("sort", [true, false]) == [false, true])
        #expect(call("sort", [.duration(1, 1), .duration(1, 0)]) == [.duration(1, 0), .duration(1, 1)])
        #expect(call("sort", [.bytes([2]), .bytes([1, 9])]) == [.bytes([1, 9]), .bytes([2])])
        #expect(call("sort", []) == [])
    }

    @Test("each value stays once, the first of those that are equal")
    func distinct() {
        #expect(call("distinct", [1, "b", .uint(1), 2, "b", 1.0]) == [1, "b", 2])
        #expect(call("distinct", [[1], [1.0], .map(["a": 1]), .map(["a": .uint(1)])]) == [[1], .map(["a": 1])])
        #expect(call("distinct", []) == [])
        guard case .list(let values) = call("distinct", [.double(.nan), .double(.nan)]) else {
            Issue.record("no list")
            return
        }
        #expect(values.count == 2)
    }

    /// Comparing all with all would take 5 * 10^7 steps, more than twice the budget.
    @Test("many values are found by a hash that equal ones share, whatever their type")
    func many() {
        let ints = (0..<6000).map { Datum.int($0) }
        let doubles = (0..<6000).map { Datum.double(Double($0)) }
        let uints = (0..<6000).map { Datum.uint($0) }
        #expect(call("distinct", .list(ints + doubles + uints)) == .list(ints))
        #expect(call("sets.equivalent", .list(ints), .list(doubles.reversed())) == true)
        #expect(call("sets.contains", .list(uints), .list(doubles + [-1])) == false)
        #expect(call("sets.intersects", .list(uints), .list((1..<6000).map { .int(-$0) })) == false)
        let texts = (0..<6000).map { Datum.string("value \($0)") }
        #expect(call("distinct", .list(texts + texts)) == .list(texts))
        let lists = ints.prefix(2000).map { Datum.list([$0, [$0]]) }
        #expect(call("distinct", .list(lists + lists)) == .list(lists))
        let moments = (0..<2000).map { Datum.timestamp(0, $0) }
        #expect(call("distinct", .list(moments + moments)) == .list(moments))
        // 2^64 is no uint: numbers are compared by what they are worth exactly, though found by a hash as doubles.
        let mixed: [Datum] = [1e300, .uint(.max), 18_446_744_073_709_551_616.0, .int(.min), -0.0, 0, .null, true]
        let distinct: [Datum] = [1e300, .uint(.max), 18_446_744_073_709_551_616.0, .int(.min), -0.0, .null, true]
        #expect(call("distinct", .list(mixed + mixed)) == .list(distinct))
        #expect(call("distinct", .list(ints + mixed + mixed)) == .list(ints + distinct.filter { $0 != -0.0 }))
    }

    @Test("lists in lists are opened so deep")
    func flatten() {
        #expect(call("flatten", [1, [2, [3]], [], [[4]]]) == [1, 2, [3], [4]])
        #expect(call("flatten", [1, [2, [3, [4]]]], 2) == [1, 2, 3, [4]])
        #expect(call("flatten", [1, [2]], 0) == [1, [2]])
        #expect(call("flatten", [[[[1]]], 2], .int(.max)) == [1, 2])
        #expect(call("flatten", []) == [])
    }

    @Test("whole numbers from 0")
    func range() {
        #expect(call("lists.range", 3) == [0, 1, 2])
        #expect(call("lists.range", 0) == [])
    }

    @Test("lists as sets")
    func sets() {
        #expect(call("sets.contains", [], []) == true)
        #expect(call("sets.contains", [], [1]) == false)
        #expect(call("sets.contains", [1, 2, 3, 4], [2, 3.0, .uint(3)]) == true)
        #expect(call("sets.contains", [[1], [2, 3]], [[2, 3.0]]) == true)
        #expect(call("sets.contains", [1], [1, 2]) == false)
        #expect(call("sets.equivalent", [1, 1], [1.0]) == true)
        #expect(call("sets.equivalent", [1], [1, 2]) == false)
        #expect(call("sets.equivalent", [1, 2], [1]) == false)
        #expect(call("sets.equivalent", [], []) == true)
        #expect(call("sets.intersects", [1, 2], [.uint(2), "x"]) == true)
        #expect(call("sets.intersects", [1], ["1"]) == false)
        #expect(call("sets.intersects", [], []) == false)
    }

    @Test("the budget ends what goes on too long")
    func budget() {
        let numbers = Datum.list((0..<3000).map { .int($0) })
        for name in ["distinct", "sort", "reverse", "flatten"] {
            let evaluation = Evaluation(steps: 5000)
            #expect(call(name, numbers, evaluation: evaluation) == Self.overBudget, "\(name)")
        }
        for name in ["sets.contains", "sets.equivalent", "sets.intersects"] {
            let evaluation = Evaluation(steps: 8000)
            #expect(call(name, numbers, numbers, evaluation: evaluation) == Self.overBudget, "\(name)")
        }
    }

    @Test(
        "what is no Base64 is an error",
        arguments: ["a", "aGVsbG8==", "aGVsb=8=", "aGVsbG8=====", "aGVs bG8=", "aGVsbG8-", "=", "====", "é", "aGVsbA="])
    func badBase64(text: String) {
        #expect(call("base64.decode", .string(text)) == .invalid("\"\(text)\" is no Base64"))
    }

    @Test(
        "Base64, its padding left out or not",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"), ("é?>", "w6k/Pg=="),
        ])
    func base64(text: String, encoded: String) {
        #expect(call("base64.encode", .bytes(Array(text.utf8))) == .string(encoded))
        #expect(call("base64.decode", .string(encoded)) == .bytes(Array(text.utf8)))
        #expect(call("base64.decode", .string(encoded.filter { $0 != "=" })) == .bytes(Array(text.utf8)))
    }
}
