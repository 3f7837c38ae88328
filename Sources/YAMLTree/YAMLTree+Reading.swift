package import Basics
internal import Diagnostics

extension YAMLTree {
    /// Reads a file. Whatever the bytes are, there is a tree: what is wrong stands in `issues`, and what stood before a
    /// fault that cannot be read over is in the tree.
    ///
    /// - Parameters:
    ///   - name: the file's name in messages.
    ///   - raw: its bytes, in UTF-8 or UTF-16.
    ///   - vocabulary: the words whose numbers keys get.
    ///   - scan: the way to its events.
    package convenience init(
        name: String, raw: [UInt8], vocabulary: Vocabulary, limits: YAMLLimits = YAMLLimits(), scan: YAMLScan = .chosen
    ) {
        let isTooLarge = raw.count > limits.fileBytes
        let text = YAMLText(isTooLarge ? Array(raw.prefix(Self.sniffedBytes)) : raw)
        var builder = TreeBuilder(
            source: SourceFile(name: name, text: text.bytes), isASCII: text.isASCII, vocabulary: vocabulary,
            limits: limits, scan: scan)
        if isTooLarge {
            builder.report(
                Issue(
                    YAMLRules.limit, "the file has more than \(limits.fileBytes) bytes and was not read",
                    at: SourceRange(0, 0), help: "split the contract, or raise limits.fileBytes in .contractlint.yaml"))
        } else {
            text.issues.forEach { builder.report($0) }
            builder.run()
        }
        self.init(builder)
    }

    /// Bytes of a file beyond the limit that are kept, to tell what it was meant to be.
    package static var sniffedBytes: Int { 1 << 16 }
}
