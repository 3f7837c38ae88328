/// Pairs of a contract of the head and its earlier version in the base: by id, then by path.
struct ContractPairing {
    /// A contract: the number of its file, and its number among the contracts of the file.
    struct Member: Hashable {
        var file: Int
        var contract: Int
    }

    /// By contract of the head.
    private(set) var earlier: [Member: Member] = [:]
    private var taken: Set<Member> = []

    func isTaken(_ base: Member) -> Bool { taken.contains(base) }

    mutating func pair(_ head: Member, _ base: Member) {
        earlier[head] = base
        taken.insert(base)
    }

    /// Excuses a contract of the base from being missed: its file in the head cannot be read.
    mutating func excuse(_ base: Member) { taken.insert(base) }

    /// - Parameters:
    ///   - counterparts: by file of the head, its file in the base.
    ///   - aside: files of the base that nobody asks about: what they hold comes after all others.
    mutating func pair(
        heads: [VersionText], bases: [VersionText], counterparts: [Int?], aside: Set<Int> = []
    ) {
        // The same id in the same file, each in its turn.
        eachHead(heads) { own, head, id in
            guard let file = counterparts[head.file], let id else { return }
            for index in bases[file].contracts.indices where bases[file].contracts[index].id == id {
                let base = Member(file: file, contract: index)
                if !own.taken.contains(base) { return own.pair(head, base) }
            }
        }
        // The same id somewhere else: it was moved.
        var byID: [String: [Member]] = [:]
        for (file, text) in bases.enumerated().filter({ !aside.contains($0.offset) })
            + bases.enumerated().filter({ aside.contains($0.offset) })
        {
            for (index, contract) in text.contracts.enumerated() {
                if let id = contract.id { byID[id, default: []].append(Member(file: file, contract: index)) }
            }
        }
        eachHead(heads) { own, head, id in
            guard own.earlier[head] == nil, let id else { return }
            if let base = byID[id]?.first(where: { !own.taken.contains($0) }) { own.pair(head, base) }
        }
        // The same file: its id changed, or there is none.
        eachHead(heads) { own, head, _ in
            guard own.earlier[head] == nil, let file = counterparts[head.file] else { return }
            for index in bases[file].contracts.indices {
                let base = Member(file: file, contract: index)
                if !own.taken.contains(base) { return own.pair(head, base) }
            }
        }
    }

    private mutating func eachHead(
        _ heads: [VersionText], _ body: (inout ContractPairing, Member, String?) -> Void
    ) {
        for (file, text) in heads.enumerated() {
            for (index, contract) in text.contracts.enumerated() {
                body(&self, Member(file: file, contract: index), contract.id)
            }
        }
    }
}
