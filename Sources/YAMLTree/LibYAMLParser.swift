internal import CLibYAML

/// libyaml at work on a text, which it reads where it lies.
struct LibYAMLParser: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let full: UnsafeMutablePointer<yaml_event_t>
    private let own: UnsafeMutablePointer<yaml_char_t>?
    private var holdsEvent = false
    /// The last event. Its pointers live until the next one.
    private(set) var event = contractlint_event()

    /// - Parameters:
    ///   - text: with zeros behind it: see `contractlint_lend`.
    ///   - base: the offset of the first byte to read.
    init?(_ text: UnsafeMutableBufferPointer<UInt8>, from base: Int) {
        guard let bytes = text.baseAddress else { return nil }
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        guard yaml_parser_initialize(parser) == 1 else {
            parser.deallocate()
            return nil
        }
        self.parser = parser
        full = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
        own = contractlint_lend(parser, bytes + base, text.count - base)
    }

    deinit {
        var event = event
        if holdsEvent { contractlint_event_done(full, &event) }
        contractlint_return(parser, own)
        yaml_parser_delete(parser)
        parser.deallocate()
        full.deallocate()
    }

    /// - Returns: whether there is a next event; else there is a fault.
    @inline(__always)
    mutating func next() -> Bool {
        if holdsEvent { contractlint_event_done(full, &event) }
        holdsEvent = contractlint_next_event(parser, full, &event) == 1
        return holdsEvent
    }

    /// State of the parser, with what it knows of a fault.
    var state: yaml_parser_t { parser.pointee }
}
