internal import Basics

/// The mesh: all units that are known, and what depends on what. The same for the same units, in whatever order they come.
package final class Mesh: Sendable {
    package let units: [Unit]
    package let dependencies: [Dependency]
    /// Names that lead to no unit.
    package let missing: [Missing]
    /// References into files that are no unit's, or have no such element.
    package let strayReferences: [StrayReference]
    package let options: MeshOptions
    let names: UnitNames
    /// For each consumer contract the contracts that it relies on.
    package let providers: [Int: [Int]]
    /// For each unit the dependencies in which it is upstream, and those in which it is downstream, as ranges of numbers.
    private let outgoing: Adjacency
    private let incoming: Adjacency

    /// Reference of a key that leads nowhere.
    package struct StrayReference: Hashable, Sendable {
        package var unit: Int
        package var reference: Unit.Reference
        package var problem: String
    }

    /// A mesh that is larger than anybody can link.
    package struct TooLarge: Error {
        package let message: String
    }

    /// More dependencies than these are the work of an attacker, or of a generator gone wrong.
    static let mostDependencies = 5_000_000

    /// Links units, in whatever order they come.
    ///
    /// - Throws: where there is more than anybody can link: a part of it is not taken for the whole.
    package static func linked(_ units: [Unit], _ options: MeshOptions) throws(TooLarge) -> Mesh {
        var linker = Linker(distinct(units.sorted(by: Unit.isBefore)), options)
        linker.run()
        if linker.dependencies.count > mostDependencies {
            throw TooLarge(
                message:
                    "the mesh has more than \(mostDependencies) dependencies and was not linked: no rule about it was asked"
            )
        }
        return Mesh(linker)
    }

    private init(_ linker: Linker) {
        let sorted = linker.dependencies.sorted(by: Dependency.isBefore)
        units = linker.units
        options = linker.options
        names = linker.names
        dependencies = sorted
        missing = linker.missing
        providers = linker.providers
        strayReferences = linker.strays
        outgoing = Adjacency(linker.units.count, sorted.map(\.from))
        incoming = Adjacency(linker.units.count, sorted.map(\.to))
    }

    /// Units without those that are only known and that another one is as well: an interface file may repeat what a folder has.
    private static func distinct(_ sorted: [Unit]) -> [Unit] {
        var kept: [Unit] = []
        kept.reserveCapacity(sorted.count)
        for unit in sorted {
            if !unit.isJudged, let last = kept.last, last.kind == unit.kind, ExactText(last.id) == ExactText(unit.id),
                last.version.map({ ExactText($0) }) == unit.version.map({ ExactText($0) })
            {
                continue
            }
            kept.append(unit)
        }
        return kept
    }

    /// Numbers of the dependencies in which a unit is upstream.
    package func dependencies(from unit: Int) -> ArraySlice<Int32> { outgoing[unit] }
    /// Numbers of the dependencies in which a unit is downstream.
    package func dependencies(to unit: Int) -> ArraySlice<Int32> { incoming[unit] }

    /// Numbers grouped by what they belong to.
    private struct Adjacency {
        private var starts: [Int32]
        private var members: [Int32]

        init(_ count: Int, _ keys: [Int]) {
            starts = [Int32](repeating: 0, count: count + 1)
            for key in keys { starts[key + 1] += 1 }
            for index in 0..<count { starts[index + 1] += starts[index] }
            var next = starts
            members = [Int32](repeating: 0, count: keys.count)
            for (number, key) in keys.enumerated() {
                members[Int(next[key])] = Int32(number)
                next[key] += 1
            }
        }

        subscript(_ unit: Int) -> ArraySlice<Int32> { members[Int(starts[unit])..<Int(starts[unit + 1])] }
    }
}
