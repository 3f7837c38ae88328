/// Values as functions of libraries and hosts make them. What lies elsewhere is made by `Evaluation`.
extension Value {
    @inlinable package static var null: Value { Value(.null) }
    @inlinable package static var absent: Value { Value(.absent) }
    @inlinable package static var `true`: Value { Value(.bool, bits: 1) }
    @inlinable package static var `false`: Value { Value(.bool, bits: 0) }
    @inlinable package static var optionalNone: Value { Value(.optionalNone) }

    @inlinable
    package static func bool(_ value: Bool) -> Value { Value(.bool, bits: value ? 1 : 0) }

    @inlinable
    package static func int(_ value: Int64) -> Value { Value(.int, bits: UInt64(bitPattern: value)) }

    @inlinable
    package static func uint(_ value: UInt64) -> Value { Value(.uint, bits: value) }

    @inlinable
    package static func double(_ value: Double) -> Value { Value(.double, bits: value.bitPattern) }

    /// - Parameter nanos: 0..<1_000_000_000.
    @inlinable
    package static func timestamp(seconds: Int64, nanos: Int32) -> Value {
        Value(.timestamp, bits: UInt64(bitPattern: seconds), extra: UInt32(bitPattern: nanos))
    }

    /// - Parameters:
    ///   - seconds: rounded down, so that -0.5 s has -1.
    ///   - nanos: 0..<1_000_000_000.
    @inlinable
    package static func duration(seconds: Int64, nanos: Int32) -> Value {
        Value(.duration, bits: UInt64(bitPattern: seconds), extra: UInt32(bitPattern: nanos))
    }

    /// A string that lies in memory which outlives the evaluation: at most 4 GiB.
    @inlinable
    package static func string(at utf8: UnsafeBufferPointer<UInt8>) -> Value { Value(.string, at: utf8) }

    /// A string that is part of the program.
    @inlinable
    package static func string(_ text: StaticString) -> Value { Value(.string, at: text.utf8) }

    /// The type of a name: `int`, `google.protobuf.Timestamp`.
    @inlinable
    package static func type(_ name: StaticString) -> Value { Value(.type, at: name.utf8) }

    /// A list that lies in memory which outlives the evaluation.
    @inlinable
    package static func list(at elements: UnsafeBufferPointer<Value>) -> Value {
        Value(
            .list, bits: UInt64(UInt(bitPattern: elements.baseAddress)),
            extra: UInt32(truncatingIfNeeded: elements.count))
    }

    @inlinable
    init(_ tag: Tag, at utf8: UnsafeBufferPointer<UInt8>) {
        self.init(tag, bits: UInt64(UInt(bitPattern: utf8.baseAddress)), extra: UInt32(truncatingIfNeeded: utf8.count))
    }
}

extension StaticString {
    /// The bytes of a text that is no single scalar.
    @inlinable var utf8: UnsafeBufferPointer<UInt8> {
        hasPointerRepresentation
            ? UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount) : .init(start: nil, count: 0)
    }
}
