internal import Diagnostics
internal import YAMLTree

/// The places of one file in which one rule is suppressed.
struct SuppressedPlaces {
    private struct Block {
        var start: Int
        var end: Int
        var item: Int
        /// The block around it; -1: none.
        var outer = -1
    }

    private var file: Int?
    private var lines: [Int: Int] = [:]
    private var blocks: [Block] = []

    // Of several comments about the same place the first one counts.

    mutating func addFile(_ item: Int) { file = file ?? item }

    mutating func add(_ item: Int, line: Int) {
        if lines[line] == nil { lines[line] = item }
    }

    mutating func add(_ item: Int, _ block: SourceRange) {
        blocks.append(Block(start: block.start, end: block.end, item: item))
    }

    /// To be called once, when all have been added. Blocks are parts of one tree, so of two that overlap one holds the other.
    mutating func finish() {
        blocks.sort { ($0.start, -$0.end, $0.item) < ($1.start, -$1.end, $1.item) }
        var distinct: [Block] = []
        var open: [Int] = []
        for var block in blocks {
            if let last = distinct.last, last.start == block.start, last.end == block.end { continue }
            while let last = open.last, distinct[last].end <= block.start { open.removeLast() }
            block.outer = open.last ?? -1
            open.append(distinct.count)
            distinct.append(block)
        }
        blocks = distinct
    }

    /// The comment that suppresses a place: that of its line before the inmost block around it, and that before the file.
    func item(at offset: Int, _ line: Int) -> Int? {
        if let item = lines[line] { return item }
        // The last one that starts at or before the place.
        var low = 0
        var high = blocks.count
        while low < high {
            let middle = (low + high) / 2
            if blocks[middle].start <= offset { low = middle + 1 } else { high = middle }
        }
        var here = low - 1
        while here >= 0 {
            if offset < blocks[here].end { return blocks[here].item }
            here = blocks[here].outer
        }
        return file
    }
}

/// Finds what a line begins: a key with its value, or a list item.
enum BlockPlaces {
    /// - Parameter wanted: lines, counted from 1.
    /// - Returns: by line the first key or item that starts in it, and its bytes with all that it holds.
    static func nodes(atLines wanted: Set<Int>, in tree: YAMLTree) -> [Int: (node: NodeID, range: SourceRange)] {
        let lines = tree.source.lines
        let count = lines.lineCount
        let sorted = wanted.filter { (1...count).contains($0) }.sorted()
        let ranges = sorted.map { lines.line($0) }
        var blocks: [Int: (node: NodeID, range: SourceRange)] = [:]
        for id in 0..<NodeID(tree.nodeCount) {
            let node = tree[id]
            let isItem = node.parent >= 0 && tree[node.parent].isList
            guard !node.flags.contains(.aliased), isItem || node.flags.contains(.key) else { continue }
            let start = Int(node.start)
            var low = 0
            var high = ranges.count
            while low < high {
                let middle = (low + high) / 2
                if ranges[middle].lowerBound <= start { low = middle + 1 } else { high = middle }
            }
            guard low > 0, start <= ranges[low - 1].upperBound, blocks[sorted[low - 1]] == nil else { continue }
            var range = tree.range(of: id)
            if node.flags.contains(.key), node.next >= 0, !tree[node.next].flags.contains(.aliased) {
                range.end = max(range.end, tree.range(of: node.next).end)
            }
            // What is missing in it may be reported at its very end.
            blocks[sorted[low - 1]] = (id, SourceRange(range.start, max(range.end, ranges[low - 1].upperBound)))
        }
        return blocks
    }
}
