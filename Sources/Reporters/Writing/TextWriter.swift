internal import Diagnostics

/// Writes for people: headlines, source lines with their underlines, notes, in colour on a terminal.
struct TextWriter {
    var out: Output
    private let color: Bool

    init(_ out: Output, color: Bool) {
        self.out = out
        self.color = color
    }

    /// `path:line:column: error[rule]: message`
    ///
    /// - Parameter enforcement: said where it is not the usual one.
    mutating func writeHeadline(
        _ place: Place, _ severity: Severity, _ rule: String, _ message: String, _ enforcement: Enforcement = .waivable
    ) {
        begin(.strong)
        out.write(place: place)
        end()
        out.write(": ")
        begin(Colour(severity))
        out.write(severity.rawValue)
        out.write("[")
        out.write(safe: rule)
        out.write("]")
        end()
        write(enforcement)
        out.write(": ")
        out.write(safe: message)
        out.write("\n")
    }

    /// ` (advisory)`; nothing where a rule is enforced as most are.
    mutating func write(_ enforcement: Enforcement) {
        if enforcement == .waivable { return }
        out.write(" (")
        out.write(enforcement.rawValue)
        out.write(")")
    }

    mutating func write(_ related: RelatedPlace, _ gutter: Int) {
        out.write(UInt8(ascii: " "), times: gutter)
        write("--> ", in: .gutter)
        out.write(place: related.place)
        out.write(": ")
        out.write(safe: related.message)
        out.write("\n")
        write(related.place, gutter, mark: UInt8(ascii: "-"), in: .gutter)
    }

    /// The source line with its number and the underline.
    mutating func write(_ place: Place, _ gutter: Int, mark: UInt8, in colour: Colour) {
        guard let excerpt = place.excerpt else { return }
        let snippet = Snippet(excerpt)
        writeGutter(nil, gutter)
        out.write("\n")
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

    mutating func writeGutter(_ line: Int?, _ width: Int) {
        let number = line.map(String.init) ?? ""
        begin(.gutter)
        out.write(UInt8(ascii: " "), times: width - number.utf8.count)
        out.write(number)
        out.write(" |")
        end()
    }

    mutating func write(_ note: String?, as label: String, _ gutter: Int) {
        guard let note else { return }
        out.write(UInt8(ascii: " "), times: gutter + 1)
        write("= ", in: .gutter)
        write(label, in: .strong)
        out.write(": ")
        out.write(safe: note)
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
        out.write(safe: failure.message)
        out.write("\n")
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
    /// Colours that tell parts apart: SGR parameters of ECMA-48, among those every terminal has.
    enum Colour: String {
        case error = "1;31"
        case warning = "1;33"
        case info = "1;36"
        case gutter = "34"
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
