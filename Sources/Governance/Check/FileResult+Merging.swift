internal import Basics
internal import Diagnostics
internal import NativeRules
internal import RuleLanguage

extension FileResult {
    /// The findings of this and another look at the same file together: nothing twice, and the graver word stands.
    package consuming func merged(with other: FileResult) -> FileResult {
        documents += other.documents.filter { !documents.contains($0) }
        failures += other.failures.filter { own in !failures.contains { $0.rule == own.rule && $0.place == own.place } }
        unknown.formUnion(other.unknown)
        waivers.formUnion(other.waivers)
        // No `??`: closures over a value that is consumed keep the compiler busy for ever.
        if let demanded = other.failOn {
            if let own = failOn { failOn = own.stricter(demanded) } else { failOn = demanded }
        }
        for comparison in other.comparisons {
            if let index = comparisons.firstIndex(where: { $0.new == comparison.new && $0.old == comparison.old }) {
                if comparisons[index].minimumBump < comparison.minimumBump { comparisons[index] = comparison }
            } else {
                comparisons.append(comparison)
            }
        }
        if foreignStandard == nil { foreignStandard = other.foreignStandard }
        isOfItsFileAlone = isOfItsFileAlone && other.isOfItsFileAlone
        nodeCount = max(nodeCount, other.nodeCount)
        byteCount = max(byteCount, other.byteCount)
        for (kind, count) in other.unlisted { unlisted[kind] = max(unlisted[kind] ?? 0, count) }
        for entry in other.ids {
            if let index = ids.firstIndex(where: { $0.offset == entry.offset }) {
                ids[index].take(entry)
            } else {
                ids.append(entry)
            }
        }
        // Findings of one kind at one place are told apart by their order alone.
        var known: [Identity: [Int]] = [:]
        for index in findings.indices.reversed() { known[Identity(findings[index]), default: []].append(index) }
        for finding in other.findings {
            if let index = known[Identity(finding)]?.popLast() {
                findings[index].take(finding)
            } else {
                findings.append(finding)
            }
        }
        return self
    }

    /// Identity of a finding within its file.
    private struct Identity: Hashable {
        let rule: String
        let start: Int
        let line: Int
        let column: Int
        let clause: String?
        let element: String?
        let subject: ExactText

        init(_ finding: Finding) {
            rule = finding.rule
            start = finding.offset
            line = finding.place.end.line
            column = finding.place.end.column
            clause = finding.clause
            element = finding.element
            subject = ExactText(finding.subject)
        }
    }
}

extension Finding {
    /// Takes from the same finding of another policy what is graver there. Hidden is what both hide.
    fileprivate mutating func take(_ other: Finding) {
        if isExcepted != other.isExcepted, isExcepted {
            let own = self
            self = other
            return take(own)
        }
        severity = max(severity, other.severity)
        descriptor = descriptor.graver(other.descriptor)
    }
}

extension ContractIDs.Entry {
    fileprivate mutating func take(_ other: ContractIDs.Entry) {
        let severity = max(rule.severity, other.rule.severity)
        rule = rule.graver(other.rule).with(severity)
        if exception.map({ !$0.isVoid }) ?? false { exception = other.exception }
    }
}

extension RuleDescriptor {
    /// The stricter of the same rule under two policies.
    fileprivate func graver(_ other: RuleDescriptor) -> RuleDescriptor {
        let (own, others) = (provenance, other.provenance)
        return (own.enforcement, own.lock) >= (others.enforcement, others.lock) ? self : other
    }
}
