/// Report of whom a change of a contract may hurt.
package struct MeshImpactReport: Sendable {
    /// Step of the path from the changed contract to who is hit: who depends, and the value that says so.
    package struct Hop: Hashable, Sendable {
        package var unit: String
        package var element: String?
        package var place: Place

        package init(unit: String, element: String?, place: Place) {
            self.unit = unit
            self.element = element
            self.place = place
        }
    }

    package struct Hit: Hashable, Sendable {
        /// `product:ID` or `contract:ID@VERSION`.
        package var unit: String
        package var kind: String
        package var element: String?
        package var distance: Int
        package var exactness: String
        package var owner: String?
        package var support: String?
        package var path: [Hop]

        package init(
            unit: String, kind: String, element: String?, distance: Int, exactness: String, owner: String?,
            support: String?, path: [Hop]
        ) {
            self.unit = unit
            self.kind = kind
            self.element = element
            self.distance = distance
            self.exactness = exactness
            self.owner = owner
            self.support = support
            self.path = path
        }
    }

    package var contract: String
    package var version: String?
    package var element: String?
    /// Nearest first, then by id.
    package var hits: [Hit]
    /// Number of dependencies that lead out of the roots.
    package var unknown: Int

    package init(contract: String, version: String?, element: String?, hits: [Hit], unknown: Int) {
        self.contract = contract
        self.version = version
        self.element = element
        self.hits = hits
        self.unknown = unknown
    }
}

/// Report of what a mesh holds.
package struct MeshOverview: Sendable {
    package struct Domain: Hashable, Sendable {
        /// Nil: units that say none.
        package var name: String?
        package var products = 0
        package var contracts = 0

        package init(name: String?) { self.name = name }
    }

    package var domains: [Domain]
    package var agreements: Int
    /// By kind, in the order of the kinds.
    package var dependencies: [(kind: String, count: Int)]
    package var unknown: Int
    package var isComplete: Bool

    package init(
        domains: [Domain], agreements: Int, dependencies: [(kind: String, count: Int)], unknown: Int, isComplete: Bool
    ) {
        self.domains = domains
        self.agreements = agreements
        self.dependencies = dependencies
        self.unknown = unknown
        self.isComplete = isComplete
    }
}

/// Graph of a mesh: its nodes and edges as plain values.
package struct MeshGraph: Sendable {
    package struct Node: Hashable, Sendable {
        package var id: String
        package var kind: String
        package var name: String?
        package var domain: String?
        package var version: String?
        package var status: String?
        package var file: String?

        package init(
            id: String, kind: String, name: String?, domain: String?, version: String? = nil, status: String? = nil,
            file: String? = nil
        ) {
            self.id = id
            self.kind = kind
            self.name = name
            self.domain = domain
            self.version = version
            self.status = status
            self.file = file
        }
    }

    package struct Edge: Hashable, Sendable {
        package var from: String
        package var to: String
        package var kind: String
        package var exactness: String
        package var isAssumed: Bool
        package var place: Place?

        package init(from: String, to: String, kind: String, exactness: String, isAssumed: Bool, place: Place?) {
            self.from = from
            self.to = to
            self.kind = kind
            self.exactness = exactness
            self.isAssumed = isAssumed
            self.place = place
        }
    }

    package var nodes: [Node]
    package var edges: [Edge]

    package init(nodes: [Node], edges: [Edge]) {
        self.nodes = nodes
        self.edges = edges
    }
}
