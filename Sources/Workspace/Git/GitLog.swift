internal import Basics

/// When some files of a revision changed and what they held, found for all of them at once: a process for each file would
/// take longer than everything else.
///
/// The line of first parents counts: the commits by which something came to the branch itself. What a side branch did
/// has happened when it was merged, whatever day its commits name.
///
/// `rev-list` names the commits and `diff-tree` what each changed, the names that a file had before among it. Both read
/// objects only: they start no filter, no text conversion and no external diff.
package struct GitLog: Sendable {
    /// Content of a file after a commit.
    package struct State {
        package var commit: String
        /// Days since 1970-01-01; never before that of a commit that it builds on.
        package var day: Int
        /// The object of its content; nil: the commit removed it.
        package var object: String?
    }

    /// As many versions of a file are looked at, the newest first.
    package static let mostVersions = 200
    private static let mostCommits = 10_000
    /// Number of times that a file is followed from a name to an earlier one.
    private static let mostNames = 8

    private struct Entry {
        /// The number of its commit: the newest first.
        package var order: Int
        package var state: State
        /// Name of the file before the commit.
        package var formerName: String?
    }

    /// By path, the newest first.
    private var entries: [String: [Entry]] = [:]

    /// Of a repository that cannot tell.
    package init() {}

    /// - Parameters:
    ///   - paths: from the repository's root.
    ///   - today: in days since 1970-01-01; a commit that names a later day says nothing of those after it.
    package init(_ paths: [String], at commit: String, today: Int, _ git: Git) throws(Git.Fault) {
        // A name with a line break would be two.
        var asked = Set(paths.filter { !$0.contains("\n") })
        if asked.isEmpty { return }
        let line = try Self.line(to: commit, today: today, git)
        for _ in 0..<Self.mostNames {
            let commits = try Self.commits(touching: asked, at: commit, git).compactMap { line[$0] }
            entries = try Self.entries(of: commits, touching: asked, git)
            let former = Set(entries.values.joined().compactMap(\.formerName)).subtracting(asked)
            if former.isEmpty { return }
            asked.formUnion(former)
        }
    }

    /// The commits that changed a file, the newest first, whatever it was called then.
    package func states(of path: String) -> [State] { follow(path).states }

    /// Names that a file had, the last first.
    package func names(of path: String) -> [String] { follow(path).names }

    private func follow(_ path: String) -> (states: [State], names: [String]) {
        var states: [State] = []
        var names = [path]
        var next = 0
        while states.count < Self.mostVersions,
            let entry = entries[names[names.count - 1]]?.first(where: { $0.order >= next })
        {
            states.append(entry.state)
            next = entry.order + 1
            if let name = entry.formerName { names.append(name) }
        }
        return (states, names)
    }

    // MARK: Git

    /// A commit of the line of first parents.
    private struct Step {
        var commit: String
        /// Nil: it is the first, or what came before is not here.
        var parent: String?
        var day: Int
    }

    /// The line of first parents up to a commit, by name.
    private static func line(to commit: String, today: Int, _ git: Git) throws(Git.Fault) -> [String: Step] {
        let answer = try git.run(
            ["rev-list", "--first-parent", "--parents", "--timestamp", "--end-of-options", commit])
        guard answer.code == 0 else { throw Git.Fault("git has no history") }
        var line: [String: Step] = [:]
        var latest = Int.min
        // `<seconds> SP <commit> SP <parent>…`, the newest first: from the oldest on, days only rise.
        for words in answer.output.split(separator: 0x0A).reversed() {
            let parts = String(decoding: words, as: UTF8.self).split(separator: " ")
            guard parts.count >= 2, let seconds = Int(parts[0]) else { continue }
            let day = Day(ofSecond: seconds).number
            if day <= today { latest = max(latest, day) }
            let name = String(parts[1])
            line[name] = Step(commit: name, parent: parts.count > 2 ? String(parts[2]) : nil, day: max(day, latest))
        }
        return line
    }

    private static func commits(
        touching paths: Set<String>, at commit: String, _ git: Git
    ) throws(Git.Fault) -> [String] {
        let input = ([commit, "--"] + paths.sorted()).joined(separator: "\n") + "\n"
        let answer = try git.run(
            ["rev-list", "--first-parent", "--max-count=\(mostCommits)", "--stdin"], input: Array(input.utf8))
        guard answer.code == 0 else { throw Git.Fault("git has no history of the files") }
        return String(decoding: answer.output, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private static func entries(
        of commits: [Step], touching paths: Set<String>, _ git: Git
    ) throws(Git.Fault) -> [String: [Entry]] {
        // A commit with the one parent that it is compared with.
        let input = commits.map { [$0.commit, $0.parent].compactMap(\.self).joined(separator: " ") + "\n" }.joined()
        let answer = try git.run(
            [
                "diff-tree", "--stdin", "-r", "-z", "--root", "-M", "-l1000", "--raw", "--no-ext-diff",
                "--no-textconv", "--end-of-options",
            ], input: Array(input.utf8))
        guard answer.code == 0 else { throw Git.Fault("git cannot tell what changed in the files") }
        let order = Dictionary(commits.enumerated().map { ($1.commit, $0) }, uniquingKeysWith: { first, _ in first })
        var entries: [String: [Entry]] = [:]
        var current: (order: Int, commit: String, day: Int)?
        var words = answer.output.split(separator: 0).makeIterator()
        func text(_ word: ArraySlice<UInt8>?) -> String { word.map { String(decoding: $0, as: UTF8.self) } ?? "" }
        while let word = words.next() {
            guard word.first == UInt8(ascii: ":") else {
                let commit = text(word)
                current = order[commit].map { ($0, commit, commits[$0].day) }
                continue
            }
            // A colon, both modes, both objects, what happened; then the path, of a renamed file both (git-diff-tree, "Raw
            // output format").
            let facts = word.dropFirst().split(separator: 0x20)
            guard facts.count == 5, let status = facts.last?.first else { break }
            let isRenamed = status == UInt8(ascii: "R") || status == UInt8(ascii: "C")
            let former = isRenamed ? text(words.next()) : nil
            let path = text(words.next())
            guard let current, paths.contains(path) else { continue }
            let object = facts[3]
            // A symbolic link is no file, and neither is another repository.
            let isFile = facts[1].starts(with: "100".utf8) && !object.allSatisfy { $0 == UInt8(ascii: "0") }
            entries[path, default: []].append(
                Entry(
                    order: current.order,
                    state: State(commit: current.commit, day: current.day, object: isFile ? text(object) : nil),
                    formerName: former))
        }
        return entries.mapValues { $0.sorted { $0.order < $1.order } }
    }
}
