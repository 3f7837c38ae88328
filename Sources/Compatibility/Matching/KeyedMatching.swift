internal import Basics
internal import ContractModel
internal import Diagnostics

/// Matching of the elements that are the same in two lists.
struct ElementMatching {
    var pairs: [(old: ElementRef, new: ElementRef)] = []
    var removed: [ElementRef] = []
    var added: [ElementRef] = []

    /// Matches elements by `id`, then by each of the other keys in turn.
    ///
    /// An id that a list has twice identifies nothing. Where another key is there several times, equal elements are
    /// matched first and the others in their order, so none is ever taken for none. Linear in the size of the lists.
    ///
    /// - Parameter last: a key that pairs what is left where either list has it once.
    init(
        _ old: [ElementRef], _ new: [ElementRef], by keys: [(ElementRef) -> String?],
        lastly last: @escaping (ElementRef) -> String? = { _ in nil }
    ) {
        var restOfOld = Array(old.indices)
        var restOfNew = Array(new.indices)
        var partner = [Int](repeating: -1, count: old.count)
        // What has none of the keys is told apart by its place alone.
        let stages: [(ElementRef) -> String?] =
            [{ $0.text(.id) }] + keys + [{ element in keys.allSatisfy { $0(element) == nil } ? "" : nil }, last]
        for (stage, key) in stages.enumerated() where !restOfOld.isEmpty && !restOfNew.isEmpty {
            var groups: [ExactText: (old: [Int], new: [Int])] = [:]
            for index in restOfOld {
                if let key = key(old[index]) { groups[ExactText(key), default: ([], [])].old.append(index) }
            }
            for index in restOfNew {
                if let key = key(new[index]) { groups[ExactText(key), default: ([], [])].new.append(index) }
            }
            var taken = Set<Int>()
            for group in groups.values where !group.old.isEmpty && !group.new.isEmpty {
                let isUnique = group.old.count == 1 && group.new.count == 1
                if stage == 0 || stage == stages.count - 1, !isUnique { continue }
                let matched = isUnique ? [(group.old[0], group.new[0])] : Self.matched(group, old, new)
                for (own, other) in matched {
                    partner[own] = other
                    taken.insert(other)
                }
            }
            restOfOld.removeAll { partner[$0] >= 0 }
            restOfNew.removeAll { taken.contains($0) }
        }
        for index in old.indices where partner[index] >= 0 { pairs.append((old[index], new[partner[index]])) }
        removed = restOfOld.map { old[$0] }
        added = restOfNew.map { new[$0] }
    }

    /// Equal elements with each other, the rest in order.
    private static func matched(
        _ group: (old: [Int], new: [Int]), _ old: [ElementRef], _ new: [ElementRef]
    ) -> [(Int, Int)] {
        func content(_ element: ElementRef) -> ExactText {
            ExactText(ValueEquality.canonical(element.document.tree, element.node))
        }
        var places: [ExactText: [Int]] = [:]
        for index in group.new.reversed() { places[content(new[index]), default: []].append(index) }
        var matched: [(Int, Int)] = []
        var rest: [Int] = []
        var taken = Set<Int>()
        for index in group.old {
            if let other = places[content(old[index])]?.popLast() {
                matched.append((index, other))
                taken.insert(other)
            } else {
                rest.append(index)
            }
        }
        return matched + zip(rest, group.new.filter { !taken.contains($0) })
    }
}
