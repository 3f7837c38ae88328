/// Promises of an overload about its results, beyond their type. Whoever checks an expression relies on them; a debug build
/// holds every call to them.
package struct Promises: Sendable {
    /// Absence of a result whose type does not say that there may be none.
    package enum Absence: Sendable {
        case never, possible
        /// The arguments alone tell: of literals it is known before anything is evaluated.
        case byArguments
    }

    package var absence = Absence.never
    /// True when the first argument is there wherever the result is true.
    package var provesPresence = false
    /// Fields of the first argument, an object, as the host numbers them: where it has none of these the result is absent or
    /// false. Empty: it needs none in particular.
    package var needs: [Int] = []
    package var clue: Clue?

    /// A quick look at the first argument, a text or what stands for one: where it finds nothing the result is absent.
    package struct Clue: Sendable {
        /// In shorter texts, in bytes, it finds nothing.
        package let shortest: Int
        package let isFound: @Sendable (_ argument: Value, _ evaluation: Evaluation) -> Bool

        package init(
            shortest: Int, _ isFound: @escaping @Sendable (_ argument: Value, _ evaluation: Evaluation) -> Bool
        ) {
            self.shortest = shortest
            self.isFound = isFound
        }
    }

    package init(
        absence: Absence = .never, provesPresence: Bool = false, needs: [Int] = [], clue: Clue? = nil
    ) {
        self.absence = absence
        self.provesPresence = provesPresence
        self.needs = needs
        self.clue = clue
    }
}

extension CallSite.Candidate {
    /// True when a result is what the overload promises.
    func isKept(_ result: Value, _ arguments: UnsafeBufferPointer<Value>, _ evaluation: Evaluation) -> Bool {
        switch result.tag {
        case .error, .unknown: return true
        case .absent: return promises.absence != .never
        default: break
        }
        guard results & TypeTest.bit(result.tag) != 0 else { return false }
        guard let first = arguments.first else { return true }
        if promises.provesPresence, first.tag == .absent, result.isTrue { return false }
        if let clue = promises.clue {
            if first.tag == .string, Int(first.extra) < clue.shortest { return false }
            if !clue.isFound(first, evaluation) { return false }
        }
        if promises.needs.isEmpty || result.isFalse || first.tag != .object { return true }
        return promises.needs.contains { evaluation.host.field($0, of: first).tag != .absent }
    }
}
