internal import CEL
internal import ContractModel
package import Diagnostics

/// A rule ready to be asked: what it is about is at hand, its expressions are as soon as somebody asks it.
package struct Rule: Sendable {
    package var descriptor: RuleDescriptor
    package let pack: PackIdentity
    package let selection: Selection
    package var enforcement: Enforcement
    package var lock: Lock
    /// The day from which it is in force, in days since 1970-01-01; nil: it is. Until then it warns at most.
    package var effectiveFrom: Int?
    package var isOff: Bool
    package var prose: RuleProse
    package var scope: RuleScope
    /// Place that the rule is written at, for what goes wrong when it is evaluated.
    package let place: Place
    package let parameters: ParameterValues
    package let tightenings: [String: Tightening]
    var gates: Gates
    package let clauseNames: [String]
    let expressions: RuleExpressions

    package var id: String { descriptor.id }

    init(
        id: String, severity: Severity, isOff: Bool, tier: Tier?, enforcement: Enforcement, lock: Lock,
        effectiveFrom: Int?, selection: Selection, prose: RuleProse, scope: RuleScope, place: Place, pack: PackIdentity,
        parameters: ParameterValues, tightenings: [String: Tightening], gates: Gates, clauseNames: [String],
        expressions: RuleExpressions
    ) {
        descriptor = RuleDescriptor(
            id, severity, prose.summary, why: prose.rationale ?? "",
            reference: prose.references.first { $0.hasPrefix("https://") }, tier: tier,
            provenance: Provenance(version: pack.version, digest: pack.digest, enforcement: enforcement, lock: lock),
            // What is there and wrong comes behind.
            topic: prose.topic.map { RuleDescriptor.Topic($0, clause: clauseNames.count > 1 ? clauseNames[0] : nil) })
        self.pack = pack
        self.selection = selection
        self.enforcement = enforcement
        self.lock = lock
        self.effectiveFrom = effectiveFrom
        self.isOff = isOff
        self.prose = prose
        self.scope = scope
        self.place = place
        self.parameters = parameters
        self.tightenings = tightenings
        self.gates = gates
        self.clauseNames = clauseNames
        self.expressions = expressions
    }
}

/// Pack that a rule is from.
package struct PackIdentity: Hashable, Sendable {
    package let id: String
    package let version: String
    /// SHA-256 of the file, in hexadecimal.
    package let digest: String
}

/// An expression with the text it was compiled from, for messages about it.
package struct CompiledExpression: Sendable {
    let program: Program
    package let text: String
}

package struct CompiledClause: Sendable {
    package let name: String?
    package let condition: CompiledExpression
    /// A clause is not asked where a standard has no key for one of them.
    let demands: Demands
    let message: [MessagePart]
}

enum MessagePart: Sendable {
    case text(String)
    case value(CompiledExpression)
    /// A key in the words of the document's standard.
    case key(KeyMention)
    /// The name of the clause that failed.
    case clause
}

/// The value that findings of a rule point at.
enum CompiledPointer: Sendable {
    /// A field of an object: the program gives the object.
    case field(CompiledExpression, Key)
    /// An object or a value itself.
    case value(CompiledExpression)
}
