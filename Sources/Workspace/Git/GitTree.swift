package import SystemPackage

/// The files that a repository holds in one place, a revision or the index, read object by object: nothing is ever checked out.
package struct GitTree: Sendable {
    package struct Entry: Sendable {
        /// From the repository's root, `/` between folders; bytes that are no UTF-8 show as U+FFFD.
        package var path: String
        package var object: String
    }

    /// The repository's folder, without symbolic links.
    package let root: FilePath
    package let git: Git
    /// The files, without symbolic links.
    package private(set) var files: [Entry] = []
    /// Symbolic links; their objects hold the paths that they lead to.
    package private(set) var links: [Entry] = []
    /// Paths where other repositories are mounted.
    package private(set) var submodules: [String] = []

    /// - Parameters:
    ///   - name: of a commit or a tree.
    ///   - root: the repository's folder, in which git is to run.
    init(of name: String, root: FilePath, _ git: Git) throws(Git.Fault) {
        self.root = root
        self.git = git
        let answer = try git.run(["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", name])
        guard answer.code == 0 else { throw Git.Fault(answer.words) }
        // `<mode> SP <type> SP <object> TAB <path>` (git-ls-tree, "Output format")
        read(answer.output, object: 2)
    }

    /// Files staged for the next commit: what a commit that is being made will hold.
    ///
    /// - Parameter onlySkipped: whether only those count that a sparse checkout leaves out.
    init(ofIndexAt root: FilePath, onlySkipped: Bool, _ git: Git) throws(Git.Fault) {
        self.root = root
        self.git = git
        // Lists entries alone: neither looks at files nor refreshes anything.
        let answer = try git.run(["ls-files", "-t", "--stage", "--full-name", "-z"], ofHook: true)
        guard answer.code == 0 else { throw Git.Fault(answer.words) }
        // `<tag> SP <mode> SP <object> SP <stage> TAB <path>` (git-ls-files, "Output"); the tag `S` is "skip-worktree".
        let lines = answer.output.split(separator: 0)
        let kept = onlySkipped ? lines.filter { $0.first == UInt8(ascii: "S") } : lines
        read(Array(kept.map { $0.dropFirst(2) }.joined(separator: [0])), object: 1)
    }

    /// - Parameter object: the number of the word that names an object.
    private mutating func read(_ output: [UInt8], object: Int) {
        for line in output.split(separator: 0) {
            guard let tab = line.firstIndex(of: 0x09) else { continue }
            let facts = line[..<tab].split(separator: 0x20)
            guard facts.count == 3 else { continue }
            let path = String(decoding: line[line.index(after: tab)...], as: UTF8.self)
            let entry = Entry(path: path, object: String(decoding: facts[object], as: UTF8.self))
            switch String(decoding: facts[0], as: UTF8.self) {
            case "160000": submodules.append(path)
            case "120000": links.append(entry)
            case "100644", "100755", "100664": files.append(entry)
            default: break
            }
        }
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
        guard answer.code == 0 else { throw Git.Fault(answer.words) }
        return answer.output
    }
}
