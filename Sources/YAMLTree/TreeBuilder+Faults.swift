internal import CLibYAML
internal import Diagnostics

extension TreeBuilder {
    mutating func report(_ issue: Issue) {
        if let admitted = issueCap.admitted(issue) { issues.append(admitted) }
    }

    /// Reports that a limit is exceeded. Returns false: reading ends there.
    ///
    /// - Parameter isFixed: whether no configuration can raise it.
    mutating func limit(_ what: String, _ name: String, _ range: SourceRange, isFixed: Bool = false) -> Bool {
        report(
            Issue(
                YAMLRules.limit, "\(what): the file is read up to here", at: range,
                help: isFixed ? "split the file" : "simplify the file, or raise limits.\(name) in .contractlint.yaml",
                subject: name))
        return false
    }

    /// True when one more document may be read. Documents that break off count twice, so that a file of nothing else ends
    /// as soon.
    mutating func hasRoomForDocument(at offset: Int) -> Bool {
        documents.count + restarts < limits.documents
            || limit("more than \(limits.documents) documents", "documents", SourceRange(offset, offset), isFixed: true)
    }

    /// End of the text that libyaml may read: before the first `%TAG` too many.
    mutating func endOfDirectives(in input: UnsafeBufferPointer<UInt8>) -> Int {
        guard let base = input.baseAddress else { return 0 }
        // To libyaml a line starts behind NEL, U+2028 and U+2029 as well; these are their last bytes, and a BOM's.
        let ends: [UInt8] = [0x0A, 0x0D, 0x85, 0xA8, 0xA9, 0xBF]
        var count = 0
        var from = 0
        while let found = memchr(base + from, Int32(UInt8(ascii: "%")), input.count - from) {
            let at = UnsafeRawPointer(found) - UnsafeRawPointer(base)
            from = at + 1
            guard at == 0 || ends.contains(input[at - 1]), input[at...].starts(with: "%TAG".utf8) else { continue }
            count += 1
            if count > limits.tagDirectives {
                let offset = CodePointMap(isASCII: isASCII, base: 0, edits: pairs?.edits ?? []).sourceOffset(of: at)
                _ = limit(
                    "more than \(limits.tagDirectives) %TAG directives", "tagDirectives",
                    SourceRange(offset, offset + 4),
                    isFixed: true)
                return at
            }
        }
        return input.count
    }

    /// Reports what libyaml could not read. Returns where.
    mutating func syntaxError(
        _ parser: yaml_parser_t, _ input: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>
    ) -> Int {
        let context = parser.context.map { String(cString: $0) } ?? ""
        let contextOffset = context.isEmpty ? nil : map.offset(of: parser.context_mark.index, in: input)
        let offset = min(map.offset(of: parser.problem_mark.index, in: input), text.count)
        let fault = SyntaxFault(
            problem: parser.problem.map { String(cString: $0) } ?? "not YAML", offset: offset, context: context,
            contextOffset: contextOffset, isInBrackets: parser.flow_level > 0, text: text)
        report(fault.issue())
        // A quote that is never closed swallows everything behind it.
        return fault.isInQuotes ? contextOffset ?? offset : offset
    }
}
