internal import Basics
internal import Diagnostics

/// Writes for people: headlines, source lines with their underlines, notes, in lines of a width and in colour on a terminal.
struct TextWriter {
    var out: Output
    private let color: Bool
    private let columns: Int

    init(_ out: Output, color: Bool, columns: Int = 100) {
        self.out = out
        self.color = color
        self.columns = columns
    }

    // MARK: Headlines

    /// The name of a file, above all that is said about it.
    mutating func writeHeading(_ file: String) {
        begin(.strong)
        out.write(safeAtLineStart: file)
        end()
        out.write("\n")
    }

    /// `line:column error[rule]: message`
    ///
    /// - Parameters:
    ///   - rules: as they stand in brackets; nil: the message says them elsewhere.
    ///   - column: where it begins.
    ///   - indent: where its further lines begin.
    mutating func writeHeadline(_ finding: Finding, message: String, column: Int, _ indent: Int) {
        writeHeadline(finding, rules: finding.rule, message: message, column: column, indent)
    }

    mutating func writeHeadline(_ finding: Finding, rules: String?, message: String, column: Int, _ indent: Int) {
        let place = "\(finding.place.start.line):\(finding.place.start.column) "
        out.write(UInt8(ascii: " "), times: column)
        out.write(place)
        let label = writeLabel(finding.severity, rules, finding.provenance.enforcement)
        write(words: message, from: column + place.utf8.count + label, indent: indent + 1)
        out.write("\n")
    }

    /// `error[rule] (advisory): `
    ///
    /// - Returns: the columns that it takes.
    mutating func writeLabel(_ severity: Severity, _ rule: String?, _ enforcement: Enforcement) -> Int {
        begin(Colour(severity))
        out.write(severity.rawValue)
        end()
        var columns = severity.rawValue.utf8.count
        if let rule {
            let safe = "[\(UnsafeText.escaped(rule))]"
            write(safe, in: .faint)
            columns += ColumnWidth.of(safe)
        }
        // Said where a rule is not enforced as most are.
        if enforcement != .waivable {
            out.write(" (\(enforcement.rawValue))")
            columns += 3 + enforcement.rawValue.utf8.count
        }
        out.write(": ")
        return columns + 2
    }

    // MARK: Places

    /// - Parameter file: the one that the heading names.
    mutating func write(_ related: RelatedPlace, _ gutter: Int, in file: String) {
        out.write(UInt8(ascii: " "), times: gutter)
        write("--> ", in: .faint)
        let start = related.place.start
        var place = Output()
        if related.place.file == file {
            place.write("\(start.line):\(start.column)")
        } else {
            place.write(place: related.place)
        }
        out.write(place)
        out.write(": ")
        write(words: related.message, from: gutter + 6 + ColumnWidth.of(place.text), indent: gutter + 4)
        out.write("\n")
        write(related.place, gutter, mark: UInt8(ascii: "-"), in: .faint)
    }

    /// The source line with its number and the underline.
    mutating func write(_ place: Place, _ gutter: Int, mark: UInt8, in colour: Colour) {
        guard let excerpt = place.excerpt else { return }
        let snippet = Snippet(excerpt, columns: max(20, columns - gutter - 3))
        writeGutter(place.start.line, gutter)
        if !snippet.line.bytes.isEmpty { out.write(" ") }
        out.write(snippet.line)
        out.write("\n")
        writeGutter(nil, gutter)
        out.write(UInt8(ascii: " "), times: 1 + snippet.markColumn)
        begin(colour)
        out.write(mark, times: snippet.markWidth)
        end()
        out.write("\n")
    }

    private mutating func writeGutter(_ line: Int?, _ width: Int) {
        let number = line.map(String.init) ?? ""
        begin(.faint)
        out.write(UInt8(ascii: " "), times: width - number.utf8.count)
        out.write(number)
        out.write(" |")
        end()
    }

    // MARK: Notes

    mutating func write(_ note: String?, as label: String, _ gutter: Int) {
        guard let note else { return }
        out.write(UInt8(ascii: " "), times: gutter + 1)
        write("= ", in: .faint)
        write(UnsafeText.escaped(label), in: .strong)
        out.write(": ")
        write(words: note, from: gutter + 5 + ColumnWidth.of(UnsafeText.escaped(label)), indent: gutter + 3)
        out.write("\n")
    }

    /// Exception that hides a finding, or was meant to.
    ///
    /// - Parameter isCounted: whether the finding counts all the same.
    mutating func write(_ exception: Finding.Exception, isCounted: Bool, _ gutter: Int) {
        let place = exception.place.map { " (\($0.file):\($0.start.line))" } ?? ""
        let effect = exception.isVoid ? "without effect" : isCounted ? "would hide it" : "hidden"
        write("\(effect), \(exception.note)\(place)", as: exception.kind.rawValue, gutter)
    }

    mutating func write(_ failure: Report.Failure) {
        write("error", in: .error)
        out.write(": ")
        if let place = failure.place {
            out.write(safe: place)
            out.write(": ")
        }
        write(words: failure.message, from: 9 + (failure.place.map { ColumnWidth.of($0) } ?? 0), indent: 2)
        out.write("\n")
    }

    mutating func writeClosingLine(_ report: Report, _ style: ReportStyle, from least: Severity) {
        let tally = Tally(report)
        if style.quiet, tally.isSilent(from: least) { return }
        write(tally.closingLine(style, from: least), in: .strong)
        out.write("\n")
    }

    /// Steps that can be done next.
    mutating func write(advice: String) {
        write("next", in: .strong)
        out.write(": ")
        write(words: advice, from: 6, indent: 2)
        out.write("\n")
    }

    // MARK: Words

    /// Text of strangers in lines of whole words. A word that is wider than a line stands in one of its own.
    ///
    /// - Parameters:
    ///   - column: where it begins.
    ///   - indent: where its further lines begin.
    mutating func write(words text: String, from column: Int, indent: Int) {
        var column = column
        var isFirst = true
        // As a whole, since a secret may hold a space.
        for word in Secrets.redacted(text).split(separator: " ", omittingEmptySubsequences: false) {
            let width = ColumnWidth.of(UnsafeText.escaped(String(word)))
            if isFirst {
                out.write(safe: String(word))
            } else if !word.isEmpty, column + 1 + width > columns, column > indent {
                out.write("\n")
                out.write(UInt8(ascii: " "), times: indent)
                out.write(safeAtLineStart: String(word))
                column = indent - 1
            } else {
                out.write(" ")
                out.write(safe: String(word))
            }
            column += width + (isFirst ? 0 : 1)
            isFirst = false
        }
    }
}

extension Output {
    /// `path:line:column`, at the start of a line or within one.
    mutating func write(place: Place) {
        write(safeAtLineStart: place.file)
        write(":")
        write(place.start.line)
        write(":")
        write(place.start.column)
    }
}

// MARK: - Colours

extension TextWriter {
    /// Colours that tell parts apart, on a dark ground and on a light one: SGR parameters of ECMA-48, among those every
    /// terminal has. Yellow cannot be read on white, nor blue on black.
    enum Colour: String {
        case error = "1;31"
        case warning = "1;35"
        case info = "1;36"
        case faint = "2"
        case strong = "1"

        init(_ severity: Severity) {
            switch severity {
            case .error: self = .error
            case .warning: self = .warning
            case .info: self = .info
            }
        }
    }

    mutating func begin(_ colour: Colour) {
        if color { out.write("\u{1B}[\(colour.rawValue)m") }
    }

    mutating func end() {
        if color { out.write("\u{1B}[0m") }
    }

    mutating func write(_ text: String, in colour: Colour) {
        begin(colour)
        out.write(text)
        end()
    }
}
