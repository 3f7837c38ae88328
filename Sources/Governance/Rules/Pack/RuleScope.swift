internal import Basics
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// The contracts and products that a rule is about.
package struct RuleScope: Sendable {
    var domains = NamePatterns()
    var tenants = NamePatterns()
    var statuses = NamePatterns()
    var tags = NamePatterns()
    var paths: [PathPattern] = []
    /// What `paths` are relative to.
    var folder = FolderOfPaths.working
    /// What is in the scope as well.
    var others: [RuleScope] = []

    package init() {}

    /// Reads a scope, or what a layer matches.
    ///
    /// - Parameter element: nil: everything.
    init(_ element: ElementRef?) {
        guard let element else { return }
        func globs(_ key: Key) -> NamePatterns { NamePatterns(element.values(key).map(\.text)) }
        domains = globs(.domains)
        tenants = globs(.tenants)
        statuses = globs(.statuses)
        tags = globs(.tags)
        paths = element.values(.paths).compactMap { try? PathPattern($0.text) }
    }

    /// Patterns of paths that are none: left out they would let the rule speak of more than was meant.
    static func faults(_ element: ElementRef?, _ rule: RuleDescriptor) -> [Issue] {
        guard let element else { return [] }
        return element.values(.paths).compactMap { value -> Issue? in
            do throws(PathPattern.Unusable) {
                _ = try PathPattern(value.text)
                return nil
            } catch {
                return Issue(
                    rule, "`\(value.text.shortened)` is no pattern of paths: \(error.reason)", at: value.range,
                    help: "write it as in .gitignore")
            }
        }
    }

    package var isEverything: Bool { isEverythingItself || others.contains(where: \.isEverythingItself) }

    private var isEverythingItself: Bool {
        domains.isEmpty && tenants.isEmpty && statuses.isEmpty && tags.isEmpty && paths.isEmpty
    }

    /// Whether a document lies in the scope. What it does not say is no match.
    func contains(_ document: DocumentFacts) -> Bool {
        let isItself =
            Self.matches(domains, document.domain) && Self.matches(tenants, document.tenant)
            && Self.matches(statuses, document.status) && (tags.isEmpty || document.tags.contains(where: tags.matches))
            && (paths.isEmpty || isPath(document.file))
        return isItself || others.contains { $0.contains(document) }
    }

    private func isPath(_ file: String) -> Bool {
        let path = folder.path(of: file)
        return paths.contains { $0.matches(path) }
    }

    private static func matches(_ patterns: NamePatterns, _ text: String?) -> Bool {
        if patterns.isEmpty { return true }
        guard let text else { return false }
        return patterns.matches(text)
    }
}

/// What scopes and layers ask of a document.
struct DocumentFacts {
    var domain: String?
    var tenant: String?
    var status: String?
    var tags: [String]
    var file: String

    /// Of a file that holds no document.
    init(file: String) {
        tags = []
        self.file = file
    }

    /// - Parameter file: where it stands, if not where its text was read.
    init(_ document: ContractDocument, file: String? = nil) {
        let root = document.rootElement
        domain = root?.text(.domain)
        tenant = root?.text(.tenant)
        status = root?.text(.status)
        tags = root?.values(.tags).map(\.text) ?? []
        self.file = file ?? document.tree.source.name
    }
}
