package import Diagnostics

/// Places finer than a whole value, and places of values that stand somewhere else.
extension YAMLTree {
    /// The range of a part of a scalar's text, in bytes of that text; of the whole scalar where the text does not stand
    /// in the source as it reads (escapes, folded lines).
    package func range(of id: NodeID, part: Range<Int>) -> SourceRange {
        let node = self[id]
        if node.flags.contains(.decoded) || part.upperBound > Int(node.count) { return range(of: id) }
        return SourceRange(Int(node.payload) + part.lowerBound, Int(node.payload) + part.upperBound)
    }

    /// Range in which a reader of the file meets a value: its own range, or that of the alias that puts it there. What a merge key
    /// brings in is met at the mapping that merges.
    package func rangeOfUse(of id: NodeID) -> SourceRange {
        var here = id
        while self[here].flags.contains(.aliased) {
            if let alias = aliases[here] { return alias }
            guard self[here].parent >= 0 else { break }
            here = self[here].parent
        }
        return range(of: here)
    }
}
