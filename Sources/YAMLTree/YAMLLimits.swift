/// Bounds on how much of a stranger's file is read. What lies beyond is a `yaml/limit` finding, never a crash or a wait.
package struct YAMLLimits: Hashable, Sendable {
    /// Collections in brackets or braces inside each other. libyaml's cost grows with the square of it.
    package var flowNesting = 64
    /// Collections inside each other, of either style.
    package var blockNesting = 512
    /// Values that aliases and merge keys may add to a file. Their text together may be as long as a file.
    package var aliasNodes = 100_000
    /// Bytes of a file.
    package var fileBytes = 16 * 1024 * 1024
    /// Values, keys and collections of a file.
    package var nodes = 4_000_000
    /// Documents of a file.
    package var documents = 10_000
    /// `%TAG` lines of a file: libyaml compares each with all before it.
    package var tagDirectives = 100

    package init() {}
}
