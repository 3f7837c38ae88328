internal import Synchronization
internal import SystemPackage

/// The symbolic links of a revision or of the index, followed within it: they lead where they led there, whatever the disk holds.
final class GitLinks: Sendable {
    private let tree: GitTree
    private let objects: [String: String]
    /// Paths that links hold, by the paths of the links; nil: they have not been read.
    private let targets = Mutex<[String: FilePath]?>(nil)

    /// Object by path.
    init(_ tree: GitTree) {
        self.tree = tree
        objects = Dictionary(tree.links.map { ($0.path, $0.object) }, uniquingKeysWith: { first, _ in first })
    }

    func contains(_ key: String) -> Bool { objects[key] != nil }

    private static let mostLinks = 40
    /// No path is longer.
    private static let mostBytes = 4096

    /// The path that a path leads to; nil: out of the repository, or round in a circle.
    func lead(_ key: String) throws(FileFault) -> String? {
        if objects.isEmpty { return key }
        var rest = Array(FilePath(key).components.reversed())
        var current = FilePath("")
        var count = 0
        while let component = rest.popLast() {
            if component.kind == .currentDirectory { continue }
            if component.kind == .parentDirectory {
                guard !current.isEmpty else { return nil }
                current.removeLastComponent()
                continue
            }
            let next = current.appending(component)
            guard objects[next.string] != nil else {
                current = next
                continue
            }
            count += 1
            guard count <= Self.mostLinks, let target = try known()[next.string], !target.isAbsolute else { return nil }
            rest += target.components.reversed()
        }
        return current.string
    }

    private func known() throws(FileFault) -> [String: FilePath] {
        if let known = targets.withLock({ $0 }) { return known }
        let blobs: [String: [UInt8]?]
        do throws(Git.Fault) {
            blobs = try tree.blobs(Array(objects.values), limit: Self.mostBytes)
        } catch {
            throw FileFault(error.message)
        }
        let made = objects.compactMapValues { object in
            blobs[object].flatMap { $0 }.map { FilePath(String(decoding: $0, as: UTF8.self)) }
        }
        targets.withLock { $0 = made }
        return made
    }
}
