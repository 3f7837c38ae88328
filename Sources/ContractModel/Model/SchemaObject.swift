/// A table, view, topic or file: an item of `schema`.
package struct SchemaObject: TypedElement {
    package let element: ElementRef
    package init(_ element: ElementRef) { self.element = element }

    package var name: Value? { element.value(.name) }
    package var physicalName: Value? { element.value(.physicalName) }
    package var physicalType: Value? { element.value(.physicalType) }
    package var businessName: Value? { element.value(.businessName) }
    package var dataGranularityDescription: Value? { element.value(.dataGranularityDescription) }
    package var properties: [Property] { element.all(.properties) }
    package var relationships: [Relationship] { element.all(.relationships) }
    package var quality: [Quality] { element.all(.quality) }
}

/// A column or field, the items of an array, the key or value of a map.
package struct Property: TypedElement {
    package let element: ElementRef
    package init(_ element: ElementRef) { self.element = element }

    package var name: Value? { element.value(.name) }
    package var physicalName: Value? { element.value(.physicalName) }
    package var businessName: Value? { element.value(.businessName) }
    /// As the contract writes it; DCS has words of its own.
    package var logicalType: Value? { element.value(.logicalType) }
    package var physicalType: Value? { element.value(.physicalType) }
    package var isRequired: Bool? { element.boolean(.required) }
    package var isUnique: Bool? { element.boolean(.unique) }
    package var isPrimaryKey: Bool? { element.boolean(.primaryKey) }
    package var primaryKeyPosition: Value? { element.value(.primaryKeyPosition) }
    package var partitionKeyPosition: Value? { element.value(.partitionKeyPosition) }
    package var classification: Value? { element.value(.classification) }
    package var encryptedName: Value? { element.value(.encryptedName) }
    package var transformLogic: Value? { element.value(.transformLogic) }
    package var transformDescription: Value? { element.value(.transformDescription) }
    package var transformSourceObjects: [Value] { element.values(.transformSourceObjects) }

    package var properties: [Property] { element.all(.properties) }
    package var items: Property? { element.one(.items) }

    package var relationships: [Relationship] { element.all(.relationships) }
    package var quality: [Quality] { element.all(.quality) }

    /// An option of the logical type: ODCS keeps them in `logicalTypeOptions`, DCS at the field.
    package func option(_ key: Key) -> Value? {
        optionsElement?.value(key) ?? (element.document.standard == .dcs ? element.value(key) : nil)
    }

    package var optionsElement: ElementRef? { element.elements(.logicalTypeOptions).first }

    /// The nodes of the examples, whatever their type.
    package var examples: [Value] { element.values(.examples) }
}

/// A foreign key: at an object with `from` and `to`, at a property with `to` alone.
package struct Relationship: TypedElement {
    package let element: ElementRef
    package init(_ element: ElementRef) { self.element = element }

    /// One reference, or one for each part of a composite key.
    package var from: [Value] { element.values(.from) }
    package var to: [Value] { element.values(.to) }
}

/// A quality rule of an object or a property.
package struct Quality: TypedElement {
    package let element: ElementRef
    package init(_ element: ElementRef) { self.element = element }

    package var type: Value? { element.value(.type) }
    package var metric: Value? { element.value(.metric) }
    package var name: Value? { element.value(.name) }
    package var dimension: Value? { element.value(.dimension) }
    package var severity: Value? { element.value(.severity) }
}
