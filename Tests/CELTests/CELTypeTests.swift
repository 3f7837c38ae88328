import CEL
import Testing

@Test("a type is written as CEL writes it")
func description() {
    #expect(CELType.map(.string, .list(.optional(.int))).description == "map(string, list(optional_type(int)))")
}
