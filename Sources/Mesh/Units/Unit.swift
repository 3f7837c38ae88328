package import Diagnostics

/// Unit of the mesh: a contract, a product or an agreement, by what others may depend on of it (its interface). Plain values, so
/// that the text and the tree of its file can go.
package struct Unit: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable, Comparable {
        // Products come before contracts wherever both are named.
        case product, contract, agreement

        package static func < (a: Kind, b: Kind) -> Bool { a.rank < b.rank }
        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    package var kind: Kind
    package var id: String
    package var version: String?
    /// Name of the standard: ODCS, ODPS, DCS, DPS, DUA.
    package var standard: String
    package var name: String?
    package var domain: String?
    package var tenant: String?
    package var status: String?
    package var owner: String?
    package var support: String?
    package var archetype: String?
    /// The contract that takes its place, as the custom property `successor` says.
    package var successor: String?
    /// The contract that it says it consumes: then it states needs, and promises nothing.
    package var consumes: Target?
    /// The product whose needs it states.
    package var consumer: String?
    package var tags: [String] = []
    package var servers: [Server] = []
    package var objects: [Object] = []
    package var levels: [Level] = []
    package var inputs: [InputPort] = []
    package var outputs: [OutputPort] = []
    package var agreement: Agreement?
    package var references: [Reference] = []
    /// Relative to the working folder, with `/` between folders.
    package var file: String
    /// Byte at which its document starts in the file; -1: the unit is known from an interface file.
    package var offset: Int
    /// Place of its id.
    package var spot: Spot
    /// Place of its archetype.
    package var archetypeSpot: Spot?
    /// True when the file broke off inside: what is missing may have been meant to come.
    package var isIncomplete = false
    /// True: findings may stand in it. Of others only is known that they are there.
    package var isJudged = true

    package init(_ kind: Kind, id: String, standard: String, file: String, offset: Int, spot: Spot) {
        self.kind = kind
        self.id = id
        self.standard = standard
        self.file = file
        self.offset = offset
        self.spot = spot
    }

    /// Name by which commands and reports call it: `product:ID`, `contract:ID@VERSION`.
    package var label: String {
        kind == .contract ? "contract:\(id)" + (version.map { "@\($0)" } ?? "") : "\(kind.rawValue):\(id)"
    }

    /// Order of all units, whatever the order in which files were read.
    package static func isBefore(_ a: Unit, _ b: Unit) -> Bool {
        if a.kind != b.kind { return a.kind < b.kind }
        if a.id != b.id { return a.id < b.id }
        if a.version != b.version { return (a.version ?? "") < (b.version ?? "") }
        // Of two that claim one name, whatever stands first; the judged one before one that an interface file repeats.
        if a.isJudged != b.isJudged { return a.isJudged }
        return (a.file, a.offset) < (b.file, b.offset)
    }

    package var place: Place { spot.place(in: file) }
}

extension Unit {
    /// Server of a contract, as an identity: type and location, no secrets.
    package struct Server: Hashable, Sendable {
        package var name: String?
        package var type: String?
        package var environment: String?
        /// Keys that say where the data lies, sorted, with their values; empty: nowhere in particular.
        package var location: [String]
        package var database: String?
        package var schema: String?
        /// True when unquoted names are the same in any case.
        package var foldsCase: Bool
    }

    /// Table, view or object of a contract.
    package struct Object: Hashable, Sendable {
        package var name: String
        package var id: String?
        package var physicalName: String?
        package var properties: [Property] = []
        /// Sources of the object as a whole.
        package var sources: [Source] = []
        package var spot: Spot
    }

    /// Property of an object, nested ones included.
    package struct Property: Hashable, Sendable {
        /// Path within the contract: `orders.address.city`.
        package var path: String
        package var name: String
        package var id: String?
        package var physicalName: String?
        package var logicalType: String?
        /// Family of the physical type.
        package var family: String?
        package var unit: String?
        package var format: String?
        package var values: [String] = []
        package var classification: String?
        package var tags: [String] = []
        /// Claim of the contract that it is about persons, or is not; nil: it says nothing.
        package var isPersonal: Bool?
        /// Addresses of the authoritative definitions.
        package var definitions: [String] = []
        package var sources: [Source] = []
        package var spot: Spot
    }

    /// Something that a property or an object says it is made of.
    package struct Source: Hashable, Sendable {
        /// A table or a reference, as it is written.
        package var table: String
        package var namespace: String?
        /// Field of the table; nil: the table as a whole.
        package var field: String?
        package var spot: Spot
    }

    /// Promise of a service level, normalised.
    package struct Level: Hashable, Sendable {
        /// `latency`, `retention`, … in letters alone.
        package var name: String
        /// As findings call it: `sla:latency(orders)`.
        package var path: String
        package var element: String?
        package var value: String
        package var unit: String?
        package var isUnlimited = false
        package var spot: Spot
    }

    package struct InputPort: Hashable, Sendable {
        package var name: String
        package var contract: Target?
        package var spot: Spot
        /// Element as findings call it.
        package var path: String { "inputPort:\(name)" }
    }

    package struct OutputPort: Hashable, Sendable {
        package var name: String
        package var id: String?
        package var contract: Target?
        /// Nil: that of the product.
        package var status: String?
        package var inputs: [Target] = []
        package var spot: Spot
        package var path: String { "outputPort:\(name)" }
    }

    /// Another unit, as a unit names it.
    package struct Target: Hashable, Sendable {
        package var id: String
        package var version: String?
        package var spot: Spot
        package var versionSpot: Spot?
    }

    /// Facts of an agreement.
    package struct Agreement: Hashable, Sendable {
        package var status: String?
        package var active: Bool?
        package var start: Int?
        package var end: Int?
        package var reassessment: Int?
        package var reassessmentSpot: Spot?
        package var product: Target?
        package var port: Target?
        package var contract: Target?
        package var consumer: Target?
        /// True when a person or a team uses the data, and no product.
        package var isOfPeople = false
        /// Id of the consumer contract that it names.
        package var consumerContract: String?
    }

    /// Reference of a key into another contract.
    package struct Reference: Hashable, Sendable {
        package var file: String
        package var path: String
        package var element: String?
        package var spot: Spot
        /// True when somebody has seen already where it leads.
        package var isJudged: Bool

        package init(file: String, path: String, element: String?, spot: Spot, isJudged: Bool) {
            self.file = file
            self.path = path
            self.element = element
            self.spot = spot
            self.isJudged = isJudged
        }
    }
}
