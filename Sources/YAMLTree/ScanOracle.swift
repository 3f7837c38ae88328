internal import CLibYAML
internal import Diagnostics

/// The judge of the plain scan: libyaml makes the same events of a text that it has read, or there is a fault in it.
struct ScanOracle {
    private let text: UnsafeMutableBufferPointer<UInt8>
    private let base: Int
    private let isASCII: Bool

    /// The first event that the two do not agree on.
    struct Difference {
        var number: Int
        var range: SourceRange
        var plain: String
        var libyaml: String

        var issue: Issue {
            Issue(
                YAMLRules.syntax,
                "the plain scan reads this as \(plain), libyaml as \(libyaml) (event \(number)): it was read by libyaml",
                at: range, help: "this is a fault of contractlint: please report it with the lines around it")
        }
    }

    /// - Parameters:
    ///   - text: with zeros behind it.
    ///   - base: the offset of the first byte to read.
    init(_ text: UnsafeMutableBufferPointer<UInt8>, from base: Int, _ isASCII: Bool) {
        self.text = text
        self.base = base
        self.isASCII = isASCII
    }

    func difference(from plain: borrowing PlainScan) -> Difference? {
        guard var parser = LibYAMLParser(text, from: base) else { return nil }
        let input = UnsafeBufferPointer(text)
        var map = CodePointMap(isASCII: isASCII, base: base, edits: [])
        var number = 0
        while true {
            let expected = number < plain.events.count ? describe(plain.events[number], plain) : "the end"
            guard parser.next() else {
                let problem = parser.state.problem.map { String(cString: $0) } ?? "a fault"
                let offset = min(map.offset(of: parser.state.problem_mark.index, in: input), text.count)
                return Difference(number: number, range: SourceRange(offset, offset), plain: expected, libyaml: problem)
            }
            let event = parser.event
            if event.type == YAML_STREAM_START_EVENT { continue }
            let start = map.offset(of: event.start, in: input)
            let end = map.offset(of: event.end, in: input)
            let found = event.type == YAML_STREAM_END_EVENT ? "the end" : describe(event, start, end)
            if found != expected {
                return Difference(number: number, range: SourceRange(start, end), plain: expected, libyaml: found)
            }
            if event.type == YAML_STREAM_END_EVENT { return nil }
            number += 1
        }
    }

    private func describe(_ event: PlainEvent, _ plain: borrowing PlainScan) -> String {
        let range = Int(event.value)..<Int(event.value) + Int(event.valueCount)
        let value =
            event.isDecoded
            ? plain.decoded.withUnsafeBufferPointer { String(decoding: $0[range], as: UTF8.self) }
            : String(decoding: input[range], as: UTF8.self)
        let style = event.kind == .scalar ? Int32(event.style.rawValue) : event.kind.isFlow ? 1 : 0
        return describe(event.kind.libyaml, style, value, Int(event.start), Int(event.end), isBare: true)
    }

    private func describe(_ event: contractlint_event, _ start: Int, _ end: Int) -> String {
        let value = String(decoding: UnsafeBufferPointer(start: event.value, count: event.length), as: UTF8.self)
        return describe(
            event.type, event.style, value, start, end, isBare: event.anchor == nil && event.tag == nil)
    }

    private func describe(
        _ type: yaml_event_type_t, _ style: Int32, _ value: String, _ start: Int, _ end: Int, isBare: Bool
    ) -> String {
        "event \(type.rawValue).\(style) at \(start)-\(end)\(isBare ? "" : " with an anchor or a tag")"
            + (type == YAML_SCALAR_EVENT ? " “\(value)”" : "")
    }

    private var input: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(text) }
}
