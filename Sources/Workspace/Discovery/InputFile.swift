package import Governance
package import SystemPackage

/// A file to look at.
package struct InputFile {
    /// Absolute; nil: standard input.
    package var path: FilePath?
    /// Bytes that are looked at in place of those that the path leads to.
    package var content: [UInt8]?
    /// As reports show it.
    package var name: String
    package var configuration: Configuration
    /// True when it was named itself: that it holds no contract is then an error.
    package var isNamed: Bool
    /// Of an earlier version, where it differs: what it finds counts as well.
    package var base: Configuration?
    /// True when its own configuration asks for it.
    package var isIncluded = true
    /// True when that of the earlier version does.
    package var isIncludedByBase = true

    package init(
        path: FilePath?, content: [UInt8]? = nil, name: String, configuration: Configuration, isNamed: Bool
    ) {
        self.path = path
        self.content = content
        self.name = name
        self.configuration = configuration
        self.isNamed = isNamed
    }

    package var jurisdiction: Jurisdiction { Jurisdiction(configuration, base: base, isIncluded: isIncluded) }
}
