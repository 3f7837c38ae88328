internal import CLibYAML
internal import Diagnostics

extension TreeBuilder {
    /// Reads the text by libyaml.
    ///
    /// - Returns: where to go on, an offset in `lent`; nil at the end.
    mutating func parse(
        _ lent: UnsafeMutableBufferPointer<UInt8>, from base: Int, _ text: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        guard base < lent.count else { return nil }
        let input = UnsafeBufferPointer(lent)
        guard var parser = LibYAMLParser(lent, from: base) else {
            report(Issue(YAMLRules.limit, "there is no memory left to read the file", at: SourceRange(base, base)))
            return nil
        }
        map = CodePointMap(isASCII: isASCII, base: base, edits: pairs?.edits ?? [])
        while true {
            guard parser.next() else {
                let fault = syntaxError(parser.state, input, text)
                closeOpen(at: fault)
                return nextDocument(in: input, from: max(map.offsetInInput - 1, base))
            }
            if parser.event.type == YAML_STREAM_END_EVENT { return nil }
            let start = map.offset(of: parser.event.start, in: input)
            let end = parser.event.end == parser.event.start ? start : map.offset(of: parser.event.end, in: input)
            guard take(parser.event, start, end, text) else {
                closeOpen(at: end)
                return nil
            }
        }
    }

    /// The next line that starts a document, behind the line break at or after `offset`.
    func nextDocument(in input: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int? {
        var index = offset
        while index + 3 < input.count {
            let isBreak = input[index] == 0x0A || (input[index] == 0x0D && input[index + 1] != 0x0A)
            if isBreak, input[index + 1..<index + 4].allSatisfy({ $0 == UInt8(ascii: "-") }),
                index + 4 == input.count || [0x20, 0x09, 0x0A, 0x0D].contains(input[index + 4])
            {
                return index + 1
            }
            index += 1
        }
        return nil
    }
}
