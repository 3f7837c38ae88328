package import SystemPackage

/// A path as somebody gave it.
package struct GivenPath: Sendable {
    /// As it was written, for messages.
    package var text: String
    package var path: FilePath

    package init(text: String, path: FilePath) {
        self.text = text
        self.path = path
    }
}
