import Diagnostics
import Reporters
import Workspace

/// Lines on standard error.
enum Message {
    /// Mistakes, each on a line of its own.
    static func write(_ failures: [Report.Failure]) {
        for failure in failures {
            let text = (failure.place.map { "\($0): " } ?? "") + failure.message
            StandardStream.error.write("contractlint: error: \(escaped(text))\n")
        }
    }

    /// Writes what is to be known and is no mistake.
    static func write(notes: [String]) {
        for note in notes { StandardStream.error.write("contractlint: note: \(escaped(note))\n") }
    }

    /// Text of strangers without anything that a terminal would obey.
    static func escaped(_ text: String) -> String { UnsafeText.escaped(text) }

    /// The same for words of several lines.
    static func escapedLines(_ text: String) -> String { UnsafeText.escaped(lines: text) }
}

extension Report.Failure {
    static func standardOutput(_ fault: FileFault) -> Report.Failure {
        Report.Failure(file: "standard output", message: fault.message)
    }
}
