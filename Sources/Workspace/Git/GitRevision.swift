package import SystemPackage

/// A revision of a repository, read object by object: nothing is ever checked out.
package struct GitRevision: Sendable {
    /// As it was asked for: `main`, `HEAD~1`.
    package let name: String
    package let commit: String
    /// Files that it holds.
    package let tree: GitTree

    /// The revision of a name; nil: there is none.
    ///
    /// - Parameter folder: in the repository.
    /// - Throws: where the name means more than one commit as well.
    package static func find(_ name: String, in folder: FilePath) throws(Git.Fault) -> GitRevision? {
        let root = try GitRepository.root(around: folder)
        let git = try Git(in: root)
        guard let commit = try RevisionName(name)?.commit(git) else { return nil }
        // Paths that git is asked about are relative to where it runs.
        return GitRevision(name: name, commit: commit, try GitTree(of: commit, root: FileReading.resolved(root), git))
    }

    /// True when the repository has no commit at all.
    package static func isUnborn(_ git: Git) -> Bool {
        guard let answer = try? git.run(["rev-list", "--all", "--max-count=1"]) else { return false }
        return answer.code == 0 && answer.output.isEmpty
    }

    package static func isShallow(_ git: Git) -> Bool {
        ((try? git.run(["rev-parse", "--is-shallow-repository"]))?.line) == "true"
    }

    private init(name: String, commit: String, _ tree: GitTree) {
        self.name = name
        self.commit = commit
        self.tree = tree
    }

    /// The files of another revision of the repository.
    ///
    /// - Parameter name: a whole name, such as `refs/tags/v1.0`, or an object.
    func files(at name: String) throws(Git.Fault) -> [GitTree.Entry] {
        try GitTree(of: name, root: tree.root, tree.git).files
    }
}
