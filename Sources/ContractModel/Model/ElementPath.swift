internal import Diagnostics
internal import YAMLTree

extension ElementRef {
    /// The path of names that reports call an element by: `orders`, `orders.address.city`, `orders.lines[].sku`,
    /// `server:prod`, `sla:latency(orders)`. Parts of an element without a name of their own (options, quality rules, …)
    /// go by the element that holds them. Nil for the document itself.
    package var path: String? {
        // Names from the inside out; nesting is bounded by the limits of the YAML tree.
        var steps: [String] = []
        var suffix: String { steps.reversed().joined() }
        var here: ElementRef? = self
        while let element = here {
            switch element.kind {
            case .object:
                return element.nameOrMark + suffix
            case .property:
                steps.append(element.step)
            case .sharedDefinition:
                return "definition:" + element.nameOrMark + suffix
            case .server: return label("server", element.name(.server))
            case .sla:
                return label(
                    "sla", element.name(.property).map { $0 + (element.name(.element).map { "(\($0))" } ?? "") })
            case .role: return label("role", element.name(.role))
            case .member: return label("member", element.name(.username) ?? element.name(.name))
            case .support: return label("support", element.name(.channel))
            case .inputPort: return label("inputPort", element.name)
            case .outputPort: return label("outputPort", element.name)
            case .managementPort: return label("managementPort", element.name)
            default: break
            }
            here = element.parent
        }
        return steps.isEmpty ? nil : String(suffix.drop { $0 == "." })
    }

    /// No name that is meant as one is longer, and a thousand findings can speak of the element.
    private static var longestName: Int { 250 }

    /// Text of a field of the element, as a name.
    private func name(_ key: Key) -> String? {
        value(key).map { $0.tree.text(of: $0.node, shortenedTo: Self.longestName) }
    }

    private func label(_ kind: String, _ name: String?) -> String? { name.map { "\(kind):\($0)" } }

    private var name: String? { name(.name) ?? name(.physicalName) }

    private var nameOrMark: String { name ?? "?" }

    /// Step of a path from what holds a property to the property.
    private var step: String {
        let tree = document.tree
        // In DCS a field may be called `items`: then its key stands among the names of fields, not in the property.
        let isOwnKey = tree[node].parent == parent?.node
        let holder = isOwnKey ? tree.key(of: node).map { tree.text(of: $0, shortenedTo: Self.longestName) } : nil
        switch holder {
        case "items" where parent?.kind == .property: return "[]"
        case "key" where parent?.kind == .mapTypes, "keys" where parent?.kind == .property: return "{key}"
        case "value" where parent?.kind == .mapTypes, "values" where parent?.kind == .property: return "{}"
        default: return "." + nameOrMark
        }
    }
}
