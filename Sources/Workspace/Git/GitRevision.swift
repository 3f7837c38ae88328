internal import Basics
package import SystemPackage

/// A revision of a repository, read object by object: nothing is ever checked out.
package struct GitRevision: Sendable {
    /// As it was asked for: `main`, `HEAD~1`.
    package let name: String
    package let commit: String
    /// Files that it holds.
    package let tree: GitTree

    /// The repository around a folder.
    ///
    /// - Throws: where there is none, or git refuses it.
    package static func root(_ git: Git) throws(Git.Fault) -> FilePath {
        let answer = try git.run(["rev-parse", "--show-toplevel"])
        guard answer.code == 0 else { throw answer.refusal }
        return FilePath(answer.line)
    }

    /// The revision of a name; nil: there is none.
    ///
    /// - Parameter folder: in the repository.
    package static func find(_ name: String, in folder: FilePath) throws(Git.Fault) -> GitRevision? {
        let git = try Git(in: folder)
        let root = try root(git)
        guard let commit = try commit(name, git) else { return nil }
        // Paths that git is asked about are relative to where it runs.
        let resolved = FileReading.resolved(root)
        return GitRevision(name: name, commit: commit, try GitTree(of: commit, root: resolved, Git(in: root)))
    }

    /// The commit that a name means; nil: none.
    package static func commit(_ name: String, _ git: Git) throws(Git.Fault) -> String? {
        // A name is never an option, whatever it begins with.
        guard !name.hasPrefix("-"), !name.isEmpty, !name.contains("\0") else { return nil }
        let answer = try git.run([
            "rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}",
        ])
        guard answer.code == 0 else {
            if answer.errors.isEmpty { return nil }
            if answer.errors.contains("Needed a single revision") || answer.errors.contains("unknown revision") {
                return nil
            }
            if answer.errors.contains("expected commit type") {
                throw Git.Fault("this is a folder or a file of git, not a commit; name a branch, a tag or a commit")
            }
            throw Git.Fault(answer.words)
        }
        let line = answer.line
        guard line.utf8.count >= 40, line.utf8.allSatisfy({ $0.isHexadecimal }) else { return nil }
        return line
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
