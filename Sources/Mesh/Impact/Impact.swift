internal import Basics

/// Units that a change of a contract, or of a part of it, may hurt: all that is downstream, nearest first.
package struct Impact: Sendable {
    package struct Hit: Hashable, Sendable {
        package var unit: Int
        /// The element that is hit, as far as it is known.
        package var element: String?
        /// Number of dependencies on the shortest path.
        package var distance: Int
        /// That of the least exact dependency on the path; of several paths of one length the most exact counts.
        package var exactness: Dependency.Exactness
        /// Number of the last dependency on the path.
        package var last: Int
    }

    /// Dependencies of a path that are named: of a longer one the last, which lead to who is hurt. The paths of all hits of a long
    /// chain would take the square of its length.
    package static let mostHops = 100

    package let origin: Int
    package let element: String?
    /// Nearest first, then by name.
    package let hits: [Hit]
    private let reached: [State: Reached]

    /// Part of a unit; nil: anything in it.
    private struct State: Hashable {
        var unit: Int
        var element: String?
    }

    private struct Reached {
        var distance: Int
        var exactness: Dependency.Exactness
        /// Number of the dependency that led here, and the state before it; nil: the origin.
        var before: (dependency: Int, state: State)?
    }

    /// - Parameter element: `orders` or `orders.customer_id`; nil: the contract as a whole.
    package init(of origin: Int, _ element: String? = nil, in mesh: Mesh) {
        self.origin = origin
        self.element = element
        let start = State(unit: origin, element: element)
        var reached: [State: Reached] = [start: Reached(distance: 0, exactness: .property)]
        var layer = [start]
        var distance = 0
        while !layer.isEmpty {
            distance += 1
            var next: [State] = []
            for state in layer {
                guard let own = reached[state] else { continue }
                for number in mesh.dependencies(from: state.unit) {
                    let dependency = mesh.dependencies[Int(number)]
                    guard dependency.flows, Self.isTouched(dependency, by: state.element) else { continue }
                    let isExact = dependency.kind == .lineage || dependency.kind == .need
                    let target = State(unit: dependency.to, element: isExact ? dependency.toElement : nil)
                    let exactness = min(own.exactness, dependency.exactness)
                    if let known = reached[target] {
                        guard known.distance == distance, known.exactness < exactness else { continue }
                        reached[target] = Reached(
                            distance: distance, exactness: exactness, before: (Int(number), state))
                        continue
                    }
                    reached[target] = Reached(distance: distance, exactness: exactness, before: (Int(number), state))
                    next.append(target)
                }
            }
            layer = next
        }
        var best: [Int: (state: State, reached: Reached)] = [:]
        for (state, own) in reached where state.unit != origin || own.distance > 0 {
            if state.unit == origin { continue }
            guard let known = best[state.unit] else {
                best[state.unit] = (state, own)
                continue
            }
            if Self.isBetter((state, own), known) { best[state.unit] = (state, own) }
        }
        self.reached = reached
        hits = best.compactMap { unit, found in
            guard let last = found.reached.before?.dependency else { return nil }
            return Hit(
                unit: unit, element: found.state.element, distance: found.reached.distance,
                exactness: found.reached.exactness, last: last)
        }
        // Units lie in the order of their kinds and names.
        .sorted { ($0.distance, $0.unit) < ($1.distance, $1.unit) }
    }

    /// Numbers of the dependencies on the path to a unit that is hit, in the order of the flow.
    package func path(to hit: Hit) -> [Int] {
        var path: [Int] = []
        var here = reached[State(unit: hit.unit, element: hit.element)]
        while let before = here?.before, path.count < Self.mostHops {
            path.append(before.dependency)
            here = reached[before.state]
        }
        return path.reversed()
    }

    private static func isBetter(_ a: (state: State, reached: Reached), _ b: (state: State, reached: Reached)) -> Bool {
        if a.reached.distance != b.reached.distance { return a.reached.distance < b.reached.distance }
        if a.reached.exactness != b.reached.exactness { return a.reached.exactness > b.reached.exactness }
        // The whole unit before one of its elements.
        return (a.state.element ?? "") < (b.state.element ?? "")
    }

    /// True when what changes is what a dependency is about, holds it or is part of it.
    private static func isTouched(_ dependency: Dependency, by element: String?) -> Bool {
        guard let element, let from = dependency.fromElement else { return true }
        if from == element { return true }
        return isPart(from, of: element) || isPart(element, of: from)
    }

    private static func isPart(_ inner: String, of outer: String) -> Bool {
        guard inner.utf8.count > outer.utf8.count, inner.hasPrefix(outer) else { return false }
        let next = inner.utf8[inner.utf8.index(inner.utf8.startIndex, offsetBy: outer.utf8.count)]
        return next == UInt8(ascii: ".") || next == UInt8(ascii: "[") || next == UInt8(ascii: "{")
    }
}

extension Mesh {
    /// The contract that somebody names: `ID`, `ID@VERSION`, or the path of its file; nil: none.
    package func contract(named name: String) -> Int? {
        if case .found(let index) = names.resolve(.contract, name, nil) { return index }
        if let at = name.lastIndex(of: "@"),
            case .found(let index) = names.resolve(
                .contract, String(name[..<at]), String(name[name.index(after: at)...]))
        {
            return index
        }
        return units.firstIndex { $0.kind == .contract && $0.file == name }
    }

    /// True when a contract has an element of this name.
    package func has(_ element: String, in contract: Int) -> Bool {
        units[contract].objects.contains { object in
            object.name == element || object.properties.contains { $0.path == element }
        }
    }
}
