internal import Basics
internal import CEL
package import ContractModel
package import Diagnostics
package import YAMLTree

/// A rule pack: a file of governance rules, read and compiled.
package struct RulePack {
    package let content: PackContent
    package let file: String
    package let owner: String?
    package let description: String?
    package let rules: [Rule]
    /// By rule id, for those whose file brings them.
    package let examples: [String: [RuleExample]]
    package let idPlace: SourceRange
    /// Other packs that it brings along, with their places in the file.
    package let includes: [ContractModel.Value]

    package var identity: PackIdentity { content.identity }
    package var tree: YAMLTree { content.tree }
    package var sources: [String: RuleSource] { content.sources }

    /// - Parameters:
    ///   - name: the file's name in messages.
    ///   - needsExamples: whether each rule must bring one that fails and one that passes.
    ///   - changeKinds: the kinds of changes that there are; empty: rules may speak of any.
    /// - Throws: all mistakes of the file.
    package init(
        name: String, raw: [UInt8], needsExamples: Bool = true, changeKinds: [String] = []
    ) throws(OwnFile.Invalid) {
        let reader = PackReader(name: name, raw: raw, needsExamples: needsExamples)
        let tree = reader.tree
        var faults = reader.faults
        let identity = PackIdentity(id: reader.id, version: reader.version, digest: SHA256.hexDigest(ofLines: raw))
        let words = ModelWords(changeKinds: changeKinds)
        var rules: [Rule] = []
        for source in reader.rules {
            var compiler = RuleCompiler(source, in: tree, words: words)
            let rule = compiler.compile(identity)
            faults += compiler.faults
            if let rule { rules.append(rule) }
            if needsExamples {
                for example in source.examples {
                    faults += ExampleFaults.issues(example, in: tree, of: source.selection)
                }
            }
        }
        guard faults.isEmpty else { throw OwnFile.Invalid(faults: OwnFile.faults(faults, in: tree)) }
        content = PackContent(reader, identity, words)
        file = name
        owner = reader.owner
        description = reader.description?.trimmed
        self.rules = rules
        examples = Dictionary(reader.rules.map { ($0.id, $0.examples) }, uniquingKeysWith: { first, _ in first })
        idPlace = tree.range(of: reader.idNode)
        includes = reader.includes
    }
}

/// The rules of a pack as its file writes them, each compiled when somebody wants it otherwise.
package struct PackContent {
    package let identity: PackIdentity
    package let tree: YAMLTree
    package let sources: [String: RuleSource]
    let words: ModelWords

    init(_ reader: PackReader, _ identity: PackIdentity, _ words: ModelWords) {
        self.words = words
        self.identity = identity
        tree = reader.tree
        sources = Dictionary(reader.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// - Parameter raw: of a pack that is ready in the program as well, and known to have no mistakes.
    package init(name: String, raw: [UInt8], identity: PackIdentity) {
        self.init(PackReader(name: name, raw: raw, needsExamples: false), identity, ModelWords(changeKinds: []))
    }

    /// A rule with other values of its parameters, or more clauses.
    package struct Variant {
        /// Nil: it cannot be asked so.
        package var rule: Rule?
        /// Faults of the parameters, in the pack's words.
        package var messages: [String]
        /// Faults of single parameters.
        package var parameterFaults: [(name: String, message: String)] = []
        /// Faults of the clauses, in the files they stand in.
        package var additionFaults: [Issue] = []
    }

    package func rule(
        _ id: String, overriding parameters: [String: ParameterValue], adding clauses: [AddedClause] = []
    ) -> Variant {
        guard let source = sources[id] else { return Variant(messages: ["there is no rule `\(id)`"]) }
        var compiler = RuleCompiler(source, in: tree, overrides: parameters, words: words)
        let rule = compiler.compile(identity, adding: clauses)
        return Variant(
            rule: rule, messages: compiler.faults.map(\.message), parameterFaults: compiler.parameterFaults,
            additionFaults: compiler.additionFaults)
    }
}
