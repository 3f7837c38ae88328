internal import Basics
internal import SystemPackage

/// A path that somebody may have meant by one that leads nowhere.
enum PathSuggestion {
    /// The most entries of a folder that are looked at.
    private static let mostEntries = 10_000

    /// The path with its first name that is not there put right, where there is such a path.
    static func of(_ path: FilePath, in snapshot: any Snapshot) -> FilePath? {
        var (folder, missing) = (path, [FilePath.Component]())
        repeat {
            guard let name = folder.lastComponent else { return nil }
            missing.append(name)
            folder.removeLastComponent()
        } while (try? snapshot.kind(of: folder)) != .folder
        guard let wrong = missing.popLast(), let entries = try? snapshot.list(folder) else { return nil }
        let names = entries.prefix(mostEntries).map(\.text)
        guard let right = Spelling.nearest(to: wrong.string, among: names), let name = FilePath.Component(right) else {
            return nil
        }
        let found = folder.appending(name).appending(missing.reversed())
        return (try? snapshot.kind(of: found)) == .missing ? nil : found
    }
}
