/// Dependency of one unit on another, with the YAML that made it.
package struct Dependency: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        /// A product reads a contract.
        case input
        /// A product offers a contract.
        case offer
        /// A contract is made from another one, as an output port says or leaves open.
        case derivation
        /// A property or object says what it is made from.
        case lineage
        /// A consumer contract needs an element of its provider.
        case need
        /// A key of a contract refers to one of another.
        case reference
    }

    /// Part of a unit that it is about: the later, the more exact.
    package enum Exactness: String, CaseIterable, Comparable, Sendable {
        case product, contract, object, property

        package static func < (a: Exactness, b: Exactness) -> Bool { a.rank < b.rank }
        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// Value that says so: in which unit, where, and of which element.
    package struct Evidence: Hashable, Sendable {
        package var unit: Int
        package var spot: Spot
        package var element: String?
    }

    package var kind: Kind
    /// Upstream: number of the unit in the mesh.
    package var from: Int
    /// Downstream.
    package var to: Int
    package var exactness: Exactness
    /// True when nobody wrote it: an output port that names no inputs is taken to use all that its product reads.
    package var isAssumed = false
    /// False: nothing that changes at one end is felt at the other.
    package var flows = true
    package var fromElement: String?
    package var toElement: String?
    package var evidence: Evidence

    /// Order of all dependencies, whatever the order in which they were found.
    static func isBefore(_ a: Dependency, _ b: Dependency) -> Bool {
        if (a.from, a.to) != (b.from, b.to) { return (a.from, a.to) < (b.from, b.to) }
        if a.kind != b.kind { return a.kind.rawValue < b.kind.rawValue }
        if a.exactness != b.exactness { return a.exactness > b.exactness }
        if a.fromElement != b.fromElement { return (a.fromElement ?? "") < (b.fromElement ?? "") }
        if a.toElement != b.toElement { return (a.toElement ?? "") < (b.toElement ?? "") }
        let (own, other) = (a.evidence, b.evidence)
        return (own.unit, own.spot.line, own.spot.column) < (other.unit, other.spot.line, other.spot.column)
    }
}

/// Name of a unit that leads to none of those that are known.
package struct Missing: Hashable, Sendable {
    package enum Use: Hashable, Sendable {
        case inputPort, outputPort, inputContract
        case agreementContract, agreementProduct, agreementPort, agreementConsumer
        case source, provider
    }

    package var use: Use
    /// The unit that names it.
    package var unit: Int
    package var kind: Unit.Kind
    package var id: String
    package var version: String?
    /// Versions that there are of this id; empty: it is not there at all.
    package var versions: [String] = []
    /// Ids that are nearly this one.
    package var similar: [String] = []
    package var element: String?
    package var spot: Spot
    /// Words about what exactly is missing, where it is no unit.
    package var detail: String?

    /// True when the id is not there at all: outside of a complete mesh it may be anywhere.
    package var isOutside: Bool { versions.isEmpty && detail == nil }
}
