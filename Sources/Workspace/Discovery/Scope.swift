package import SystemPackage

/// The paths that somebody asks about, and the configurations that this version of the files has.
package struct Scope {
    package let workingFolder: FilePath
    package let configurations: Configurations
    package let paths: [GivenPath]
    /// The hook's mode: files named are what a commit touches.
    package let isStaged: Bool

    package init(
        workingFolder: FilePath, configurations: Configurations, paths: [GivenPath], isStaged: Bool = false
    ) {
        self.workingFolder = workingFolder
        self.configurations = configurations
        self.paths = paths
        self.isStaged = isStaged
    }

    /// The files of this version.
    var snapshot: any Snapshot { configurations.snapshot }

    /// The working folder, for who names no path.
    package static let everything = [GivenPath(text: ".", path: ".")]

    func absolute(_ path: GivenPath) -> FilePath { absolute(path.path) }

    func absolute(_ path: FilePath) -> FilePath { workingFolder.pushing(path).lexicallyNormalized() }

    // MARK: Files

    /// The files of this version that are meant.
    ///
    /// - Parameter configurations: those that include and exclude; nil: this version's.
    func files(by configurations: Configurations? = nil) -> FileDiscovery {
        var discovery = FileDiscovery(
            workingFolder: workingFolder, in: configurations.map { _ in snapshot },
            configurations: configurations ?? self.configurations, isStaged: isStaged)
        for path in paths { discovery.add(path) }
        return discovery
    }

    /// The files of an earlier version that are meant.
    func files(of snapshot: any Snapshot, by configurations: Configurations) -> FileDiscovery {
        var discovery = FileDiscovery(
            workingFolder: workingFolder, in: snapshot, configurations: configurations, isStaged: isStaged,
            mayBeMissing: true)
        for path in paths { discovery.add(path) }
        return discovery
    }

    /// The same question without some of its paths.
    func without(_ isLeftOut: (GivenPath) -> Bool) -> Scope {
        Scope(
            workingFolder: workingFolder, configurations: configurations, paths: paths.filter { !isLeftOut($0) },
            isStaged: isStaged)
    }

    // MARK: What is meant

    /// True when a path means what lies below it: a folder, or what may have been one.
    private func isFolder(_ path: GivenPath) -> Bool {
        switch (try? snapshot.kind(of: absolute(path))) ?? .missing {
        case .folder: true
        case .missing: !Glob.isGlob(path.text)
        default: false
        }
    }

    var hasFolder: Bool { paths.contains(where: isFolder) }

    /// A test of paths: whether one of those that are asked about means it.
    var means: (FilePath) -> Bool {
        let roots = paths.map { given in
            let path = absolute(given)
            let isThere = (try? snapshot.kind(of: path)) ?? .missing != .missing
            let glob = !isThere && Glob.isGlob(given.text) ? try? Glob(given.text, in: workingFolder) : nil
            return (path: path, isFolder: isFolder(given), glob: glob)
        }
        return { path in
            roots.contains { root in
                root.glob.map { $0.matches(path) }
                    ?? (path == root.path || (root.isFolder && path.below(root.path) != nil))
            }
        }
    }

    /// True when everything in a folder is meant.
    func covers(_ folder: FilePath) -> Bool {
        !isStaged
            && paths.contains { given in
                let path = absolute(given)
                return folder.starts(with: path) && (try? snapshot.kind(of: path)) == .folder
            }
    }

    /// True when all is meant that a configuration is about: its folder, or everything for one that was named.
    func covers(configurationIn folder: String?) -> Bool {
        covers(configurations.isNamed ? workingFolder : folder.map { FilePath($0) } ?? workingFolder)
    }

    /// The folder of the repository that is asked: the one around the working folder where that holds the first path, whatever
    /// else lies in the path's place; nil: there is none.
    var root: FilePath? {
        let path = absolute(paths.first?.path ?? ".")
        if let root = GitRepository.folder(around: workingFolder), path.below(root) != nil { return root }
        return GitRepository.folder(around: nearestFolder(path))
    }

    /// The folder in which git is asked.
    var repository: FilePath { root ?? nearestFolder(absolute(paths.first?.path ?? ".")) }

    private func nearestFolder(_ path: FilePath) -> FilePath {
        var folder = path
        while (try? FileReading.kind(of: folder)) != .folder, folder.removeLastComponent() {}
        return folder
    }
}
