/// Findings in the order of reports, each with its fingerprint, and from here on without secrets: the one way of a finding into
/// a report.
package struct SortedFindings: Sendable {
    package private(set) var all: [Finding]

    package init(_ unsorted: consuming [Finding]) {
        all = unsorted
        Self.sort(&all)
        Fingerprint.assign(to: &all)
        for index in all.indices { all[index].hideSecrets() }
    }

    /// Findings of reports on the same files, which have their fingerprints and no secrets any more.
    init(merging findings: consuming [Finding]) {
        all = findings
        Self.sort(&all)
    }

    /// Marks findings that count as hidden.
    ///
    /// - Parameter exception: of a finding; nil: it goes on to count.
    /// - Returns: how many were marked.
    @discardableResult
    package mutating func except(_ exception: (Finding) -> Finding.Exception?) -> Int {
        var count = 0
        for index in all.indices where !all[index].isExcepted {
            guard let exception = exception(all[index]) else { continue }
            if exception.isVoid {
                all[index].exception = all[index].exception ?? exception
            } else {
                all[index].exception = exception
                count += 1
            }
        }
        return count
    }

    /// Leaves only some findings; what is left keeps its fingerprints.
    package mutating func keep(_ isKept: (Finding) -> Bool) { all.removeAll { !isKept($0) } }

    consuming func split() -> (counting: [Finding], excepted: [Finding]) {
        guard all.indices.contains(where: { all[$0].isExcepted }) else { return (all, []) }
        return (all.filter { !$0.isExcepted }, all.filter(\.isExcepted))
    }

    /// Findings are large, and mostly in order already: their numbers are sorted, and each is moved once at most.
    private static func sort(_ findings: inout [Finding]) {
        let order = findings.withUnsafeBufferPointer { all in all.indices.sorted { inOrder(all[$0], all[$1]) } }
        if zip(order, order.dropFirst()).allSatisfy({ $0 < $1 }) { return }
        findings = order.map { findings[$0] }
    }

    private static func inOrder(_ a: Finding, _ b: Finding) -> Bool {
        if a.place.file != b.place.file { return a.place.file < b.place.file }
        if a.offset != b.offset { return a.offset < b.offset }
        if a.place.end != b.place.end { return a.place.end < b.place.end }
        if a.rule != b.rule { return a.rule < b.rule }
        if a.message != b.message { return a.message < b.message }
        return (a.clause ?? "") < (b.clause ?? "")
    }
}
