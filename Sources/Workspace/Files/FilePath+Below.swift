package import SystemPackage

extension FilePath {
    /// The path as reports show it: relative to the working folder where it lies below, `/` between folders. Bytes that
    /// are no UTF-8 show as U+FFFD.
    package func displayName(in workingFolder: FilePath) -> String {
        var path = self
        if path.isAbsolute, path.removePrefix(workingFolder) { return path.isEmpty ? "." : path.string }
        return string
    }

    /// The path below a folder; nil when it does not lie there.
    package func below(_ folder: FilePath) -> String? {
        var path = self
        return path.removePrefix(folder) ? path.string : nil
    }
}
