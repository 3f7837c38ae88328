package import Basics
package import SystemPackage

/// The files of a folder that walks read, by one configuration.
package struct FileFilter {
    package let folder: FilePath
    /// Nil: all.
    package let include: [PathPattern]?
    package let exclude: [PathPattern]

    package func includes(_ path: FilePath) -> Bool {
        guard let include else { return true }
        return path.below(folder).map { below in include.contains { $0.matches(below) } } ?? false
    }

    /// True when a pattern that includes files has a folder's name in it.
    package func names(_ folder: String) -> Bool {
        include?.contains { $0.text.split(separator: "/").contains(Substring(folder)) } ?? false
    }

    /// - Parameter forced: patterns that do not count.
    package func excludes(_ path: FilePath, isFolder: Bool, except forced: Set<Int> = []) -> Bool {
        guard !exclude.isEmpty, let below = path.below(folder) else { return false }
        return exclude.indices.contains { !forced.contains($0) && exclude[$0].matches(below, isFolder: isFolder) }
    }

    /// The patterns that exclude a folder, which naming it overrules.
    package func patterns(excluding root: FilePath) -> Set<Int> {
        guard let below = root.below(folder) else { return [] }
        return Set(
            exclude.indices.filter {
                exclude[$0].matches(below + "/x") || exclude[$0].matches(below, isFolder: true)
            })
    }
}
