internal import Diagnostics
internal import Patterns
internal import ContractModel
internal import YAMLTree

/// The contracts and products that a rule is about.
package struct RuleScope: Sendable {
    var domains: [GlobPattern] = []
    var tenants: [GlobPattern] = []
    var statuses: [GlobPattern] = []
    var tags: [GlobPattern] = []
    var paths: [PathPattern] = []

    package var isEverything: Bool {
        domains.isEmpty && tenants.isEmpty && statuses.isEmpty && tags.isEmpty && paths.isEmpty
    }

    /// Whether a document lies in the scope. What it does not say is no match.
    func contains(_ document: DocumentFacts) -> Bool {
        Self.matches(domains, document.domain) && Self.matches(tenants, document.tenant)
            && Self.matches(statuses, document.status)
            && (tags.isEmpty || document.tags.contains { tag in tags.contains { $0.matches(tag) } })
            && (paths.isEmpty || paths.contains { $0.matches(document.file) })
    }

    private static func matches(_ patterns: [GlobPattern], _ text: String?) -> Bool {
        if patterns.isEmpty { return true }
        guard let text else { return false }
        return patterns.contains { $0.matches(text) }
    }
}

/// What scopes and layers ask of a document.
struct DocumentFacts {
    var domain: String?
    var tenant: String?
    var status: String?
    var tags: [String]
    var file: String

    init(_ document: ContractDocument) {
        let root = document.rootElement
        domain = root?.text(.domain)
        tenant = root?.text(.tenant)
        status = root?.text(.status)
        tags = root?.values(.tags).map(\.text) ?? []
        file = document.tree.source.name
    }
}
