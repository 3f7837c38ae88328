internal import Basics
package import SystemPackage

/// A revision of a repository, read object by object: nothing is ever checked out.
package struct GitRevision: Sendable {
    /// As it was asked for: `main`, `HEAD~1`.
    package let name: String
    package let commit: String
    /// Files that it holds.
    package let tree: GitTree
    /// A word to whoever asked for a branch on which commit it came to; nil: there is nothing to say.
    package private(set) var note: String?

    /// Which commit of a branch is meant.
    package enum Point: Sendable {
        /// The last one.
        case tip
        /// That from which this version went its own way.
        case mergeBase
        /// The same where the name is that of a branch, and this version goes back to it.
        case mergeBaseOfBranch
    }

    /// The commit that a name and this version have in common.
    ///
    /// - Parameter name: a name, or `main...HEAD` (git-diff, "git diff A...B").
    /// - Returns: nil: there is no such revision.
    package static func find(_ name: String, _ point: Point, in folder: FilePath) throws(Git.Fault) -> GitRevision? {
        var (name, point, isDemanded) = (name, point, point == .mergeBase)
        if let dots = name.firstRange(of: "...") {
            let other = String(name[dots.upperBound...])
            name = String(name[..<dots.lowerBound])
            if name.isEmpty { name = "HEAD" }
            let head = try find("HEAD", in: folder)
            if !other.isEmpty, try find(other, in: folder)?.commit != head?.commit {
                throw Git.Fault("`\(other.shortened)` is not the version that is here; write NAME...HEAD")
            }
            (point, isDemanded) = (.mergeBase, true)
        }
        guard let found = try find(name, in: folder) else { return nil }
        let git = found.tree.git
        switch point {
        case .tip: return found
        case .mergeBase: break
        case .mergeBaseOfBranch: if !(RevisionName(name)?.isBranch(git) ?? false) { return found }
        }
        let answer = try git.run(["merge-base", "--end-of-options", found.commit, "HEAD"])
        guard answer.code == 0, let commit = answer.line.split(separator: "\n").first.map(String.init) else {
            let isShallow = isShallow(git)
            if !isDemanded {
                let why = isShallow ? "the clone is shallow" : "HEAD has no commit in common with it"
                return found.noting("\(why), so that the last commit of \(name) counts, \(short(found.commit))")
            }
            throw Git.Fault(
                "HEAD and `\(name.shortened)` have no commit in common"
                    + (isShallow
                        ? "; the clone is shallow: fetch more of it (with actions/checkout: fetch-depth: 0)" : ""))
        }
        if commit == found.commit { return found.noting(isDemanded ? nil : "compared with \(short(commit)), \(name)") }
        guard let own = try find(commit, in: folder) else { return nil }
        return own.noting("compared with \(short(commit)), where HEAD left \(name)")
    }

    /// A commit's name as people are shown it.
    static func short(_ commit: String) -> String { String(commit.prefix(12)) }

    private func noting(_ note: String?) -> GitRevision {
        var own = self
        own.note = note
        return own
    }

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
        // Forty digits tell nobody more than twelve.
        self.name = name == commit ? Self.short(commit) : name
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
