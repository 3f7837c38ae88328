/// The Open Data Product Standard, 0.9.0 to 1.1.0, as its official JSON Schemas have it.
///
/// Every mapping is closed: no shape lets an unknown key pass.
package enum ODPS {
    package static let table = ShapeTable(.odps, productShapes + portShapes + peopleShapes + sharedShapes)

    private static let productShapes: [Shape] = [product, description]
    private static let portShapes: [Shape] = [inputPort, outputPort, managementPort, sbom, inputContract]
    private static let peopleShapes: [Shape] = [support, team, teamMember]
    private static let sharedShapes: [Shape] = [
        authoritativeDefinition, customProperty, synonym, context, verifiedStatement, contextConstraint,
    ]

    static let texts = Kind.list(of: .text)

    /// The identifier that 1.1.0 gives to most parts of a product.
    static let partID = Row(.id, .text, .since("1.1.0"), "An identifier that survives renaming, for others to refer to")

    static let deprecatedFlag = Row(
        .deprecated, .boolean, .since("1.1.0"), "Whether new users should stay away; false, unless it says otherwise")

    static let synonyms = Row(
        .synonyms, .list(of: .shape("Synonym")), .since("1.1.0"), "Other words for the same thing")

    static let contextRow = Row(.context, .shape("Context"), .since("1.1.0"), "What AI agents should know about it")

    static let customProperties = Row(
        .customProperties, .list(of: .shape("CustomProperty")), "Properties that the standard does not know")

    /// Tags, properties of one's own, and links: what nearly every part has.
    static func annotations(_ versions: Versions = .all) -> [Row] {
        [
            Row(.tags, texts, versions, "Words to find and group by"),
            Row(
                .customProperties, .list(of: .shape("CustomProperty")), versions,
                "Properties that the standard does not know"),
            Row(
                .authoritativeDefinitions, .list(of: .shape("AuthoritativeDefinition")), versions,
                "Links to the sources that decide what is meant"),
        ]
    }
}
