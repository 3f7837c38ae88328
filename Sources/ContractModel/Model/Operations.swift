/// Server on which the data lies.
package struct Server: TypedElement {
    package let element: ElementRef
    package init(_ element: ElementRef) { self.element = element }

    package var server: Value? { element.value(.server) }
    package var type: Value? { element.value(.type) }
    package var environment: Value? { element.value(.environment) }
    package var roles: [Role] { element.all(.roles) }
}

/// A promise about the service: latency, retention, availability.
package struct SLAProperty: TypedElement {
    package let element: ElementRef
    package init(_ element: ElementRef) { self.element = element }

    package var property: Value? { element.value(.property) }
    package var value: Value? { element.value(.value) }
    package var unit: Value? { element.value(.unit) }
    /// The object or property that the promise is about, several separated by commas.
    package var elementName: Value? { element.value(.element) }
    package var driver: Value? { element.value(.driver) }
}

/// A role that gives access.
package struct Role: TypedElement {
    package let element: ElementRef
    package init(_ element: ElementRef) { self.element = element }

    package var role: Value? { element.value(.role) }
    package var access: Value? { element.value(.access) }
}

/// A member of the team.
package struct Member: TypedElement {
    package let element: ElementRef
    package init(_ element: ElementRef) { self.element = element }

    package var username: Value? { element.value(.username) }
    package var role: Value? { element.value(.role) }
    package var dateIn: Value? { element.value(.dateIn) }
    package var dateOut: Value? { element.value(.dateOut) }

    /// The members of a contract's or product's team, in both of its forms.
    package static func members(of root: ElementRef) -> [Member] {
        root.elements(.team).flatMap { $0.kind == .team ? $0.all(.members) : [Member($0)] }
    }
}

/// Channel through which to ask.
package struct SupportChannel: TypedElement {
    package let element: ElementRef
    package init(_ element: ElementRef) { self.element = element }

    package var channel: Value? { element.value(.channel) }
    package var url: Value? { element.value(.url) }
}

package struct Price: TypedElement {
    package let element: ElementRef
    package init(_ element: ElementRef) { self.element = element }

    package var amount: Value? { element.value(.priceAmount) }
    package var currency: Value? { element.value(.priceCurrency) }
    package var unit: Value? { element.value(.priceUnit) }
}

/// Property that an organisation adds to the standard.
package struct CustomProperty: TypedElement {
    package let element: ElementRef
    package init(_ element: ElementRef) { self.element = element }

    package var property: Value? { element.value(.property) }
    package var value: Value? { element.value(.value) }
}

/// A link to where something is defined.
package struct AuthoritativeDefinition: TypedElement {
    package let element: ElementRef
    package init(_ element: ElementRef) { self.element = element }

    package var url: Value? { element.value(.url) }
    package var type: Value? { element.value(.type) }
}
