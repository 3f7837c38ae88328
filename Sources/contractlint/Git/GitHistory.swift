import Compatibility
import ContractModel
import Diagnostics
import YAMLTree

/// The versions of a file before the base. What git cannot tell proves nothing and is left out.
struct GitHistory: Sendable {
    private let revision: GitRevision

    init(_ revision: GitRevision) { self.revision = revision }

    /// A version of a contract, and its name.
    struct Version {
        var name: String
        var document: ContractDocument
    }

    /// As many versions of a file are looked at, the newest first.
    private static let mostVersions = 200

    // MARK: Deprecation

    /// Since which day elements of the base have been deprecated without a break, as far back as the history goes. In a
    /// shallow clone that is the day of the oldest commit that is there.
    func deprecatedSince(
        _ old: ContractDocument, _ base: VersionedFile, property: String
    ) -> [String: Int] {
        var open = Deprecation.marked(in: old, property: property)
        if open.isEmpty { return [:] }
        var since: [String: Int] = [:]
        var last: (raw: [UInt8], marked: Set<String>)?
        for commit in commits(base.key) {
            guard !open.isEmpty, let raw = commit.raw else { break }
            let marked: Set<String>
            if let last, last.raw == raw {
                marked = last.marked
            } else {
                marked =
                    contract(like: old, in: raw, base, commit.name)
                    .map { Deprecation.marked(in: $0, property: property) } ?? []
            }
            last = (raw, marked)
            open.formIntersection(marked)
            for path in open { since[path] = commit.day }
        }
        return since
    }

    // MARK: Releases

    /// The released versions of a contract beside the base itself: those of tags that the base contains; without such,
    /// the last state of each version number that the history of its file has.
    func released(_ old: ContractDocument, _ base: VersionedFile) -> [Version] {
        var versions: [Version] = []
        var numbers: Set<String> = [old.rootElement?.text(.version) ?? ""]
        let tagged = tags(base.key)
        var seen: Set<[UInt8]> = [base.raw]
        for release in tagged {
            guard let raw = release.raw, seen.insert(raw).inserted,
                let document = contract(like: old, in: raw, base, release.name), !Self.isDraft(document)
            else { continue }
            versions.append(Version(name: release.name, document: document))
        }
        if tagged.contains(where: { $0.raw != nil }) { return versions }
        for commit in commits(base.key) {
            guard let raw = commit.raw, seen.insert(raw).inserted,
                let document = contract(like: old, in: raw, base, String(commit.name.prefix(12))),
                let number = document.rootElement?.text(.version), !Self.isDraft(document),
                numbers.insert(number).inserted
            else { continue }
            versions.append(Version(name: number, document: document))
        }
        return versions
    }

    /// Nobody relies on a draft.
    private static func isDraft(_ document: ContractDocument) -> Bool {
        document.rootElement?.text(.status)?.lowercased() == "draft"
    }

    /// The same contract in another version of its file.
    private func contract(
        like old: ContractDocument, in raw: [UInt8], _ base: VersionedFile, _ name: String
    ) -> ContractDocument? {
        var file = base
        file.raw = raw
        file.name = "\(name):\(base.key)"
        let tree = VersionText.tree(file)
        if VersionText.fault(of: tree) != nil { return nil }
        let contracts = VersionText.documents(tree).filter { $0.kind == .contract && $0.rootElement != nil }
        return contracts.first { $0.id == old.id } ?? (contracts.count == 1 ? contracts[0] : nil)
    }

    // MARK: Git

    private struct State {
        var name: String
        /// Days since 1970-01-01.
        var day: Int
        var raw: [UInt8]?
    }

    /// The commits that changed a file, the newest first.
    private func commits(_ path: String) -> [State] {
        let answer = try? revision.git.run([
            "rev-list", "--timestamp", "--max-count=\(Self.mostVersions)", revision.commit, "--", path,
        ])
        guard let answer, answer.code == 0 else { return [] }
        // `<seconds> SP <commit>`
        let lines = String(decoding: answer.output, as: UTF8.self).split(separator: "\n").compactMap { line in
            let parts = line.split(separator: " ")
            return parts.count == 2 ? Int(parts[0]).map { (String(parts[1]), $0 / 86400) } : nil
        }
        return states(lines.map { (name: $0.0, commit: $0.0, day: $0.1) }, path)
    }

    /// The tags that the base contains, the newest first.
    private func tags(_ path: String) -> [State] {
        let answer = try? revision.git.run([
            "for-each-ref", "--sort=-creatordate", "--count=\(Self.mostVersions)", "--merged=\(revision.commit)",
            "--format=%(refname:short)", "refs/tags",
        ])
        guard let answer, answer.code == 0 else { return [] }
        let names = String(decoding: answer.output, as: UTF8.self).split(separator: "\n").map(String.init)
        return states(names.map { (name: $0, commit: "refs/tags/\($0)", day: 0) }, path)
    }

    private func states(_ commits: [(name: String, commit: String, day: Int)], _ path: String) -> [State] {
        // A name with a line break would be two requests.
        guard !path.contains("\n"), !commits.isEmpty else { return [] }
        let contents = (try? revision.contents(commits.map { "\($0.commit):\(path)" })) ?? []
        guard contents.count == commits.count else { return [] }
        return zip(commits, contents).map { State(name: $0.name, day: $0.day, raw: $1) }
    }
}

extension GitRevision {
    /// What some names such as `v1.0:orders.yaml` mean; nil: there is no such file.
    fileprivate func contents(_ names: [String]) throws(Git.Fault) -> [[UInt8]?] {
        let answer = try git.run(["cat-file", "--batch"], input: Array((names.joined(separator: "\n") + "\n").utf8))
        guard answer.code == 0 else { return [] }
        var rest = answer.output[...]
        var found: [[UInt8]?] = []
        for _ in names {
            guard let end = rest.firstIndex(of: 0x0A) else { return [] }
            let head = rest[..<end].split(separator: 0x20)
            rest = rest[(end + 1)...]
            // `<name> SP missing`, or `<object> SP blob SP <size>`
            guard head.count >= 3, let length = Int(String(decoding: head[head.count - 1], as: UTF8.self)), length >= 0,
                length < rest.count
            else {
                found.append(nil)
                continue
            }
            let isBlob = head[head.count - 2].elementsEqual("blob".utf8)
            found.append(isBlob ? Array(rest.prefix(length)) : nil)
            rest = rest.dropFirst(length + 1)
        }
        return found
    }
}
