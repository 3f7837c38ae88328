import Testing

@testable import CEL

/// What overloads promise of their results is tested at each call of a debug build: a forgotten entry is no silent pass.
@Suite struct PromisesTests {
    private static let person = CELType.object("Person")
    /// Of `People`: the nickname, which only Ada has.
    private static let nickname = 1

    /// An overload of one argument that gives what it is told to, held against what it promises.
    private static func isKept(
        _ promises: Promises, of result: CELType = .string, given argument: Value = People.ada, _ value: Value
    ) -> Bool {
        let overload = Overload("f", [.dyn], result, acceptsAbsent: true, promises: promises) { _, _ in value }
        let candidate = CallSite.Candidate(overload, count: 1, proven: 0)
        let evaluation = Evaluation(host: People())
        return [argument].withUnsafeBufferPointer {
            candidate.isKept(overload.implementation($0, evaluation), $0, evaluation)
        }
    }

    @Test func absenceHasToBeSaid() {
        #expect(!Self.isKept(Promises(), .absent))
        #expect(Self.isKept(Promises(absence: .possible), .absent))
        #expect(Self.isKept(Promises(absence: .byArguments), .absent))
        #expect(Self.isKept(Promises(), .string("a")))
    }

    @Test func typesAreKept() {
        #expect(!Self.isKept(Promises(), of: .bool, .string("a")))
        #expect(Self.isKept(Promises(), of: .dyn, .string("a")))
        #expect(Self.isKept(Promises(), of: .bool, .error(.overBudget)))
        #expect(Self.isKept(Promises(), of: .bool, Value(.unknown)))
    }

    @Test func presenceIsProven() {
        let proves = Promises(provesPresence: true)
        #expect(!Self.isKept(proves, of: .bool, given: .absent, .true))
        #expect(Self.isKept(proves, of: .bool, given: .absent, .false))
        #expect(Self.isKept(proves, of: .bool, given: .string("a"), .true))
        #expect(Self.isKept(Promises(), of: .bool, given: .absent, .true))
    }

    @Test func withoutItsFieldsItGivesNothing() {
        let needs = Promises(absence: .possible, needs: [Self.nickname])
        #expect(!Self.isKept(needs, given: People.bob, .string("a")))
        #expect(Self.isKept(needs, given: People.ada, .string("a")))
        #expect(Self.isKept(needs, given: People.bob, .absent))
        #expect(!Self.isKept(needs, of: .bool, given: People.bob, .true))
        #expect(Self.isKept(needs, of: .bool, given: People.bob, .false))
    }

    @Test func withoutAClueItGivesNothing() {
        let clue = Promises(
            absence: .possible, clue: Promises.Clue(shortest: 2) { text, _ in text.utf8.contains(UInt8(ascii: "=")) })
        #expect(!Self.isKept(clue, given: .string("ab"), .string("a secret")))
        #expect(!Self.isKept(clue, given: .string("="), .string("a secret")))
        #expect(Self.isKept(clue, given: .string("a="), .string("a secret")))
        #expect(Self.isKept(clue, given: .string("ab"), .absent))
    }

    /// A function of one overload, and one whose overload is found by its argument.
    @Test func aBrokenPromiseStops() async {
        await #expect(processExitsWith: .failure) { Broken.call("single('a')") }
        await #expect(processExitsWith: .failure) { Broken.call("dispatched(dyn('a'))") }
        await #expect(processExitsWith: .success) { Broken.call("single('b')") }
        await #expect(processExitsWith: .success) { Broken.call("dispatched(dyn(1))") }
    }

    private enum Broken {
        /// Gives nothing for `a`, and never says so.
        private static let silent = Overload("silent", [.string], .bool) { arguments, _ in
            arguments[0].utf8.elementsEqual("a".utf8) ? .absent : .true
        }
        private static let other = Overload("other", [.int], .bool) { _, _ in .true }

        static func call(_ text: String) {
            var environment = Environment.people()
            environment.add(
                Library("broken", [Function("single", [silent]), Function("dispatched", [silent, other])]))
            _ = outcome(text, .checked, environment)
        }
    }
}
