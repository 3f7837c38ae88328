internal import Basics
internal import ContractModel
internal import Diagnostics

/// Matching of the objects, or properties of one place, that are the same in both versions.
struct SchemaMatching {
    enum Ground { case id, name, physicalName, businessName }

    struct Pair {
        var old: Int
        var new: Int
        var ground: Ground
    }

    private(set) var pairs: [Pair] = []
    private(set) var removed: [Int] = []
    private(set) var added: [Int] = []
    /// Removed and added elements of one name that are not the same: their ids and types differ.
    private(set) var recycled: [(old: Int, new: Int)] = []

    /// Matches by id, by name, by physical name, by business name or synonym, in this order.
    ///
    /// - Parameter isOfLikeType: whether two elements, by index, may be the same though their ids differ.
    init(_ old: [ElementRef], _ new: [ElementRef], isOfLikeType: (Int, Int) -> Bool) {
        var state = State(old: old, new: new)
        state.match(.id, isUniqueOnly: true, { $0.text(.id) })
        var recycled: [(old: Int, new: Int)] = []
        state.match(
            .name, isUniqueOnly: false, { $0.text(.name) ?? $0.text(.physicalName) },
            refusing: { own, other in
                guard let id = old[own].text(.id), let newID = new[other].text(.id), id != newID,
                    !isOfLikeType(own, other)
                else { return false }
                recycled.append((own, other))
                return true
            })
        let refused = Set(recycled.map(\.old))
        state.match(.physicalName, isUniqueOnly: true, { $0.text(.physicalName) ?? $0.text(.name) }) { own, _ in
            refused.contains(own)
        }
        // Of letters in another case.
        state.match(.physicalName, isUniqueOnly: true, { ($0.text(.physicalName) ?? $0.text(.name))?.lowercased() }) {
            own, _ in refused.contains(own)
        }
        state.match(.businessName, isUniqueOnly: true, { $0.text(.businessName)?.lowercased() }) { own, _ in
            refused.contains(own)
        }
        state.matchSynonyms()
        // What has no name is told apart by its place alone.
        state.match(.name, isUniqueOnly: false, { $0.text(.name) == nil && $0.text(.physicalName) == nil ? "" : nil })
        self.recycled = recycled
        for index in old.indices where state.partner[index] >= 0 {
            pairs.append(Pair(old: index, new: state.partner[index], ground: state.grounds[index]))
        }
        removed = state.restOfOld
        added = state.restOfNew
    }

    private struct State {
        let old: [ElementRef]
        let new: [ElementRef]
        var partner: [Int]
        var grounds: [Ground]
        var restOfOld: [Int]
        var restOfNew: [Int]

        init(old: [ElementRef], new: [ElementRef]) {
            self.old = old
            self.new = new
            partner = [Int](repeating: -1, count: old.count)
            grounds = [Ground](repeating: .name, count: old.count)
            restOfOld = Array(old.indices)
            restOfNew = Array(new.indices)
        }

        /// - Parameters:
        ///   - isUniqueOnly: whether a key that is there twice matches nothing; else such elements are matched in
        ///     order.
        ///   - refusing: whether two of one key are not the same all the same.
        mutating func match(
            _ ground: Ground, isUniqueOnly: Bool, _ key: (ElementRef) -> String?,
            refusing: (Int, Int) -> Bool = { _, _ in false }
        ) {
            if restOfOld.isEmpty || restOfNew.isEmpty { return }
            var places: [ExactText: [Int]] = [:]
            for index in restOfNew {
                if let key = key(new[index]) { places[ExactText(key), default: []].append(index) }
            }
            var seen: [ExactText: Int] = [:]
            var keys: [ExactText?] = []
            for index in restOfOld {
                let text = key(old[index]).map(ExactText.init)
                keys.append(text)
                if let text { seen[text, default: 0] += 1 }
            }
            var taken = Set<Int>()
            var turn: [ExactText: Int] = [:]
            for (index, key) in zip(restOfOld, keys) {
                guard let key, let others = places[key] else { continue }
                if isUniqueOnly, others.count > 1 || seen[key] != 1 { continue }
                let place = turn[key, default: 0]
                guard place < others.count else { continue }
                turn[key] = place + 1
                if refusing(index, others[place]) { continue }
                partner[index] = others[place]
                grounds[index] = ground
                taken.insert(others[place])
            }
            if taken.isEmpty { return }
            restOfOld.removeAll { partner[$0] >= 0 }
            restOfNew.removeAll { taken.contains($0) }
        }

        /// The name of one is a synonym of the other (ODCS 3.2), and of no other.
        mutating func matchSynonyms() {
            if restOfOld.isEmpty || restOfNew.isEmpty { return }
            func synonyms(_ element: ElementRef) -> [String] {
                element.elements(.synonyms).compactMap { $0.text(.synonym)?.lowercased() }
            }
            func index(_ rest: [Int], _ elements: [ElementRef], _ keys: (ElementRef) -> [String]) -> [String: Int] {
                var places: [String: Int] = [:]
                for index in rest {
                    for key in Set(keys(elements[index])) { places[key] = places[key] == nil ? index : -1 }
                }
                return places
            }
            let name = { (element: ElementRef) in element.text(.name).map { [$0.lowercased()] } ?? [] }
            let (oldNames, newNames) = (index(restOfOld, old, name), index(restOfNew, new, name))
            let (oldWords, newWords) = (index(restOfOld, old, synonyms), index(restOfNew, new, synonyms))
            var claims: [Int: Set<Int>] = [:]
            for (isOld, names, words) in [(true, oldNames, newWords), (false, newNames, oldWords)] {
                for (key, index) in names {
                    guard let other = words[key], index >= 0, other >= 0 else { continue }
                    let pair = isOld ? (index, other) : (other, index)
                    claims[pair.0, default: []].insert(pair.1)
                }
            }
            var wanted: [Int: Int] = [:]
            for others in claims.values { for other in others { wanted[other, default: 0] += 1 } }
            var taken = Set<Int>()
            for (own, others) in claims {
                guard others.count == 1, let other = others.first, wanted[other] == 1 else { continue }
                partner[own] = other
                grounds[own] = .businessName
                taken.insert(other)
            }
            restOfOld.removeAll { partner[$0] >= 0 }
            restOfNew.removeAll { taken.contains($0) }
        }
    }
}
