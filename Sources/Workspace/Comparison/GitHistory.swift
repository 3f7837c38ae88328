internal import Basics
internal import Compatibility
internal import ContractModel
internal import Diagnostics
internal import Governance
internal import Synchronization
internal import YAMLTree

/// The versions of files before the base. What git cannot tell proves nothing and is left out.
///
/// Git is asked once for all files, when the first of them needs to know; what they held is read then as well, as far as it
/// is not too much to keep.
final class GitHistory: Sendable {
    private let revision: GitRevision
    /// The files that may be asked for, by their paths in the base.
    private let paths: [String]
    private let files: [VersionedFile]
    /// In days since 1970-01-01.
    private let today: Int
    private let isDeprecatingRead = Mutex(false)
    private let shallow = Mutex<Bool?>(nil)
    /// True once somebody has asked for versions that are not here.
    private let isMissed = Mutex(false)
    private let log = Mutex<GitLog?>(nil)
    private let tags = Mutex<[Tag]?>(nil)
    private let contents = Mutex<[String: [UInt8]]>([:])
    /// Objects that are too much to keep.
    private let refused = Mutex<Set<String>>([])

    /// - Parameters:
    ///   - files: of the base, those that are not what they were.
    ///   - today: in days since 1970-01-01.
    init(_ revision: GitRevision, files: [VersionedFile], today: Int) {
        self.revision = revision
        self.today = today
        paths = files.compactMap(\.key)
        self.files = files
    }

    /// Reads what the files held whose text speaks of deprecation, all at once.
    private func readDeprecating(_ log: GitLog) {
        isDeprecatingRead.withLock { isRead in
            if isRead { return }
            isRead = true
            let speaking = files.filter { file in
                [file.configuration.comparison.deprecationProperty, Key.deprecated.rawValue].contains {
                    file.raw.contains(word: $0)
                }
            }
            read(speaking.flatMap { log.states(of: $0.key ?? "").compactMap(\.object) })
        }
    }

    /// A version of a contract, and its name.
    struct Version {
        var name: String
        var document: ContractDocument
    }

    /// True when the clone has a part of the history alone.
    var isCut: Bool {
        shallow.withLock { known in
            if let known { return known }
            let made = GitRevision.isShallow(revision.tree.git)
            known = made
            return made
        }
    }

    /// Why the run tells less than it was asked for; nil: it does not.
    var fault: String? {
        guard isMissed.withLock({ $0 }) else { return nil }
        return
            "the clone is shallow, so that earlier released versions are not here (+transitive): fetch all of it (with "
            + "actions/checkout: fetch-depth: 0)"
    }

    // MARK: Deprecation

    /// Since which day elements of the base have been deprecated without a break, as far back as the history goes. In a
    /// shallow clone that is the day of the oldest commit that is there.
    func deprecatedSince(
        _ old: ContractDocument, _ base: VersionedFile, property: String
    ) -> [String: Int] {
        var open = Deprecation.marked(in: old, property: property)
        if open.isEmpty { return [:] }
        var since: [String: Int] = [:]
        var last: (object: String, marked: Set<String>)?
        let log = knownLog()
        let states = log.states(of: base.key ?? "")
        readDeprecating(log)
        for state in states {
            guard !open.isEmpty, let object = state.object else { break }
            let marked: Set<String>
            if let last, last.object == object {
                marked = last.marked
            } else {
                guard let raw = content(of: object) else { break }
                marked =
                    VersionText.contract(like: old, in: raw, base, state.commit)
                    .map { Deprecation.marked(in: $0, property: property) } ?? []
            }
            last = (object, marked)
            open.formIntersection(marked)
            for path in open { since[path] = state.day }
        }
        return since
    }

    // MARK: Releases

    /// The released versions of a contract beside the base itself: those of tags that the base contains; without such,
    /// the last state of each version number that the history of its file has.
    ///
    /// - Parameter isOfAll: false: those alone that stand in one line with the base's, with the same major number; below 1.0.0 the same
    ///   minor one.
    func released(_ old: ContractDocument, _ base: VersionedFile, isOfAll: Bool) -> [Version] {
        if isCut {
            isMissed.withLock { $0 = true }
            return []
        }
        let all = released(old, base)
        if isOfAll { return all }
        guard let line = Self.line(of: old) else { return all }
        return all.filter { version in Self.line(of: version.document).map { $0 == line } ?? true }
    }

    /// The numbers of a version that change when it breaks the one before; nil: it tells none.
    private static func line(of document: ContractDocument) -> [Int]? {
        guard let text = document.rootElement?.text(.version), !(VersionForm(text)?.isCalendar ?? false),
            let version = SemanticVersion(text)
        else { return nil }
        return version.major == 0 ? [0, version.minor] : [version.major]
    }

    private func released(_ old: ContractDocument, _ base: VersionedFile) -> [Version] {
        var versions: [Version] = []
        var numbers: Set<String> = [old.rootElement?.text(.version) ?? ""]
        var seen: Set<String> = [GitObjectName.ofBlob(base.raw)]
        let names = knownLog().names(of: base.key ?? "")
        let tagged = knownTags().compactMap { tag in
            names.lazy.compactMap { tag.objects[$0] }.first.map { (name: tag.name, object: $0) }
        }
        for (name, object) in tagged {
            guard seen.insert(object).inserted, let raw = content(of: object), raw != base.raw,
                let document = VersionText.contract(like: old, in: raw, base, name), !Self.isDraft(document)
            else { continue }
            versions.append(Version(name: name, document: document))
        }
        if !tagged.isEmpty { return versions }
        for state in knownLog().states(of: base.key ?? "") {
            guard let object = state.object, seen.insert(object).inserted, let raw = content(of: object),
                raw != base.raw,
                let document = VersionText.contract(like: old, in: raw, base, String(state.commit.prefix(12))),
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

    // MARK: Git

    private struct Tag {
        var name: String
        /// By path.
        var objects: [String: String]
    }

    private static let mostTags = 200

    private func knownLog() -> GitLog {
        log.withLock { log in
            if let log { return log }
            let made = (try? GitLog(paths, at: revision.commit, today: today, revision.tree.git)) ?? GitLog()
            log = made
            return made
        }
    }

    /// The tags that the base contains, the newest first.
    private func knownTags() -> [Tag] {
        let log = knownLog()
        return tags.withLock { tags in
            if let tags { return tags }
            let names = Set(paths.flatMap { log.names(of: $0) })
            let made = tagNames().map { name in
                let files = (try? revision.files(at: "refs/tags/\(name)")) ?? []
                return Tag(
                    name: name,
                    objects: Dictionary(
                        files.filter { names.contains($0.path) }.map { ($0.path, $0.object) },
                        uniquingKeysWith: { first, _ in first }))
            }
            let tagged = made.flatMap(\.objects.values)
            read(tagged.isEmpty ? paths.flatMap { log.states(of: $0).compactMap(\.object) } : tagged)
            tags = made
            return made
        }
    }

    private func tagNames() -> [String] {
        let answer = try? revision.tree.git.run([
            "for-each-ref", "--sort=-creatordate", "--count=\(Self.mostTags)", "--merged=\(revision.commit)",
            "--format=%(refname:lstrip=2)", "refs/tags",
        ])
        guard let answer, answer.code == 0 else { return [] }
        return String(decoding: answer.output, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// As much is kept; what goes beyond is read when it is looked at.
    private static let mostBytes = 256 << 20

    /// Reads what some objects hold, all at once.
    private func read(_ objects: [String]) {
        contents.withLock { contents in
            let wanted = Set(objects).subtracting(contents.keys).subtracting(refused.withLock { $0 })
            if wanted.isEmpty { return }
            let size = contents.values.reduce(0) { $0 + $1.count }
            let found = (try? revision.tree.blobs(Array(wanted), total: Self.mostBytes - size)) ?? [:]
            contents.merge(found) { known, _ in known }
            // Nobody asks for them all once more.
            refused.withLock { $0.formUnion(wanted.subtracting(found.keys)) }
        }
    }

    private func content(of object: String) -> [UInt8]? {
        if let known = contents.withLock({ $0[object] }) { return known }
        return (try? revision.tree.blobs([object], total: Self.mostBytes))?[object]
    }
}
