/// The part of a drafted rule that depends on what it looks at. All values are YAML.
struct RuleDraft {
    var condition: String?
    /// One that could be written, for the comment in its place.
    var sampleCondition: String
    var requirement: String
    var pointer: String
    var message: String
    var remedy: String
    var failing: String
    var passing: String

    static func draft(for selection: Selection) -> RuleDraft {
        switch selection {
        case .property:
            RuleDraft(
                filled: "description", of: selection, sample: "'\"pii\" in property.tags'",
                failing: "{property: {name: amount}}",
                passing: "{property: {name: amount, description: Net amount in euros.}}")
        case .object:
            RuleDraft(
                filled: "description", of: selection, sample: "object.physicalType == \"table\"",
                failing: "{object: {name: orders}}", passing: "{object: {name: orders, description: One row an order.}}"
            )
        case .contract, .product:
            RuleDraft(
                filled: "domain", of: selection, sample: "\(selection.rawValue).status == \"active\"",
                failing: "{\(selection.rawValue): {name: Orders}}",
                passing: "{\(selection.rawValue): {name: Orders, domain: sales}}")
        case .quality:
            RuleDraft(
                filled: "description", of: selection, sample: "quality.type == \"sql\"",
                failing: "{quality: {metric: rowCount, mustBeGreaterThan: 0}}",
                passing: "{quality: {metric: rowCount, mustBeGreaterThan: 0, description: The table is never empty.}}")
        case .relationship:
            RuleDraft(
                filled: "type", of: selection, sample: "relationship.type == \"foreignKey\"",
                failing: "{property: {name: customer_id, relationships: [{to: customers.id}]}}",
                passing: "{property: {name: customer_id, relationships: [{to: customers.id, type: foreignKey}]}}")
        case .sla:
            RuleDraft(
                filled: "unit", of: selection, sample: "sla.property == \"latency\"",
                failing: "{sla: {property: latency, value: 4}}",
                passing: "{sla: {property: latency, value: 4, unit: h}}")
        case .server:
            RuleDraft(
                filled: "environment", of: selection, sample: "server.type == \"kafka\"",
                failing: "{server: {server: main}}", passing: "{server: {server: main, environment: prod}}")
        case .role:
            RuleDraft(
                filled: "access", of: selection, sample: "role.access == \"write\"", failing: "{role: {role: reader}}",
                passing: "{role: {role: reader, access: read}}")
        case .member:
            RuleDraft(
                filled: "role", of: selection, sample: "!filled(member.dateOut)",
                failing: "{member: {username: j.doe}}",
                passing: "{member: {username: j.doe, role: owner}}")
        case .support:
            RuleDraft(
                filled: "url", of: selection, sample: "support.tool == \"slack\"",
                failing: "{support: {channel: help}}",
                passing: "{support: {channel: help, url: \"https://chat.example/help\"}}")
        case .inputPort:
            RuleDraft(
                filled: "tags", of: selection, sample: "inputPort.name != \"raw\"",
                failing: "{inputPort: {name: orders, contractId: orders, version: 1.0.0}}",
                passing: "{inputPort: {name: orders, contractId: orders, version: 1.0.0, tags: [raw]}}")
        case .outputPort, .managementPort:
            RuleDraft(
                filled: "description", of: selection, sample: "\(selection.rawValue).name != \"raw\"",
                failing: "{\(selection.rawValue): {name: orders}}",
                passing: "{\(selection.rawValue): {name: orders, description: Orders as they are placed.}}")
        case .text: text
        case .change: change
        }
    }

    /// Every difference between two versions.
    private static let change = RuleDraft(
        condition: "change.verdict == \"breaking\"", sampleCondition: "change.id == \"property-removed\"",
        requirement: "owners(new).size() >= 1", pointer: "change.new.property",
        message: "\"`{change.path}` changes ({change.id}), and nobody owns the contract\"",
        remedy: "Name an owner in the team, who answers for what changes.",
        failing: "{old: {property: {name: iban}}, new: {}}",
        passing: "{member: {username: j.doe, role: owner}, old: {property: {name: iban}}, new: {}}")

    /// Every string of a document.
    private static let text = RuleDraft(
        condition: "text.key == \"description\"", sampleCondition: "text.key == \"description\"",
        requirement: "'!text.value.contains(\"TODO\")'", pointer: "text",
        message: "\"the text behind `{text.key}` still says TODO\"",
        remedy: "Write the text, or take it away.",
        failing: "{property: {name: amount, description: TODO}}",
        passing: "{property: {name: amount, description: Net amount in euros.}}")
}

extension RuleDraft {
    /// A rule that demands a field.
    fileprivate init(filled field: String, of selection: Selection, sample: String, failing: String, passing: String) {
        let name = selection.rawValue
        condition = nil
        sampleCondition = sample
        requirement = "filled(\(name).\(field))"
        pointer = "\(name).\(field)"
        message = "\"`{\(name).path}` has no `\(field)`\""
        remedy = "Write its `\(field)`."
        self.failing = failing
        self.passing = passing
    }
}
