import Governance
import SystemPackage

/// The files of rule packs that a path, a folder or a glob means.
enum PackFiles {
    /// A pack is written by hand.
    private static let mostBytes = 4 << 20

    /// - Parameter folder: what paths are relative to: that of the configuration.
    static func source(in folder: FilePath, _ access: FileAccess) -> PackSource {
        PackSource { reference throws(PackSource.Failure) in
            do {
                return try files(reference, in: folder, access).map { path in
                    (access.name(path), try read(path, access))
                }
            } catch let fault as FileFault {
                throw PackSource.Failure(fault.message)
            } catch {
                throw PackSource.Failure("is no pattern of paths")
            }
        }
    }

    static func read(_ path: FilePath, _ access: FileAccess) throws(FileFault) -> [UInt8] {
        try access.read(path, mostBytes)
    }

    /// In the order of their names, so that a run is the same on every machine.
    static func files(_ reference: String, in folder: FilePath, _ access: FileAccess) throws -> [FilePath] {
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
