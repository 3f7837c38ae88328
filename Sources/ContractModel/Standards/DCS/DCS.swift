/// The Data Contract Specification, 0.9.0 to 1.2.1, as its official JSON Schemas have it.
///
/// No schema closes any mapping, so every shape is open in all versions: what a row does not name passes.
package enum DCS {
    package static let table = ShapeTable(.dcs, contractShapes + modelShapes + serverShapes + serviceLevelShapes)

    private static let contractShapes: [Shape] = [
        contract, info, contact, terms, policy, physicalSchema, exampleData, legacyQuality,
    ]
    private static let modelShapes: [Shape] = [
        model, field, definition, quality, lineage, inputField, transformation,
    ]
    private static let serverShapes: [Shape] = [server, serverRole]
    private static let serviceLevelShapes: [Shape] = [
        serviceLevels, availability, retention, latency, freshness, frequency, support, backup,
    ]

    /// Form of the names of models and links, and before 1.1.0 definitions.
    static let name = StandardPattern("^[a-zA-Z0-9_-]+$", "a name of letters, digits, _ and -")
    /// From 1.1.0 on, the key of a definition may be a path: `checkout/order_id`.
    static let path = StandardPattern("^[a-zA-Z0-9/_-]+$", "a path of letters, digits, _, - and /")

    static let texts = Kind.list(of: .text)
    static let links = Kind.map(of: .text, keys: name, atLeast: 1)
}
