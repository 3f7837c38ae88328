internal import Basics
internal import Diagnostics

/// Rings of products and contracts.
extension MeshCheck {
    mutating func judgeCycles() {
        for component in components() {
            // Products come before contracts in the order of units.
            guard let start = component.first(where: { units[$0].isJudged }) else { continue }
            let path = shortestCycle(through: start, within: Set(component))
            guard let first = path.first else { continue }
            let hops = path.map { named($0.to) }
            let shown = hops.count > 8 ? Array(hops.prefix(6)) + ["… (\(hops.count - 7) more)"] + hops.suffix(1) : hops
            add(
                MeshFinding(
                    rule: MeshRules.cycle, unit: start, spot: units[start].spot, element: nil,
                    message:
                        "\(named(start)) depends on itself: "
                        + ([named(first.from)] + shown).joined(separator: " → "),
                    help: "take one of these dependencies out, or split the product so that data flows one way",
                    related: path.map { hop($0) }, subject: units[start].label))
        }
    }

    /// Strongly connected parts that hold a cycle, each sorted, in the order of their first members (Tarjan, with a stack of its own).
    func components() -> [[Int]] {
        let count = units.count
        var number = [Int32](repeating: -1, count: count)
        var low = [Int32](repeating: 0, count: count)
        var isOpen = [Bool](repeating: false, count: count)
        var stack: [Int] = []
        var next: Int32 = 0
        var found: [[Int]] = []
        var work: [(unit: Int, at: Int)] = []
        for root in 0..<count where number[root] < 0 && units[root].kind != .agreement {
            work.append((root, 0))
            while let (unit, at) = work.last {
                if at == 0 {
                    number[unit] = next
                    low[unit] = next
                    next += 1
                    stack.append(unit)
                    isOpen[unit] = true
                }
                let edges = mesh.dependencies(from: unit)
                var index = at
                var descended = false
                while index < edges.count {
                    let dependency = mesh.dependencies[Int(edges[edges.startIndex + index])]
                    index += 1
                    guard dependency.flows else { continue }
                    if number[dependency.to] < 0 {
                        work[work.count - 1].at = index
                        work.append((dependency.to, 0))
                        descended = true
                        break
                    }
                    if isOpen[dependency.to] { low[unit] = min(low[unit], number[dependency.to]) }
                }
                if descended { continue }
                work.removeLast()
                if let parent = work.last?.unit { low[parent] = min(low[parent], low[unit]) }
                guard low[unit] == number[unit] else { continue }
                var members: [Int] = []
                while let last = stack.popLast() {
                    isOpen[last] = false
                    members.append(last)
                    if last == unit { break }
                }
                if members.count > 1 || isLoop(unit) { found.append(members.sorted()) }
            }
        }
        return found.sorted { $0[0] < $1[0] }
    }

    private func isLoop(_ unit: Int) -> Bool {
        mesh.dependencies(from: unit).contains { number in
            let dependency = mesh.dependencies[Int(number)]
            return dependency.flows && dependency.to == unit
        }
    }

    private func shortestCycle(through start: Int, within members: Set<Int>) -> [Dependency] {
        var reached: [Int: Int32] = [:]
        var queue = [start]
        var head = 0
        while head < queue.count {
            let unit = queue[head]
            head += 1
            for number in mesh.dependencies(from: unit) {
                let dependency = mesh.dependencies[Int(number)]
                guard dependency.flows, members.contains(dependency.to), reached[dependency.to] == nil else { continue }
                reached[dependency.to] = number
                if dependency.to == start {
                    var path = [dependency]
                    while let first = path.last, first.from != start, let before = reached[first.from] {
                        path.append(mesh.dependencies[Int(before)])
                    }
                    return path.reversed()
                }
                queue.append(dependency.to)
            }
        }
        return []
    }
}
