package import SystemPackage

/// A revision of a repository, read object by object: nothing is ever checked out.
package struct GitRevision: Sendable {
    package struct Entry: Sendable {
        /// From the repository's root, `/` between folders; bytes that are no UTF-8 show as U+FFFD.
        package var path: String
        package var object: String
    }

    /// As it was asked for: `main`, `HEAD~1`.
    package let name: String
    /// The repository's folder, without symbolic links.
    package let root: FilePath
    package let commit: String
    package let git: Git
    /// The files, without symbolic links.
    package let files: [Entry]
    /// Symbolic links, by their paths from the repository's root.
    package let links: [String]
    /// Where other repositories are mounted.
    package let submodules: [String]

    /// The repository around a folder.
    ///
    /// - Throws: where there is none, or git refuses it.
    package static func root(_ git: Git) throws(Git.Fault) -> FilePath {
        let answer = try git.run(["rev-parse", "--show-toplevel"])
        guard answer.code == 0 else {
            if answer.errors.contains("not a git repository") {
                throw Git.Fault("this is not a git repository", hasNoRevisions: true)
            }
            if answer.errors.contains("must be run in a work tree") {
                throw Git.Fault("the repository is bare, so it has no files to compare; run contractlint in a clone")
            }
            throw Git.Fault(Self.words(answer))
        }
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
        return try GitRevision(name: name, commit: commit, root: FileReading.resolved(root), Git(in: root))
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
            throw Git.Fault(Self.words(answer))
        }
        let line = answer.line
        guard line.utf8.count >= 40, line.utf8.allSatisfy({ $0.isHexadecimalDigit }) else { return nil }
        return line
    }

    /// Whether the repository has no commit at all.
    package static func isUnborn(_ git: Git) -> Bool {
        guard let answer = try? git.run(["rev-list", "--all", "--max-count=1"]) else { return false }
        return answer.code == 0 && answer.output.isEmpty
    }

    package static func isShallow(_ git: Git) -> Bool {
        ((try? git.run(["rev-parse", "--is-shallow-repository"]))?.line) == "true"
    }

    package init(name: String, commit: String, root: FilePath, _ git: Git) throws(Git.Fault) {
        self.name = name
        self.commit = commit
        self.root = root
        self.git = git
        (files, links, submodules) = try Self.tree(commit, git)
    }

    /// The files of another revision of the repository.
    ///
    /// - Parameter name: a whole name, such as `refs/tags/v1.0`, or an object.
    package func files(at name: String) throws(Git.Fault) -> [Entry] { try Self.tree(name, git).files }

    private static func tree(
        _ name: String, _ git: Git
    ) throws(Git.Fault) -> (files: [Entry], links: [String], submodules: [String]) {
        let answer = try git.run(["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", name])
        guard answer.code == 0 else { throw Git.Fault(Self.words(answer)) }
        var files: [Entry] = []
        var links: [String] = []
        var submodules: [String] = []
        for line in answer.output.split(separator: 0) {
            // `<mode> SP <type> SP <object> TAB <path>` (git-ls-tree, "Output format")
            guard let tab = line.firstIndex(of: 0x09) else { continue }
            let facts = line[..<tab].split(separator: 0x20)
            guard facts.count == 3 else { continue }
            let path = String(decoding: line[line.index(after: tab)...], as: UTF8.self)
            let mode = String(decoding: facts[0], as: UTF8.self)
            switch mode {
            case "160000": submodules.append(path)
            case "120000": links.append(path)
            case "100644", "100755", "100664":
                files.append(Entry(path: path, object: String(decoding: facts[2], as: UTF8.self)))
            default: break
            }
        }
        return (files, links, submodules)
    }

    // MARK: Blobs

    /// Bytes of several files.
    ///
    /// - Parameter limit: the most bytes of a file; of a larger one nothing is read.
    /// - Returns: the bytes by object; nil for what is larger than the limit.
    package func blobs(_ objects: [String], limit: Int) throws(Git.Fault) -> [String: [UInt8]?] {
        let all = Array(Set(objects)).sorted()
        // Nearly always all of them are small; whatever is wrong is found out with care below.
        if let few = readAtOnce(all) { return few.mapValues { $0.flatMap { $0.count > limit ? nil : $0 } } }
        var found: [String: [UInt8]?] = [:]
        var batch: [String] = []
        var size = 0
        for (object, length) in try sizes(of: all) {
            if length > limit {
                found[object] = .some(nil)
                continue
            }
            if size > 0, size + length > Self.batchBytes {
                try read(batch, size, into: &found)
                batch = []
                size = 0
            }
            batch.append(object)
            size += length
        }
        if !batch.isEmpty { try read(batch, size, into: &found) }
        return found
    }

    /// Reads side by side, as git unpacks on one thread alone; nil: something is wrong, or they are too large.
    private func readAtOnce(_ objects: [String]) -> [String: [UInt8]?]? {
        let count = objects.count > 100 ? Machine.processors : 1
        let parts = sideBySide(count, jobs: count) { part -> [String: [UInt8]?]? in
            var found: [String: [UInt8]?] = [:]
            let own = objects[objects.count * part / count..<objects.count * (part + 1) / count]
            do throws(Git.Fault) {
                try read(Array(own), Self.batchBytes, into: &found)
                return found
            } catch {
                return nil
            }
        }
        if parts.contains(where: { $0 == nil }) { return nil }
        return parts.reduce(into: [:]) { $0.merge($1 ?? [:]) { first, _ in first } }
    }

    /// Bytes of as many of some files as are not too much together.
    ///
    /// - Parameter total: the most bytes of all of them.
    package func blobs(_ objects: [String], total: Int) throws(Git.Fault) -> [String: [UInt8]] {
        var left = total
        let few = try sizes(of: objects.sorted()).filter { _, length in
            guard length <= left else { return false }
            left -= length
            return true
        }
        return try blobs(few.map(\.object), limit: total).compactMapValues { $0 }
    }

    /// As much is held at once beside what has been read.
    private static let batchBytes = 32 << 20
    /// `<object> SP blob SP <size> LF`, and a line break behind the content (git-cat-file, "Batch output").
    private static let headBytes = 100

    private func sizes(of objects: [String]) throws(Git.Fault) -> [(object: String, length: Int)] {
        let answer = try ask("--batch-check", objects, limit: objects.count * Self.headBytes + 1)
        var sizes: [(String, Int)] = []
        for (object, line) in zip(objects, answer.split(separator: 0x0A)) {
            let parts = line.split(separator: 0x20)
            guard parts.count == 3, let length = Int(String(decoding: parts[2], as: UTF8.self)), length >= 0 else {
                throw Self.missing(object)
            }
            sizes.append((object, length))
        }
        guard sizes.count == objects.count else { throw Self.missing(objects[sizes.count]) }
        return sizes
    }

    private static func missing(_ object: String) -> Git.Fault {
        Git.Fault(
            "the object \(object) is missing; a partial clone does not have all files: fetch it whole, nothing is fetched "
                + "here")
    }

    private func read(_ objects: [String], _ size: Int, into found: inout [String: [UInt8]?]) throws(Git.Fault) {
        let output = try ask("--batch", objects, limit: size + objects.count * Self.headBytes + 1)
        var rest = output[...]
        for object in objects {
            guard let end = rest.firstIndex(of: 0x0A) else { throw Self.missing(object) }
            let parts = rest[..<end].split(separator: 0x20)
            rest = rest[(end + 1)...]
            guard parts.count == 3, let length = Int(String(decoding: parts[2], as: UTF8.self)), length >= 0,
                length < rest.count
            else { throw Self.missing(object) }
            found[object] = Array(rest.prefix(length))
            rest = rest.dropFirst(length + 1)
        }
    }

    private func ask(_ mode: String, _ objects: [String], limit: Int) throws(Git.Fault) -> [UInt8] {
        if objects.isEmpty { return [] }
        let answer = try git.run(
            ["cat-file", mode], input: Array(objects.joined(separator: "\n").utf8) + [0x0A], limit: limit)
        guard answer.code == 0 else { throw Git.Fault(Self.words(answer)) }
        return answer.output
    }

    /// What git says, in one line.
    private static func words(_ answer: Git.Answer) -> String {
        let first = answer.errors.split(whereSeparator: \.isNewline).first { !$0.isEmpty }
        guard let first else { return "git failed with code \(answer.code)" }
        let text = first.hasPrefix("fatal: ") ? first.dropFirst(7) : first
        if answer.errors.contains("promisor") || answer.errors.contains("transport ") {
            return "git lacks an object (\(text)); a partial clone does not have all files: fetch it whole, nothing is "
                + "fetched here"
        }
        return "git says: \(text)"
    }
}

extension UInt8 {
    package var isHexadecimalDigit: Bool {
        (0x30...0x39).contains(self) || (0x61...0x66).contains(self) || (0x41...0x46).contains(self)
    }
}
