internal import SystemPackage

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Paths of files as a repository knows them.
///
/// They are decided by how a path is written, and never by the links that the work tree holds now: whoever changes a contract can
/// put a link in the place of a configuration or of a folder.
struct RepositoryPaths: Sendable {
    /// The repository's folder, without symbolic links.
    let root: FilePath
    private let workingFolder: FilePath
    /// The working folder from the root; nil: it lies outside.
    private let workingKey: FilePath?

    init(root: FilePath, from workingFolder: FilePath) {
        self.root = root
        self.workingFolder = workingFolder
        workingKey = Self.entered(workingFolder.lexicallyNormalized(), root)
    }

    /// The path from the root, `/` between folders; nil: it lies outside.
    func key(of path: FilePath) -> String? {
        let path = path.lexicallyNormalized()
        guard let workingKey, let below = path.below(workingFolder) else { return Self.entered(path, root)?.string }
        return below.isEmpty ? workingKey.string : workingKey.pushing(FilePath(below)).string
    }

    /// The path that a file of the repository has in the working folder.
    func path(ofKey key: String) -> FilePath {
        guard let workingKey, let below = workingKey.isEmpty ? key : FilePath(key).below(workingKey) else {
            return root.pushing(FilePath(key)).lexicallyNormalized()
        }
        return below.isEmpty ? workingFolder : workingFolder.pushing(FilePath(below))
    }

    /// As many links lead into a repository.
    private static let mostLinks = 40

    /// The rest of a path behind the place where it enters a folder: links are followed up to there and no further.
    private static func entered(_ path: FilePath, _ root: FilePath) -> FilePath? {
        var rest = Array(path.components.reversed())
        var current = FilePath("/")
        var links = 0
        while true {
            if current == root { return rest.reversed().reduce(into: FilePath("")) { $0.append($1) } }
            guard let component = rest.popLast() else { return nil }
            if component.kind != .regular {
                if component.kind == .parentDirectory { current.removeLastComponent() }
                continue
            }
            let next = current.appending(component)
            guard let target = FileReading.target(ofLink: next) else {
                current = next
                continue
            }
            links += 1
            if links > mostLinks { return nil }
            if target.isAbsolute { current = FilePath("/") }
            rest += target.components.reversed()
        }
    }
}
