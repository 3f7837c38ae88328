package import ContractModel

extension Dialect {
    /// The dialects that a document's physical types are written in: one for each system among its servers, `generic` without
    /// any.
    package static func all(of document: ContractDocument) -> [Dialect] {
        var dialects: [Dialect] = []
        for server in document.rootElement?.elements(.servers) ?? [] {
            guard let type = server.text(.type) else { continue }
            let dialect = Dialect(serverType: type) { server.text(.format) }
            if !dialects.contains(dialect) { dialects.append(dialect) }
        }
        return dialects.isEmpty ? [.generic] : dialects
    }
}
