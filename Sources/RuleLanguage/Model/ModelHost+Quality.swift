internal import ContractModel

/// Quality rules that may check an element without anybody here being able to tell.
extension ModelHost {
    /// Answer to whether quality rules that nobody here can judge may check an element: its own, those of what holds it, and
    /// those at the top of the contract.
    func mayBeChecked(_ id: ElementID) -> Bool {
        var path: [ElementID] = []
        var here = id
        var answer = false
        while here >= 0 {
            if let known = unjudged[here] {
                answer = known
                break
            }
            path.append(here)
            if element(here).hasUnjudgedQuality {
                answer = true
                break
            }
            here = memory.parent(of: here)
        }
        for id in path { unjudged[id] = answer }
        return answer
    }
}
