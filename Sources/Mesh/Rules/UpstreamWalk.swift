/// Walk along what a contract is made from: nearest first, past what is silent.
extension MeshCheck {
    /// Contract that was met on the way, with the dependencies that lead there, the nearest first: of a long way the last ones,
    /// as many as a finding shows.
    struct Met {
        var unit: Int
        var path: [Dependency]
    }

    /// - Parameter speaks: true: the contract says something about the matter, and what is behind it is its own affair.
    mutating func upstream(of contract: Int, speaks: (Int) -> Bool) -> [Met] {
        var before: [Int: Int32] = [contract: -1]
        var queue = [contract]
        var head = 0
        var found: [Met] = []
        while head < queue.count, steps > 0 {
            let unit = queue[head]
            head += 1
            for number in mesh.dependencies(to: unit) {
                steps -= 1
                let dependency = mesh.dependencies[Int(number)]
                guard dependency.kind == .derivation || dependency.kind == .lineage, before[dependency.from] == nil
                else { continue }
                before[dependency.from] = number
                if speaks(dependency.from) {
                    let path = path(from: dependency.from, before)
                    steps -= path.count
                    found.append(Met(unit: dependency.from, path: path))
                } else {
                    queue.append(dependency.from)
                }
            }
        }
        return found
    }

    private func path(from unit: Int, _ before: [Int: Int32]) -> [Dependency] {
        var path: [Dependency] = []
        var here = unit
        while path.count < MeshFinding.mostRelated, let number = before[here], number >= 0 {
            let dependency = mesh.dependencies[Int(number)]
            path.append(dependency)
            here = dependency.to
        }
        return path.reversed()
    }

    /// Property of a contract.
    struct PropertyName: Hashable {
        var unit: Int
        var path: String
    }
}
