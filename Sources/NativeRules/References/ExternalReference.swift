package import ContractModel
package import Diagnostics
package import YAMLTree

/// A reference that leads to another file: what the check of one file cannot judge, and a mesh can.
package struct ExternalReference: Hashable, Sendable {
    /// Purpose of the reference.
    package enum Use: Hashable, Sendable {
        /// The key that a foreign key refers to; `source` where it starts, which another file may hold as well.
        case foreignKey, source
        /// The definition that a field of DCS takes its keys from.
        case definition
        /// Element that a service level is about.
        case serviceLevel
    }

    package var use: Use
    /// The file as the contract writes it: a path relative to the contract's own folder, or an address.
    package var file: String
    /// Text behind `#`: `/schema/<id>/properties/<id>`, or `object.property`.
    package var path: String
    package var range: SourceRange
    /// The value, and the element that it is part of.
    package var node: NodeID
    package var element: ElementID
}
