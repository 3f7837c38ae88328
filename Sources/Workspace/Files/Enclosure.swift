internal import SystemPackage

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The part of the disk that a path's links may lead to: the repository around the path as it is written; outside of every
/// repository the working folder, or else the path's own folder.
///
/// A pull request can put a link in the place of a contract. What a report quotes of `/proc/self/environ`, of a neighbour's
/// checkout or of `.git/config` would be published with it, so such a target is not even opened.
struct Enclosure {
    /// Without links.
    private let root: FilePath
    private let isRepository: Bool

    /// Demands that a path leads to where it may.
    ///
    /// - Returns: the path without links; itself, where it leads nowhere.
    static func resolved(_ path: FilePath) throws(FileFault) -> FilePath {
        if hasNoLinks(path) { return path }
        let path = absolute(path)
        guard let target = FileReading.target(of: path) else { return path }
        if let enclosure = Enclosure(around: path) { try enclosure.demand(target) }
        return target
    }

    /// - Returns: nil: a folder that somebody names outside of all of these is their own affair.
    private init?(around path: FilePath) {
        if let repository = Self.repository(around: path) {
            root = FileReading.target(of: repository) ?? repository
            isRepository = true
            return
        }
        isRepository = false
        let working = Machine.workingFolder
        if let working, path.below(working)?.isEmpty == false {
            root = FileReading.target(of: working) ?? working
        } else {
            let folder = path.removingLastComponent()
            guard let target = FileReading.target(of: folder), (try? FileReading.kind(of: path)) != .folder else {
                return nil
            }
            root = target
        }
    }

    private func demand(_ target: FilePath) throws(FileFault) {
        guard let below = target.below(root) else {
            let place = isRepository ? "the repository" : "the folder"
            throw FileFault(
                "is or lies behind a symbolic link that leads out of \(place); its target was not read: put a copy here"
            )
        }
        if FilePath(below).components.contains(where: { $0.string.lowercased() == ".git" }) {
            throw FileFault("leads into `.git`, which holds no contract and is not read")
        }
    }

    /// Demands that a file which a configuration names lies in the repository of the configuration, if that lies in one: its faults
    /// are quoted.
    ///
    /// - Parameter folder: that of the configuration.
    static func demand(_ path: FilePath, inRepositoryOf folder: FilePath) throws(FileFault) {
        guard let repository = repository(around: absolute(folder).appending("x")) else { return }
        if absolute(path).below(repository) == nil {
            throw FileFault(
                "lies outside of the repository that names it, and was not read: put a copy into the repository")
        }
    }

    /// True for nearly all paths: absolute, without links, and not in a repository's own folder. Such a path leads to itself.
    private static func hasNoLinks(_ path: FilePath) -> Bool {
        path.withPlatformString { given in
            withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX) + 1) { memory in
                guard let target = realpath(given, memory.baseAddress), strcmp(given, target) == 0 else { return false }
                return strstr(target, "/.g") == nil && strstr(target, "/.G") == nil
            }
        }
    }

    // MARK: Repositories

    /// The nearest folder above that is a repository, links not counted: one that is reached by a link from another
    /// repository is a part of that one.
    private static func repository(around path: FilePath) -> FilePath? {
        var found: FilePath?
        var folder = path
        while folder.removeLastComponent() {
            guard isThere(folder.appending(".git")) else { continue }
            if let inner = found, let below = inner.below(folder), let outer = FileReading.target(of: folder),
                FileReading.target(of: inner) == outer.pushing(FilePath(below))
            {
                return found
            }
            found = folder
        }
        return found
    }

    private static func isThere(_ path: FilePath) -> Bool {
        var status = stat()
        return path.withPlatformString { lstat($0, &status) } == 0
    }

    // MARK: Paths

    private static func absolute(_ path: FilePath) -> FilePath {
        let whole = path.isAbsolute ? path : (Machine.workingFolder ?? "/").pushing(path)
        return whole.lexicallyNormalized()
    }
}
