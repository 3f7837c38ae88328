/// The types a YAML value can have under the core schema (YAML 1.2.2, section 10.3), as a set.
@frozen @usableFromInline
package struct ValueTypes: OptionSet, Hashable, Sendable {
    @usableFromInline package let rawValue: UInt8

    @inlinable
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    @inlinable
    package static func == (a: ValueTypes, b: ValueTypes) -> Bool { a.rawValue == b.rawValue }

    @inlinable package static var null: ValueTypes { ValueTypes(rawValue: 1) }
    @inlinable package static var boolean: ValueTypes { ValueTypes(rawValue: 2) }
    @inlinable package static var integer: ValueTypes { ValueTypes(rawValue: 4) }
    /// A number that is not whole: `5.0` is an integer to JSON Schema, so it counts as one here.
    @inlinable package static var fraction: ValueTypes { ValueTypes(rawValue: 8) }
    @inlinable package static var text: ValueTypes { ValueTypes(rawValue: 16) }
    @inlinable package static var list: ValueTypes { ValueTypes(rawValue: 32) }
    @inlinable package static var mapping: ValueTypes { ValueTypes(rawValue: 64) }

    @inlinable package static var number: ValueTypes { [.integer, .fraction] }
    @inlinable package static var scalar: ValueTypes { [.null, .boolean, .integer, .fraction, .text] }
    @inlinable package static var all: ValueTypes { [.scalar, .list, .mapping] }
}
