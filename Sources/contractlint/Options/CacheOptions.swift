import ArgumentParser
import SystemPackage
import Workspace

/// Option of a check about results of earlier runs.
struct CacheOptions: ParsableArguments {
    @Option(
        defaultAsFlag: "", parsing: .next,
        help: ArgumentHelp(
            "Take the results of files that are as they were from an earlier run, and keep those of this one; without a folder in contractlint below $XDG_CACHE_HOME or ~/.cache.",
            valueName: "folder"))
    var cache: String?

    /// Results of earlier runs; nil: none are asked for, or there is nowhere to keep them.
    var results: ResultCache? {
        get throws {
            guard let cache, let program = Program(version: Version.current), let workingFolder = Machine.workingFolder,
                let folder = cache.isEmpty ? Self.ownFolder : workingFolder.pushing(FilePath(cache))
            else { return nil }
            return try ResultCache(in: folder, for: workingFolder, program)
        }
    }

    /// By the XDG Base Directory Specification.
    private static var ownFolder: FilePath? {
        if let folder = Machine.environment("XDG_CACHE_HOME"), folder.hasPrefix("/") {
            return FilePath(folder).appending("contractlint")
        }
        guard let home = Machine.environment("HOME"), home.hasPrefix("/") else { return nil }
        return FilePath(home).appending(".cache").appending("contractlint")
    }
}
