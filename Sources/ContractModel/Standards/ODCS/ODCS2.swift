/// The words of ODCS 2.2 that 3.0 renamed or dropped.
extension ODCS {
    static let contract2: [Row] =
        [
            Row(.uuid, .text, v2, required: v2, as: .id, "Identifier of this contract, unique among all"),
            Row(.quantumName, .text, v2, required: v2, as: .dataProduct, "Name of the data product"),
            Row(.datasetDomain, .text, v2, as: .domain, "Business domain that the data belongs to"),
            Row(.datasetName, .text, v2, required: v2, "Name of the dataset"),
            Row(.datasetKind, .text, v2, "Kind of the dataset"),
            Row(.type, .text, v2, required: v2, "What the dataset is made of, such as tables"),
            Row(.userConsumptionMode, .text, v2, "How the data is used, such as analytical"),
            Row(
                .dataset, .list(of: .shape("SchemaObject")), v2, required: v2, as: .schema, "The tables of the dataset"),
            Row(.stakeholders, .list(of: .shape("TeamMember")), v2, as: .team, "Who looks after the data"),
            Row(
                .slaDefaultColumn, .text, v2, as: .slaDefaultElement,
                "Column that service levels are about unless they name one"),
            // Known to the prose only: the schema looks at nothing here.
            Row(
                .customProperties, .anything | .list(of: .anything | .shape("LooseCustomProperty")), v2,
                "Keys and values of your own"),
            Row(.contractCreatedTs, .anything, v2, "When the contract was made"),
        ] + place2

    /// Place of the data, which 3.0 moved into `servers`, and whom to ask, which it moved into `support`.
    private static let place2: [Row] = [
        Row(.sourcePlatform, .text, v2, "Platform that the data is on"),
        Row(.sourceSystem, .text, v2, "System that the data is in"),
        Row(.project, .text, v2, "Cloud project that the data is in"),
        Row(.server, .text, v2, "Server that the data is on"),
        Row(.database, .text, v2, "Database that the data is in"),
        Row(.driver, .text, v2, "Driver to connect with"),
        Row(.driverVersion, .text, v2, "Version of that driver"),
        Row(.username, .text, v2, "User to connect as"),
        Row(.password, .text, v2, "Password to connect with"),
        Row(.productDl, .text, v2, "Mailing list of those who look after the data"),
        Row(.productSlackChannel, .text, v2, "Slack channel of those who look after the data"),
        Row(.productFeedbackUrl, .text, v2, "Address for feedback"),
    ]

    static let object2: [Row] = [
        Row(.table, .text, v2, required: v2, as: .name, "Name of the table"),
        Row(.priorTableName, .text, v2, "Name of the table before this version"),
        Row(.dataGranularity, .text, v2, as: .dataGranularityDescription, "What one record of the table stands for"),
        Row(
            .columns, .list(of: .shape("Property")), v2, as: .properties,
            prose: ProseConflict(.requiredByProse, .between("2.2.1", "2.2.2")), "The columns of the table"),
    ]

    static let property2: [Row] = [
        Row(.column, .text, v2, required: v2, as: .name, "Name of the column"),
        Row(.logicalType, .text, v2, required: v2, "Type of the values, whatever the storage"),
        Row(.physicalType, .text, v2, required: v2, "Type of the column where it is stored"),
        Row(.description, .text, v2, "What the values say"),
        Row(.businessName, .text, v2, "Name of the column in the business"),
        Row(
            .isPrimaryKey, .text, .through("2.2.1"), as: .primaryKey, "Whether the column is part of the primary key"),
        Row(
            .isPrimaryKey, .boolean, .between("2.2.2", "2.2.2"), as: .primaryKey,
            "Whether the column is part of the primary key"),
        Row(.primaryKeyPosition, .integer, v2, "Place within the primary key, from 1"),
        Row(.isNullable, .boolean, v2, as: .required, inverted: true, "Whether a record may have no value"),
        Row(.isUnique, .boolean, v2, as: .unique, "Whether no two records have the same value"),
        Row(.partitionStatus, .boolean, v2, as: .partitioned, "Whether the data is partitioned by it"),
        Row(.partitionKeyPosition, .integer, v2, "Place within the partition key, from 1"),
        Row(.clusterStatus, .boolean, v2, "Whether the data is clustered by it"),
        Row(.clusterKeyPosition, .integer, v2, "Place within the cluster key, from 1"),
        Row(.classification, .text, v2, "How confidential the values are"),
        Row(
            .criticalDataElementStatus, .boolean, v2, as: .criticalDataElement, "Whether the business depends on it"),
        Row(.encryptedColumnName, .text, v2, as: .encryptedName, "Column that holds the same value encrypted"),
        Row(
            .transformSourceTables, .list(of: .text), v2, as: .transformSourceObjects,
            "Tables that the values are made from"),
        Row(.transformLogic, .text, v2, "How the values are made, as code"),
        Row(.transformDescription, .text, v2, "How the values are made, in words"),
        Row(.sampleValues, .list(of: .text), v2, as: .examples, "Some values to show what they look like"),
        tags(v2), authoritativeDefinitions(v2),
    ]

    static let quality2: [Row] = [
        Row(.code, .text, v2, "Codes of the checks"),
        Row(.templateName, .text, v2, required: v2, "Template of the check in the tool"),
        Row(.toolName, .text, v2, required: v2, as: .engine, "Tool that runs the rule"),
        Row(.toolRuleName, .text, v2, "Name of the rule in the tool"),
        Row(.dimension, .text, v2, "Which side of quality it is about"),
        Row(.type, .text, v2, "Kind of the check"),
        Row(.column, .text, v2, "Column that is checked"),
        Row(.columns, .text, v2, "Columns that are checked"),
        Row(.scheduleCronExpression, .text, v2, as: .schedule, "When the check runs, as a cron expression"),
    ]
}
