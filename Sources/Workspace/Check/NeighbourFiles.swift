internal import ContractModel
internal import Diagnostics
internal import Governance
internal import NativeRules
internal import SystemPackage
internal import YAMLTree

/// Files of this version that contracts refer to, as far as they lie in the folder of the run: nothing outside is opened, and no
/// link is followed out.
struct NeighbourFiles: Sendable {
    let folder: FilePath
    let snapshot: any Snapshot
    let limit: Int

    var neighbours: Neighbours {
        let root = FileReading.resolved(folder)
        return Neighbours { [self] path, name in read(path, from: name, root) }
    }

    private func read(_ path: String, from name: String, _ root: FilePath) -> Neighbours.File {
        let given = FilePath(path)
        if path.isEmpty || given.isAbsolute || path.contains("://") || path.contains("{") || path.contains("*") {
            return .unknown
        }
        let from = folder.pushing(FilePath(name)).lexicallyNormalized().removingLastComponent()
        let target = from.pushing(given).lexicallyNormalized()
        guard target.below(folder) != nil else { return .unknown }
        do throws(FileFault) {
            switch try snapshot.kind(of: target) {
            case .missing: return .missing
            case .file: break
            case .folder, .other, .brokenLink: return .unknown
            }
            // What the disk does not hold, a repository does.
            if let own = FileReading.target(of: target), own.below(root) == nil { return .unknown }
            let raw = try snapshot.read(target, limit: limit)
            return raw.count > limit ? .unknown : .bytes(raw)
        } catch {
            return .unknown
        }
    }
}

extension RunResult {
    /// Says of references to objects which the contract does not have in which other contract of the run there is one of that
    /// name, and how to refer to it.
    mutating func adviseStrays(_ neighbours: Neighbours) {
        let wanted = Set(strays.map(\.object))
        if wanted.isEmpty { return }
        var files: [UInt64: String] = [:]
        for (file, hashes) in objects {
            for hash in hashes where wanted.contains(hash) && files[hash] == nil { files[hash] = file }
        }
        var read: [String: YAMLTree] = [:]
        for stray in strays.prefix(Self.mostStrays) {
            let from = findings[stray.finding].place.file
            guard let file = files[stray.object], file != from else { continue }
            let path = Self.path(of: file, from: from)
            if read[file] == nil, case .bytes(let raw) = neighbours.read(path, from: from) {
                read[file] = YAMLTree(name: file, raw: raw, vocabulary: .contracts)
            }
            guard let tree = read[file],
                let right = NamedObjects.reference(to: stray.reference, of: tree, at: path)
            else { continue }
            findings[stray.finding].help = "`\(file)` has it: write `\(right)`"
        }
    }

    private static let mostStrays = 200

    /// Path of a file from the folder of another.
    private static func path(of file: String, from other: String) -> String {
        let target = file.split(separator: "/")
        let start = other.split(separator: "/").dropLast()
        var shared = 0
        while shared < min(start.count, target.count - 1), start[shared] == target[shared] { shared += 1 }
        let up = Array(repeating: Substring(".."), count: start.count - shared)
        return (up + target.dropFirst(shared)).joined(separator: "/")
    }
}
