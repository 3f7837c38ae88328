import ArgumentParser
import Diagnostics
import Reporters
import SystemPackage
import Workspace

/// `--report FORMAT=FILE`
struct ReportTarget<Format: RawRepresentable & Sendable>: ExpressibleByArgument where Format.RawValue == String {
    let format: Format
    let file: String

    init?(argument: String) {
        guard let separator = argument.firstIndex(of: "="),
            let format = Format(rawValue: String(argument[..<separator]))
        else { return nil }
        file = String(argument[argument.index(after: separator)...])
        self.format = format
        if file.isEmpty { return nil }
    }
}

extension [ReportTarget<ReportFormat>] {
    /// Writes all of a report's files.
    ///
    /// - Returns: whether each could be written.
    func write(_ report: Report, _ style: ReportStyle) -> Bool {
        write { format, sink in format.write(report, style: style, to: sink) }
    }
}

extension Array {
    /// Writes a report to each of its files; what cannot be written is said.
    ///
    /// - Parameter content: the report in a form, handed over in as many pieces as it likes.
    /// - Returns: whether each could be written.
    func write<Format>(_ content: (Format, @escaping FileWriting.Sink) -> Void) -> Bool
    where Element == ReportTarget<Format> {
        var isComplete = true
        for target in self {
            do throws(FileFault) {
                let path = FilePath(target.file)
                try FileWriting.makeFolder(path.removingLastComponent())
                try FileWriting.write(to: path) { sink in content(target.format, sink) }
            } catch {
                isComplete = false
                Message.write([Report.Failure(file: target.file, message: error.message)])
            }
        }
        return isComplete
    }

    /// The same of a report that is one text.
    func write<Format>(text: (Format) -> String) -> Bool where Element == ReportTarget<Format> {
        write { format, sink in
            var text = text(format)
            text.withUTF8(sink)
        }
    }
}

extension ReportFormat: ExpressibleByArgument {}
extension ChangeFormat: ExpressibleByArgument {}
extension ChangelogFormat: ExpressibleByArgument {}
