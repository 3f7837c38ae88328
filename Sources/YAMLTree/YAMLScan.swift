#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The way from bytes to events.
package enum YAMLScan: String, Sendable {
    /// libyaml reads every text.
    case libyaml
    /// The plain scan reads what is in its subset, libyaml the rest.
    case plain
    /// As `plain`, and libyaml reads the same: where they differ, the finding `yaml/syntax` says so, and libyaml's events
    /// are taken.
    case both

    /// As `CONTRACTLINT_SCAN` says. Debug builds always compare; a word that there is not compares as well.
    package static let chosen: YAMLScan = {
        #if DEBUG
            let usual = both
        #else
            let usual = plain
        #endif
        guard let name = getenv("CONTRACTLINT_SCAN"), name.pointee != 0 else { return usual }
        return YAMLScan(rawValue: String(cString: name)) ?? .both
    }()
}
