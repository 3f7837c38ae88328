internal import CLibYAML
internal import Diagnostics

extension TreeBuilder {
    /// A file can hold as many faults as bytes; more than this many help nobody.
    static let mostIssues = 1000

    mutating func report(_ issue: Issue) {
        if issues.count < Self.mostIssues {
            issues.append(issue)
        } else if issues.count == Self.mostIssues {
            issues.append(
                Issue(
                    YAMLRules.limit, "the text has more than \(Self.mostIssues) faults; the rest is not listed", at: issue.range,
                    help: "mend those above first"))
        }
    }

    /// Reports that a limit is exceeded. Returns false: reading ends there.
    mutating func limit(_ what: String, _ name: String, _ range: SourceRange) -> Bool {
        report(
            Issue(
                YAMLRules.limit, "\(what): the file is read up to here", at: range,
                help: "simplify the file, or raise limits.\(name) in .contractlint.yaml", subject: name))
        return false
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
        return offset
    }
}
