package import SystemPackage

/// The files of a revision or of the index, by the paths that they have or would have in the working folder. A path that
/// somebody names is followed through the links that the revision holds itself; a walk takes those that make a contract of a file.
package struct GitSnapshot: Snapshot {
    /// Text before the colon in names of files, as git has it: nothing, for the index.
    package let label: String
    package let tree: GitTree
    private let workingFolder: FilePath
    private let paths: RepositoryPaths
    private var objects: [String: String] = [:]
    private let links: GitLinks
    /// By folder what lies in it; the repository's root is "".
    private var folders: [String: [FolderListing.Entry]] = ["": []]
    package let followsLinks = false

    package init(_ revision: GitRevision, from workingFolder: FilePath) {
        self.init(revision.name, revision.tree, workingFolder)
    }

    /// Files staged in the repository around the working folder.
    ///
    /// - Parameter onlySkipped: whether only those count that a sparse checkout leaves out.
    package init(ofIndexFrom workingFolder: FilePath, onlySkipped: Bool = false) throws(Git.Fault) {
        let root = try GitRepository.root(around: workingFolder)
        self.init("", try GitTree(ofIndexAt: root, onlySkipped: onlySkipped, Git(in: root)), workingFolder)
    }

    private init(_ label: String, _ tree: GitTree, _ workingFolder: FilePath) {
        self.label = label
        self.tree = tree
        self.workingFolder = workingFolder
        paths = RepositoryPaths(root: tree.root, from: workingFolder)
        links = GitLinks(tree)
        for entry in tree.files {
            objects[entry.path] = entry.object
            add(entry.path, .file)
        }
        for link in tree.links { add(link.path, isOwn(link.path) ? .file : .link) }
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

    /// True when it holds nothing.
    var isEmpty: Bool { objects.isEmpty }

    // MARK: Paths

    /// The path in the repository; nil: it lies outside.
    func key(of path: FilePath) -> String? { paths.key(of: path) }

    /// The path that a file of the repository has in the working folder.
    package func path(ofKey key: String) -> FilePath { paths.path(ofKey: key) }

    package func path(of current: FilePath) -> FilePath? { key(of: current).map(path(ofKey:)) }

    /// The path from the root where another repository is mounted that holds a file; nil: none does.
    func submodule(around path: FilePath) -> String? {
        guard !tree.submodules.isEmpty, let key = key(of: path) else { return nil }
        return tree.submodules.first { key == $0 || key.hasPrefix($0 + "/") }
    }

    package func ownFiles() -> [FilePath] {
        let files = tree.files.lazy.filter { Self.isName($0.path) }.map { path(ofKey: $0.path) }
        return files + tree.links.lazy.filter { isOwn($0.path) }.map { path(ofKey: $0.path) }
    }

    private static func isName(_ key: String) -> Bool { key.isNameOfYAML || key.hasSuffix(".json") }

    /// True for a link that makes a contract of a file: one to another contract is but a second name of it.
    private func isOwn(_ link: String) -> Bool {
        guard Self.isName(link), let lead = try? links.lead(link) else { return false }
        return objects[lead] != nil && !Self.isName(lead)
    }

    /// None: all that a repository holds is tracked, and never ignored.
    package func ignoredPaths(below folder: FilePath, hasFiles: Bool) -> IgnoredPaths? { nil }

    package func name(of path: FilePath) -> String {
        key(of: path).map { "\(label):\($0)" } ?? path.displayName(in: workingFolder)
    }

    // MARK: Asking

    /// The path of what a path leads to; nil: it lies outside of the repository, or leads there.
    private func lead(_ path: FilePath) throws(FileFault) -> String? {
        guard let key = key(of: path) else { return nil }
        if objects[key] != nil || folders[key] != nil { return key }
        return try links.lead(key)
    }

    package func kind(of path: FilePath) throws(FileFault) -> FileReading.Kind {
        guard let key = key(of: path) else { return .missing }
        guard let lead = try lead(path) else { return .other }
        if objects[lead] != nil { return .file }
        // The repository's own folder is no part of a revision, and marks its root all the same.
        if folders[lead] != nil || lead == ".git" { return .folder }
        return try isLink(path, key) ? .brokenLink : .missing
    }

    /// True when a path is itself a link, by its own name or in the folder that its folders lead to.
    private func isLink(_ path: FilePath, _ key: String) throws(FileFault) -> Bool {
        if links.contains(key) { return true }
        guard let name = path.lastComponent, let folder = try lead(path.removingLastComponent()) else { return false }
        return links.contains(folder.isEmpty ? name.string : "\(folder)/\(name)")
    }

    package func read(_ path: FilePath, limit: Int) throws(FileFault) -> [UInt8] {
        try read([FileRequest(path, limit: limit)], jobs: 1)[0].get()
    }

    package func read(_ files: [FileRequest], jobs: Int) throws(FileFault) -> [Result<[UInt8], FileFault>] {
        var named: [String?] = []
        for file in files { named.append(try lead(file.path).flatMap { objects[$0] }) }
        let wished = named
        let isSame = sideBySide(files.count, jobs: jobs) { index in
            files[index].known.map { GitObjectName.ofBlob($0) == wished[index] } ?? false
        }
        let wanted = files.indices.compactMap { isSame[$0] ? nil : wished[$0] }
        let blobs: [String: [UInt8]?]
        do throws(Git.Fault) {
            blobs = wanted.isEmpty ? [:] : try tree.blobs(wanted, limit: files.map(\.limit).max() ?? 0)
        } catch {
            throw FileFault(error.message)
        }
        return files.indices.map { index in
            if isSame[index], let known = files[index].known { return .success(known) }
            guard let object = wished[index] else { return .failure(fault(files[index].path)) }
            guard case .some(.some(let raw)) = blobs[object] else {
                return .failure(FileFault.tooLarge(files[index].limit))
            }
            return .success(raw)
        }
    }

    /// Why a path leads to no file.
    private func fault(_ path: FilePath) -> FileFault {
        switch try? kind(of: path) {
        case .other: FileFault("is a symbolic link that leads out of the repository, or round in a circle")
        case .brokenLink: FileFault(FileFault.linkToNothing)
        case .folder: FileFault("is a folder")
        default: missing
        }
    }

    private var missing: FileFault {
        FileFault("no such file or folder in \(label.isEmpty ? "the index" : label)")
    }

    package func list(_ folder: FilePath) throws(FileFault) -> [FolderListing.Entry] {
        guard let entries = try lead(folder).flatMap({ folders[$0] }) else { throw missing }
        return entries
    }
}
