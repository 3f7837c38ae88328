import Testing

@testable import CEL

/// Programs written and read again give what they gave.
@Suite struct ProgramImageTests {
    private static func numbers(_ numbers: [Int]) -> [Int] {
        var image = ImageWriter()
        for number in numbers { image.write(number) }
        let bytes = image.bytes
        return bytes.withUnsafeBufferPointer { bytes in
            var image = ImageReader(bytes)
            let read = numbers.map { _ in image.number() }
            return image.isAtEnd ? read : []
        }
    }

    @Test func numbersComeBack() {
        let all = [0, 1, -1, 15, 16, -16, -17, 1023, 1 << 31, -(1 << 40), .max, .min]
        #expect(Self.numbers(all) == all)
    }

    /// Each form of instruction and of constant.
    private static let expressions = [
        "1 + 2 * 3 == 7", "'a' in ['a', 'b', 'c'] && 'b' != 'c'", "[1, 2u, 3.5, 'x', b'y', null, true].size() == 7",
        "{'a': 1, 'b': [2, 3]}['b'][1]", "['ab', 'cd'].exists(x, x.matches('^c.$')) ? 'yes' : 'no'",
        "[3, 1, 2].map(x, x * 2).filter(x, x > 2)", "timestamp('2020-01-01T00:00:00Z') + duration('90s')",
        "'Ärger'.lowerAscii() + string(7)", "[1, 2].all(x, x < 3) || 1 / 0 == 1", "{'a': optional.of(1)}.?a.hasValue()",
        "'x' in ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'x']", "type(1) == int && dyn('a') < 'b'",
        "'%s is %d'.format(['a', 2])", "math.greatest(1, 7, 3)", "[1, ?optional.none(), 2]",
    ]

    @Test(arguments: expressions)
    func programsComeBack(_ text: String) throws {
        let environment = Environment(libraries: Library.all)
        let expression = try #require(Parser.parse(text).expression)
        let checked = Checker.check(expression, environment)
        try #require(checked.faults.isEmpty)
        let program = Program(checked)
        var names = OverloadNames()
        var image = ImageWriter()
        program.write(to: &image, &names)
        var shared = ImageWriter()
        names.write(to: &shared)
        let bytes = shared.bytes + image.bytes
        bytes.withUnsafeBufferPointer { bytes in
            var image = ImageReader(bytes)
            let read = ProgramImage(&image) { Library.all }.program(&image)
            #expect(image.isAtEnd)
            let (own, other) = (Evaluation(), Evaluation())
            let (was, now) = (own.evaluate(program), other.evaluate(read))
            #expect(was.tag == now.tag)
            if was.tag != .error { #expect(own.isEqual(was, now)) }
        }
    }
}
