/// A data contract (ODCS, DCS).
package struct Contract: TypedElement {
    package let element: ElementRef
    package init(_ element: ElementRef) { self.element = element }

    package var name: Value? { element.value(.name) }
    package var version: Value? { element.value(.version) }
    package var status: Value? { element.value(.status) }
    package var domain: Value? { element.value(.domain) }
    package var tenant: Value? { element.value(.tenant) }
    package var dataProduct: Value? { element.value(.dataProduct) }
    package var apiVersion: Value? { element.value(.apiVersion) }
    package var contractCreatedTs: Value? { element.value(.contractCreatedTs) }
    package var slaDefaultElement: Value? { element.value(.slaDefaultElement) }

    package var purpose: Value? { text(.purpose) }
    package var usage: Value? { text(.usage) }
    package var limitations: Value? { text(.limitations) }

    package var schema: [SchemaObject] { element.all(.schema) }
    package var servers: [Server] { element.all(.servers) }
    package var slaProperties: [SLAProperty] { element.all(.slaProperties) }
    package var roles: [Role] { element.all(.roles) }
    package var support: [SupportChannel] { element.all(.support) }
    package var price: Price? { element.one(.price) }
    /// The members of the team, whether it is written as an object (3.1) or as a list (until 3.0).
    package var members: [Member] { Member.members(of: element) }
    package var teamName: Value? { element.elements(.team).first { $0.kind == .team }?.value(.name) }

    /// A text of `description`, which ODCS keeps apart and DCS at the document.
    private func text(_ key: Key) -> Value? {
        element.elements(.description).lazy.compactMap { $0.value(key) }.first ?? element.value(key)
    }
}

/// A data product (ODPS).
package struct DataProduct: TypedElement {
    package let element: ElementRef
    package init(_ element: ElementRef) { self.element = element }

    package var name: Value? { element.value(.name) }
    package var version: Value? { element.value(.version) }
    package var status: Value? { element.value(.status) }
    package var domain: Value? { element.value(.domain) }
    package var tenant: Value? { element.value(.tenant) }
    package var inputPorts: [Port] { element.all(.inputPorts) }
    package var outputPorts: [Port] { element.all(.outputPorts) }
    package var managementPorts: [Port] { element.all(.managementPorts) }
    package var support: [SupportChannel] { element.all(.support) }
    package var members: [Member] { Member.members(of: element) }
}

/// An input, output or management port of a data product.
package struct Port: TypedElement {
    package let element: ElementRef
    package init(_ element: ElementRef) { self.element = element }

    package var name: Value? { element.value(.name) }
    package var version: Value? { element.value(.version) }
    package var contractID: Value? { element.value(.contractId) }
    package var inputContracts: [InputContract] { element.all(.inputContracts) }
}

/// Contract that an output port is made from.
package struct InputContract: TypedElement {
    package let element: ElementRef
    package init(_ element: ElementRef) { self.element = element }

    package var version: Value? { element.value(.version) }
}
