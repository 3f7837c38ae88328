package import Diagnostics

/// The rules of findings that are kept, each once: findings name them by number.
package struct KeptRules: Sendable {
    package private(set) var all: [RuleDescriptor]
    private var numbers: [RuleDescriptor: Int] = [:]

    package init(_ all: [RuleDescriptor]) {
        self.all = all
        for (number, rule) in all.enumerated() { numbers[rule] = number }
    }

    mutating func number(of rule: RuleDescriptor) -> Int {
        if let known = numbers[rule] { return known }
        numbers[rule] = all.count
        all.append(rule)
        return all.count - 1
    }

    package func write(to out: inout KeptWriter) {
        out.write(each: all) { rule, out in
            out.write(rule.id)
            out.write(rule.severity.rawValue)
            out.write(rule.summary)
            out.write(rule.rationale)
            out.write(rule.reference)
            out.write(rule.tier?.rawValue)
            out.write(rule.topic?.noun)
            out.write(rule.topic?.clause)
            let provenance = rule.provenance
            out.write(provenance.version)
            out.write(provenance.digest)
            out.write(provenance.layer)
            out.write(provenance.enforcement.rawValue)
            out.write(provenance.lock.rawValue)
            out.write(each: provenance.changes) { change, out in
                out.write(change.layer)
                out.write(change.what)
            }
        }
    }

    package init(from bytes: inout KeptReader) throws(KeptReader.Damaged) {
        self.init(try bytes.list(Self.rule))
    }

    private static func rule(_ bytes: inout KeptReader) throws(KeptReader.Damaged) -> RuleDescriptor {
        let (id, severity) = (try bytes.text(), try bytes.word(Severity.self))
        let (summary, rationale, reference) = (try bytes.text(), try bytes.text(), try bytes.optionalText())
        let tier = try bytes.optionalText()
        let (noun, clause) = (try bytes.optionalText(), try bytes.optionalText())
        let (version, digest, layer) = (
            try bytes.optionalText(), try bytes.optionalText(), try bytes.optionalText()
        )
        let (enforcement, lock) = (try bytes.word(Enforcement.self), try bytes.word(Lock.self))
        let changes = try bytes.list { bytes throws(KeptReader.Damaged) in
            Provenance.Change(layer: try bytes.text(), try bytes.text())
        }
        return RuleDescriptor(
            id, severity, summary, why: rationale, reference: reference, tier: tier.flatMap(Tier.init(rawValue:)),
            provenance: Provenance(
                version: version, digest: digest, layer: layer, enforcement: enforcement, lock: lock, changes: changes),
            topic: noun.map { RuleDescriptor.Topic($0, clause: clause) })
    }
}
