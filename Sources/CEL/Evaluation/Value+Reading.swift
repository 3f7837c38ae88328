/// Content of a value. Nothing here looks at the tag: ask for it first.
extension Value {
    @inlinable @inline(__always)
    package var asBool: Bool { bits & 1 != 0 }
    @inlinable @inline(__always)
    package var asInt: Int64 { Int64(bitPattern: bits) }
    @inlinable @inline(__always)
    package var asUInt: UInt64 { bits }
    @inlinable @inline(__always)
    package var asDouble: Double { Double(bitPattern: bits) }

    /// Of a timestamp or duration.
    @inlinable @inline(__always)
    package var seconds: Int64 { Int64(bitPattern: bits) }
    /// Of a timestamp or duration: 0..<1_000_000_000.
    @inlinable @inline(__always)
    package var nanos: Int32 { Int32(bitPattern: extra) }

    /// Of a string, bytes, or the name of a type.
    @inlinable @inline(__always)
    package var utf8: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: UnsafePointer(bitPattern: UInt(bits)), count: Int(extra))
    }

    /// Of a list that is not the host's.
    @inlinable @inline(__always)
    package var elements: UnsafeBufferPointer<Value> {
        UnsafeBufferPointer(start: UnsafePointer(bitPattern: UInt(bits)), count: Int(extra))
    }

    /// Content of an optional, unless it is none.
    @inlinable @inline(__always)
    package var held: Value {
        tag == .optionalSome ? UnsafePointer<Value>(bitPattern: UInt(bits)).unsafelyUnwrapped.pointee : .null
    }

    /// An error or an unknown: it passes through whatever gets it, but `&&` and `||`.
    @inlinable @inline(__always)
    package var isError: Bool { tag == .error || tag == .unknown }
    @inlinable @inline(__always)
    package var isTrue: Bool { tag == .bool && bits & 1 != 0 }
    @inlinable @inline(__always)
    package var isFalse: Bool { tag == .bool && bits & 1 == 0 }
    @inlinable @inline(__always)
    package var isList: Bool { tag == .list || tag == .hostList }
    @inlinable @inline(__always)
    package var isMap: Bool { tag == .map || tag == .hostMap }
    @inlinable @inline(__always)
    package var isOptional: Bool { tag == .optionalNone || tag == .optionalSome }
    @inlinable @inline(__always)
    package var isNumber: Bool { tag == .int || tag == .uint || tag == .double }
}
