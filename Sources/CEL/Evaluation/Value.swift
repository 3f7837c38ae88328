/// A value while an expression is evaluated: 16 plain bytes, copied without counting references.
///
/// Texts and collections lie elsewhere (in the contract's own bytes, in the program's constants, in the evaluation's
/// memory) and are pointed to. Such a value is good only as long as what it points into: until `Evaluation.reset()`.
@frozen @usableFromInline
package struct Value {
    /// The number itself, or where the content lies.
    @usableFromInline package var bits: UInt64
    /// A length, a count, nanoseconds, the host's number of an object's type.
    @usableFromInline package var extra: UInt32
    @usableFromInline package var tag: Tag

    @frozen @usableFromInline
    package enum Tag: UInt8, Sendable {
        case null, bool, int, uint, double
        /// bits: pointer to UTF-8 bytes; extra: how many.
        case string
        /// As `string`.
        case bytes
        /// bits: whole seconds since 1970 (Int64); extra: nanoseconds, 0..<1e9.
        case timestamp
        /// bits: whole seconds (Int64), rounded down; extra: nanoseconds, 0..<1e9.
        case duration
        /// bits: pointer to Values; extra: how many.
        case list
        /// bits: pointer to a `MapContent`.
        case map
        case optionalNone
        /// bits: pointer to the Value.
        case optionalSome
        /// As `string`: the type's name.
        case type
        /// An object of the host's. extra: the number of its type; bits: the host's to use.
        case object
        /// A list of the host's: read through `Host`, never copied. extra: the host's to use.
        case hostList
        /// A map of the host's, its keys texts.
        case hostMap
        /// A value of an abstract type of the host's (`opaque`).
        case opaque
        /// A field that its object lacks. `==` and `in` are false; as an operand of anything else it is an error.
        case absent
        /// A fact that is not at hand: travels like an error, and `&&` and `||` absorb it like one.
        case unknown
        /// See `EvaluationError`: bits: kind and node; extra: 1 + the message's index in the evaluation, 0 for none.
        case error

        /// As plain bytes: what the compiler makes of `==` for an enum of another module is a call through a table.
        @inlinable
        package static func == (a: Tag, b: Tag) -> Bool {
            unsafeBitCast(a, to: UInt8.self) == unsafeBitCast(b, to: UInt8.self)
        }
    }

    @inlinable
    package init(_ tag: Tag, bits: UInt64 = 0, extra: UInt32 = 0) {
        self.tag = tag
        self.bits = bits
        self.extra = extra
    }
}
