internal import Diagnostics

/// Ends of documents and values, and starts of values behind their anchors and tags.
extension TreeBuilder {
    mutating func endDocument(at end: Int) {
        guard let root = documentRoot else { return }
        documents.append(
            YAMLTree.Document(
                nodes: root..<NodeID(nodes.count), range: SourceRange(documentStart, end), isIncomplete: false))
        documentRoot = nil
        // Anchors hold within a document (YAML 1.2.2, section 9.2).
        for name in anchorNames { reportUnused(name) }
        anchors.removeAll()
    }

    /// The file broke off: what is open is incomplete.
    mutating func closeOpen(at offset: Int) {
        while open.count > 0 {
            let frame = open[open.count - 1]
            // A key without a value; it may be a collection that was open itself (`? [a, `).
            if frame.isMapping, !frame.expectsKey { appendUnread(SourceRange(offset, offset)) }
            let id = Int(frame.node)
            nodes[id].flags.insert(.incomplete)
            nodes[id].end = UInt32(max(Int(nodes[id].start), offset))
            open.removeLast()
        }
        flowDepth = 0
        openAnchors.removeAll()
        for name in anchors.keys { anchors[name]?.isUsed = true }
        if let root = documentRoot {
            documents.append(
                YAMLTree.Document(
                    nodes: root..<NodeID(nodes.count), range: SourceRange(documentStart, offset), isIncomplete: true))
        }
        documentRoot = nil
        anchors.removeAll()
    }

    /// Start of a scalar whose anchor or tag starts at `start`, or where its anchor starts.
    func skipProperties(
        from start: Int, to end: Int, _ text: UnsafeBufferPointer<UInt8>, untilAnchor: Bool = false
    ) -> Int {
        var index = start
        while index < end {
            switch text[index] {
            case UInt8(ascii: "&") where untilAnchor: return index
            case UInt8(ascii: "&"), UInt8(ascii: "!"):
                while index < end, text[index] > 0x20 { index += 1 }
            case 0x20, 0x09, 0x0A, 0x0D: index += 1
            case UInt8(ascii: "#"): while index < end, text[index] != 0x0A, text[index] != 0x0D { index += 1 }
            default: return index
            }
        }
        return index
    }

    /// The end of a block scalar without the line breaks behind it.
    func trimmedEnd(_ end: Int, after start: Int, _ text: UnsafeBufferPointer<UInt8>) -> Int {
        var end = min(end, text.count)
        while end > start, [0x20, 0x09, 0x0A, 0x0D].contains(text[end - 1]) { end -= 1 }
        return end
    }
}
