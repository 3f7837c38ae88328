internal import CEL
package import ContractModel

/// Kind of things that a rule looks at, one by one.
package enum Selection: String, CaseIterable, Sendable {
    case contract, product
    case object, property, quality, relationship
    case sla, server, role, member, support
    case inputPort, outputPort, managementPort
    /// Every string anywhere in a document.
    case text
    /// Every difference between two versions of a contract: `breaking` asks about them.
    case change

    /// A fact that no command judges yet: a rule about one would never be asked.
    package static let unread = ["dependency"]

    /// Selection by which rules call an element of a kind; nil: it is none that can be selected.
    package init?(element kind: ElementKind) {
        guard let own = Self.allCases.first(where: { $0.element == kind }) else { return nil }
        self = own
    }

    /// The kind of elements it goes over; nil: something else than elements.
    package var element: ElementKind? {
        switch self {
        case .contract: .contract
        case .product: .product
        case .object: .object
        case .property: .property
        case .quality: .quality
        case .relationship: .relationship
        case .sla: .sla
        case .server: .server
        case .role: .role
        case .member: .member
        case .support: .support
        case .inputPort: .inputPort
        case .outputPort: .outputPort
        case .managementPort: .managementPort
        case .text, .change: nil
        }
    }

    /// The variables it binds, and from which ancestor each comes: itself first.
    package var variables: [(name: String, type: String)] {
        if self == .change {
            return [("change", ModelTypes.change), ("new", "contract"), ("old", "contract")]
        }
        var names = [rawValue]
        switch self {
        case .property: names += ["object"]
        case .quality, .relationship: names += ["property", "object"]
        default: break
        }
        names += ["contract", "product"].filter { $0 != rawValue }
        return names.map { ($0, $0 == "text" ? ModelTypes.text : $0) }
    }

    /// Those that have no value where a contract is new or gone.
    package var optionalVariables: Set<String> { self == .change ? ["old", "new"] : [] }

    /// Noun that people call one by.
    package var noun: String {
        switch self {
        case .sla: "service level"
        case .text: "string"
        case .support: "support channel"
        case .quality: "quality rule"
        case .inputPort: "input port"
        case .outputPort: "output port"
        case .managementPort: "management port"
        default: rawValue
        }
    }
}
