internal import CLibYAML
internal import Diagnostics

extension TreeBuilder {
    /// Reads the text by the plain scan, if it keeps to its subset. Before that is known nothing is made of it.
    mutating func readPlainly(
        _ lent: UnsafeMutableBufferPointer<UInt8>, from base: Int, _ text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard scan != .libyaml, !hidesBreaks, pairs == nil, let bytes = UnsafePointer(lent.baseAddress) else {
            return false
        }
        var plain = PlainScan(PlainText(bytes, count: lent.count), from: base)
        guard plain.read() == nil else { return false }
        if scan == .both, let difference = ScanOracle(lent, from: base, isASCII).difference(from: plain) {
            report(difference.issue)
            return false
        }
        isPlain = true
        decoded = plain.decoded
        take(plain, text)
        return true
    }

    private mutating func take(_ plain: borrowing PlainScan, _ text: UnsafeBufferPointer<UInt8>) {
        plain.decoded.withUnsafeBufferPointer { decoded in
            var flat = contractlint_event()
            for index in 0..<plain.events.count {
                let event = plain.events[index]
                let start = Int(event.start)
                let end = Int(event.end)
                let isGoingOn: Bool
                if event.kind == .scalar {
                    let value = Int(event.value)
                    flat.style = Int32(event.style.rawValue)
                    flat.value = (event.isDecoded ? decoded : text).baseAddress.map { $0 + value }
                    flat.length = Int(event.valueCount)
                    scalar(
                        flat, start, end, text,
                        stored: StoredText(isDecoded: event.isDecoded, start: value, count: flat.length))
                    isGoingOn = isWithinLimit(start, end)
                } else {
                    flat.type = event.kind.libyaml
                    flat.style = event.kind.isFlow ? 1 : 0
                    isGoingOn = take(flat, start, end, text)
                }
                if !isGoingOn { return closeOpen(at: end) }
            }
        }
    }
}

extension PlainEvent.Kind {
    var libyaml: yaml_event_type_t {
        switch self {
        case .documentStart: YAML_DOCUMENT_START_EVENT
        case .documentEnd: YAML_DOCUMENT_END_EVENT
        case .mappingStart, .flowMappingStart: YAML_MAPPING_START_EVENT
        case .mappingEnd: YAML_MAPPING_END_EVENT
        case .listStart, .flowListStart: YAML_SEQUENCE_START_EVENT
        case .listEnd: YAML_SEQUENCE_END_EVENT
        case .scalar: YAML_SCALAR_EVENT
        }
    }

    var isFlow: Bool { self == .flowMappingStart || self == .flowListStart }
}
