package import SystemPackage

extension GitRevision {
    /// The files of this revision, by the paths that they have or would have in the working folder. Links are not followed:
    /// what they led to at the time is not known.
    package func access(from workingFolder: FilePath) -> FileAccess {
        let tree = RevisionTree(self, workingFolder)
        return FileAccess(
            kind: { path throws(FileFault) in tree.kind(of: path) },
            read: { path, limit throws(FileFault) in try tree.read(path, limit) },
            list: { path throws(FileFault) in try tree.list(path) },
            name: { tree.name(of: $0) })
    }
}

/// A revision's files and folders by path.
private struct RevisionTree {
    private let revision: GitRevision
    private let workingFolder: FilePath
    /// The working folder without symbolic links, as git knows it.
    private let resolvedFolder: FilePath
    private var objects: [String: String] = [:]
    private var links: Set<String> = []
    /// By folder what lies in it; the repository's root is "".
    private var folders: [String: [FolderListing.Entry]] = ["": []]

    package init(_ revision: GitRevision, _ workingFolder: FilePath) {
        self.revision = revision
        self.workingFolder = workingFolder
        resolvedFolder = FileReading.resolved(workingFolder)
        links = Set(revision.links)
        for entry in revision.files {
            objects[entry.path] = entry.object
            add(entry.path, .file)
        }
        for link in revision.links { add(link, .link) }
    }

    /// Adds a file to its folder, and folders that were not known to theirs.
    private mutating func add(_ path: String, _ kind: FolderListing.Kind) {
        var path = path[...]
        var kind = kind
        while true {
            let slash = path.lastIndex(of: "/")
            let folder = String(slash.map { path[..<$0] } ?? "")
            let isKnown = folders[folder] != nil
            let text = String(slash.map { path[path.index(after: $0)...] } ?? path)
            if let name = FilePath.Component(text), name.kind == .regular {
                folders[folder, default: []].append(FolderListing.Entry(name: name, text: text, kind: kind))
            }
            guard !isKnown, let slash else { return }
            path = path[..<slash]
            kind = .folder
        }
    }

    /// The path in the repository; nil: it lies outside.
    private func key(of path: FilePath) -> String? {
        let path = path.lexicallyNormalized()
        guard let below = path.below(workingFolder) else { return FileReading.resolved(path).below(revision.root) }
        return (below.isEmpty ? resolvedFolder : resolvedFolder.pushing(FilePath(below))).below(revision.root)
    }

    package func kind(of path: FilePath) -> FileReading.Kind {
        guard let key = key(of: path) else { return .missing }
        if objects[key] != nil { return .file }
        // The repository's own folder is no part of a revision, and marks its root all the same.
        if folders[key] != nil || key == ".git" { return .folder }
        return links.contains(key) ? .other : .missing
    }

    package func read(_ path: FilePath, _ limit: Int) throws(FileFault) -> [UInt8] {
        guard let key = key(of: path), let object = objects[key] else {
            switch kind(of: path) {
            case .other: throw FileFault("is a symbolic link, which is not followed in a revision")
            case .folder: throw FileFault("is a folder")
            default: throw FileFault("no such file or folder in \(revision.name)")
            }
        }
        do throws(Git.Fault) {
            guard case .some(.some(let raw)) = try revision.blobs([object], limit: limit)[object] else {
                throw Git.Fault(FileFault.tooLarge(limit).message)
            }
            return raw
        } catch {
            throw FileFault(error.message)
        }
    }

    package func list(_ path: FilePath) throws(FileFault) -> [FolderListing.Entry] {
        guard let entries = key(of: path).flatMap({ folders[$0] }) else {
            throw FileFault("no such file or folder in \(revision.name)")
        }
        return entries
    }

    package func name(of path: FilePath) -> String {
        key(of: path).map { "\(revision.name):\($0)" } ?? path.displayName(in: workingFolder)
    }
}
