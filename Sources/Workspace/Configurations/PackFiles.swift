package import Governance
package import RuleLanguage
internal import Synchronization
package import SystemPackage

/// The files of rule packs that a path, a folder or a glob means.
package enum PackFiles {
    /// A pack is written by hand.
    private static let mostBytes = 4 << 20

    /// - Parameters:
    ///   - folder: what the configuration's paths are relative to: its own.
    ///   - lock: what the packs must be; nil: whatever they are.
    package static func source(in folder: FilePath, _ snapshot: any Snapshot, lock: PackLock? = nil) -> PackSource {
        let paths = KnownPaths()
        @Sendable func found(_ reference: String, in from: FilePath) throws -> [(file: PackSource.File, path: String)] {
            try files(reference, in: from, snapshot).map { path in
                try Enclosure.demand(path, inRepositoryOf: folder)
                let file = PackSource.File(snapshot.name(of: path), try read(path, snapshot))
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

    package static func read(_ path: FilePath, _ snapshot: any Snapshot) throws(FileFault) -> [UInt8] {
        try snapshot.readWhole(path, limit: mostBytes)
    }

    /// In the order of their names, so that a run is the same on every machine.
    package static func files(_ reference: String, in folder: FilePath, _ snapshot: any Snapshot) throws -> [FilePath] {
        let path = folder.pushing(FilePath(reference)).lexicallyNormalized()
        switch try snapshot.kind(of: path) {
        case .file, .other, .brokenLink: return [path]
        case .folder: return try walk(path, nil, snapshot)
        case .missing:
            guard Glob.isGlob(reference) else { throw FileFault("does not exist") }
            let glob = try Glob(reference, in: folder)
            guard try snapshot.kind(of: glob.root) == .folder else { return [] }
            return try walk(glob.root, glob, snapshot)
        }
    }

    private static func walk(
        _ root: FilePath, _ glob: Glob?, _ snapshot: any Snapshot
    ) throws(FileFault) -> [FilePath] {
        var found: [FilePath] = []
        try snapshot.walk(root) { folder, entries throws(FileFault) in
            var folders: [FilePath] = []
            for entry in entries {
                let path = folder.appending(entry.name)
                switch entry.kind {
                case .folder where entry.text == ".git": break
                case .folder: if glob?.canMatch(below: path) ?? true { folders.append(path) }
                case .file, .link:
                    if entry.text.isNameOfYAML, entry.text != Configuration.fileName, glob?.matches(path) ?? true {
                        found.append(path)
                    }
                case .other: break
                }
            }
            return folders
        } unreadable: { _, fault throws(FileFault) in
            throw fault
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
