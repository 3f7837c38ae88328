internal import ContractModel
package import Diagnostics
internal import YAMLTree

/// `schema/example-violates-type`: examples are values that the property can have.
package enum ExampleViolatesType {
    package static let descriptor = RuleDescriptor(
        "schema/example-violates-type", .warning, "Examples are values that the property can have.",
        why: "People and tools learn from examples what to expect, and make test data of them.")

    /// - Parameter examples: the value of `examples`; -1: there is none.
    static func check(
        _ property: TypedProperty, _ examples: NodeID, _ cache: inout TypeCache, into issues: inout [ElementIssue]
    ) {
        reportPattern(property, &cache, into: &issues)
        guard examples >= 0 else { return }
        let tree = property.tree
        let check = ValueCheck(property, &cache, allowed: AllowedValues(property))
        // DCS has `example`, a single one, as well: both may stand there.
        let values =
            property.context.isDCS
            ? ["example", "examples"].compactMap { tree.value(of: $0, in: property.element.node) } : [examples]
        for value in values {
            if tree[value].isList {
                for example in tree.items(of: value).prefix(ValueCheck.mostValues) {
                    report(example, check, &cache, into: &issues)
                }
            } else if property.context.isDCS {
                report(value, check, &cache, into: &issues)
            }
        }
    }

    private static func report(
        _ example: NodeID, _ check: ValueCheck, _ cache: inout TypeCache, into issues: inout [ElementIssue]
    ) {
        guard let fault = check.fault(of: example, &cache) else { return }
        issues.append(
            fault.issue(descriptor, "the example", check.property, help: "correct the example, or what it contradicts"))
    }

    /// Says of a pattern that cannot be run that nothing is checked against it.
    private static func reportPattern(
        _ property: TypedProperty, _ cache: inout TypeCache, into issues: inout [ElementIssue]
    ) {
        guard let node = property.node(.pattern), property.tree[node].isText,
            case .unusable(let reason) = cache.patterns.pattern(
                property.tree.text(of: node), in: property.element.document)
        else { return }
        issues.append(
            property.issue(
                descriptor,
                "not checked: values are not compared with the pattern `\(property.text(node))`, since \(reason)",
                at: node, severity: .info,
                help: "patterns run on RE2, in linear time: without look-around, back references and large repeats",
                subject: property.tree.text(of: node)))
    }
}
