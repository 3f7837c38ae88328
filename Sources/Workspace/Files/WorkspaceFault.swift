package import Diagnostics

/// A reason why a question has no answer: what is asked for cannot be read, or does not exist.
package struct WorkspaceFault: Error {
    /// One at least, each with its file where there is one.
    package let failures: [Report.Failure]

    package init(_ failures: [Report.Failure]) { self.failures = failures }

    package init(_ message: String, file: String? = nil) {
        self.init([Report.Failure(file: file, message: message)])
    }
}
