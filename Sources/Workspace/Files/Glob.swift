internal import Basics
internal import Governance
internal import RuleLanguage
package import SystemPackage

/// A glob on the command line: `'domains/*/*.odcs.yaml'`.
package struct Glob {
    /// The folder below which everything lies that it can match.
    package let root: FilePath
    private let pattern: PathPattern
    /// Patterns by depth below the root that a folder has to match, so that something in it can match; from the first `**` on
    /// any folder can hold a match.
    private let folders: [PathPattern]

    package static func isGlob(_ text: String) -> Bool { text.contains { "*?[".contains($0) } }

    package init(_ text: String, in workingFolder: FilePath) throws {
        let all = FilePath(text).components
        let fixed = all.prefix { !Self.isGlob($0.string) }
        var root = text.hasPrefix("/") ? FilePath("/") : workingFolder
        root.append(fixed)
        self.root = root.lexicallyNormalized()
        let parts = all.dropFirst(fixed.count).map(\.string)
        // The leading slash keeps a pattern without folders in the folder it stands for, as a shell would.
        pattern = try PathPattern("/" + parts.joined(separator: "/"))
        let known = parts.prefix { !$0.contains("**") }
        folders = try known.indices.map { try PathPattern("/" + known[...$0].joined(separator: "/")) }
    }

    /// True when a folder's name stands in the pattern as it is.
    package func names(_ folder: String) -> Bool { pattern.text.split(separator: "/").contains(Substring(folder)) }

    package func matches(_ path: FilePath) -> Bool {
        path.below(root).map { pattern.matches($0) } ?? false
    }

    /// True when anything in a folder can match. What matches a folder matches all that is below.
    package func canMatch(below folder: FilePath) -> Bool {
        guard let path = folder.below(root) else { return false }
        let depth = FilePath(path).components.count
        return folders.isEmpty || folders[min(depth, folders.count) - 1].matches(path, isFolder: true)
    }
}
