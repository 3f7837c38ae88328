package import Governance
package import SystemPackage

/// A file to check.
package struct InputFile {
    /// Absolute; nil: standard input.
    package var path: FilePath?
    /// What is checked in place of what the path leads to.
    package var content: [UInt8]?
    /// As reports show it.
    package var name: String
    package var configuration: Configuration
    /// Whether it was named itself: that it holds no contract is then an error.
    package var isNamed: Bool
    /// Of an earlier version, where it differs: what it finds counts as well.
    package var base: Configuration?
    /// Whether its own configuration asks for it to be checked.
    package var isIncluded = true
}
