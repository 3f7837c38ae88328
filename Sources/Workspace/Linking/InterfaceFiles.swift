internal import Governance
internal import Mesh
internal import SystemPackage

/// Interface files that paths mean: those that are named, and those that lie in folders.
struct InterfaceFiles {
    private(set) var files: [FilePath] = []
    private let snapshot: any Snapshot
    private var seen: Set<FilePath> = []

    init(_ snapshot: any Snapshot) { self.snapshot = snapshot }

    static func isNamed(_ path: String) -> Bool { path.hasSuffix(InterfaceReader.ending) }

    /// Adds those that a path means. What cannot be looked at, whoever looks for contracts there says.
    mutating func add(_ path: FilePath, _ workingFolder: FilePath) {
        switch (try? snapshot.kind(of: path)) ?? .missing {
        case .folder: walk(path, only: nil)
        case .file: if Self.isNamed(path.string) { append(path) }
        case .other, .brokenLink: return
        case .missing:
            guard Glob.isGlob(path.string), let glob = try? Glob(path.string, in: workingFolder) else { return }
            walk(glob.root, only: glob)
        }
    }

    private mutating func append(_ path: FilePath) {
        if seen.insert(path).inserted { files.append(path) }
    }

    private mutating func walk(_ root: FilePath, only glob: Glob?) {
        guard (try? snapshot.kind(of: root)) == .folder else { return }
        var found: [FilePath] = []
        snapshot.walk(root) { folder, entries in
            var folders: [FilePath] = []
            for entry in entries where !entry.text.hasPrefix(".") && entry.text != "node_modules" {
                let path = folder.appending(entry.name)
                if entry.kind == .folder {
                    if glob?.canMatch(below: path) ?? true { folders.append(path) }
                } else if entry.kind == .file, Self.isNamed(entry.text), glob?.matches(path) ?? true {
                    found.append(path)
                }
            }
            return folders
        } unreadable: { _, _ in
        }
        for path in found { append(path) }
    }
}
