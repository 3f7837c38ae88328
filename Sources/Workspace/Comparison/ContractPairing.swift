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
    mutating func pair(heads: [VersionText], bases: [VersionText], counterparts: [Int?]) {
        // The same id in the same file, each in its turn.
        var inFile: [FileAndID: Queue] = [:]
        // The same id somewhere else: it was moved.
        var anywhere: [String: Queue] = [:]
        // The same file: its id changed, or there is none.
        var files = [Queue](repeating: Queue(), count: bases.count)
        for (file, text) in bases.enumerated() {
            for (index, contract) in text.contracts.enumerated() {
                let base = Member(file: file, contract: index)
                files[file].members.append(base)
                guard let id = contract.id else { continue }
                inFile[FileAndID(file: file, id: id), default: Queue()].members.append(base)
                anywhere[id, default: Queue()].members.append(base)
            }
        }
        eachHead(heads) { own, head, id in
            guard let file = counterparts[head.file], let id else { return }
            if let base = inFile[FileAndID(file: file, id: id)]?.next(notIn: own.taken) { own.pair(head, base) }
        }
        eachHead(heads) { own, head, id in
            guard own.earlier[head] == nil, let id else { return }
            if let base = anywhere[id]?.next(notIn: own.taken) { own.pair(head, base) }
        }
        eachHead(heads) { own, head, _ in
            guard own.earlier[head] == nil, let file = counterparts[head.file] else { return }
            if let base = files[file].next(notIn: own.taken) { own.pair(head, base) }
        }
    }

    private struct FileAndID: Hashable {
        var file: Int
        var id: String
    }

    /// Contracts that wait to be paired, in their order. What is taken stays so, and is passed over once.
    private struct Queue {
        var members: [Member] = []
        private var passed = 0

        mutating func next(notIn taken: Set<Member>) -> Member? {
            while passed < members.count, taken.contains(members[passed]) { passed += 1 }
            return passed < members.count ? members[passed] : nil
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
