internal import Basics
internal import ContractModel
package import Diagnostics
internal import RuleLanguage
internal import YAMLTree

/// Explains which rules govern the documents of a file, and why.
package enum PolicyExplanation {
    /// - Parameter today: the day that decides what is in force already, in days since 1970-01-01.
    package static func report(
        name: String, raw: [UInt8], _ configuration: Configuration, today: Int, toolVersion: String
    ) -> PolicyReport {
        let tree = YAMLTree(name: name, raw: raw, vocabulary: .contracts, limits: configuration.limits)
        var report = PolicyReport(toolVersion: toolVersion, file: name)
        for part in tree.documents {
            guard let document = ContractDocument(tree, part) else { continue }
            report.documents.append(explained(document, configuration.policy, today))
        }
        return report
    }

    private static func explained(
        _ document: ContractDocument, _ policy: Policy, _ today: Int
    ) -> PolicyReport.Document {
        let start = document.tree.place(of: document.range, withExcerpt: false).start
        var explained = PolicyReport.Document(
            kind: document.kind, id: document.id?.shortened(to: 200), line: start.line)
        let facts = DocumentFacts(document)
        let mismatches = policy.layers.map { $0.match.mismatch(with: facts) }
        explained.layers = zip(policy.layers, mismatches).map { layer, mismatch in
            PolicyReport.Layer(name: layer.name, file: layer.file, mismatch: mismatch)
        }
        let composition = PolicyComposition(zip(policy.layers, mismatches).filter { $1 == nil }.map(\.0))
        explained.rules = RuleCatalogue.native.map { own in
            let state = composition.natives[own.id] ?? RuleState(native: own)
            return rule(own, state, today)
        }
        for own in composition.rules {
            let state = composition.states[own.id] ?? RuleState(own)
            var facet = rule(own.descriptor, state, today)
            facet.isInScope = state.scope.contains(facts)
            facet.parameters = own.parameters.given.compactMap { parameter in
                guard let value = state.parameters[parameter.name], value != parameter.value else { return nil }
                return (parameter.name, value.text, parameter.value.text)
            }
            explained.rules.append(facet)
        }
        explained.rules.sort { $0.id < $1.id }
        return explained
    }

    private static func rule(_ own: RuleDescriptor, _ state: RuleState, _ today: Int) -> PolicyReport.Rule {
        var severity = state.severity
        let restraint = state.restraint(today: today)
        if let own = severity, let restraint { severity = min(own, restraint.most) }
        var rule = PolicyReport.Rule(
            id: own.id, severity: severity, provenance: state.provenance(over: own.provenance))
        rule.effectiveFrom = restraint == nil ? nil : state.effectiveFrom.map { Day(number: $0).text }
        return rule
    }
}

extension RuleScope {
    /// Why a document is not in the scope; nil: it is.
    func mismatch(with document: DocumentFacts) -> String? {
        if contains(document) { return nil }
        func reason(_ key: String, _ patterns: NamePatterns, _ value: String?) -> String? {
            if patterns.isEmpty || value.map(patterns.matches) ?? false { return nil }
            let own = value.map { "is \($0.shortened)" } ?? "is not given"
            return "its \(key) \(own), and not one of \(patterns.texts.joined(separator: ", ").shortened(to: 200))"
        }
        let reasons = [
            reason("domain", domains, document.domain), reason("tenant", tenants, document.tenant),
            reason("status", statuses, document.status),
            tags.isEmpty || document.tags.contains(where: tags.matches)
                ? nil : "it has none of the tags \(tags.texts.joined(separator: ", ").shortened(to: 200))",
        ].compactMap { $0 }
        return reasons.first
            ?? "its file matches none of \(paths.map(\.text).joined(separator: ", ").shortened(to: 200))"
    }
}
