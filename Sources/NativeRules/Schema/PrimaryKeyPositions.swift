internal import ContractModel
internal import Diagnostics

/// The order of the columns of a composite primary key.
enum PrimaryKeyPositions {
    static let rule = RuleDescriptor(
        "schema/primary-key-positions", .error,
        "The parts of a primary key are numbered 1, 2, 3, … without gap or repetition.",
        why: "Tools that create the table, or join on its key, take the order of the columns from the positions.",
        reference: "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/schema/")

    static func key(in document: ContractDocument) -> PositionedKey {
        PositionedKey(
            rule: rule, noun: "primary key", member: document.keyNames.text(.primaryKey, of: .property),
            position: document.keyNames.text(.primaryKeyPosition, of: .property))
    }
}
