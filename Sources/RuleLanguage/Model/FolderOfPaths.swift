/// The folder that patterns of paths are relative to, as seen from the working folder.
package struct FolderOfPaths: Hashable, Sendable {
    /// Text before the paths of its files in names that reports show; nil: there is none.
    private let shown: String?
    /// Place of the working folder in it.
    private let above: String
    /// Of names that are absolute.
    package let absolute: String?

    package static let working = FolderOfPaths(shown: nil, above: "", absolute: nil)

    /// - Parameters:
    ///   - shown: the folder's path in the working folder; nil: it is the working folder, or holds it.
    ///   - above: the working folder's path in the folder; empty: it is the same.
    ///   - absolute: the folder's own path.
    package init(shown: String?, above: String, absolute: String?) {
        self.shown = shown.map { $0 + "/" }
        self.above = above.isEmpty ? "" : above + "/"
        self.absolute = absolute.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    }

    /// The path of a file below the folder.
    package func path(of name: String) -> String {
        if name.hasPrefix("/") {
            guard let absolute, name.hasPrefix(absolute) else { return name }
            return String(name.dropFirst(absolute.count))
        }
        if let shown { return name.hasPrefix(shown) ? String(name.dropFirst(shown.count)) : name }
        return above + name
    }
}
