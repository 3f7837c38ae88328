internal import SystemPackage

/// The folders and files that a walk leaves out unless they are named: hidden folders, what package managers bring, and what git
/// ignores.
struct WalkFilter {
    private let snapshot: any Snapshot
    private let root: FilePath
    private var ignored: IgnoredPaths?
    /// Reason why git does not say what it ignores.
    private(set) var fault: Git.Fault?

    init(_ snapshot: any Snapshot, root: FilePath) {
        self.snapshot = snapshot
        self.root = root
    }

    /// The entries of a folder that the walk is about.
    ///
    /// - Parameter isNamed: whether a pattern names a folder that would be left out.
    mutating func entries(
        of folder: FilePath, _ entries: [FolderListing.Entry], isNamed: (String) -> Bool
    ) -> [FolderListing.Entry] {
        if folder == root {
            ask(root, hasFiles: false)
        } else if Self.isEnvironment(entries) {
            return []
        } else if entries.contains(where: { $0.text == ".git" }) {
            // A repository in a repository, or in a folder of repositories.
            ask(folder, hasFiles: false)
        }
        if ignored == nil, entries.contains(where: { $0.text == ".gitignore" }) { ask(root, hasFiles: true) }
        return entries.filter { entry in
            let isLeftOut =
                ignored?.contains(entry.text, in: folder) ?? false
                || (entry.kind == .folder && Self.isLeftOut(entry.text))
            return !isLeftOut || (entry.kind == .folder && entry.text != ".git" && isNamed(entry.text))
        }
    }

    private mutating func ask(_ folder: FilePath, hasFiles: Bool) {
        // Git that refuses once is not asked for every folder.
        if fault != nil { return }
        do throws(Git.Fault) {
            guard let found = try snapshot.ignoredPaths(below: folder, hasFiles: hasFiles) else { return }
            ignored?.add(found)
            ignored = ignored ?? found
        } catch {
            fault = error
        }
    }

    private static func isLeftOut(_ name: String) -> Bool {
        name.utf8.first == UInt8(ascii: ".") || packageFolders.contains(name)
    }

    /// Folders of package managers: of npm, and of Python's virtual environments.
    private static let packageFolders: Set<String> = ["node_modules", "venv", "virtualenv", "site-packages"]

    /// True for the folder of a virtual environment of Python (PEP 405) or of conda, whatever its name.
    private static func isEnvironment(_ entries: [FolderListing.Entry]) -> Bool {
        entries.contains { $0.text == "pyvenv.cfg" || $0.text == "conda-meta" }
    }
}
