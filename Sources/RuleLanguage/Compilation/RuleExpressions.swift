internal import CEL
internal import Synchronization

/// The compiled expressions of a rule, made when it is first asked.
package final class RuleExpressions: Sendable {
    final class Compiled: Sendable {
        let condition: CompiledExpression?
        let clauses: [CompiledClause]
        let pointers: [CompiledPointer]

        init(condition: CompiledExpression?, clauses: [CompiledClause], pointers: [CompiledPointer]) {
            self.condition = condition
            self.clauses = clauses
            self.pointers = pointers
        }
    }

    private let made = AtomicLazyReference<Compiled>()
    private let make: @Sendable () -> Compiled

    init(_ make: @escaping @Sendable () -> Compiled) { self.make = make }

    var compiled: Compiled { made.load() ?? made.storeIfNil(make()) }
}

extension Rule {
    package var condition: CompiledExpression? { expressions.compiled.condition }
    package var clauses: [CompiledClause] { expressions.compiled.clauses }
    var pointers: [CompiledPointer] { expressions.compiled.pointers }
}
