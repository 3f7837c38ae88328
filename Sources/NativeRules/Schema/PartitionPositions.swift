internal import ContractModel
internal import Diagnostics

/// The order of the columns that partition an object.
enum PartitionPositions {
    static let rule = RuleDescriptor(
        "schema/partition-positions", .warning,
        "The columns of a partition are numbered 1, 2, 3, … without gap or repetition.",
        why:
            "Folders and queries follow the order of a partition's columns; in another order they find other data, or none.",
        reference: "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/schema/")

    static func key(in document: ContractDocument) -> PositionedKey {
        PositionedKey(
            rule: rule, noun: "partition", member: document.keyNames.text(.partitioned, of: .property),
            position: document.keyNames.text(.partitionKeyPosition, of: .property))
    }
}
