package import Basics
internal import Governance
internal import RuleLanguage
package import SystemPackage

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The machine and the process as the system describes them.
package enum Machine {
    /// The working folder; nil: it has been removed.
    package static var workingFolder: FilePath? {
        guard let raw = getcwd(nil, 0) else { return nil }
        defer { free(raw) }
        return FilePath(platformString: raw)
    }

    /// Number of the processors that this process may use.
    package static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    /// Waits, for whoever looks again and again.
    package static func sleep(milliseconds: UInt32) { usleep(milliseconds * 1000) }

    /// The day by this machine's clock, in UTC.
    package static var today: Day { Day(ofSecond: time(nil)) }

    /// True on a machine of a continuous integration service: GitHub, GitLab, Bitbucket, CircleCI, Azure (by its agent's variable) and
    /// Buildkite say so.
    package static var isOfCI: Bool {
        if environment("TF_BUILD") != nil { return true }
        return environment("CI").map { !["", "0", "false"].contains($0.lowercased()) } ?? false
    }

    /// The value of an environment variable.
    package static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }
}
