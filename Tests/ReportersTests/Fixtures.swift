import Diagnostics
import Reporters
import Testing

/// A source text whose parts are found by what they say.
struct Source {
    let name: String
    let text: [UInt8]

    init(_ name: String, _ text: String) {
        self.name = name
        self.text = Array(text.utf8)
    }

    /// The byte range of the n-th occurrence (from 1) of `part`.
    func range(_ part: String, _ occurrence: Int = 1) -> SourceRange {
        let part = Array(part.utf8)
        var left = occurrence
        for start in 0...(text.count - part.count) where text[start...].starts(with: part) {
            left -= 1
            if left == 0 { return SourceRange(start, start + part.count) }
        }
        fatalError("the fixture does not say \(part)")
    }

    func place(_ part: String, _ occurrence: Int = 1) -> Place {
        SourceFile(name: name, text: text).place(of: range(part, occurrence))
    }

    func finding(
        _ rule: String, _ severity: Severity, at part: String, _ message: String
    ) -> Finding {
        Finding(rule: rule, severity: severity, message: message, place: place(part), offset: range(part).start)
    }
}

let orders = Source(
    "orders.odcs.yaml",
    """
    apiVersion: v3.0.2
    kind: DataContract
    id: orders-v2
    schema:
      - name: orders
        clasification: restricted
        name: purchases
    """)

/// An unknown key (error), a duplicate with a related place (warning), an information.
let ordersFindings: [Finding] = [
    Finding(
        rule: "standard/unknown-key", severity: .error, message: "'clasification' is no key of a schema object",
        place: orders.place("clasification"), route: "/schema/0/clasification", contract: "orders-v2",
        element: "orders",
        clause: "keys", help: "did you mean 'classification'?", reason: "Tools skip keys they do not know.",
        layer: "organisation", url: "https://example.org/unknown-key", subject: "clasification",
        offset: orders.range("clasification").start),
    Finding(
        rule: "yaml/duplicate-key", severity: .warning, message: "'name' stands here twice",
        place: orders.place("name", 2), contract: "orders-v2", clause: "later",
        related: [RelatedPlace(orders.place("name"), "first here")], offset: orders.range("name", 2).start),
    Finding(
        rule: "standard/old-version", severity: .info, message: "v3.0.2 is not the newest version",
        place: orders.place("v3.0.2"), route: "/apiVersion", contract: "orders-v2", offset: orders.range("v3.0.2").start
    ),
]

let ordersDocument = Report.Document(file: orders.name, kind: .contract, id: "orders-v2", offset: 0)

func report(
    _ findings: [Finding] = [], documents: [Report.Document] = [ordersDocument], failures: [Report.Failure] = [],
    families: [String] = ["yaml", "standard"]
) -> Report {
    Report(toolVersion: "1.2.3", documents: documents, findings: findings, failures: failures, families: families)
}

let ordersReport = report(ordersFindings)

/// What a hostile contract would put into names, values and comments.
///
/// The tests' own log names each by what it is: the CI server reads that log too.
struct HostileText: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String

    init(_ description: String, _ text: String) {
        testDescription = description
        self.text = text
    }

    static let all: [HostileText] = [
        HostileText("escape sequences", "\u{1B}[2J\u{1B}]0;title\u{7}\u{9B}31m"),
        HostileText("end of CDATA", "]]><injected/>"),
        HostileText("command", "::error::pwned"),
        HostileText("command after white space", "\u{A0}::error::pwned"),
        HostileText("command after a line break", "a\r\n::error::pwned\nb"),
        HostileText("older command", "##[error]pwned"),
        HostileText("older command after a hash", "###[add-mask]x"),
        HostileText("command of Azure", "##vso[task.setvariable variable=x]y"),
        HostileText("bidi override", "\u{202E}drowssap\u{2066}"),
        HostileText("zero width", "zero\u{200B}width\u{FEFF}"),
        HostileText("tab", "tab\there"),
        HostileText("emoji and tags", "emoji 👩‍💻 \u{E0041}"),
        HostileText("line separators", "\u{2028}::error::line\u{2029}separator\u{85}next"),
        HostileText("percent escapes", "100%25 %0A::error::x"),
        HostileText("separators of properties", "a:b,c=d"),
        HostileText("special characters of XML", "<&\"'>"),
        HostileText("forbidden in XML", "\u{0}\u{FFFE}\u{FFFF}\u{7F}"),
        HostileText("backslashes and quotes", "\\u{1B} \\ \" \\n"),
        HostileText("5,000 wide characters", String(repeating: "長い", count: 2500)),
    ]
}

/// The text in every place where text from outside can stand.
func hostileReport(_ text: String) -> Report {
    let excerpt = Excerpt(text: text, markStart: 0, markLength: 3)
    let place = Place(
        file: text, start: Position(line: 1, column: 1), end: Position(line: 1, column: 4), excerpt: excerpt)
    let finding = Finding(
        rule: text, severity: .error, message: text, place: place, route: text, contract: text, element: text,
        clause: text,
        help: text, reason: text, related: [RelatedPlace(place, text)], layer: text, url: text)
    var info = finding
    info.severity = .info
    return Report(
        toolVersion: text, documents: [.init(file: text, kind: .product, id: text, offset: 0)],
        findings: [finding, info],
        failures: [.init(file: text, message: text), .init(message: text)], families: [text])
}
