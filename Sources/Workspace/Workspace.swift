package import Diagnostics
package import Governance
package import SystemPackage

/// A folder of contracts with their configurations: opened once, asked for checks, comparisons and impacts.
///
/// Nothing is printed, and nothing ends the process: what cannot be answered is thrown, what is wrong with single files is
/// part of the answer.
package struct Workspace {
    /// Folder that paths and names in messages are relative to.
    package let folder: FilePath
    package let configurations: Configurations
    /// The configuration that was named for everything; nil: they are looked for.
    let named: FilePath?
    /// As reports name it.
    let toolVersion: String

    /// - Parameters:
    ///   - folder: absolute.
    ///   - named: the file of the configuration that holds for everything; nil: they are looked for.
    ///   - verifyingLocks: whether packs must be what the lock files say.
    package init(
        in folder: FilePath, configuration named: FilePath? = nil, verifyingLocks: Bool = true, toolVersion: String
    ) {
        self.folder = folder
        self.named = named
        self.toolVersion = toolVersion
        configurations = Configurations(
            workingFolder: folder, named: named, from: DiskSnapshot(shownFrom: folder), verifyingLocks: verifyingLocks)
    }

    /// The configuration that holds in the folder itself.
    package var configuration: Configuration { configurations.found(for: folder).configuration }

    /// True when a configuration holds in the folder, or one is there that cannot be read.
    package var isConfigured: Bool { configurations.found(for: folder).isWritten || !failures.isEmpty }

    /// Mistakes of the configurations that were read so far.
    package var failures: [Report.Failure] { configurations.failures }

    /// The absolute path of a path that somebody gave, and its name in messages.
    package func located(_ given: GivenPath) -> (path: FilePath, name: String) {
        let path = folder.pushing(given.path).lexicallyNormalized()
        return (path, path.displayName(in: folder))
    }

    func scope(_ paths: [GivenPath], isStaged: Bool = false) -> Scope {
        Scope(workingFolder: folder, configurations: configurations, paths: paths, isStaged: isStaged)
    }
}

/// Options of all runs over files.
package struct RunOptions: Sendable {
    /// Files, folders and globs.
    package var paths: [GivenPath]
    /// The hook's mode: files named are what a commit touches.
    package var isStaged = false
    /// The rules whose findings are reported.
    package var selection = RuleSelection()
    /// Number of threads.
    package var jobs = Machine.processors
    /// The day that rules about dates go by, in days since 1970-01-01.
    package var today: Int
    /// True when findings carry the source lines they stand in.
    package var withExcerpts = false
    package var progress: Progress?

    package init(paths: [GivenPath] = Scope.everything, today: Int) {
        self.paths = paths
        self.today = today
    }
}
