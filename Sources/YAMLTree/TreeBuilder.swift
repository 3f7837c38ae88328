internal import Basics
internal import CLibYAML
internal import Diagnostics

/// Turns events, libyaml's or the plain scan's, into the flat array of nodes.
struct TreeBuilder: ~Copyable {
    let source: SourceFile
    let vocabulary: Vocabulary
    let limits: YAMLLimits
    let isASCII: Bool
    /// Text that libyaml reads: the source, but for what it would refuse or misread.
    let input: [UInt8]
    let pairs: SurrogatePairs?
    let hidesBreaks: Bool
    var map: CodePointMap
    let scan: YAMLScan
    /// True when the plain scan read the text.
    var isPlain = false

    var nodes: PlainBuffer<Node>
    var decoded: [UInt8] = []
    var documents: [YAMLTree.Document] = []
    var issues: [Issue] = []
    var issueCap = IssueCap(IssueCap.mostFound)
    var aliases: [NodeID: SourceRange] = [:]

    /// The collections that are open, outermost first.
    var open = PlainBuffer<OpenCollection>(minimumCapacity: 16)
    /// The anchors of those that have one, outermost first.
    var openAnchors: [String] = []
    var flowDepth = 0
    var anchors: [ExactText: Anchor] = [:]
    var aliasedNodes = 0
    var aliasedBytes = 0
    var documentStart = 0
    var documentRoot: NodeID?
    /// Number of times that reading had to begin anew behind a fault.
    var restarts = 0

    struct Anchor {
        var name: SourceRange
        /// The run of nodes; nil while the collection is still open.
        var nodes: Range<Int>?
        /// Depth of the value: the number of collections around it.
        var height = 0
        var isUsed = false
    }

    init(source: SourceFile, isASCII: Bool, vocabulary: Vocabulary, limits: YAMLLimits, scan: YAMLScan) {
        self.source = source
        self.scan = scan
        self.vocabulary = vocabulary
        self.limits = limits
        self.isASCII = isASCII
        let hidden = isASCII ? nil : UnicodeBreaks.hidden(in: source.text)
        hidesBreaks = hidden != nil
        pairs = SurrogatePairs(hidden ?? source.text)
        input = pairs?.text ?? hidden ?? source.text
        map = CodePointMap(isASCII: isASCII, base: 0, edits: [])
        nodes = PlainBuffer(minimumCapacity: source.text.count / 12 + 16)
    }

    /// Reads all documents. Behind a fault that libyaml cannot read over, reading goes on at the next `---`.
    mutating func run() {
        // libyaml wants zeros behind the text: see `contractlint_lend`.
        let lent = UnsafeMutablePointer<UInt8>.allocate(capacity: input.count + Self.padding)
        defer { lent.deallocate() }
        lent.update(from: input, count: input.count)
        let end = endOfDirectives(in: UnsafeBufferPointer(start: lent, count: input.count))
        (lent + end).update(repeating: 0, count: Self.padding)
        source.text.withUnsafeBufferPointer { text in
            var start: Int? = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
            if let from = start, end == input.count,
                readPlainly(UnsafeMutableBufferPointer(start: lent, count: end), from: from, text)
            {
                return
            }
            while let from = start, restarts == 0 || hasRoomForDocument(at: from) {
                start = parse(UnsafeMutableBufferPointer(start: lent, count: end), from: from, text)
                restarts += 1
            }
        }
        for name in anchorNames { reportUnused(name) }
    }

    /// Number of zeros that libyaml may look at behind the text.
    static let padding = 64

    /// - Returns: whether to go on.
    @inline(__always)
    mutating func take(_ event: contractlint_event, _ start: Int, _ end: Int, _ text: UnsafeBufferPointer<UInt8>)
        -> Bool
    {
        switch event.type {
        case YAML_SCALAR_EVENT:
            scalar(event, start, end, text)
            return isWithinLimit(start, end)
        case YAML_MAPPING_START_EVENT, YAML_SEQUENCE_START_EVENT:
            return startCollection(event, start, end, text)
        case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
            endCollection(end)
            return true
        case YAML_ALIAS_EVENT:
            alias(event, SourceRange(start, end), text)
            return isWithinLimit(start, end)
        case YAML_DOCUMENT_START_EVENT:
            documentStart = start
            return hasRoomForDocument(at: start)
        case YAML_DOCUMENT_END_EVENT:
            endDocument(at: end)
            return true
        default:
            return true
        }
    }

    @inline(__always)
    mutating func isWithinLimit(_ start: Int, _ end: Int) -> Bool {
        nodes.count <= limits.nodes || limit("more than \(limits.nodes) values", "nodes", SourceRange(start, end))
    }

    // MARK: Scalars

    @inline(__always)
    mutating func scalar(
        _ event: contractlint_event, _ start: Int, _ end: Int, _ text: UnsafeBufferPointer<UInt8>,
        stored known: StoredText? = nil
    ) {
        let value = UnsafeBufferPointer(start: event.value, count: event.length)
        var contentStart = start
        if event.anchor != nil || event.tag != nil { contentStart = skipProperties(from: start, to: end, text) }
        var contentEnd = end
        var type = ValueTypes.text
        var flags: Node.Flags = []
        let stored: StoredText
        if event.style == YAML_PLAIN_SCALAR_STYLE.rawValue {
            flags = .plain
            type = CoreSchema.type(of: value)
            stored = known ?? store(value, at: contentStart, end, from: contentStart, text)
            if event.tag == nil, let reading = AmbiguousScalar.reading(of: value, type: type) {
                ambiguous(value, reading, SourceRange(contentStart, end))
            }
        } else if event.style == YAML_LITERAL_SCALAR_STYLE.rawValue || event.style == YAML_FOLDED_SCALAR_STYLE.rawValue
        {
            contentEnd = trimmedEnd(end, after: contentStart, text)
            stored = known ?? store(value, at: -1, end, from: contentStart, text)
        } else {
            flags = .quoted
            stored = known ?? store(value, at: contentStart + 1, end - 1, from: contentStart, text)
        }
        if stored.isDecoded { flags.insert(.decoded) }
        if let tag = event.tag { type = retyped(tag: String(cString: tag), value) }
        // All at once: a node put together in memory would be waited for when it is copied into its place.
        let isKey = append(
            Node(
                start: UInt32(truncatingIfNeeded: contentStart), end: UInt32(truncatingIfNeeded: contentEnd),
                payload: Int32(truncatingIfNeeded: stored.start), count: Int32(truncatingIfNeeded: stored.count),
                next: -1, parent: -1, word: 0, type: type, flags: flags), value)
        if let anchor = event.anchor {
            define(String(cString: anchor), at: start, nodes: nodes.count - 1..<nodes.count)
        }
        if isKey, flags.contains(.plain), value.count == 2, value[0] == UInt8(ascii: "<"),
            value[1] == UInt8(ascii: "<")
        {
            open[open.count - 1].hasMergeKey = true
        }
    }

    /// Memory in which the text of a scalar lies.
    struct StoredText {
        /// In `decoded` or in the source.
        var isDecoded: Bool
        var start: Int
        var count: Int
    }

    /// Sees to the text of a scalar: it stays in the source if it reads there as it is, else it is kept decoded.
    ///
    /// - Parameters:
    ///   - start: where it may stand in the source; -1: nowhere.
    ///   - nodeStart: where the scalar starts, with its quotes.
    @inline(__always)
    mutating func store(
        _ value: UnsafeBufferPointer<UInt8>, at start: Int, _ end: Int, from nodeStart: Int,
        _ text: UnsafeBufferPointer<UInt8>
    ) -> StoredText {
        if start >= 0, end - start == value.count, end <= text.count,
            value.count == 0 || memcmp(text.baseAddress! + start, value.baseAddress!, value.count) == 0
        {
            return StoredText(isDecoded: false, start: start, count: value.count)
        }
        return decode(value, from: nodeStart, to: end, isQuoted: start > nodeStart, text)
    }

    @inline(never)
    private mutating func decode(
        _ value: UnsafeBufferPointer<UInt8>, from nodeStart: Int, to end: Int, isQuoted: Bool,
        _ text: UnsafeBufferPointer<UInt8>
    ) -> StoredText {
        let start = decoded.count
        if hidesBreaks || pairs != nil {
            var restored = Array(value)
            if hidesBreaks { restored = UnicodeBreaks.restored(restored) }
            let isDoubleQuoted = isQuoted && text[nodeStart] == UInt8(ascii: "\"")
            if let pairs, !isDoubleQuoted { restored = pairs.restored(restored, from: nodeStart, to: end) }
            decoded.append(contentsOf: restored)
        } else {
            decoded.append(contentsOf: value)
        }
        return StoredText(isDecoded: true, start: start, count: decoded.count - start)
    }

    /// A tag of the core schema decides the type; an application's own tag leaves the text a text.
    func retyped(tag: String, _ value: UnsafeBufferPointer<UInt8>) -> ValueTypes {
        switch tag {
        case "tag:yaml.org,2002:null": .null
        case "tag:yaml.org,2002:bool", "tag:yaml.org,2002:int", "tag:yaml.org,2002:float": CoreSchema.type(of: value)
        default: .text
        }
    }

    mutating func ambiguous(_ value: UnsafeBufferPointer<UInt8>, _ reading: String, _ range: SourceRange) {
        guard issueCap.hasRoom(for: YAMLRules.ambiguousScalar) else { return }
        let word = String(decoding: value, as: UTF8.self).shortened
        report(
            Issue(
                YAMLRules.ambiguousScalar, "tools that read YAML 1.1 take `\(word)` for \(reading)", at: range,
                help:
                    "put quotes around it if it is text (\"\(word)\"); else write what you mean: true, false or a plain decimal number",
                subject: word))
    }

    // MARK: Collections

    mutating func startCollection(
        _ event: contractlint_event, _ start: Int, _ end: Int, _ text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let isMapping = event.type == YAML_MAPPING_START_EVENT
        let isFlow = event.style == 1
        let propertiesStart = start
        var start = start
        if event.anchor != nil || event.tag != nil {
            // Behind them the event ends with the bracket, before the first key or dash, or behind the dash of a list in
            // the column of its key.
            let isAtDash = end < text.count && text[end] == UInt8(ascii: "-")
            start = isFlow || (!isMapping && !isAtDash) ? end - 1 : end
        }
        _ = append(
            Node(
                start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: start), payload: -1, count: 0,
                next: -1, parent: -1, word: 0, type: isMapping ? .mapping : .list, flags: isFlow ? .flow : []),
            UnsafeBufferPointer(start: nil, count: 0))
        var frame = OpenCollection(node: NodeID(nodes.count - 1), isMapping: isMapping)
        if let anchor = event.anchor {
            let name = String(cString: anchor)
            frame.hasAnchor = true
            openAnchors.append(name)
            define(name, at: propertiesStart, nodes: nil)
        }
        open.append(frame)
        if isFlow { flowDepth += 1 }
        let here = SourceRange(start, min(start + 1, text.count))
        if flowDepth > limits.flowNesting {
            return limit("brackets nested more than \(limits.flowNesting) deep", "flowNesting", here)
        }
        if open.count > limits.blockNesting {
            return limit("values nested more than \(limits.blockNesting) deep", "blockNesting", here)
        }
        return isWithinLimit(start, start + 1)
    }

    mutating func endCollection(_ end: Int) {
        let frame = open.removeLast()
        let id = Int(frame.node)
        let isFlow = nodes[id].flags.contains(.flow)
        if isFlow { flowDepth -= 1 }
        // A lone pair, `[a: b]`, is a flow mapping without braces; libyaml ends it where the next token starts.
        if isFlow, !frame.isMapping || source.text[end - 1] == UInt8(ascii: "}") {
            nodes[id].end = UInt32(truncatingIfNeeded: end)
        } else if frame.lastChild >= 0 {
            let last = nodes[Int(frame.lastChild)]
            // What an alias stands for has the place of its anchor.
            let lastEnd = last.flags.contains(.aliased) ? aliases[frame.lastChild].map { UInt32($0.end) } : nil
            nodes[id].end = max(nodes[id].start, lastEnd ?? last.end)
        }
        if frame.isMapping {
            if frame.hasMergeKey { merge(into: frame.node) }
            if frame.mayRepeatKeys { findDuplicateKeys(of: frame.node) }
        }
        let height = frame.height + 1
        // Where the anchor was given again inside, that one counts from there on.
        if frame.hasAnchor, let name = openAnchors.popLast().map(ExactText.init), anchors[name]?.nodes == nil {
            anchors[name]?.nodes = id..<nodes.count
            anchors[name]?.height = height
        }
        raise(to: height)
    }

    /// Notes that the collection that is open holds a value of such a height.
    @inline(__always)
    mutating func raise(to height: Int) {
        let top = open.count - 1
        if top >= 0, open[top].height < height { open[top].height = height }
    }

    /// Links a node to the collection that is open. Returns whether it is a key.
    @inline(__always)
    mutating func append(_ node: Node, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var node = node
        let id = NodeID(nodes.count)
        let top = open.count - 1
        guard top >= 0 else {
            documentRoot = id
            nodes.append(node)
            return false
        }
        let parent = open[top].node
        let last = open[top].lastChild
        node.parent = parent
        var isKey = false
        if open[top].isMapping {
            isKey = open[top].expectsKey
            open[top].expectsKey = !isKey
            if isKey {
                node.flags.insert(.key)
                node.word = vocabulary.number(of: text)
                open[top].note(word: Int(node.word))
            }
        }
        if last >= 0 { nodes[Int(last)].next = id } else { nodes[Int(parent)].payload = id }
        nodes[Int(parent)].count += 1
        open[top].lastChild = id
        nodes.append(node)
        return isKey
    }
}
