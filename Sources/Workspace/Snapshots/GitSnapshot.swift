package import SystemPackage

/// The files of a revision or of the index, by the paths that they have or would have in the working folder. Links are not
/// followed: what they led to at the time is not known.
package struct GitSnapshot: Snapshot {
    /// Text before the colon in names of files, as git has it: nothing, for the index.
    package let label: String
    package let tree: GitTree
    private let workingFolder: FilePath
    /// The working folder without symbolic links, as git knows it.
    private let resolvedFolder: FilePath
    private var objects: [String: String] = [:]
    private var links: Set<String> = []
    /// By folder what lies in it; the repository's root is "".
    private var folders: [String: [FolderListing.Entry]] = ["": []]
    package let followsLinks = false

    package init(_ revision: GitRevision, from workingFolder: FilePath) {
        self.init(revision.name, revision.tree, workingFolder)
    }

    /// Files staged in the repository around the working folder.
    package init(ofIndexFrom workingFolder: FilePath) throws(Git.Fault) {
        let root = FileReading.resolved(try GitRevision.root(Git(in: workingFolder)))
        self.init("", try GitTree(ofIndexAt: root, Git(in: root)), workingFolder)
    }

    private init(_ label: String, _ tree: GitTree, _ workingFolder: FilePath) {
        self.label = label
        self.tree = tree
        self.workingFolder = workingFolder
        resolvedFolder = FileReading.resolved(workingFolder)
        links = Set(tree.links)
        for entry in tree.files {
            objects[entry.path] = entry.object
            add(entry.path, .file)
        }
        for link in tree.links { add(link, .link) }
        folders = folders.mapValues { $0.sorted { $0.text < $1.text } }
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

    // MARK: Paths

    /// The path in the repository, links not followed below the working folder; nil: it lies outside.
    func key(of path: FilePath) -> String? {
        let path = path.lexicallyNormalized()
        guard let below = path.below(workingFolder) else { return FileReading.resolved(path).below(tree.root) }
        return (below.isEmpty ? resolvedFolder : resolvedFolder.pushing(FilePath(below))).below(tree.root)
    }

    /// The path in the repository that a file has on the disk; nil: it lies outside.
    package func key(ofCurrent path: FilePath) -> String? {
        guard let name = path.lastComponent else { return nil }
        return FileReading.resolved(path.removingLastComponent()).appending(name).below(tree.root)
    }

    /// The path that a file of the repository has in the working folder.
    package func path(ofKey key: String) -> FilePath {
        let path = tree.root.pushing(FilePath(key)).lexicallyNormalized()
        guard let below = path.below(resolvedFolder) else { return path }
        return below.isEmpty ? workingFolder : workingFolder.pushing(FilePath(below))
    }

    package func path(of current: FilePath) -> FilePath? { key(ofCurrent: current).map(path(ofKey:)) }

    package func ownFiles() -> [FilePath] {
        tree.files.lazy.filter { $0.path.isNameOfYAML || $0.path.hasSuffix(".json") }.map { path(ofKey: $0.path) }
    }

    /// What a repository holds is tracked, and so never ignored.
    package func ignoredPaths(below folder: FilePath, hasFiles: Bool) -> IgnoredPaths? { nil }

    package func name(of path: FilePath) -> String {
        key(of: path).map { "\(label):\($0)" } ?? path.displayName(in: workingFolder)
    }

    // MARK: Asking

    package func kind(of path: FilePath) -> FileReading.Kind {
        guard let key = key(of: path) else { return .missing }
        if objects[key] != nil { return .file }
        // The repository's own folder is no part of a revision, and marks its root all the same.
        if folders[key] != nil || key == ".git" { return .folder }
        return links.contains(key) ? .other : .missing
    }

    package func read(_ path: FilePath, limit: Int) throws(FileFault) -> [UInt8] {
        try read([FileRequest(path, limit: limit)], jobs: 1)[0].get()
    }

    package func read(_ files: [FileRequest], jobs: Int) throws(FileFault) -> [Result<[UInt8], FileFault>] {
        let named = files.map { file in key(of: file.path).flatMap { objects[$0] } }
        let isSame = sideBySide(files.count, jobs: jobs) { index in
            files[index].known.map { GitObjectName.ofBlob($0) == named[index] } ?? false
        }
        let wanted = files.indices.compactMap { isSame[$0] ? nil : named[$0] }
        let blobs: [String: [UInt8]?]
        do throws(Git.Fault) {
            blobs = wanted.isEmpty ? [:] : try tree.blobs(wanted, limit: files.map(\.limit).max() ?? 0)
        } catch {
            throw FileFault(error.message)
        }
        return files.indices.map { index in
            if isSame[index], let known = files[index].known { return .success(known) }
            guard let object = named[index] else { return .failure(fault(files[index].path)) }
            guard case .some(.some(let raw)) = blobs[object] else {
                return .failure(FileFault.tooLarge(files[index].limit))
            }
            return .success(raw)
        }
    }

    /// Why a path leads to no file.
    private func fault(_ path: FilePath) -> FileFault {
        switch kind(of: path) {
        case .other: FileFault("is a symbolic link, which is not followed in a revision")
        case .folder: FileFault("is a folder")
        default: missing
        }
    }

    private var missing: FileFault {
        FileFault("no such file or folder in \(label.isEmpty ? "the index" : label)")
    }

    package func list(_ folder: FilePath) throws(FileFault) -> [FolderListing.Entry] {
        guard let entries = key(of: folder).flatMap({ folders[$0] }) else { throw missing }
        return entries
    }
}
