import CEL
import Testing

private let quietly: [(text: String, result: String)] = [
    ("bob.nickname == 'x'", "false"),
    ("'x' == bob.nickname", "false"),
    ("bob.nickname == bob.nickname", "false"),
    ("bob.nickname in ['x', 'y']", "false"),
    ("bob.nickname in bob.interests", "false"),
    ("has(bob.nickname)", "false"),
    ("has(ada.nickname)", "true"),
    ("has(bob.friend.friend.nickname)", "false"),
    ("has(ada.friend)", "true"),
    ("has(ada.friend.nickname)", "false"),
    ("has(bob.interests)", "false"),
    ("has(ada.interests)", "true"),
    ("bob.?nickname.hasValue()", "false"),
    ("ada.?nickname.value() == 'Countess'", "true"),
    ("bob.friend.?nickname.orValue('none') == 'none'", "true"),
    ("bob.?friend.nickname.hasValue()", "false"),
    ("ada.?friend.name.value() == 'Bob'", "true"),
    ("filled(bob.nickname)", "false"),
    ("filled(ada.nickname)", "true"),
    ("bob.interests.all(x, x == '')", "true"),
    ("bob.interests.size() == 0", "true"),
    ("bob.nickname == 'x' || true", "true"),
]

/// Fields that their object lacks. A checker of the host's own may demand a guard; the evaluator never takes one for a value.
@Suite struct AbsenceTests {
    @Test(
        "an absent operand of anything but `==` and `in` is an error, at the operand",
        arguments: [
            ("bob.nickname != 'x'", "bob.nickname"), ("'x' != bob.nickname", "bob.nickname"),
            ("bob.nickname + 'x' == 'x'", "bob.nickname"), ("bob.nickname < 'x'", "bob.nickname"),
            ("bob.nickname.size() == 0", "bob.nickname"), ("bob.nickname.matches('x')", "bob.nickname"),
            ("bob.nickname.startsWith('x')", "bob.nickname"), ("string(bob.nickname) == ''", "bob.nickname"),
            ("[bob.nickname] == []", "bob.nickname"), ("{'a': bob.nickname} == {}", "bob.nickname"),
            ("['x'].map(x, bob.nickname) == []", "bob.nickname"),
            ("optional.of(bob.nickname).hasValue()", "bob.nickname"),
            ("bob.friend.nickname != 'x'", "bob.friend.nickname"), ("type(bob.nickname) == string", "bob.nickname"),
            ("dyn(bob.nickname) == 'x'", "bob.nickname"), ("bob.friend != ada", "bob.friend"),
        ])
    func failing(_ text: String, _ place: String) {
        let found = outcome(text)
        #expect(found.datum == .error(.absent, "the value is absent"))
        #expect(found.place == place)
    }

    @Test("`==` and `in` are false, `has` and optionals tell", arguments: Mode.allCases, quietly)
    func quiet(_ mode: Mode, _ example: (text: String, result: String)) {
        #expect(outcome(example.text, mode).datum.text == example.result)
    }

    @Test(
        "what the fields of an absent object are, the host says",
        arguments: ["filled(bob.friend.name)", "bob.friend.interests.size() == 0", "!('x' in bob.friend.interests)"])
    func fieldsOfAbsent(_ text: String) {
        #expect(outcome(text).datum == true)
    }

    @Test("a program that is a field gives the absent value itself, not an error")
    func result() throws {
        let program = try #require(program("bob.nickname").0)
        let value = [People.ada, People.bob].withUnsafeBufferPointer {
            Evaluation(host: People()).evaluate(program, $0.baseAddress)
        }
        #expect(value.tag == .absent)
    }

    @Test("variables that are not given are absent")
    func noVariables() throws {
        let program = try #require(program("has(ada.nickname) || ada == bob").0)
        #expect(Evaluation().evaluate(program).isFalse)
    }
}
