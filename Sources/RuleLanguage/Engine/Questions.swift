internal import CEL

/// Conditions that each element is asked, rule by rule, as plain values in memory of their own: they are read for every
/// element, and counting references to rules would cost more than asking them.
///
/// Belongs to one thread. A rule's are taken from it when it is first asked.
final class Questions {
    struct Question {
        var condition: Unmanaged<Program>?
        var clauses: UnsafeMutableBufferPointer<Unmanaged<Program>>
        var parameters: UnsafeBufferPointer<CELValue>
    }

    private let rules: RuleSet
    /// By the rule's place in its set.
    private let questions: UnsafeMutableBufferPointer<Question?>

    init(_ rules: RuleSet) {
        self.rules = rules
        questions = .allocate(capacity: rules.rules.count)
        questions.initialize(repeating: nil)
    }

    deinit {
        for question in questions { question?.clauses.deallocate() }
        questions.deallocate()
    }

    @inline(__always)
    subscript(rule: Int) -> Question { questions[rule] ?? take(rule) }

    @inline(never)
    private func take(_ index: Int) -> Question {
        let rule = rules.rules[index]
        // Kept alive by the rule.
        let compiled = rule.expressions.compiled
        let clauses = UnsafeMutableBufferPointer<Unmanaged<Program>>.allocate(capacity: compiled.clauses.count)
        for (number, clause) in compiled.clauses.enumerated() {
            clauses.initializeElement(at: number, to: .passUnretained(clause.condition.program))
        }
        let question = Question(
            condition: compiled.condition.map { .passUnretained($0.program) }, clauses: clauses,
            parameters: UnsafeBufferPointer(rule.parameters.values))
        questions[index] = question
        return question
    }
}
