package import Basics
package import ContractModel
package import Diagnostics
internal import Patterns
internal import YAMLTree

/// The contracts and products that a rule is about.
package struct RuleScope: Sendable {
    package var domains = NamePatterns()
    package var tenants = NamePatterns()
    package var statuses = NamePatterns()
    package var tags = NamePatterns()
    package var paths: [PathPattern] = []
    /// Folder that `paths` are relative to.
    package var folder = FolderOfPaths.working
    /// Other scopes that are in the scope as well.
    package var others: [RuleScope] = []

    package init() {}

    /// Reads a scope, or what a layer matches.
    ///
    /// - Parameter element: nil: everything.
    package init(_ element: ElementRef?) {
        guard let element else { return }
        func globs(_ key: Key) -> NamePatterns { NamePatterns(element.values(key).map(\.text)) }
        domains = globs(.domains)
        tenants = globs(.tenants)
        statuses = globs(.statuses)
        tags = globs(.tags)
        paths = element.values(.paths).compactMap { try? PathPattern($0.text) }
    }

    /// Patterns of paths that are none: left out they would let the rule speak of more than was meant.
    package static func faults(_ element: ElementRef?, _ rule: RuleDescriptor) -> [Issue] {
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

    /// True when a document lies in the scope. What it does not say is no match.
    package func contains(_ document: DocumentFacts) -> Bool {
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

/// Facts that scopes and layers ask of a document.
package struct DocumentFacts {
    package var domain: String?
    package var tenant: String?
    package var status: String?
    package var tags: [String]
    package var file: String

    /// Of a file that holds no document.
    package init(file: String) {
        tags = []
        self.file = file
    }

    /// - Parameter file: where it stands, if not where its text was read.
    package init(_ document: ContractDocument, file: String? = nil) {
        let root = document.rootElement
        domain = root?.text(.domain)
        tenant = root?.text(.tenant)
        status = root?.text(.status)
        tags = root?.values(.tags).map(\.text) ?? []
        self.file = file ?? document.tree.source.name
    }
}
