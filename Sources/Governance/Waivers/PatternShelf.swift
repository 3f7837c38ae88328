internal import Basics

/// Waivers by one of their texts, written out or as a glob: found by what they may match without asking all of them.
///
/// A glob is looked up by the text before its first sign, else by that behind its last one, else by the longest between two.
struct PatternShelf {
    private var exact: [ExactText: [Int]] = [:]
    private var beginnings = Literals()
    private var endings = Literals()
    private var parts = Literals()
    /// Those that may match anything.
    private var others: [Int] = []

    /// Waivers by a literal part of their globs.
    private struct Literals {
        private var numbers: [ExactText: [Int]] = [:]
        /// In bytes, of the literals there are, as they came.
        private(set) var lengths: [Int] = []
        private var known: Set<Int> = []

        mutating func add(_ literal: ArraySlice<UInt8>, _ index: Int) {
            numbers[Self.key(literal), default: []].append(index)
            if known.insert(literal.count).inserted { lengths.append(literal.count) }
        }

        static func key(_ bytes: ArraySlice<UInt8>) -> ExactText { ExactText(String(decoding: bytes, as: UTF8.self)) }

        /// - Returns: whether `body` has.
        func contains(_ bytes: ArraySlice<UInt8>, where body: (Int) -> Bool) -> Bool {
            numbers[Self.key(bytes)]?.contains(where: body) ?? false
        }
    }

    /// - Parameter pattern: nil: it matches anything.
    mutating func add(_ pattern: String?, _ index: Int) {
        guard let pattern else { return others.append(index) }
        guard Waiver.isGlob(pattern) else { return exact[ExactText(pattern), default: []].append(index) }
        let pieces = Array(pattern.utf8).split(omittingEmptySubsequences: false, whereSeparator: Waiver.isSign)
        if let first = pieces.first, !first.isEmpty {
            beginnings.add(first, index)
        } else if let last = pieces.last, !last.isEmpty {
            endings.add(last, index)
        } else if let longest = pieces.max(by: { $0.count < $1.count }), !longest.isEmpty {
            parts.add(longest, index)
        } else {
            others.append(index)
        }
    }

    /// Calls `body` with the number of each waiver that may match a text, until it returns true.
    ///
    /// - Returns: whether it has.
    func forEach(_ text: String, _ body: (Int) -> Bool) -> Bool {
        if let found = exact[ExactText(text)], found.contains(where: body) { return true }
        let bytes = Array(text.utf8)
        for length in beginnings.lengths where length <= bytes.count {
            if beginnings.contains(bytes.prefix(length), where: body) { return true }
        }
        for length in endings.lengths where length <= bytes.count {
            if endings.contains(bytes.suffix(length), where: body) { return true }
        }
        for length in parts.lengths where length <= bytes.count {
            // A waiver is asked once, however often its part stands there.
            var seen: Set<ExactText> = []
            for start in 0...(bytes.count - length) {
                let part = bytes[start..<start + length]
                if seen.insert(Literals.key(part)).inserted, parts.contains(part, where: body) { return true }
            }
        }
        return others.contains(where: body)
    }
}
