/// The data usage agreement 0.0.1: who may read which output port, for what, and until when
/// (https://docs.datamesh-manager.com/dataproducts#data-usage-agreements). It is open to keys that it does not know.
package enum DUA {
    package static let table = ShapeTable(.dua, [agreement, info, provider, consumer])

    private static let agreement = Shape(
        "Agreement", "a data usage agreement", as: .agreement, open: .all,
        rows: [
            Row(
                .dataUsageAgreementSpecification, .text("0.0.1"), as: .apiVersion,
                "The version of the specification that the agreement follows"),
            Row(.id, .text, required: .all, "The identifier of the agreement"),
            Row(.info, .shape("Info"), "What was agreed, and for how long"),
            Row(.provider, .shape("Provider"), required: .all, "Who provides what"),
            Row(.consumer, .shape("Consumer"), required: .all, "Who uses it"),
            Row(.links, .map(of: .text), "Further documentation: a URL for each name"),
            Row(.custom, .map(of: .scalar), "Keys of the organisation's own"),
            Row(.tags, .list(of: .text), "Words to find and group by"),
        ])

    private static let info = Shape(
        "Info", "the info section", as: nil, open: .all,
        rows: [
            Row(.purpose, .text, "What the data is used for"),
            Row(.status, .text, "Where the agreement is: requested, approved, rejected"),
            Row(.active, .boolean, "Whether the agreement is in force"),
            Row(.startDate, date, "The first day of the agreement"),
            Row(.endDate, date, "The last day of the agreement"),
            Row(.nextReassessmentDate, date, "The day by which somebody looks whether it still holds"),
        ])

    /// An end that is not known yet is written as nothing.
    private static let date: Kind = .text | .null

    private static let provider = Shape(
        "Provider", "the provider", as: .party, open: .all,
        rows: [
            Row(.teamId, .text, "The team that provides the data"),
            Row(.dataProductId, .text, "The product that provides the data"),
            Row(.outputPortId, .text, "The output port that is used"),
            Row(.dataContractId, .text, as: .contractId, "The data contract of the port"),
        ])

    private static let consumer = Shape(
        "Consumer", "the consumer", as: .party, open: .all,
        rows: [
            Row(.teamId, .text, "The team that uses the data"),
            Row(.dataProductId, .text, "The product that uses the data"),
            Row(.userId, .text, "The person who uses the data"),
        ])
}
