internal import Basics

/// A name of a revision, looked up among everything that it can mean.
///
/// Git prefers a tag to a branch, and both to what a server has, and says nothing: whoever pushes a tag named `origin/main` would
/// be compared with a commit of his own. A name that means two commits means none.
package struct RevisionName {
    /// The part that names something: `main` of `main~2`.
    private let base: String
    /// The steps from there: `~2`, `@{upstream}`.
    private let rest: String

    /// - Returns: nil: it can name no revision.
    package init?(_ text: String) {
        // A name is never an option, whatever it begins with.
        guard !text.hasPrefix("-"), !text.isEmpty, !text.contains("\0") else { return nil }
        var end = text.startIndex
        while end < text.endIndex, !"~^:".contains(text[end]), !text[end...].hasPrefix("@{") {
            end = text.index(after: end)
        }
        base = String(text[..<end])
        rest = String(text[end...])
    }

    /// True for the name of a branch, here or on a server, and nothing else.
    func isBranch(_ git: Git) -> Bool {
        guard rest.isEmpty, !base.isEmpty, let first = (try? meanings(git))?.first else { return false }
        return first.name.hasPrefix("refs/heads/") || first.name.hasPrefix("refs/remotes/")
    }

    /// A commit that the name can mean, and the full name by which it is meant.
    private struct Meaning {
        var name: String
        var commit: String
    }

    /// The commit that it means; nil: none.
    ///
    /// - Throws: where it means more than one.
    package func commit(_ git: Git) throws(Git.Fault) -> String? {
        if base.isEmpty {
            guard let branch = try formerBranch(git) else { return try Self.commit(named: rest, git) }
            return try Self.commit(named: branch, git)
        }
        let meanings = try meanings(git)
        guard let first = meanings.first else { return nil }
        let others = meanings.filter { $0.commit != first.commit }
        if let other = others.first { throw Self.ambiguity(first, other) }
        if rest.isEmpty { return first.commit }
        // What the log of a name says, or what it follows, is asked of the name itself.
        if rest.hasPrefix("@{") {
            if meanings.count > 1 { throw Self.ambiguity(first, meanings[1]) }
            return try Self.commit(named: base + rest, git)
        }
        return try Self.commit(named: first.commit + rest, git)
    }

    /// `@{-1}` as the full name of a branch: git would look for a tag of the branch's name first.
    private func formerBranch(_ git: Git) throws(Git.Fault) -> String? {
        guard rest.hasPrefix("@{-"), let end = rest.firstIndex(of: "}") else { return nil }
        let answer = try git.run(["check-ref-format", "--branch", String(rest[...end])])
        guard answer.code == 0, !answer.line.isEmpty else { return nil }
        let name = "refs/heads/" + answer.line
        guard let found = try Self.references([name], git).first else { return nil }
        return found.object + rest[rest.index(after: end)...]
    }

    private static func ambiguity(_ first: Meaning, _ other: Meaning) -> Git.Fault {
        let advice = other.name.hasPrefix("refs/") ? other.name : other.commit
        return Git.Fault(
            "this names more than one commit: \(first.name) is \(first.commit.prefix(12)), and \(other.name) is "
                + "\(other.commit.prefix(12)); say which is meant by its full name, such as \(advice), or by the commit"
        )
    }

    // MARK: Meanings

    /// Everything that the name can mean.
    private func meanings(_ git: Git) throws(Git.Fault) -> [Meaning] {
        // A full name means what it says, and never a branch whose own name begins with `refs/`.
        let isFull = base.hasPrefix("refs/")
        let isWhole = [40, 64].contains(base.utf8.count) && Self.isHexadecimal(base)
        if isWhole { return try Self.commit(named: base, git).map { [Meaning(name: $0, commit: $0)] } ?? [] }
        let names =
            isFull
            ? [base]
            : [
                "refs/\(base)", "refs/tags/\(base)", "refs/heads/\(base)", "refs/remotes/\(base)",
                "refs/remotes/\(base)/HEAD",
            ]
        var meanings: [Meaning] = []
        for reference in try Self.references(names, git) {
            // What is no commit is no meaning, unless it is the only one.
            let commit: String? =
                if isFull { try Self.commit(named: reference.object, git) } else {
                    try? Self.commit(named: reference.object, git)
                }
            if let commit { meanings.append(Meaning(name: reference.name, commit: commit)) }
        }
        if isFull { return meanings }
        meanings += try objects(git)
        // Whatever else git takes it for: `HEAD`, `FETCH_HEAD`, a reference of another worktree.
        let own: String?
        do throws(Git.Fault) {
            own = try Self.commit(named: base, git)
        } catch {
            if meanings.isEmpty { throw error }
            own = nil
        }
        if let own, !meanings.contains(where: { $0.commit == own }) {
            meanings.insert(Meaning(name: base, commit: own), at: 0)
        }
        return meanings
    }

    /// The references of some full names that exist, each with its object.
    private static func references(_ names: [String], _ git: Git) throws(Git.Fault) -> [(name: String, object: String)]
    {
        let answer = try git.run(["for-each-ref", "--format=%(objectname) %(refname)"] + names)
        guard answer.code == 0 else { throw Git.Fault(answer.words) }
        var objects: [String: String] = [:]
        for line in String(decoding: answer.output, as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 1)
            if parts.count == 2 { objects[String(parts[1])] = String(parts[0]) }
        }
        // What lies below a name is none of it.
        return names.compactMap { name in objects[name].map { (name: name, object: $0) } }
    }

    /// Fewer digits name no commit where a branch has the name: `feed`, `face`.
    private static let leastDigits = 7
    /// As many objects of one beginning are looked at.
    private static let mostObjects = 20

    /// The commits whose names begin so: `1a2b3c4`, or `v1.0-3-g1a2b3c4` as `git describe` says.
    private func objects(_ git: Git) throws(Git.Fault) -> [Meaning] {
        let last = base.split(separator: "-", omittingEmptySubsequences: false).last ?? ""
        let word = String(last.hasPrefix("g") && last.utf8.count < base.utf8.count ? last.dropFirst() : Substring(base))
        guard word.utf8.count >= Self.leastDigits, Self.isHexadecimal(word) else { return [] }
        let answer = try git.run(["rev-parse", "--disambiguate=\(word)"])
        var meanings: [Meaning] = []
        for object in String(decoding: answer.output, as: UTF8.self).split(separator: "\n").prefix(Self.mostObjects) {
            // Files and folders may begin so as well.
            guard let commit = try? Self.commit(named: String(object), git), commit == object else { continue }
            meanings.append(Meaning(name: commit, commit: commit))
        }
        return meanings
    }

    private static func isHexadecimal(_ text: String) -> Bool { text.utf8.allSatisfy { $0.isHexadecimal } }

    /// The commit that git takes a name for; nil: none.
    private static func commit(named name: String, _ git: Git) throws(Git.Fault) -> String? {
        let answer = try git.run(["rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"])
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
        guard line.utf8.count >= 40, isHexadecimal(line) else { return nil }
        return line
    }
}
