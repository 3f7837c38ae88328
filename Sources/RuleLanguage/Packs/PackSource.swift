internal import Basics
internal import Diagnostics

/// Source that a configuration gets the files of its rule packs from.
package struct PackSource: Sendable {
    package typealias File = (name: String, raw: [UInt8])

    /// The files that a path or a glob names: relative to the configuration's folder, or to that of the pack whose name is
    /// given.
    package let files: @Sendable (String, String?) throws(Failure) -> [File]

    /// The files that a path or a glob names, relative to the configuration's folder: those that are no packs, so that no
    /// lock file is about them.
    package let others: @Sendable (String) throws(Failure) -> [File]

    /// Why there is none.
    package struct Failure: Error {
        /// Fault of the file, or the whole sentence.
        package let message: String
        package let help: String?
        private let isWhole: Bool

        /// - Parameter message: goes on where "the rule pack …" begins.
        package init(_ message: String, help: String? = nil) {
            self.message = message
            self.help = help
            isWhole = false
        }

        package init(whole message: String, help: String?) {
            self.message = message
            self.help = help
            isWhole = true
        }

        package func sentence(about reference: String) -> String {
            isWhole ? message : "the rule pack `\(reference.shortened)` \(message)"
        }

        package func text(about reference: String) -> String {
            sentence(about: reference) + (help.map { "; \($0)" } ?? "")
        }
    }

    /// - Parameter others: nil: they are found as packs are.
    package init(
        files: @escaping @Sendable (String, String?) throws(Failure) -> [File],
        others: (@Sendable (String) throws(Failure) -> [File])? = nil
    ) {
        self.files = files
        guard let others else {
            self.others = { reference throws(Failure) in try files(reference, nil) }
            return
        }
        self.others = others
    }

    /// For configurations that are read apart from their folder.
    package static let none = PackSource { _, _ throws(Failure) in throw Failure("no files can be read here") }
}
