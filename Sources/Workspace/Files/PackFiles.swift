package import Governance
internal import Synchronization
package import SystemPackage

/// The files of rule packs that a path, a folder or a glob means.
package enum PackFiles {
    /// A pack is written by hand.
    private static let mostBytes = 4 << 20

    /// - Parameters:
    ///   - folder: what the configuration's paths are relative to: its own.
    ///   - lock: what the packs must be; nil: whatever they are.
    package static func source(in folder: FilePath, _ access: FileAccess, lock: PackLock? = nil) -> PackSource {
        let paths = KnownPaths()
        @Sendable func found(_ reference: String, in from: FilePath) throws -> [(file: PackSource.File, path: String)] {
            try files(reference, in: from, access).map { path in
                let file = PackSource.File(access.name(path), try read(path, access))
                paths[file.name] = path
                return (file: file, path: PackLock.relative(path, to: folder))
            }
        }
        return PackSource { reference, includer throws(PackSource.Failure) in
            try answer {
                let from = includer.flatMap { paths[$0] }?.removingLastComponent() ?? folder
                let found = try found(reference, in: from)
                let files = found.map { ($0.path, $0.file.raw) }
                if let includer, let path = paths[includer] {
                    try lock?.verify(files, includedBy: PackLock.relative(path, to: folder))
                } else {
                    try lock?.verify(files, of: reference)
                }
                return found.map(\.file)
            }
        } others: { reference throws(PackSource.Failure) in
            try answer { try found(reference, in: folder).map(\.file) }
        }
    }

    private static func answer(_ body: () throws -> [PackSource.File]) throws(PackSource.Failure) -> [PackSource.File] {
        do {
            return try body()
        } catch let fault as FileFault {
            throw PackSource.Failure(fault.message)
        } catch let difference as PackLock.Difference {
            throw PackSource.Failure(difference.message, help: difference.help)
        } catch {
            throw PackSource.Failure("is no pattern of paths")
        }
    }

    /// The paths behind the names that messages show.
    private final class KnownPaths: Sendable {
        private let paths = Mutex<[String: FilePath]>([:])

        package subscript(_ name: String) -> FilePath? {
            get { paths.withLock { $0[name] } }
            set { paths.withLock { $0[name] = newValue } }
        }
    }

    package static func read(_ path: FilePath, _ access: FileAccess) throws(FileFault) -> [UInt8] {
        try access.read(path, mostBytes)
    }

    /// In the order of their names, so that a run is the same on every machine.
    package static func files(_ reference: String, in folder: FilePath, _ access: FileAccess) throws -> [FilePath] {
        let path = folder.pushing(FilePath(reference)).lexicallyNormalized()
        switch try access.kind(path) {
        case .file, .other: return [path]
        case .folder: return try walk(path, access) { _ in true }
        case .missing:
            guard Glob.isGlob(reference) else { throw FileFault("does not exist") }
            let glob = try Glob(reference, in: folder)
            guard try access.kind(glob.root) == .folder else { return [] }
            return try walk(glob.root, access, into: { glob.canMatch(below: $0) }, where: { glob.matches($0) })
        }
    }

    private static func walk(
        _ root: FilePath, _ access: FileAccess, into: (FilePath) -> Bool = { _ in true },
        where isWanted: (FilePath) -> Bool
    ) throws -> [FilePath] {
        var found: [FilePath] = []
        var pending = [root]
        while let folder = pending.popLast() {
            for entry in try access.list(folder) {
                let path = folder.appending(entry.name)
                let name = entry.name.string
                switch entry.kind {
                case .folder: if name != ".git", into(path) { pending.append(path) }
                case .file, .link:
                    let isYAML = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
                    if isYAML, name != Configuration.fileName, isWanted(path) { found.append(path) }
                case .other: break
                }
            }
        }
        return found.sorted { $0.string < $1.string }
    }
}

extension PackLock {
    /// The path of a file as a lock beside a configuration has it: the same wherever the repository lies.
    package static func relative(_ path: FilePath, to folder: FilePath) -> String {
        var rest = folder
        var steps = ""
        while true {
            if let below = path.below(rest) { return steps + below }
            guard rest.removeLastComponent() else { return path.string }
            steps += "../"
        }
    }
}
