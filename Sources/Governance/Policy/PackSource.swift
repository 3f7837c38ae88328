internal import Diagnostics
internal import Patterns

/// Where a configuration gets the files of its rule packs.
package struct PackSource: Sendable {
    package typealias File = (name: String, raw: [UInt8])

    /// The files that a path or a glob names, relative to the configuration's folder.
    package let files: @Sendable (String) throws(Failure) -> [File]

    /// Why there is none.
    package struct Failure: Error {
        package let message: String
        package init(_ message: String) { self.message = message }
    }

    package init(files: @escaping @Sendable (String) throws(Failure) -> [File]) { self.files = files }

    /// For configurations that are read apart from their folder.
    package static let none = PackSource { _ throws(Failure) in throw Failure("no files can be read here") }
}
